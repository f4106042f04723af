// What she said off the record, as sound that can be heard in pieces: only in her session, only with her key open. Nothing
// of it is opened before it is asked for, and nothing deciphered is kept.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import { mediaFile } from '../../files/media-writer.ts'
import { sealedRecords } from '../../files/take-reader.ts'
import { openRecord, readSound, soundBytesIn } from '../../files/take-record.ts'
import type { FoundMedia } from '../../open-process.ts'
import type { Session } from '../../session.ts'
import { readOffRecord, type OffRecordPart } from '../../store/off-record.ts'
import { narratorOf } from '../../store/stories.ts'
import { masterHead } from './master-head.ts'
import { OggOpus } from './ogg-opus.ts'
import { packetsIn } from './sound-frames.ts'

/** A second of it: where its record lies in the file, and where its samples lie in the whole. */
interface Place {
  readonly start: number
  readonly at: number
  readonly length: number
}

/** Seconds from one to before another, each opened as it is asked for. One that is damaged is silent. */
async function* opened(file: string, places: readonly Place[], keyNow: () => OpenNarratorKey): AsyncGenerator<Buffer> {
  const [first] = places
  if (first === undefined) return
  let at = 0
  for await (const { sealed, start } of sealedRecords(file, first.start)) {
    const place = places[at]
    if (place === undefined) return
    if (place.start !== start) throw new Failure('mediaDamaged')
    const { sealingPublic, sealingSecret } = keyNow()
    const record = openRecord(sealed, sealingPublic, sealingSecret)
    yield record?.type === 'sound' ? readSound(record.payload).bytes : Buffer.alloc(place.length)
    at += 1
  }
}

async function placesIn(file: string): Promise<Place[]> {
  const places: Place[] = []
  let at = 0
  let isFirst = true
  for await (const { sealed, start } of sealedRecords(file)) {
    // The first record says whom it opens to, and is the archive's.
    if (!isFirst) {
      const length = soundBytesIn(sealed.length)
      places.push({ start, at, length })
      at += length
    }
    isFirst = false
  }
  return places
}

function samples(
  part: OffRecordPart,
  file: string,
  places: readonly Place[],
  keyNow: () => OpenNarratorKey,
): FoundMedia {
  const last = places.at(-1)
  const bytes = last === undefined ? 0 : last.at + last.length
  const head = masterHead(part, bytes)
  return {
    size: head.length + bytes,
    type: 'audio/wav',
    async *read(start, end) {
      if (start < head.length) yield head.subarray(start, Math.min(end, head.length))
      const wanted = places.filter(({ at, length }) => at + head.length < end && at + head.length + length > start)
      let from = (wanted[0]?.at ?? 0) + head.length
      for await (const second of opened(file, wanted, keyNow)) {
        yield second.subarray(Math.max(0, start - from), Math.min(second.length, end - from))
        from += second.length
      }
    },
  }
}

/** NOTE: pages of Ogg cannot be told without the packets; an hour of them is some megabytes, and stays for one reading. */
async function packets(
  part: OffRecordPart,
  file: string,
  places: readonly Place[],
  keyNow: () => OpenNarratorKey,
): Promise<FoundMedia> {
  const whole = async (): Promise<Buffer> => {
    const ogg = new OggOpus()
    const pages = [ogg.begin(part.channels)]
    for await (const second of opened(file, places, keyNow)) pages.push(ogg.add(packetsIn(second) ?? []))
    pages.push(ogg.end())
    return Buffer.concat(pages)
  }
  const { length } = await whole()
  return {
    size: length,
    type: 'audio/ogg',
    async *read(start, end) {
      yield (await whole()).subarray(start, end)
    },
  }
}

/** Throws Failure mediaMissing for whoever is not the narrator whose it is, noPassphrase while her key is not open. */
export async function offRecordMedia(session: Session, id: string): Promise<FoundMedia> {
  const { database, folder } = session
  const part = readOffRecord(database, id)
  const keyNow = (): OpenNarratorKey => {
    const { actor } = session
    if (part === null || actor.role !== 'narrator' || narratorOf(database, part.testimony) !== actor.narrator)
      throw new Failure('mediaMissing')
    if (actor.key === null || actor.key.id !== part.key) throw new Failure('noPassphrase')
    return actor.key
  }
  keyNow()
  if (part === null) throw new Failure('mediaMissing')
  const file = mediaFile(folder, part.file)
  const places = await placesIn(file)
  return part.codec === 'pcm' ? samples(part, file, places, keyNow) : packets(part, file, places, keyNow)
}
