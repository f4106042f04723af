// Files that are shown before they leave: in memory, a few at a time, gone when the archive is locked.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Session } from '../../session.ts'
import type { RandomSource } from '../../vault/random.ts'
import { newId } from '../../vault/random.ts'
import type { Prepared } from './prepared.ts'

const mostHeld = 4

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  woff2: 'font/woff2',
  wav: 'audio/wav',
  flac: 'audio/flac',
  opus: 'audio/ogg',
}

export interface Shown {
  readonly size: number
  readonly type: string
  read(start: number, end: number): AsyncIterable<Uint8Array>
}

export class HeldFiles {
  readonly #random: RandomSource
  readonly #held = new Map<string, Prepared & { readonly narrator: string }>()

  constructor(random: RandomSource) {
    this.#random = random
  }

  /** `narrator`: whose they are; in her session nobody else's are given. */
  hold(prepared: Prepared, narrator: string): string {
    // NOTE: the same bytes keep their id, but their sound may have been rendered anew under another name.
    const same = [...this.#held].find(([, other]) => other.contentHash === prepared.contentHash)
    const id = same?.[0] ?? newId(this.#random)
    this.#held.set(id, { ...prepared, narrator })
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= mostHeld) break
      this.#held.delete(oldest)
    }
    return id
  }

  /** Throws Failure notFound. */
  async find(session: Pick<Session, 'actor' | 'reader'>, id: string, path: string): Promise<Shown> {
    const prepared = this.#held.get(id)
    const { actor } = session
    if (prepared === undefined) throw new Failure('notFound')
    if (actor.role === 'narrator' && actor.narrator !== prepared.narrator) throw new Failure('notFound')
    const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    const sound = prepared.sounds.find((one) => one.path === path)
    if (sound !== undefined) {
      const reader = await session.reader(sound.media.name)
      return { size: reader.size, type, read: (start, end) => reader.stream(start, end) }
    }
    const file = prepared.files.find((one) => one.path === path)
    if (file === undefined) throw new Failure('notFound')
    return { size: file.bytes.length, type, read: (start, end) => pieces(file.bytes, start, end) }
  }

  forget(): void {
    this.#held.clear()
  }
}

const pieceLength = 256 * 1024

async function* pieces(bytes: Uint8Array, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += pieceLength) yield bytes.slice(at, Math.min(end, at + pieceLength))
}
