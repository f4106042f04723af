// A reading-room folder: pages that open from the disk, without network, and without script for reading.
import type { PlannedClip } from '../../../shared/domain/sound/sound-plan.ts'
import type { RedactedExcerpt } from '../../../shared/domain/excerpts/excerpt.ts'
import { captions } from './reading-room/captions.ts'
import { licences } from './reading-room/licences.ts'
import { lunrSource } from './reading-room/lunr-source.ts'
import { manifestText } from './reading-room/manifest.ts'
import { page } from './reading-room/page.ts'
import { pageScript } from './reading-room/page-script.ts'
import { roomOf } from './reading-room/room.ts'
import { searchIndexScript } from './reading-room/search-index.ts'
import { style } from './reading-room/style.ts'
import { transcriptText } from './reading-room/transcript-text.ts'

export interface RoomFile {
  /** Path inside the folder, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** The rendered sound that lies beside the pages. */
export interface RoomSound {
  /** The file of all clips, or one for each of them. */
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[]
  /** One for each passage that has sound, in order; times in one file of all of them. */
  readonly clips: readonly PlannedClip[]
}

function file(path: string, text: string): RoomFile {
  return { path, bytes: new TextEncoder().encode(text) }
}

/**
 * Every file of the folder but the sound itself, the manifest last. The same content gives the same bytes: no date, no
 * chance, nothing of the machine.
 *
 * @param reference what a reader may quote when asking for removal; opaque
 * @param recallKey what a recall of it is signed with, public half in hex; left out of the manifest where there is none
 */
export function readingRoom(
  content: RedactedExcerpt,
  sound: RoomSound | null,
  reference: string,
  recallKey?: string,
): RoomFile[] {
  const room = roomOf(content, sound?.clips ?? null, reference)
  const files = [
    file('index.html', page(room)),
    file('style.css', style),
    file('lunr.js', lunrSource),
    file('search-index.js', searchIndexScript(content)),
    file('search.js', pageScript),
    file('transcript.txt', transcriptText(room)),
    ...captions(room).map(({ path, text }) => file(path, text)),
    file('licences.txt', licences),
  ]
  return [...files, file('manifest.json', manifestText(room, files, sound?.files ?? [], recallKey))]
}
