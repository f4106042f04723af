// Each migration by itself: what it makes, and what the database then refuses, whoever asks.
import { describe, expect, test } from 'vitest'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { database, eachWithDatabase, ledgerRow, now, story, tables, upTo } from './migrating.ts'

eachWithDatabase()

describe('202611220001-keep-testimonies', () => {
  test('makes its tables, strict, and a master is never altered', () => {
    upTo('keep-testimonies')
    for (const name of ['archive', 'narrators', 'testimonies', 'revisions', 'turns', 'passages', 'media', 'recordings'])
      expect(tables()).toContain(name)
    database.exec(
      `INSERT INTO media (name, kind, header, size, sha256, type, created_at) VALUES ('m', 'recording', x'00', 1, 'x', 'audio/wav', '${now}')`,
    )
    expect(() => database.exec("UPDATE media SET sha256 = 'y'")).toThrow('a master is never altered')
    expect(() => database.exec("UPDATE media SET type = 'text/html'")).toThrow('a master is never altered')
    expect(() => database.exec(`INSERT INTO narrators (id, name, existence) VALUES ('n', 7, 'somehow')`)).toThrow()
  })
  test('a passage belongs to a turn, a turn to a speaker', () => {
    upTo('keep-testimonies')
    story()
    expect(() => database.exec("UPDATE passages SET turn_place = 99 WHERE id = 'p'")).toThrow('FOREIGN KEY')
    expect(() => database.exec("DELETE FROM speakers WHERE id = 's'")).toThrow('FOREIGN KEY')
  })
})

describe('202611220002-mark-passages', () => {
  test('a range belongs to one mark and goes with it', () => {
    upTo('mark-passages')
    story()
    database.exec(`INSERT INTO labels (id, testimony, words, language, meaning, asserted_by, stance, colour, author, position)
      VALUES ('l', 't', 'work', 'en', '', 'narrator', 'mine', 1, 'Ana', 1)`)
    const range = (
      label: string,
      redaction: string,
    ) => `INSERT INTO ranges (id, label, redaction, passage, start_at, end_at, quote, unresolved, position)
      VALUES ('r', ${label}, ${redaction}, 'p', 0, 3, 'Two', 0, 0)`
    expect(() => database.exec(range('NULL', 'NULL'))).toThrow('CHECK')
    database.exec(range("'l'", 'NULL'))
    database.exec("DELETE FROM labels WHERE id = 'l'")
    expect(database.prepare('SELECT count(*) FROM ranges').pluck().get()).toBe(0)
  })
})

describe('202611220003-keep-the-ledger', () => {
  test('the ledger only grows, each entry after the last', () => {
    upTo('keep-the-ledger')
    story()
    const none = '0'.repeat(64)
    expect(() => database.exec(ledgerRow(1, 'hash0'))).toThrow('an entry follows the last one')
    database.exec(ledgerRow(1, none))
    expect(() => database.exec(ledgerRow(3, 'hash1'))).toThrow('an entry follows the last one')
    expect(() => database.exec(ledgerRow(2, none))).toThrow('an entry follows the last one')
    database.exec(ledgerRow(2, 'hash1'))
    expect(() => database.exec("UPDATE ledger SET by_whom = 'Eva'")).toThrow('append-only')
    expect(() => database.exec('DELETE FROM ledger')).toThrow('append-only')
    expect(() => database.exec(ledgerRow(2, 'hash1').replace('INSERT', 'INSERT OR REPLACE'))).toThrow(
      'an entry follows the last one',
    )
  })
})

describe('202611220004-give-out', () => {
  test('a row of the register is never changed, deleted or replaced', () => {
    upTo('give-out')
    const row = `INTO disclosures (id, sequence, at, by_whom, excerpt, testimony, title, use_name, recipient, recipient_name, recipient_language,
      revision, content_sha256, sign_off, folder_name, details) VALUES ('d', 1, '${now}', 'Ana', 'x', 't', 'Nights', 'press', 'r', 'Hall', 'en', 1, 'h', 's', 'f', '{}')`
    database.exec(`INSERT ${row}`)
    for (const sql of ["UPDATE disclosures SET title = 'No'", 'DELETE FROM disclosures', `REPLACE ${row}`]) {
      expect(() => database.exec(sql), sql).toThrow('append-only')
    }
  })
})

test('names are in order, and the schema kept beside the store is theirs', async () => {
  const { schemaText } = await import('../../electron/archive/store/schema-text.ts')
  const { readFileSync } = await import('node:fs')
  expect(readFileSync(new URL('../../electron/archive/store/schema.sql', import.meta.url), 'utf8')).toBe(
    schemaText(migrations),
  )
})

describe('202611220009-not-the-same-name', () => {
  test('keeps longer words alone, each once, and the steps that were there', () => {
    upTo('date-splits')
    story()
    database.exec(
      `INSERT INTO mark_steps (sequence, testimony, kind, mark, undone, at) VALUES (7, 't', 'label', 'l', 0, '${now}')`,
    )
    upTo('not-the-same-name')
    const kept = (id: string, words: string, other: string) =>
      database.exec(
        `INSERT INTO not_the_same (id, testimony, words, other, author) VALUES ('${id}', 't', '${words}', '${other}', 'Ana')`,
      )
    kept('a', 'carlo', 'carlos')
    expect(() => kept('b', 'carlo', 'carlos')).toThrow('UNIQUE')
    expect(() => kept('c', 'carlo', 'carlo')).toThrow('CHECK')
    expect(database.prepare('SELECT sequence FROM mark_steps').pluck().all()).toEqual([7])
    database.exec(
      `INSERT INTO mark_steps (testimony, kind, mark, undone, at) VALUES ('t', 'notTheSame', 'a', 0, '${now}')`,
    )
    expect(database.prepare('SELECT max(sequence) FROM mark_steps').pluck().get()).toBe(8)
  })
})

describe('202611220011-word-cards', () => {
  const card = (use: string, version: number, worst = 'The worst.') =>
    `INSERT INTO cards (use_name, language, version, title, says, who_could_see, worst_case, by_whom, at)
     VALUES ('${use}', 'es', ${version}, 'Prensa', 'Para esto.', 'Cualquiera.', '${worst}', 'Ana', '${now}')`

  test('the words of a card stay, and each wording follows the last', () => {
    upTo('word-cards')
    expect(() => database.exec(card('press', 1))).toThrow('a wording follows the last one')
    database.exec(card('press', 2))
    database.exec(card('own-anyone-any-0123456789', 1))
    expect(() => database.exec(card('press', 4))).toThrow('a wording follows the last one')
    expect(() => database.exec(card('press', 3, '  '))).toThrow('CHECK')
    expect(() => database.exec("UPDATE cards SET worst_case = 'nothing'")).toThrow('stay as they were read')
    expect(() => database.exec('DELETE FROM cards')).toThrow('stay as they were read')
    expect(() => database.exec(card('press', 2).replace('INSERT', 'INSERT OR REPLACE'))).toThrow()
  })

  test('a use never goes and keeps its name; its place and its asking change', () => {
    upTo('word-cards')
    database.exec("INSERT INTO uses (name, position) VALUES ('own-anyone-any-0123456789', 15)")
    expect(() => database.exec("UPDATE uses SET name = 'own-circle-any-0123456789'")).toThrow('keeps its name')
    expect(() => database.exec('DELETE FROM uses')).toThrow('never goes')
    database.exec(`UPDATE uses SET position = 0, retired_at = '${now}'`)
  })
})
