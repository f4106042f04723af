// What the window and the decoding worker say to each other. One worker does one thing and is then ended.

import type { DecodedShape } from '../../../shared/domain/sound/sample-kinds.ts'

export type Wanted =
  | {
      readonly kind: 'clip'
      readonly address: string
      readonly startMs: number
      readonly endMs: number
      readonly sampleRate: number
    }
  | { readonly kind: 'peaks'; readonly address: string; readonly isGentle: boolean }
  /** One piece: a `DecodedShape` as JSON. */
  | { readonly kind: 'shape'; readonly address: string; readonly durationMs: number }
  /** All of it in that shape, in pieces of whole frames. */
  | { readonly kind: 'whole'; readonly address: string; readonly shape: DecodedShape }

/** The window asks for the next piece only when it has dealt with the last, so that no more than one waits. */
export type ToWorker = Wanted | { readonly kind: 'next' }

export type FromWorker =
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' }
