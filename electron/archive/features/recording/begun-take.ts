// What a take begins with, or goes on with: numbers, a public key and a file, and nothing that says whose it is.
import type { SoundShape } from '../../store/takes.ts'
import type { Place } from './kept-so-far.ts'
import type { HerSeal } from './off-record-file.ts'
import type { PlacedGap } from './taken.ts'

export interface BegunTake {
  readonly id: string
  readonly folder: string
  /** The name of its files. */
  readonly name: string
  readonly shape: SoundShape
  readonly publicKey: Buffer
  readonly her: HerSeal | null
}

/** Where a take was left that is taken up again. */
export interface LeftAt {
  readonly position: number
  readonly sounds: readonly Place[]
  readonly gaps: readonly PlacedGap[]
  readonly parts: number
}

export interface Second {
  readonly epoch: number
  readonly sequence: number
  readonly frames: number
  readonly bytes: Uint8Array
}

export interface Clocks {
  /** Milliseconds since 1970. */
  readonly wall: () => number
  /** Milliseconds that only go on. */
  readonly steady: () => number
}
