// What the forms may ask of the player, handed in by the room.

export interface SoundHand {
  /** Where the player is in this recording, in milliseconds; null when it has another one or none. */
  readonly positionIn: (recording: string) => number | null
  readonly playStretch: (recording: string, startMs: number, endMs: number) => void
}
