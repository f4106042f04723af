// The files being brought in, from choosing to keeping. Lives outside the room, so that leaving it loses nothing.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { codeOf } from '../../app/archive.tsx'
import { BatchBoard } from './batch-board.ts'
import { BatchCorrections } from './batch-corrections.ts'
import { canBeKept, willBeKept, type BatchState, type KeptLine, type PreviewItem } from './batch-state.ts'
import { sendFiles } from './send-files.ts'

export type PreviewText = Awaited<ReturnType<ArchiveClient['bringIn']['previewText']>>

export class BatchWork {
  readonly #archive: ArchiveClient
  readonly #board = new BatchBoard()
  #batch: string | null = null
  #waiting: File[] = []
  #pasted: string[] = []
  #sending: AbortController | null = null
  #stopped = false
  readonly corrections: BatchCorrections

  constructor(archive: ArchiveClient) {
    this.#archive = archive
    this.corrections = new BatchCorrections(archive, this.#board, () => this.#batch)
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
    this.corrections.forget()
    this.#board.empty()
    if (batch !== null) await this.#archive.bringIn.forget({ batch }).catch(() => {})
  }

  choose(item: string | null): void {
    this.#board.set({ chosen: item })
  }

  /** The words of one item, as they stand now. */
  async text(item: string, signal: AbortSignal): Promise<PreviewText> {
    await this.corrections.told()
    if (this.#batch === null) return { turns: [] }
    return this.#archive.bringIn.previewText({ batch: this.#batch, item }, signal)
  }

  match(transcript: string, sound: string | null): void {
    void this.corrections.later(async () => {
      const batch = this.#batch
      if (batch === null) return
      const { items } = await this.#archive.bringIn.match({ batch, transcript, sound })
      this.#showItems(items)
    })
  }

  /** Keeps what is chosen; one line a file. */
  async keep(): Promise<void> {
    await this.corrections.told()
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
    await this.corrections.told()
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
