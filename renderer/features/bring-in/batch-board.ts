// Holds what is known of the batch, and tells whoever shows it when that has changed.
import { emptyBatch, type BatchState, type PreviewItem } from './batch-state.ts'

export class BatchBoard {
  readonly #listeners = new Set<() => void>()
  #state: BatchState = emptyBatch

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  read = (): BatchState => this.#state

  set(change: Partial<BatchState>): void {
    this.#replace({ ...this.#state, ...change })
  }

  empty(): void {
    this.#replace(emptyBatch)
  }

  item(id: string): PreviewItem | undefined {
    return this.#state.items.find(({ item }) => item === id)
  }

  /** Puts a changed item in the place of the old one. */
  put(changed: PreviewItem): void {
    this.set({ items: this.#state.items.map((one) => (one.item === changed.item ? changed : one)) })
  }

  #replace(state: BatchState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
