// What the window that records knows of itself just now, as it is drawn.
import type { FailureCode } from '../../shared/contract/failure.ts'
import type { RecorderGone } from './connect.ts'
import type { NoCapture } from './sound/capture.ts'
import type { Level } from './sound/loudness.ts'
import type { SoundTrouble } from './sound/watch-capture.ts'
import type { TakeState } from './take-shapes.ts'

/** As it is drawn. */
export interface Recording {
  /** Null until the archive has said how it is. */
  readonly take: TakeState | null
  readonly keptMs: number
  readonly capture: 'off' | 'asking' | 'on'
  /** Why there is no microphone. */
  readonly why: NoCapture | null
  readonly microphone: { readonly id: string; readonly name: string }
  /** The machine would take another microphone by itself than when this one was taken. */
  readonly isAnotherOwn: boolean
  /** What this window itself finds wrong with what comes in. */
  readonly trouble: SoundTrouble | 'diskFailing' | null
  readonly level: Level
  /** Loudest sample of the last moments, 0 to 1. */
  readonly peak: number
  readonly gone: RecorderGone | null
  readonly failure: FailureCode | null
  /** How much was kept when the last take of this window stopped; null while there was none. */
  readonly stoppedAtMs: number | null
}

export const notYet: Recording = {
  take: null,
  keptMs: 0,
  capture: 'off',
  why: null,
  microphone: { id: '', name: '' },
  isAnotherOwn: false,
  trouble: null,
  level: 'none',
  peak: 0,
  gone: null,
  failure: null,
  stoppedAtMs: null,
}
