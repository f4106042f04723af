// The list of what lies in the folder, for whom and on what terms.
import type { ReadingRoomManifest } from '../../../../shared/formats/reading-room-manifest.ts'
import { sha256 } from '../../sha256.ts'
import { tidy } from '../markup.ts'
import { termsOf } from './page-words.ts'
import type { Room } from './room.ts'

/** @param others the sound, when there is one: it is not made here */
export function manifestText(
  { content, words, use, reference }: Room,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  others: readonly { readonly path: string; readonly size: number; readonly sha256: string }[],
  recallKey: string | undefined,
): string {
  const listed = files.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) }))
  const manifest: ReadingRoomManifest = {
    format: 'firsthand-reading-room',
    version: 1,
    reference,
    title: tidy(content.framing.title),
    use: content.use,
    recipient: { name: tidy(content.recipient.name), language: content.recipient.language },
    passages: content.passages.length,
    terms: termsOf(words, content.use, use, content.recipient.name).map(tidy),
    files: [...listed, ...others].sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(recallKey === undefined ? {} : { recallKey }),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
