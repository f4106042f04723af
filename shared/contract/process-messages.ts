// What main and the archive process say to each other: eight words down, four up, and the reading of media over its own port.

/** From main to the archive process. `attach`, `attachRecorder` and `media` each come with exactly one port. */
export type ToArchive =
  | { readonly kind: 'places'; readonly dataFolder: string }
  | { readonly kind: 'attach' }
  | { readonly kind: 'attachRecorder' }
  | { readonly kind: 'media' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'close' }
  /** The answer to `recording` with `underWay`: from here on the page may ask for the microphone. */
  | { readonly kind: 'recordingHeard' }
  /** The transcriber that was asked for, with its port; or it has ended. */
  | { readonly kind: 'transcriber' }
  | { readonly kind: 'transcriberEnded' }

/**
 * From the archive process to main. The archive is locked, or somebody else's now, so the window that showed it must go.
 * Or: she is being recorded, or no longer, so the page may have the microphone, or no longer. Or: a take is under way, or
 * no longer, so there is a window that records, which has the microphone whatever becomes of the page.
 */
export type FromArchive =
  | { readonly kind: 'locked' }
  /** Locked and done with: the process is to end, with all that its memory held, and another is started for the next page. */
  | { readonly kind: 'spent' }
  | { readonly kind: 'handedOver' }
  | { readonly kind: 'recording'; readonly underWay: boolean }
  | { readonly kind: 'take'; readonly underWay: boolean }
  /** A transcriber is wanted, or no longer. */
  | { readonly kind: 'transcriber'; readonly wanted: boolean }

/**
 * A recording as kept, a recording as somebody may hear it, a file of an export that is held for a look, or what she said
 * off the record, for her alone.
 */
export const mediaKinds = ['media', 'rendition', 'held', 'offRecord'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** One reading, by number: found first, then pulled piece by piece. `start` is included, `end` is not; both in bytes. */
export type MediaRequest =
  | {
      readonly kind: 'find'
      readonly read: number
      readonly media: MediaKind
      readonly id: string
      readonly path: string
    }
  | { readonly kind: 'range'; readonly read: number; readonly start: number; readonly end: number }
  | { readonly kind: 'next'; readonly read: number }
  | { readonly kind: 'stop'; readonly read: number }

/** What comes back. A piece was authenticated before it was sent; `refused` carries a failure's code and nothing else. */
export type MediaReply =
  | { readonly kind: 'found'; readonly read: number; readonly size: number; readonly type: string }
  | { readonly kind: 'piece'; readonly read: number; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly read: number }
  | { readonly kind: 'refused'; readonly read: number; readonly code: string }
