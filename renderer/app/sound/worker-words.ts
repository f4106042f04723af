// What the window and the decoding worker say to each other. One worker does one thing and is then ended.

export type Wanted =
  | {
      readonly kind: 'clip'
      readonly address: string
      readonly startMs: number
      readonly endMs: number
      readonly sampleRate: number
    }
  | { readonly kind: 'peaks'; readonly address: string; readonly isGentle: boolean }

/** The window asks for the next piece only when it has dealt with the last, so that no more than one waits. */
export type ToWorker = Wanted | { readonly kind: 'next' }

export type FromWorker =
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' }
