// What the calls about readings give, by name, and how a file is brought as one.
import type { z } from 'zod'
import { readingTypes, type readings } from '../../../shared/contract/readings.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { ArchiveClient } from '../../../shared/contract/index.ts'

export type ToBeRead = z.infer<typeof readings.list.output>['passages'][number]
export type Reading = NonNullable<ToBeRead['reading']>

const pieceBytes = 1024 * 1024
/** What systems call the same kinds. */
const otherNames: Readonly<Record<string, (typeof readingTypes)[number]>> = {
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-flac': 'audio/flac',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'video/webm': 'audio/webm',
  'video/ogg': 'audio/ogg',
  'video/mp4': 'audio/mp4',
}

export const soundFiles = '.wav,.flac,.ogg,.opus,.oga,.webm,.mp3,.m4a,audio/*'

/** Keeps a sound file as a reading. Throws Failure formatUnknown, soundUnreadable, fileEmpty, fileTooLarge. */
export async function bringReading(
  archive: ArchiveClient,
  { excerpt, passage }: { readonly excerpt: string; readonly passage: string },
  file: File,
  reader: string,
): Promise<void> {
  const type = readingTypes.find((one) => one === file.type) ?? otherNames[file.type]
  if (type === undefined) throw new Failure('formatUnknown')
  const { reading } = await archive.readings.begin({ excerpt, passage, type, live: false })
  try {
    for (let at = 0; at < file.size; at += pieceBytes) {
      const bytes = new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer())
      await archive.readings.append({ excerpt, reading, bytes })
    }
    await archive.readings.finish({ excerpt, reading, durationMs: 1, reader })
  } catch (thrown) {
    await archive.readings.drop({ excerpt, reading }).catch(() => {})
    throw thrown
  }
}
