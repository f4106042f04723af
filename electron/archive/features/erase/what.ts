// What would go, counted; what stays outside; and whether whoever is at the window may erase it.
import type { z } from 'zod'
import type { erasedCounts, EraseTarget } from '../../../../shared/contract/erase.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Session } from '../../session.ts'
import type { ReadableArchive, SqlValue } from '../../store/archive-database.ts'
import { kinSql } from '../../store/erase/passages.ts'
import { spokenOf } from '../../store/erase/spoken.ts'
import { sealedAnswersGoingWith } from '../../store/sealed-answers.ts'
import { copyOf } from '../../store/looks.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { recallsOf, stepsOf } from '../../store/recalls.ts'
import { disclosuresOf } from '../../store/register.ts'
import { isHerVersion } from '../../store/revisions.ts'
import { keyOfSeal } from '../../store/seals.ts'
import { mostPassages } from '../../store/story-size.ts'
import { isSigning } from '../hers-to-decide.ts'
import { keptSound } from '../sound-anew/kept-sound.ts'
import { placesOf, stretchesOf } from './stones.ts'

export type Counts = z.infer<typeof erasedCounts>

export interface Meant {
  readonly narrator: string
  readonly testimonies: readonly string[]
  /** Null: all of them. */
  readonly passages: readonly string[] | null
}

/** Whose it is and what of it. Throws Failure notFound; onlyArchivist in her own copy, where erasing would erase nothing. */
export function meantBy({ database }: Session, target: EraseTarget): Meant {
  if (copyOf(database) !== null) throw new Failure('onlyArchivist')
  if (target.kind === 'narrator') {
    if (database.get('SELECT 1 FROM narrators WHERE id = ?', [target.narrator]) === undefined)
      throw new Failure('notFound')
    const rows = database.all<{ id: string }>('SELECT id FROM testimonies WHERE narrator = ? ORDER BY number', [
      target.narrator,
    ])
    return { narrator: target.narrator, testimonies: rows.map(({ id }) => id), passages: null }
  }
  const { testimony } = target
  const story = database.get<{ narrator: string; number: number }>(
    'SELECT narrator, number FROM testimonies WHERE id = ?',
    [testimony],
  )
  if (story === undefined) throw new Failure('notFound')
  if (target.kind === 'story') return { narrator: story.narrator, testimonies: [testimony], passages: null }
  const passages = [...new Set(target.passages)]
  for (const passage of passages) {
    const row = database.get<{ number: number }>(
      `SELECT place / ${mostPassages} AS number FROM passages WHERE id = ?`,
      [passage],
    )
    if (row?.number !== story.number) throw new Failure('notFound')
  }
  return { narrator: story.narrator, testimonies: [testimony], passages }
}

/** Whether an archivist has to say how her wish is known: she has gone through it, or has written in it herself. */
export function mustSay({ actor, database }: Session, { testimonies }: Meant): boolean {
  return actor.role === 'archivist' && testimonies.some((testimony) => isHerVersion(database, testimony))
}

/** NOTE: somebody else could hold a window that was handed over without her passphrase. */
export function needsKey(session: Session, { narrator }: Meant): boolean {
  return session.actor.role === 'narrator' && !isSigning(session) && keyInUse(session.database, narrator) !== null
}

function counter(archive: ReadableArchive, meant: Meant) {
  const testimonies = JSON.stringify(meant.testimonies)
  const passages = JSON.stringify(meant.passages ?? [])
  const asked: Record<string, SqlValue> = { testimonies, passages }
  const named = (sql: string) => Object.fromEntries(Object.entries(asked).filter(([name]) => sql.includes(`:${name}`)))
  const count = (sql: string): number => archive.get<{ n: number | null }>(sql, named(sql))?.n ?? 0
  const inStories = 'testimony IN (SELECT value FROM json_each(:testimonies))'
  const inPassages = 'passage IN (SELECT value FROM json_each(:passages))'
  return { count, inStories, inPassages, isPart: meant.passages !== null }
}

export function countsOf(archive: ReadableArchive, meant: Meant): Counts {
  const { count, inStories, inPassages, isPart } = counter(archive, meant)
  const ofStory = (table: string, part: string) =>
    count(`SELECT count(*) AS n FROM ${table} WHERE ${inStories}${isPart ? ` AND ${part}` : ''}`)
  const wholeOnly = (table: string) => (isPart ? 0 : ofStory(table, ''))
  const places = isPart
    ? 'id IN (SELECT value FROM json_each(:passages))'
    : `place / ${mostPassages} IN (SELECT number FROM testimonies WHERE id IN (SELECT value FROM json_each(:testimonies)))`
  const marked = (table: string, column: string) =>
    ofStory(table, `id IN (SELECT ${column} FROM ranges WHERE ${inPassages})`)
  const [testimony = ''] = meant.testimonies
  const spoken = meant.passages === null ? null : spokenOf(archive, testimony, meant.passages)
  const sealedAnswers =
    meant.passages === null
      ? wholeOnly('sealed_answers')
      : sealedAnswersGoingWith(archive, testimony, meant.passages).length
  return {
    stories: isPart ? 0 : meant.testimonies.length,
    passages: count(`SELECT count(*) AS n FROM passages WHERE ${places}`),
    words: count(`SELECT sum(words) AS n FROM passages WHERE ${places}`),
    sealed: ofStory('seals', inPassages),
    sealedSound: ofStory('sealed_stretches', inPassages),
    recordings: wholeOnly('recordings') + wholeOnly('takes') + wholeOnly('off_record'),
    soundMs: isPart ? 0 : count(`SELECT sum(duration_ms) AS n FROM recordings WHERE ${inStories}`),
    versions: ofStory('past_passages', inPassages),
    marks: marked('labels', 'label') + marked('redactions', 'redaction') + marked('ties', 'tie'),
    suggestions: ofStory('suggestions', inPassages),
    about: wholeOnly('words_about'),
    excerpts: ofStory(
      'excerpts',
      'EXISTS (SELECT 1 FROM json_each(excerpts.passages) j WHERE j.value IN (SELECT value FROM json_each(:passages)))',
    ),
    spoken: (spoken?.length ?? wholeOnly('spoken_answers')) + sealedAnswers,
    readings: ofStory('readings', inPassages),
    evidence: wholeOnly('evidence_files'),
    decisions: wholeOnly('ledger'),
  }
}

const longestBeginning = 160

/** What it is called, and how it begins, so that nobody erases something else. */
export function namedAs(archive: ReadableArchive, { narrator, testimonies, passages }: Meant) {
  const [testimony = ''] = testimonies
  const story = archive.get<{ title: string; language: string }>(
    'SELECT title, language FROM testimonies WHERE id = ?',
    [testimony],
  )
  const only = passages?.length === 1 ? passages[0] : undefined
  const text = archive.get<{ text: string; language: string }>('SELECT text, language FROM passages WHERE id = ?', [
    only ?? '',
  ])
  const begins = (text?.text ?? '').slice(0, longestBeginning)
  return {
    narrator,
    name: archive.get<{ name: string }>('SELECT name FROM narrators WHERE id = ?', [narrator])?.name ?? '',
    title: testimonies.length === 1 ? (story?.title ?? '') : '',
    language: text?.language ?? story?.language ?? 'und',
    begins: begins.length < (text?.text.length ?? 0) ? `${begins.trimEnd()}…` : begins,
    sealedAt: only !== undefined && keyOfSeal(archive, testimony, only) !== null ? placeInStory(archive, only) : null,
  }
}

function placeInStory(archive: ReadableArchive, passage: string): { readonly place: number; readonly of: number } {
  const row = archive.get<{ place: number; of: number }>(
    `SELECT sum(p.place <= own.place) AS place, count(*) AS of FROM passages own
     JOIN passages p ON p.place / ${mostPassages} = own.place / ${mostPassages} WHERE own.id = ?`,
    [passage],
  )
  return row ?? { place: 0, of: 0 }
}

export function outsideOf({ database }: Session, { narrator, testimonies, passages }: Meant) {
  const isMeant = (given: readonly string[]) => passages === null || passages.some((one) => given.includes(one))
  const copies = testimonies
    .flatMap((testimony) => disclosuresOf(database, testimony))
    .filter((row) => isMeant(row.passages))
    .map(({ id, at, use, recipient }) => ({
      disclosure: id,
      at,
      use,
      recipient: recipient.name,
      isAskedBack: recallsOf(database, id).length > 0 && stepsOf(database, id).some(({ kind }) => kind !== 'letBe'),
    }))
  const takenHome = database
    .all<{ at: string }>('SELECT taken_at AS at FROM copies_taken WHERE narrator = ? ORDER BY taken_at', [narrator])
    .map(({ at }) => at)
  const lists = database.get<{ n: number }>('SELECT count(*) AS n FROM catalogue_people WHERE narrator = ?', [narrator])
  return { copies, takenHome, lists: passages === null ? (lists?.n ?? 0) : 0 }
}

/** What can become of the sound of passages; null where nothing of it is known to be in a recording. */
export async function soundOf(session: Session, { passages }: Meant) {
  if (passages === null) return null
  const places = placesOf(session.database, passages).filter(({ recording }) => recording !== null)
  if (places.length === 0) return null
  const ids = [...new Set(places.flatMap(({ recording }) => recording ?? []))]
  let [wholeMs, canSilence] = [0, places.every((place) => stretchesOf(place).length > 0)]
  const toDecode: { recording: string; media: string; durationMs: number }[] = []
  for (const id of ids) {
    const kept = await keptSound(session, id)
    if (kept === null) continue
    const { media, durationMs, kind } = kept
    wholeMs += durationMs
    if (kind === 'damaged') canSilence = false
    if (kind === 'encoded') toDecode.push({ recording: id, media, durationMs })
  }
  const stretchMs = places.flatMap(stretchesOf).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  return { recordings: ids.length, wholeMs, stretchMs, canSilence, toDecode: canSilence ? toDecode : [] }
}

export function wasOneWithOthers({ database }: Session, { testimonies, passages }: Meant): boolean {
  const [testimony = ''] = testimonies
  return (passages ?? []).some(
    (passage) => database.all<{ id: string }>(`${kinSql} SELECT id FROM kin`, { testimony, passage }).length > 1,
  )
}
