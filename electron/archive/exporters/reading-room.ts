// A reading-room folder: pages that open from the disk, without network, and without script for reading.
import type { PlannedClip } from '../../../shared/domain/sound-plan.ts'
import type { RedactedExcerpt } from '../../../shared/domain/excerpt.ts'

export interface RoomFile {
  /** Path inside the folder, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** The rendered sound that lies beside the pages as `sound.wav`. */
export interface RoomSound {
  readonly size: number
  readonly sha256: string
  /** One for each passage that has sound, in order; times in the sound file. */
  readonly clips: readonly PlannedClip[]
}

/**
 * Every file of the folder but the sound itself, the manifest last. The same content gives the same bytes: no date, no
 * chance, nothing of the machine.
 *
 * @param reference what a reader may quote when asking for removal; opaque
 */
export function readingRoom(content: RedactedExcerpt, sound: RoomSound | null, reference: string): RoomFile[] {
  const text = JSON.stringify({ content, sound, reference })
  return [{ path: 'manifest.json', bytes: new TextEncoder().encode(text) }]
}
