// Where the sound of a passage is: in its recording for whoever may hear that, sealed, or in no place that is known.
import type { z } from 'zod'
import type { herSession } from '../../../../shared/contract/her-session.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Stretch } from '../../../../shared/domain/sound/silences.ts'
import type { Session } from '../../session.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { sealedPartsOf, sealedStretchOf } from '../../store/sealed-sound.ts'
import { mostPassages } from '../../store/story-size.ts'
import { stretchesOf, type PlacedPassage } from '../erase/stones.ts'
import { keptSound } from '../sound-anew/kept-sound.ts'

/** Of a passage whose sound is in its recording still, and can be told from the rest of it. */
export interface Place {
  readonly passage: string
  readonly recording: string
  readonly stretch: Stretch
}

/** Throws Failure notFound. */
export function passageOf(archive: ReadableArchive, testimony: string, passage: string): PlacedPassage {
  const row = archive.get<PlacedPassage>(
    `SELECT p.id, p.recording, p.start_ms AS startMs, p.end_ms AS endMs FROM passages p
     JOIN testimonies t ON t.number = p.place / ${mostPassages} WHERE p.id = ? AND t.id = ?`,
    [passage, testimony],
  )
  if (row === undefined) throw new Failure('notFound')
  return row
}

/** Null where it has none, nobody knows where it is, or it is sealed already. */
export function openPlaceOf(archive: ReadableArchive, testimony: string, passage: string): Place | null {
  const row = passageOf(archive, testimony, passage)
  const [stretch] = stretchesOf(row)
  if (row.recording === null || stretch === undefined || sealedStretchOf(archive, passage) !== null) return null
  return { passage, recording: row.recording, stretch }
}

export async function whereIsSound(
  session: Session,
  testimony: string,
  passage: string,
): Promise<z.infer<(typeof herSession.sealedSound)['output']>> {
  const { database, actor } = session
  const sealed = sealedStretchOf(database, passage)
  if (sealed !== null && sealed.testimony === testimony) {
    const [first] = sealedPartsOf(database, passage)
    const canHear = actor.role === 'narrator' && first !== undefined && actor.key?.id === first.key
    return { sound: 'sealed', canHear, toDecode: [] }
  }
  const row = passageOf(database, testimony, passage)
  if (row.recording === null) return { sound: 'none', canHear: false, toDecode: [] }
  const place = openPlaceOf(database, testimony, passage)
  const kept = place === null ? null : await keptSound(session, place.recording)
  if (kept === null) return { sound: 'unplaced', canHear: false, toDecode: [] }
  const { media, durationMs, kind } = kept
  if (kind === 'damaged') return { sound: 'unreadable', canHear: false, toDecode: [] }
  const toDecode = kind === 'encoded' ? [{ recording: row.recording, media, durationMs }] : []
  return { sound: 'open', canHear: false, toDecode }
}
