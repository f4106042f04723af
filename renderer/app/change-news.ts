// What the archive says has changed, told to whoever shows it.
import type { ArchiveClient } from '../../shared/contract/index.ts'

type Changes = ReturnType<ArchiveClient['care']['changes']>
export type ChangedConcept = Changes extends AsyncIterable<infer C extends { concept: string }> ? C['concept'] : never

export class ChangeNews {
  readonly #archive: ArchiveClient
  readonly #listeners = new Set<(concept: ChangedConcept) => void>()

  constructor(archive: ArchiveClient) {
    this.#archive = archive
  }

  listen(listener: (concept: ChangedConcept) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Follows the stream until the returned function is called. A stream that breaks ends quietly: the connection says so. */
  follow(): () => void {
    const leaving = new AbortController()
    void (async () => {
      try {
        for await (const { concept } of this.#archive.care.changes({}, leaving.signal)) {
          for (const listener of this.#listeners) listener(concept)
        }
      } catch {
        // cancelled, or the archive is gone; the connection's own screen says the latter
      }
    })()
    return () => leaving.abort()
  }
}
