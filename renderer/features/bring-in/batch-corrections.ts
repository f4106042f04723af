// What is corrected in the files being brought in: shown at once, told to the archive one after another, and never left on the
// screen where the archive did not take it.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf } from '../../app/archive.tsx'
import type { BatchBoard } from './batch-board.ts'
import type { PreviewItem } from './batch-state.ts'

/** What can be corrected of an item; what is left out stays. */
export type Correction = Partial<Pick<PreviewItem, 'title' | 'narratorName' | 'language' | 'keep' | 'speakers'>>
export type PassageChange = Parameters<ArchiveClient['bringIn']['correctPassage']>[0]['change']

export class BatchCorrections {
  readonly #archive: ArchiveClient
  readonly #board: BatchBoard
  readonly #batch: () => string | null
  /** One after another, so that the archive and the screen agree in the end. */
  #all: Promise<void> = Promise.resolve()
  readonly #latest = new Map<string, number>()

  /** `batch`: the one that is there now, or none. */
  constructor(archive: ArchiveClient, board: BatchBoard, batch: () => string | null) {
    this.#archive = archive
    this.#board = board
    this.#batch = batch
  }

  /** Resolves when all that was corrected so far has been told. */
  told(): Promise<void> {
    return this.#all
  }

  forget(): void {
    this.#latest.clear()
  }

  correct(item: string, change: Correction): void {
    this.#change(item, change)
    void this.later(() => this.#send(item))
  }

  /** The same for many items; told of as it goes. */
  correctAll(items: readonly PreviewItem[], change: (item: PreviewItem) => Correction): void {
    let done = 0
    for (const { item } of items) {
      void this.later(async () => {
        const now = this.#board.item(item)
        if (now !== undefined) {
          this.#change(item, change(now))
          await this.#send(item)
        }
        done += 1
        this.#board.set({ changing: done === items.length ? null : { done, total: items.length } })
      })
    }
  }

  correctPassage(item: string, turn: number, passage: number, change: PassageChange): Promise<void> {
    return this.later(async () => {
      const batch = this.#batch()
      if (batch === null) return
      this.#board.put(await this.#archive.bringIn.correctPassage({ batch, item, turn, passage, change }))
      this.#board.set({ textVersion: this.#board.read().textVersion + 1 })
    })
  }

  /** Does `work` after what was corrected before. */
  later(work: () => Promise<void>): Promise<void> {
    this.#all = this.#all.then(work).catch((thrown: unknown) => this.#showWhatHolds(codeOf(thrown)))
    return this.#all
  }

  async #send(item: string): Promise<void> {
    const batch = this.#batch()
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

  /** A correction that was not taken must not stay on the screen as if it had been. */
  async #showWhatHolds(failure: FailureCode): Promise<void> {
    const batch = this.#batch()
    if (batch === null) return
    const answer = await this.#archive.bringIn.preview({ batch }).catch(() => null)
    const { items, textVersion } = this.#board.read()
    if (this.#batch() === batch)
      this.#board.set({ failure, changing: null, items: answer?.items ?? items, textVersion: textVersion + 1 })
  }
}
