// Erasing: what is to stand instead of sound is written first, then everything goes in one transaction, and then what it lay
// on. Killed before that transaction, all is as it was; after it, the next opening does the rest. Tombstones that came with
// a backup from elsewhere are carried out in the same way, before anything is shown.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { authorOf } from '../../actor.ts'
import { destroyFile } from '../../files/destroy-file.ts'
import { destroyMedia, mediaFolder, type StoredMedia } from '../../files/media.ts'
import { isNamedTakeFile } from '../../files/take-names.ts'
import type { Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { eraseNarrator } from '../../store/erase/narrators.ts'
import { nothingGone, type Gone } from '../../store/erase/gone.ts'
import { erasePassage } from '../../store/erase/passages.ts'
import { eraseRecording, replaceSound, type WrittenAs } from '../../store/erase/recordings.ts'
import { eraseStory } from '../../store/erase/stories.ts'
import {
  cleanedNow,
  insertStone,
  isToBeCleaned,
  stoneDone,
  stonesToCarryOut,
  type Stone,
} from '../../store/erase/tombstones.ts'
import { insertRevision, lastRevision } from '../../store/revisions.ts'
import { cleanPages } from '../clean-pages.ts'
import type { HandedOver } from './handed-over.ts'
import { writeSilenced } from './silenced.ts'

export type ErasePart = 'sound' | 'words' | 'files' | 'pages'
type Tell = (part: ErasePart, done: number, total: number) => void

const touched = ['shelf', 'story', 'words', 'marks', 'consent', 'excerpts', 'givenOut', 'transcribing'] as const

/**
 * Lays these down and carries them out. Gives whether what it lay on is cleared too, or left to the next opening. Throws Failure
 * cancelled, diskFull, mediaDamaged; then all is as it was.
 *
 * @param handedOver what the window decoded, and is written anew already
 */
export async function erase(
  session: Session,
  stones: readonly Stone[],
  handedOver: HandedOver,
  signal: AbortSignal,
  tell: Tell,
): Promise<boolean> {
  const finish = await carryOut(session, stones, handedOver, signal, tell)
  return finish().then(
    () => true,
    () => false,
  )
}

/** At opening, before anything is shown: what a kill left, and what a restored backup brought along. */
export async function finishErasing(session: Session): Promise<void> {
  const stones = stonesToCarryOut(session.database)
  if (stones.length > 0) {
    const finish = await carryOut(session, stones, null, new AbortController().signal, () => undefined)
    await finish()
  } else if (isToBeCleaned(session.database)) await clean(session)
}

interface Silenced {
  readonly stones: readonly Stone[]
  readonly recording: string
  /** Null where it cannot be written without them, so that all of it goes. */
  readonly stored: StoredMedia | null
  readonly as: WrittenAs | null
}

/**
 * Gives what is left to do once it counts.
 *
 * @param handedOver null where these were laid down before: no window is there that could decode anything
 */
async function carryOut(
  session: Session,
  stones: readonly Stone[],
  handedOver: HandedOver | null,
  signal: AbortSignal,
  tell: Tell,
): Promise<() => Promise<void>> {
  const areNew = handedOver !== null
  const silenced = await silence(session, stones, handedOver, signal, tell)
  const gone = nothingGone()
  const unneeded: string[] = []
  tell('words', 0, 1)
  try {
    if (signal.aborted) throw new Failure('cancelled')
    session.save([...touched], (archive) => {
      if (areNew) for (const stone of stones) insertStone(archive, stone)
      const written = new Set<string>()
      for (const stone of stones) for (const story of eraseRows(archive, stone, gone)) written.add(story)
      for (const { recording, stored, as } of silenced) {
        const there = archive.get('SELECT 1 FROM recordings WHERE id = ?', [recording]) !== undefined
        if (there && stored !== null) replaceSound(archive, recording, stored, as, session.moment(), gone)
        else if (there) eraseRecording(archive, recording, gone)
        else if (stored !== null) unneeded.push(stored.name)
      }
      for (const story of written) keepRevision(session, archive, story)
      for (const { id } of stones) stoneDone(archive, id)
    })
  } catch (error) {
    await destroyWritten(session, silenced)
    throw error
  }
  for (const name of unneeded) gone.media.add(name)
  return async () => {
    await destroyGone(session, gone, tell)
    tell('pages', 0, 1)
    await clean(session)
    tell('pages', 1, 1)
  }
}

/** Gives the ids of stories whose passages have changed. */
function eraseRows(archive: WritableArchive, { kind, target, within }: Stone, gone: Gone): string[] {
  if (kind === 'narrator') eraseNarrator(archive, target, gone)
  if (kind === 'testimony') eraseStory(archive, target, gone)
  if (kind === 'recording') eraseRecording(archive, target, gone)
  if (kind === 'passage') {
    const was = isPassage(archive, target)
    erasePassage(archive, within, target, gone)
    return was ? [within] : []
  }
  if (kind === 'joined' || kind === 'parted') {
    // An older state: what is erased was not a passage of its own there, or had not taken this one in yet.
    const story = storyOf(archive, target)
    if (story === null || (kind === 'parted' && isKnown(archive, within))) return []
    erasePassage(archive, story, target, gone)
    return [story]
  }
  return []
}

function isPassage(archive: WritableArchive, passage: string): boolean {
  return archive.get('SELECT 1 FROM passages WHERE id = ?', [passage]) !== undefined
}

/** Whether there is, or was, such a passage by itself. The erased one is gone by now; splits and joins still name it. */
function isKnown(archive: WritableArchive, passage: string): boolean {
  return (
    isPassage(archive, passage) ||
    archive.get('SELECT 1 FROM lineage WHERE passage = :passage OR other = :passage LIMIT 1', { passage }) !== undefined
  )
}

function storyOf(archive: WritableArchive, passage: string): string | null {
  const sql =
    'SELECT s.testimony AS id FROM passages p JOIN turns t ON t.place = p.turn_place JOIN speakers s ON s.id = t.speaker WHERE p.id = ?'
  return archive.get<{ id: string }>(sql, [passage])?.id ?? null
}

/** NOTE: what somebody still has before them was written on another state, and is refused. */
function keepRevision(session: Session, archive: WritableArchive, testimony: string): void {
  if (archive.get('SELECT 1 FROM testimonies WHERE id = ?', [testimony]) === undefined) return
  const at = session.moment()
  const { number } = lastRevision(archive, testimony)
  insertRevision(archive, testimony, { number: number + 1, ...authorOf(session.actor), at, until: at, name: '' })
}

async function silence(
  session: Session,
  stones: readonly Stone[],
  handedOver: HandedOver | null,
  signal: AbortSignal,
  tell: Tell,
): Promise<Silenced[]> {
  const made: Silenced[] = []
  const stretches = Map.groupBy(
    stones.filter(({ kind }) => kind === 'stretch'),
    ({ target }) => target,
  )
  const found = [...stretches].flatMap(([recording, own]) => {
    const row = session.database.get<{ media: string; size: number }>(
      'SELECT r.media, m.size FROM recordings r JOIN media m ON m.name = r.media WHERE r.id = ?',
      [recording],
    )
    return row === undefined ? [] : [{ recording, own, ...row }]
  })
  const total = found.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  try {
    for (const { recording, own, media } of found) {
      const parts = own.map(({ startMs, endMs }) => ({ startMs: startMs ?? 0, endMs: endMs ?? 0 }))
      const stored = await writeSilenced(
        session,
        media,
        parts,
        (bytes) => tell('sound', (done += bytes), total),
        signal,
      ).catch((error: unknown) => {
        // What cannot be read cannot be written without them either: in an older state that came back, all of it goes.
        const isLost = error instanceof Failure && (error.code === 'mediaDamaged' || error.code === 'mediaMissing')
        if (handedOver !== null || !isLost) throw error
        return null
      })
      const taken = stored === null ? (handedOver?.take(session, recording, media, parts) ?? null) : null
      if (handedOver !== null && stored === null && taken === null) throw new Failure('mediaDamaged')
      made.push({ recording, stones: own, stored: stored ?? taken?.stored ?? null, as: taken?.as ?? null })
    }
    return made
  } catch (error) {
    await destroyWritten(session, made)
    throw error
  }
}

/** What was written for nothing. What cannot be destroyed now is a stray at the next opening. */
async function destroyWritten(session: Session, silenced: readonly Silenced[]): Promise<void> {
  for (const { stored } of silenced) if (stored !== null) await destroyMedia(session.folder, stored.name)
}

/** NOTE: their keys went with their rows, so that what a kill leaves opens to nothing; the next opening sweeps it. */
async function destroyGone(session: Session, gone: Gone, tell: Tell): Promise<void> {
  const media = mediaFolder(session.folder)
  const there = await readdir(media).catch((): string[] => [])
  const takes = there.filter((name) => isNamedTakeFile(name, gone.takes, new Set()))
  const files = [...new Set([...gone.media, ...takes])]
  for (const [at, name] of files.entries()) {
    tell('files', at, files.length)
    await session.closeReader(name)
    await destroyFile(path.join(media, name))
  }
}

async function clean(session: Session): Promise<void> {
  await cleanPages(session)
  session.save([], (archive) => cleanedNow(archive))
}
