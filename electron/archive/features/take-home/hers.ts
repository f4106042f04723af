// Everything of one narrator, read from the rows: what goes with her when she takes it with her.
import type { SpokenAnswer } from '../../../../shared/domain/writing/beside.ts'
import type { WordTime } from '../../../../shared/domain/story.ts'
import type { TurnOrder } from '../../../../shared/domain/writing/writing.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Decision, HerStory, PastPassage, Revision } from '../../exporters/open-formats/her-story.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { listSuggestions, readSections, readWordsAbout } from '../../store/beside.ts'
import { readLedger } from '../../store/ledger.ts'
import { readLineage } from '../../store/lineage.ts'
import { readLooks } from '../../store/looks.ts'
import { readMarks } from '../../store/marks.ts'
import { disclosuresOf } from '../../store/register.ts'
import { readStory } from '../../store/stories.ts'

/** Her testimonies in the order in which they came; throws Failure notFound where there is no such narrator. */
export function testimoniesOf(archive: ReadableArchive, narrator: string): string[] {
  if (archive.get('SELECT 1 FROM narrators WHERE id = ?', [narrator]) === undefined) throw new Failure('notFound')
  return archive
    .all<{ id: string }>('SELECT id FROM testimonies WHERE narrator = ? ORDER BY number', [narrator])
    .map(({ id }) => id)
}

export function answersOf(archive: ReadableArchive, testimony: string): SpokenAnswer[] {
  return archive.all(
    'SELECT id, passage, media, duration_ms AS durationMs, at FROM spoken_answers WHERE testimony = ? ORDER BY at, id',
    [testimony],
  )
}

function revisionsOf(archive: ReadableArchive, testimony: string): Revision[] {
  return archive.all(
    'SELECT number, author, author_role AS authorRole, at, until, name FROM revisions WHERE testimony = ? ORDER BY number',
    [testimony],
  )
}

export function revisionNumbers(archive: ReadableArchive, testimony: string): number[] {
  return revisionsOf(archive, testimony).map(({ number }) => number)
}

function pastPassagesOf(archive: ReadableArchive, testimony: string): PastPassage[] {
  return archive
    .all<Omit<PastPassage, 'wordTimes'> & { wordTimes: string }>(
      'SELECT passage, until, language, direction, recording, start_ms AS startMs, end_ms AS endMs, word_times AS wordTimes, text FROM past_passages WHERE testimony = ? ORDER BY until, passage',
      [testimony],
    )
    .map((past) => ({ ...past, wordTimes: JSON.parse(past.wordTimes) as WordTime[] }))
}

function pastOrdersOf(archive: ReadableArchive, testimony: string): { until: number; turns: TurnOrder[] }[] {
  return archive
    .all<{ until: number; turns: string }>('SELECT until, turns FROM past_orders WHERE testimony = ? ORDER BY until', [
      testimony,
    ])
    .map(({ until, turns }) => ({ until, turns: JSON.parse(turns) as TurnOrder[] }))
}

/** Her decisions about one testimony, with her signature where there is one. */
export function decisionsOf(archive: ReadableArchive, testimony: string): Decision[] {
  const signatures = new Map(
    archive
      .all<{ entry: string; publicKey: Buffer; signature: Buffer }>(
        'SELECT s.entry, k.signing_public AS publicKey, s.signature FROM ledger_signatures s JOIN narrator_keys k ON k.id = s.key JOIN ledger l ON l.id = s.entry WHERE l.testimony = ?',
        [testimony],
      )
      .map(({ entry, publicKey, signature }) => [
        entry,
        { publicKey: publicKey.toString('hex'), signature: signature.toString('hex') },
      ]),
  )
  return readLedger(archive, testimony).map((entry) => ({ entry, signature: signatures.get(entry.id) ?? null }))
}

/** @param opened words of sealed passages that her open key gave */
export function herStory(archive: ReadableArchive, testimony: string, opened: ReadonlyMap<string, string>): HerStory {
  return {
    story: readStory(archive, testimony),
    marks: readMarks(archive, testimony),
    sections: readSections(archive, testimony),
    wordsAbout: readWordsAbout(archive, testimony),
    suggestions: listSuggestions(archive, testimony),
    spokenAnswers: answersOf(archive, testimony),
    looks: readLooks(archive, testimony),
    revisions: revisionsOf(archive, testimony),
    pastPassages: pastPassagesOf(archive, testimony),
    pastOrders: pastOrdersOf(archive, testimony),
    lineage: readLineage(archive, testimony).map(({ until: _until, ...change }) => change),
    decisions: decisionsOf(archive, testimony),
    givenOut: disclosuresOf(archive, testimony),
    opened,
  }
}
