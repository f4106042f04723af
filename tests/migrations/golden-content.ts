// What the golden archives hold: a little of everything, written in the shape that the tables had when they came. Once
// there is a golden archive of a version, nothing that it holds is ever edited here.
import { canonical } from '../../shared/domain/canonical.ts'
import { appended, type LedgerBody, type LedgerEntry } from '../../shared/domain/consent/ledger.ts'
import { sha256 } from '../../electron/archive/sha256.ts'
import { fold } from '../../electron/archive/store/fold.ts'
import type { Database } from '../../electron/archive/store/connection.ts'
import { plainConditions } from '../support/plain-conditions.ts'

/** What is the same in all of them. */
export interface GoldenWorld {
  readonly archiveId: string
  readonly mediaRecipient: string
  readonly mediaIdentity: string
  /** Of the one recording; `header` in hex. */
  readonly media: { readonly name: string; readonly header: string; readonly size: number; readonly sha256: string }
}

export const at = '2026-01-02T03:04:05.000Z'
export const goldenTexts = [
  'I counted the tins by the light of the harbour.',
  'Nobody asked us whether we were cold.',
  'मैंने कुछ नहीं लिखा।',
] as const
export const goldenTitle = 'Tins and harbour light'
const [narrator, testimony] = ['goldennarrator', 'goldentestimony']
export const goldenTestimony = testimony

function ledgerEntry(last: LedgerEntry | null, id: string, body: LedgerBody): LedgerEntry {
  const evidence = { kind: 'inPerson', note: 'She said so.' } as const
  return appended(last, { id, narrator, certainty: 'attested', by: 'Ana', evidence, at, body }, sha256)
}

/** By the end of a migration's name, what is written as soon as it is done. */
export const goldenContent: Readonly<Record<string, (database: Database, world: GoldenWorld) => void>> = {
  'keep-testimonies': (database, { archiveId, mediaRecipient, mediaIdentity, media }) => {
    database
      .prepare(
        `INSERT INTO archive (one, id, created_at, archivist, media_recipient, media_identity, latest_moment)
         VALUES (1, ?, '${at}', 'Ana', ?, ?, '${at}')`,
      )
      .run(archiveId, mediaRecipient, mediaIdentity)
    database.exec(`
      INSERT INTO narrators (id, name, existence) VALUES ('${narrator}', 'Marisol', 'byPseudonym');
      INSERT INTO narrator_names VALUES ('${narrator}', 'readers', 'Sol');
      INSERT INTO refused_words VALUES ('${narrator}', 0, 'victim', 'worker');
      INSERT INTO testimonies (id, narrator, title, title_by, language, created_at)
        VALUES ('${testimony}', '${narrator}', '${goldenTitle}', 'narrator', 'en', '${at}');
      INSERT INTO revisions (testimony, number, author, at) VALUES ('${testimony}', 1, 'Ana', '${at}');
      INSERT INTO speakers VALUES ('goldenspeaker', '${testimony}', 0, 'Marisol', 'narrator');
      INSERT INTO turns VALUES (65536, 'goldenturn', 'goldenspeaker');
    `)
    database
      .prepare(`INSERT INTO media VALUES (?, 'recording', ?, ?, ?, 'audio/wav', '${at}')`)
      .run(media.name, Buffer.from(media.header, 'hex'), media.size, media.sha256)
    database
      .prepare(`INSERT INTO recordings VALUES ('goldenrecording', '${testimony}', ?, 1, 'wav', 1000, 1, 8000, NULL)`)
      .run(media.name)
    for (const [index, text] of goldenTexts.entries()) {
      const place = 65_536 + index * 1_024
      database
        .prepare(`INSERT INTO passages VALUES (?, ?, 65536, 'narrator', ?, 'ltr', ?, 'goldenrecording', ?, ?, '[]', ?)`)
        .run(place, `goldenpassage${index}`, index === 2 ? 'hi' : 'en', 5, index * 300, index * 300 + 200, text)
      database.prepare('INSERT INTO passage_words (rowid, text) VALUES (?, ?)').run(place, fold(text))
    }
  },
  'mark-passages': (database) =>
    void database.exec(`
      INSERT INTO labels VALUES ('goldenlabel', '${testimony}', 'wage theft', 'en', 'what we were not paid', 'narrator', 'mine', 3, 'Ana', 1);
      INSERT INTO redactions VALUES ('goldenredaction', '${testimony}', 'place', 'readers', 'pseudonym', 'the bay', 'she asked', 'Ana', 1);
      INSERT INTO ranges (id, label, passage, start_at, end_at, quote, unresolved, position)
        VALUES ('goldenrange1', 'goldenlabel', 'goldenpassage1', 0, 6, 'Nobody', 0, 0);
      INSERT INTO ranges (id, redaction, passage, start_at, end_at, quote, start_ms, end_ms, unresolved, position)
        VALUES ('goldenrange2', 'goldenredaction', 'goldenpassage0', 39, 46, 'harbour', 100, 150, 0, 0);
      INSERT INTO mark_steps (testimony, kind, mark, undone, at) VALUES ('${testimony}', 'label', 'goldenlabel', 0, '${at}');
    `),
  'keep-the-ledger': (database) => {
    const answer: LedgerBody = {
      kind: 'consent',
      testimony,
      scope: { kind: 'testimony' },
      use: 'teaching',
      answer: 'yes',
      conditions: plainConditions,
      cardLanguage: 'en',
      cardVersion: 1,
    }
    const first = ledgerEntry(null, 'goldenentry1', answer)
    const second = ledgerEntry(first, 'goldenentry2', { kind: 'reviewed', testimony, revision: 1 })
    for (const entry of [first, second])
      database
        .prepare('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
        .run(
          entry.sequence,
          entry.id,
          testimony,
          narrator,
          entry.certainty,
          entry.by,
          canonical(entry.evidence),
          at,
          entry.body.kind,
          canonical(entry.body),
          entry.previous,
          entry.hash,
        )
  },
  'give-out': (database) =>
    void database.exec(`
      INSERT INTO recipients VALUES ('goldenrecipient', 'The evening school', 'en');
      INSERT INTO excerpts (id, testimony, use_name, recipient, with_sound, title, introduction, keywords, author, passages, created_at)
        VALUES ('goldenexcerpt', '${testimony}', 'teaching', 'goldenrecipient', 0, 'Cold', '', '[]', 'Ana', '["goldenpassage1"]', '${at}');
    `),
  'write-in-stories': (database) =>
    void database.exec(`
      INSERT INTO revisions (testimony, number, author, at, author_role, until) VALUES ('${testimony}', 2, 'Ana', '${at}', 'archivist', '${at}');
      INSERT INTO past_passages (testimony, passage, until, language, direction, recording, start_ms, end_ms, word_times, text)
        VALUES ('${testimony}', 'goldenpassage1', 1, 'en', 'ltr', 'goldenrecording', 300, 500, '[]', 'Nobody asked.');
      INSERT INTO ties VALUES ('goldentie', '${testimony}', 'neverAlone', 'It needs the first.', 'Ana', 1);
      INSERT INTO ranges (id, tie, passage, start_at, end_at, quote, unresolved, position)
        VALUES ('goldenrange3', 'goldentie', 'goldenpassage1', 0, 37, 'Nobody asked us whether we were cold.', 0, 0);
      INSERT INTO sections VALUES ('goldensection', '${testimony}', 'goldenpassage1', 'The winter');
      INSERT INTO words_about VALUES ('goldenabout', '${testimony}', 'note', 'en', 'Told in one evening.', 'Ana', '${at}', 'yes', '');
      INSERT INTO suggestions VALUES ('goldensuggestion', '${testimony}', 'goldenpassage1', 'cold', 'freezing', 'clearer', 'Ana', '${at}');
    `),
  'with-the-narrator': (database) =>
    void database.exec(`INSERT INTO looks VALUES ('${testimony}', 'goldenpassage1', 'right', '${at}')`),
  'not-the-same-name': (database) =>
    void database.exec(
      `INSERT INTO not_the_same (id, testimony, words, other, author) VALUES ('goldenother', '${testimony}', 'harbour', 'harbourmaster', 'Ana')`,
    ),
  'word-cards': (database) =>
    void database.exec(`
      INSERT INTO uses (name, position) VALUES ('own-anyone-any-0123456789', 15);
      INSERT INTO cards VALUES ('press', 'en', 2, 'Press', 'For a paper.', 'Anybody.', 'It stays for ever.', 'Ana', '${at}');
    `),
  'call-back': (database) =>
    void database.exec(
      `INSERT INTO recall_lifts (what, lifted, note, at, by_whom) VALUES ('goldenrecall', 1, 'Her wish.', '${at}', 'Ana')`,
    ),
  'write-down-receipts': (database) =>
    void database.exec(`
      INSERT INTO receipts VALUES ('goldenreceipt', '${narrator}', 'saved', 'en', '1', '[]', '${at}', 'Ana');
      INSERT INTO catalogues VALUES ('goldenlist', 'readers', 'en', '[]', '${at}', 'Ana');
    `),
  'take-out-sound': (database) =>
    void database.exec(
      `INSERT INTO sound_stretches VALUES ('goldenstretch', 'goldenredaction', 'goldenrecording', 900, 950, 0)`,
    ),
  'draft-by-machine': (database) =>
    void database.exec(
      `INSERT INTO machine_listened VALUES ('goldenlistened', '${testimony}', 'goldenrecording', 'Ana', '${at}')`,
    ),
  'remember-backups': (database) => void database.exec('UPDATE backup_plan SET keep = 5'),
  'say-who-is-listed': (database) =>
    void database.exec(`
      INSERT INTO existence_said (narrator, existence, herself, evidence, by_whom, at)
        VALUES ('${narrator}', 'byPseudonym', 0, '{"kind":"inPerson","note":""}', 'Ana', '${at}');
      INSERT INTO catalogue_people VALUES ('goldenlist', '${narrator}', 'Sol');
    `),
  'keep-her-paper': (database) =>
    void database.exec(`
      INSERT INTO narrator_keys (id, narrator, signing_public, sealing_public, wrapped, salt, passes, memory, created_at)
        VALUES ('goldenkey', '${narrator}', x'01', x'02', x'03', x'04', 3, 65536, '${at}');
      INSERT INTO narrator_papers VALUES ('${narrator}', 'goldenkey', x'05', x'06', '${at}');
      INSERT INTO narrator_papers_used VALUES ('${narrator}', 'goldenkey', '${at}');
    `),
  'seal-spoken-answers': (database) =>
    void database.exec(
      `INSERT INTO sealed_answers VALUES ('goldenanswer', '${testimony}', 'goldenpassage1', 'goldenfile', 'goldenkey', x'07', '${at}')`,
    ),
}
