// What the forms may ask of the player, handed in by the room.
import type { ReactNode } from 'react'

export interface SoundHand {
  /** Where the player is in this recording, in milliseconds; null when it has another one or none. */
  readonly positionIn: (recording: string) => number | null
  /** To play and pause it, and to see where it is, inside a panel. */
  readonly transport: (recording: string) => ReactNode
  readonly playStretch: (recording: string, startMs: number, endMs: number) => void
}
