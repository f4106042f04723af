// What is laid down when somebody erases: enough to find it again in an older state of the archive, and no word of it.
import type { EraseTarget, SoundChoice } from '../../../../shared/contract/erase.ts'
import { widened, type Stretch } from '../../../../shared/domain/sound/silences.ts'
import type { Session } from '../../session.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { kinSql } from '../../store/erase/passages.ts'
import type { Stone } from '../../store/erase/tombstones.ts'

export interface PlacedPassage {
  readonly id: string
  readonly recording: string | null
  readonly startMs: number | null
  readonly endMs: number | null
}

export function placesOf(archive: ReadableArchive, passages: readonly string[]): PlacedPassage[] {
  return passages.flatMap(
    (id) =>
      archive.get<PlacedPassage>(
        'SELECT id, recording, start_ms AS startMs, end_ms AS endMs FROM passages WHERE id = ?',
        [id],
      ) ?? [],
  )
}

/** What of its recording is to be silent; nothing where it is not known. */
export function stretchesOf({ startMs, endMs }: Pick<PlacedPassage, 'startMs' | 'endMs'>): Stretch[] {
  return startMs !== null && endMs !== null && endMs > startMs ? [widened(startMs, endMs)] : []
}

export function stonesFor(session: Session, target: EraseTarget, sound: SoundChoice, knownBy: string): Stone[] {
  const at = session.moment()
  const stones: Stone[] = []
  const lay = (
    kind: Stone['kind'],
    of: string,
    within: string,
    { startMs, endMs }: { readonly [M in keyof Stretch]: number | null } = { startMs: null, endMs: null },
  ): void => void stones.push({ id: session.newId(), kind, target: of, within, startMs, endMs, knownBy, at })
  const { database } = session
  if (target.kind === 'narrator') {
    for (const { id } of database.all<{ id: string }>('SELECT id FROM testimonies WHERE narrator = ?', [
      target.narrator,
    ]))
      lay('testimony', id, '')
    lay('narrator', target.narrator, '')
    return stones
  }
  const { testimony } = target
  if (target.kind === 'story') {
    lay('testimony', testimony, '')
    return stones
  }
  const erased = new Set(target.passages)
  const recordings = new Set<string>()
  for (const { id: passage, recording, startMs, endMs } of placesOf(database, target.passages)) {
    lay('passage', passage, testimony)
    const kin = database.all<{ id: string; living: 0 | 1 }>(
      `${kinSql} SELECT id, EXISTS (SELECT 1 FROM passages p WHERE p.id = kin.id) AS living FROM kin`,
      { testimony, passage },
    )
    for (const { id, living } of kin) if (!erased.has(id)) lay(living === 1 ? 'parted' : 'joined', id, passage)
    if (recording === null || sound === 'stays') continue
    if (sound === 'recording') recordings.add(recording)
    else for (const stretch of stretchesOf({ startMs, endMs })) lay('stretch', recording, testimony, stretch)
  }
  for (const recording of recordings) lay('recording', recording, testimony)
  return stones
}
