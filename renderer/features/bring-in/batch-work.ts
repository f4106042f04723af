// The files being brought in, from choosing to keeping. Lives outside the room, so that leaving it loses nothing.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { Failure, type FailureCode } from '../../../shared/contract/failure.ts'
import { BatchBoard } from './batch-board.ts'
import { canBeKept, willBeKept, type BatchState, type KeptLine, type PreviewItem } from './batch-state.ts'
import { sendFiles } from './send-files.ts'

/** What can be corrected of an item; what is left out stays. */
export type Correction = Partial<Pick<PreviewItem, 'title' | 'narratorName' | 'language' | 'keep' | 'speakers'>>
export type PassageChange = Parameters<ArchiveClient['bringIn']['correctPassage']>[0]['change']

export type PreviewText = Awaited<ReturnType<ArchiveClient['bringIn']['previewText']>>

export class BatchWork {
  readonly #archive: ArchiveClient
  readonly #board = new BatchBoard()
  #batch: string | null = null
  #waiting: File[] = []
  #pasted: string[] = []
  #sending: AbortController | null = null
  #stopped = false
  /** Corrections go one after another, so that the archive and the screen agree in the end. */
  #corrections: Promise<void> = Promise.resolve()
  readonly #latest = new Map<string, number>()

  constructor(archive: ArchiveClient) {
    this.#archive = archive
  }

  readonly subscribe = this.#board.subscribe
  readonly read = this.#board.read

  /** Hands the files over, then looks at what they hold. More may be added while others are on their way. */
  addFiles(files: readonly File[]): void {
    if (files.length === 0) return
    this.#waiting.push(...files)
    this.#goOn()
  }

  paste(text: string): void {
    this.#pasted.push(text)
    this.#goOn()
  }

  /** Stops reading files. Where nothing was there before, the archive forgets all of it; else what was there stays. */
  cancelSending(): void {
    this.#sending?.abort()
  }

  /** Forgets the batch: nothing of it is in the archive afterwards but what was kept before. */
  async forget(): Promise<void> {
    this.#waiting = []
    this.#pasted = []
    this.#sending?.abort()
    await this.#forgetBatch()
  }

  /** Begins with nothing, where all of what was brought in before is kept or left out; what still waits stays. */
  beginAnew(): void {
    const { step, items } = this.#board.read()
    if (step === 'kept' && !items.some(canBeKept)) void this.forget()
  }

  async #forgetBatch(): Promise<void> {
    const batch = this.#batch
    this.#batch = null
    this.#latest.clear()
    this.#board.empty()
    if (batch !== null) await this.#archive.bringIn.forget({ batch }).catch(() => {})
  }

  choose(item: string | null): void {
    this.#board.set({ chosen: item })
  }

  correct(item: string, change: Correction): void {
    this.#change(item, change)
    void this.#later(() => this.#sendCorrection(item))
  }

  /** The same for many items; told of as it goes. */
  correctAll(items: readonly PreviewItem[], change: (item: PreviewItem) => Correction): void {
    let done = 0
    for (const { item } of items) {
      void this.#later(async () => {
        const now = this.#board.item(item)
        if (now !== undefined) {
          this.#change(item, change(now))
          await this.#sendCorrection(item)
        }
        done += 1
        this.#board.set({ changing: done === items.length ? null : { done, total: items.length } })
      })
    }
  }

  correctPassage(item: string, turn: number, passage: number, change: PassageChange): Promise<void> {
    return this.#later(async () => {
      const batch = this.#batch
      if (batch === null) return
      this.#board.put(await this.#archive.bringIn.correctPassage({ batch, item, turn, passage, change }))
      this.#board.set({ textVersion: this.#board.read().textVersion + 1 })
    })
  }

  /** The words of one item, as they stand now. */
  async text(item: string, signal: AbortSignal): Promise<PreviewText> {
    await this.#corrections
    if (this.#batch === null) return { turns: [] }
    return this.#archive.bringIn.previewText({ batch: this.#batch, item }, signal)
  }

  match(transcript: string, sound: string | null): void {
    void this.#later(async () => {
      const batch = this.#batch
      if (batch === null) return
      const { items } = await this.#archive.bringIn.match({ batch, transcript, sound })
      this.#showItems(items)
    })
  }

  /** Keeps what is chosen; one line a file. */
  async keep(): Promise<void> {
    await this.#corrections
    const batch = this.#batch
    if (batch === null || this.#board.read().step !== 'looking') return
    const wanted = this.#board.read().items.filter(willBeKept)
    const total = this.#board.read().items.length
    const startedAt = performance.now()
    this.#stopped = false
    this.#board.set({
      step: 'keeping',
      lines: [],
      notRead: [],
      stopping: false,
      failure: null,
      going: { done: 0, total, share: 0, startedAt },
    })
    const ended = await this.#readLines(batch, startedAt)
    await this.#readWhatIsLeft(batch, wanted)
    if (this.#batch !== batch) return
    this.#board.set({ step: 'kept', going: null, stopping: false, ended })
    this.#goOn()
  }

  /** The file at hand is finished, the others are left as they are. */
  stopKeeping(): void {
    this.#stopped = true
    this.#board.set({ stopping: true })
  }

  /** From the results back to what is still waiting. */
  lookAtRest(): void {
    const { items } = this.#board.read()
    this.#board.set({
      step: items.length > 0 ? 'looking' : 'choosing',
      lines: [],
      ended: 'whole',
      chosen: items[0]?.item ?? null,
    })
  }

  async #readLines(batch: string, startedAt: number): Promise<BatchState['ended']> {
    try {
      for await (const line of this.#archive.bringIn.keep({ batch })) {
        const lines: readonly KeptLine[] = [...this.#board.read().lines, line]
        const share = line.total === 0 ? 1 : line.done / line.total
        this.#board.set({ lines, going: { done: line.done, total: line.total, share, startedAt } })
        if (this.#stopped && line.done < line.total) return 'stopped'
      }
      return 'whole'
    } catch (thrown) {
      return codeOf(thrown)
    }
  }

  /** After a stop the archive may have kept more than it could still say: what is gone from the preview has been kept. */
  async #readWhatIsLeft(batch: string, wanted: readonly PreviewItem[]): Promise<void> {
    let items: readonly PreviewItem[] = []
    try {
      items = (await this.#archive.bringIn.preview({ batch })).items
    } catch {
      this.#board.set({ items, chosen: null })
      return
    }
    const told = new Set([...this.#board.read().lines.map(({ item }) => item), ...items.map(({ item }) => item)])
    const untold = wanted
      .filter(({ item }) => !told.has(item))
      .map((item): KeptLine => ({
        item: item.item,
        name: item.transcriptName ?? item.soundName ?? '',
        result: 'kept',
        failure: null,
        testimony: null,
        notices: item.notices.filter((notice) => notice.startsWith('sound')),
        done: 0,
        total: 0,
      }))
    this.#board.set({ items, chosen: null, lines: [...this.#board.read().lines, ...untold] })
  }

  #goOn(): void {
    if (this.#sending !== null || this.#board.read().step === 'keeping') return
    if (this.#waiting.length === 0 && this.#pasted.length === 0) return
    void this.#bringing(async (batch, signal) => {
      for (let text = this.#pasted.shift(); text !== undefined; text = this.#pasted.shift()) {
        await this.#archive.bringIn.paste({ batch, text }, signal)
      }
      await sendFiles(this.#archive, batch, this.#waiting, signal, {
        going: (going) => this.#board.set({ going }),
        notRead: (file) => this.#board.set({ notRead: [...this.#board.read().notRead, file] }),
      })
    })
  }

  async #bringing(handOverTo: (batch: string, signal: AbortSignal) => Promise<void>): Promise<void> {
    const stop = new AbortController()
    this.#sending = stop
    await this.#startAfreshWhenKept()
    const wasEmpty = this.#board.read().items.length === 0
    this.#board.set({ step: 'sending', cancelled: null, failure: null, notRead: [], going: null })
    await this.#guarded(async () => {
      try {
        await handOverTo(await this.#began(), stop.signal)
        await this.#preview(stop.signal)
      } catch (thrown) {
        if (!stop.signal.aborted) throw thrown
        this.#waiting = []
        this.#pasted = []
        if (wasEmpty) await this.#forgetBatch()
        else await this.#preview()
        this.#board.set({ cancelled: wasEmpty ? 'nothingKept' : 'stoppedAdding' })
      }
    })
    this.#sending = null
    this.#goOn()
  }

  async #preview(signal?: AbortSignal): Promise<void> {
    const batch = this.#batch
    if (batch === null) return
    this.#board.set({ step: 'reading', going: null })
    await this.#corrections
    const { items, recalls } = await this.#archive.bringIn.preview({ batch }, signal)
    if (this.#batch !== batch) return
    this.#board.set({ recalls })
    this.#showItems(items)
  }

  #showItems(items: readonly PreviewItem[]): void {
    const { chosen, textVersion } = this.#board.read()
    const still = items.some(({ item }) => item === chosen)
    this.#board.set({
      step: items.length > 0 ? 'looking' : 'choosing',
      items,
      chosen: still ? chosen : ((items.find(canBeKept) ?? items[0])?.item ?? null),
      textVersion: textVersion + 1,
      going: null,
    })
  }

  async #began(): Promise<string> {
    this.#batch ??= (await this.#archive.bringIn.begin({})).batch
    return this.#batch
  }

  async #startAfreshWhenKept(): Promise<void> {
    if (this.#board.read().step === 'kept' && this.#board.read().items.every((item) => !willBeKept(item))) {
      await this.#forgetBatch()
    }
  }

  async #sendCorrection(item: string): Promise<void> {
    const batch = this.#batch
    const now = this.#board.item(item)
    if (batch === null || now === undefined) return
    const version = this.#latest.get(item)
    const { title, narratorName, language, keep } = now
    const speakers = now.speakers.map(({ name, role }) => ({ name, role }))
    const answer = await this.#archive.bringIn.correct({ batch, item, title, narratorName, language, keep, speakers })
    if (this.#latest.get(item) === version) this.#board.put(answer)
  }

  /** Shows a change at once; the archive's answer replaces it unless something newer has been written since. */
  #change(item: string, change: Correction): void {
    const now = this.#board.item(item)
    if (now === undefined) return
    this.#latest.set(item, (this.#latest.get(item) ?? 0) + 1)
    this.#board.set({ failure: null })
    this.#board.put({ ...now, ...change })
  }

  #later(work: () => Promise<void>): Promise<void> {
    this.#corrections = this.#corrections.then(work).catch((thrown: unknown) => this.#showWhatHolds(codeOf(thrown)))
    return this.#corrections
  }

  /** A correction that was not taken must not stay on the screen as if it had been. */
  async #showWhatHolds(failure: FailureCode): Promise<void> {
    const batch = this.#batch
    if (batch === null) return
    const answer = await this.#archive.bringIn.preview({ batch }).catch(() => null)
    const { items, textVersion } = this.#board.read()
    if (this.#batch === batch)
      this.#board.set({ failure, changing: null, items: answer?.items ?? items, textVersion: textVersion + 1 })
  }

  /** What fails is shown; what was there before stays. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (thrown) {
      const { items } = this.#board.read()
      this.#board.set({
        failure: codeOf(thrown),
        step: items.length > 0 ? 'looking' : 'choosing',
        going: null,
        changing: null,
      })
    }
  }
}

const codeOf = (thrown: unknown): FailureCode => (thrown instanceof Failure ? thrown.code : 'broken')
