// The archive as another process of the app holds it: it can be spoken to, asked for media, locked and closed.
import type { Channel } from '../../shared/rpc/channel.ts'

export interface Places {
  readonly dataFolder: string
  readonly host: 'electron' | 'browser'
}

/** Media that can be read in pieces; `size` in bytes. `read` gives bytes `start` to `end`, `end` not included. */
export interface FoundMedia {
  readonly size: number
  readonly type: string
  read(start: number, end: number): AsyncIterable<Uint8Array>
}

export interface MediaSource {
  /** Throws Failure `locked`, `mediaMissing`, `notFound` or `mediaDamaged`. `path` is empty but for `held`. */
  find(kind: 'media' | 'rendition' | 'held', id: string, path: string): Promise<FoundMedia>
}

export interface ArchiveProcess {
  /** Serves one window over `channel`. */
  attach(channel: Channel): void
  readonly media: MediaSource
  /** Locks: keys and plaintext are gone from memory when it resolves. Does nothing where it is locked already. */
  lock(): Promise<void>
  close(): Promise<void>
}

export function openArchiveProcess(places: Places): ArchiveProcess {
  throw new Error(`no archive process for ${places.host} yet`)
}
