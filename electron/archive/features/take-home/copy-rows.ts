// Which rows of an archive go into a narrator's copy. Every table is named here, those that stay at home as well, so that
// a new one cannot be forgotten; what goes is chosen by whose it is, never by leaving others' out.
import { mostPassages } from '../../store/stories.ts'
import { fold } from '../../store/fold.ts'
import type { ReadableArchive, SqlValue, WritableArchive } from '../../store/archive-database.ts'

type Row = Record<string, SqlValue>

const ofHerTestimony = 'testimony IN (SELECT id FROM testimonies WHERE narrator = :narrator)'
const hersBy = (table: string) => `SELECT id FROM ${table} WHERE ${ofHerTestimony}`
const herPlaces = `place / ${mostPassages} IN (SELECT number FROM testimonies WHERE narrator = :narrator)`

/** Tables that go, in an order that keeps what they refer to before them, with what is hers of each. */
const going = {
  // The archive's, for her to answer there what she is asked here.
  uses: 'TRUE',
  cards: 'TRUE',
  narrators: 'id = :narrator',
  narrator_names: 'narrator = :narrator',
  refused_words: 'narrator = :narrator',
  narrator_keys: 'narrator = :narrator',
  narrator_papers_used: 'narrator = :narrator',
  recipients: `id IN (SELECT recipient FROM disclosures WHERE ${ofHerTestimony})
    OR id IN (SELECT j.value FROM ledger l, json_each(l.body, '$.conditions.recipients') j WHERE l.narrator = :narrator)`,
  testimonies: 'narrator = :narrator',
  revisions: ofHerTestimony,
  speakers: ofHerTestimony,
  media: `name IN (SELECT media FROM recordings WHERE ${ofHerTestimony} UNION SELECT media FROM spoken_answers WHERE ${ofHerTestimony}
    UNION SELECT media FROM evidence_files WHERE ${ofHerTestimony})`,
  recordings: ofHerTestimony,
  recording_gaps: `recording IN (${hersBy('recordings')})`,
  recording_marks: `recording IN (${hersBy('recordings')})`,
  off_record: ofHerTestimony, // sealed to her key, which goes too
  spoken_answers: ofHerTestimony,
  evidence_files: ofHerTestimony,
  turns: herPlaces,
  passages: herPlaces,
  past_passages: ofHerTestimony,
  past_orders: ofHerTestimony,
  lineage: ofHerTestimony,
  labels: ofHerTestimony,
  redactions: ofHerTestimony,
  ties: ofHerTestimony,
  not_the_same: ofHerTestimony,
  ranges: `label IN (${hersBy('labels')}) OR redaction IN (${hersBy('redactions')}) OR tie IN (${hersBy('ties')})`,
  sound_stretches: `redaction IN (${hersBy('redactions')})`,
  sections: ofHerTestimony,
  words_about: ofHerTestimony,
  suggestions: ofHerTestimony,
  seals: ofHerTestimony,
  sealed_stretches: ofHerTestimony,
  sealed_sound: ofHerTestimony, // sealed to her key
  sealed_answers: ofHerTestimony, // with it
  looks: ofHerTestimony,
} as const
type Going = keyof typeof going

/** Made anew in the copy, or staying at home because it is the archive's. */
export const notGoing = [
  'narrator_papers', // put there with what it opens, in `her-paper.ts`
  'archive',
  'migrations',
  'ledger', // her entries are appended to a chain of their own
  'ledger_signatures', // with them
  'ledger_head', // its own
  'ledger_anchors', // of the register, which stays
  'passage_words', // indexed anew
  'mark_steps', // undo ends at the door
  'copy_of',
  'copies_taken',
  'decisions_taken',
  'excerpts', // drafts of the archive's; what was given out is in the base
  'compared', // with them
  'renditions',
  'rendition_copies', // with them
  'readings', // somebody else's voice, for excerpts of the archive's
  'takes', // what was not put into its story yet
  'backups', // of this archive
  'backup_plan', // the copy's own
  'saved_from', // a note of the repair
  'own_questions',
  'disclosures',
  'givings',
  'prints', // with the register
  'recalls',
  'recall_steps',
  'recall_key',
  'recall_list',
  'recall_lifts',
  'receipts', // the archive's own, of what it handed over
  'catalogues',
  'catalogue_people', // with them
  'existence_said', // for lists, which are made at home
  'transcribing', // the archive's own, on its own machine
  'machine_listened',
  'machine_drafts', // nobody's words until somebody has been through them
  'machine_draft_passages',
  'tombstones', // of this archive
  'tombstones_done',
  'erased_entries', // of a chain that stays
] as const

export const goingTables = Object.keys(going) as Going[]

/** Numbers that count everybody's rows: the copy gives its own. */
const renumbered: Readonly<Partial<Record<Going, string>>> = { testimonies: 'number', lineage: 'sequence' }
const ordered: Readonly<Partial<Record<Going, string>>> = {
  testimonies: 'number',
  lineage: 'sequence',
  turns: 'place',
  passages: 'place',
}

/** Media of hers, by the name they have here. */
export function herMedia(archive: ReadableArchive, narrator: string): string[] {
  return archive
    .all<{ name: string }>(`SELECT name FROM media WHERE ${going.media}`, { narrator })
    .map(({ name }) => name)
}

/** What a media file is in the copy: another name, another key, the same sound. */
export interface CopiedMedia {
  readonly name: string
  readonly header: Uint8Array
}

/** Puts everything of hers into an empty archive. `media`: by the name each file has at home. */
export function copyRows(
  from: ReadableArchive,
  into: WritableArchive,
  narrator: string,
  media: ReadonlyMap<string, CopiedMedia>,
): void {
  const numbers = new Map<number, number>()
  const movedPlace = (place: SqlValue): number => {
    const number = Math.floor(Number(place) / mostPassages)
    return (numbers.get(number) ?? 0) * mostPassages + (Number(place) % mostPassages)
  }
  const copied = (name: SqlValue): CopiedMedia => {
    const found = media.get(String(name))
    if (found === undefined) throw new Error('a media file that was not copied')
    return found
  }
  const changedRow = (table: Going, row: Row): Row => {
    if (table === 'turns') return { ...row, place: movedPlace(row['place'] ?? 0) }
    if (table === 'passages')
      return { ...row, place: movedPlace(row['place'] ?? 0), turn_place: movedPlace(row['turn_place'] ?? 0) }
    if (table === 'media') {
      const { name, header } = copied(row['name'] ?? '')
      return { ...row, name, header: Buffer.from(header) }
    }
    if (table === 'recordings' || table === 'spoken_answers' || table === 'evidence_files')
      return { ...row, media: copied(row['media'] ?? '').name }
    return row
  }
  for (const table of goingTables) {
    const order = ordered[table]
    const rows = from.all<Row>(
      `SELECT * FROM ${table} WHERE ${going[table]}${order === undefined ? '' : ` ORDER BY ${order}`}`,
      { narrator },
    )
    for (const row of rows) {
      const { [renumbered[table] ?? '']: number, ...rest } = changedRow(table, row)
      const columns = Object.keys(rest)
      const { rowid } = into.run(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        Object.values(rest),
      )
      if (table === 'testimonies') numbers.set(Number(number), rowid)
      if (table === 'passages')
        into.run('INSERT INTO passage_words (rowid, text) VALUES (?, ?)', [
          rest['place'] ?? 0,
          fold(String(rest['text'] ?? '')),
        ])
    }
  }
}
