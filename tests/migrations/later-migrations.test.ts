// The later migrations by themselves: what each makes, and what the database then refuses, whoever asks.
import { describe, expect, test } from 'vitest'
import { database, eachWithDatabase, ledgerRow, now, story, upTo } from './migrating.ts'

eachWithDatabase()

describe('202611220018-finish-what-leaves', () => {
  test('what was in the register when a crash came is written down, and the rest is not', () => {
    upTo('write-down-receipts')
    story()
    database.exec(`
      INSERT INTO disclosures (id, sequence, at, by_whom, excerpt, testimony, title, use_name, recipient, recipient_name,
        recipient_language, revision, content_sha256, sign_off, folder_name, details)
        VALUES ('d', 1, '${now}', 'Ana', 'x', 't', 'Nights', 'readingRoom', 'r', 'Hall', 'en', 1, 'h', 's', 'out', '{}');
      INSERT INTO givings (disclosure, staged, target) VALUES ('d', '.one', 'one'), ('e', '.two', 'two');
    `)
    upTo('finish-what-leaves')
    expect(database.prepare('SELECT id, recorded FROM givings ORDER BY id').all()).toEqual([
      { id: 'd', recorded: 1 },
      { id: 'e', recorded: 0 },
    ])
  })
})

describe('202611220014-call-back', () => {
  test('recalls, their steps and what is lifted never change and never go', () => {
    upTo('call-back')
    story()
    database.exec(`
      INSERT INTO disclosures (id, sequence, at, by_whom, excerpt, testimony, title, use_name, recipient, recipient_name,
        recipient_language, revision, content_sha256, sign_off, folder_name, details)
        VALUES ('d', 1, '${now}', 'Ana', 'x', 't', 'Nights', 'readingRoom', 'r', 'Hall', 'en', 1, 'h', 's', 'out', '{}');
      INSERT INTO recalls (id, disclosure, passages, salt, at, by_whom) VALUES ('c', 'd', '[]', x'00', '${now}', 'Ana');
      INSERT INTO recall_steps (recall, kind, on_day, by_whom, note, files, at)
        VALUES ('c', 'sent', '2026-03-12', 'Ana', '', '[]', '${now}');
      INSERT INTO recall_lifts (what, lifted, note, at, by_whom) VALUES ('c', 1, 'Her new wish.', '${now}', 'Ana');
    `)
    for (const sql of [
      "UPDATE recalls SET passages = '[1]'",
      'DELETE FROM recalls',
      "UPDATE recall_steps SET kind = 'confirmed'",
      'DELETE FROM recall_steps',
      "UPDATE recall_lifts SET note = ''",
      'DELETE FROM recall_lifts',
    ])
      expect(() => database.exec(sql), sql).toThrow('append-only')
  })
})

describe('202611220012-keep-evidence', () => {
  const ends = () => database.prepare('SELECT sequence, hash FROM ledger_head').all()
  const zeros = '0'.repeat(64)

  test('notes where a ledger ends that was there before, and goes on with it', () => {
    upTo('widen-the-ledger')
    story()
    database.exec(ledgerRow(1, zeros))
    upTo('keep-evidence')
    expect(ends()).toEqual([{ sequence: 1, hash: 'hash1' }])
    database.exec(ledgerRow(2, 'hash1'))
    expect(ends()).toEqual([{ sequence: 2, hash: 'hash2' }])
    expect(() => database.exec('DELETE FROM ledger_head')).toThrow('append-only')
    expect(() => database.exec('UPDATE ledger_head SET sequence = 1')).toThrow('append-only')
  })

  test('what is given out notes where the ledger ended then, for ever', () => {
    upTo('keep-evidence')
    story()
    database.exec(ledgerRow(1, zeros))
    database.exec(
      `INSERT INTO disclosures (id, sequence, at, by_whom, excerpt, testimony, title, use_name, recipient, recipient_name,
         recipient_language, revision, content_sha256, sign_off, folder_name, details)
       VALUES ('d', 1, '', '', '', 't', '', '', '', '', '', 1, '', '', '', '{}')`,
    )
    expect(database.prepare('SELECT * FROM ledger_anchors').all()).toEqual([
      { disclosure: 'd', sequence: 1, hash: 'hash1' },
    ])
    expect(() => database.exec('DELETE FROM ledger_anchors')).toThrow('append-only')
    expect(() => database.exec('UPDATE ledger_anchors SET sequence = 2')).toThrow('append-only')
  })

  test('a file of evidence belongs to a story and to one of its media', () => {
    upTo('keep-evidence')
    story()
    expect(() =>
      database.exec("INSERT INTO evidence_files (id, testimony, media, at) VALUES ('f', 't', 'm', '')"),
    ).toThrow('FOREIGN KEY')
  })
})

describe('202611220016-end-keys', () => {
  test('a key that she did away with stays away', () => {
    upTo('end-keys')
    story()
    database.exec(
      `INSERT INTO narrator_keys (id, narrator, signing_public, sealing_public, wrapped, salt, passes, memory, created_at)
       VALUES ('k', 'n', x'01', x'02', x'03', x'04', 1, 1, '${now}')`,
    )
    database.exec("UPDATE narrator_keys SET wrapped = NULL, salt = NULL, ended_after = 4 WHERE id = 'k'")
    expect(() => database.exec("UPDATE narrator_keys SET ended_after = NULL WHERE id = 'k'")).toThrow('did away')
    expect(() => database.exec("UPDATE narrator_keys SET wrapped = x'03', salt = x'04' WHERE id = 'k'")).toThrow(
      'did away',
    )
  })
})

describe('202611220019-guard-her-session', () => {
  const compared = () => database.prepare('SELECT excerpt FROM compared').pluck().all()
  const keep = () => database.exec(`INSERT OR REPLACE INTO compared (excerpt, at, found) VALUES ('x', '${now}', '{}')`)
  const excerpt = () =>
    database.exec(`INSERT INTO recipients (id, name, language) VALUES ('r', 'Hall', 'en');
      INSERT INTO excerpts (id, testimony, use_name, recipient, with_sound, title, introduction, keywords, captions, about, author, passages, created_at)
      VALUES ('x', 't', 'press', 'r', 0, 'Days', '', '[]', '[]', '[]', '', '["p"]', '${now}')`)

  test('what was put together goes with its excerpt, and with other passages of it', () => {
    upTo('guard-her-session')
    story()
    excerpt()
    keep()
    database.exec("UPDATE excerpts SET title = 'Nights'")
    expect(compared()).toEqual(['x'])
    database.exec("UPDATE excerpts SET passages = '[]'")
    expect(compared()).toEqual([])
    keep()
    database.exec('DELETE FROM excerpts')
    expect(compared()).toEqual([])
  })
  test('what was put together of words that are sealed or forgotten goes with them', () => {
    upTo('guard-her-session')
    story()
    excerpt()
    database.exec(`INSERT INTO narrator_keys (id, narrator, signing_public, sealing_public, passes, memory, created_at)
      VALUES ('k', 'n', x'01', x'02', 1, 1, '${now}');
      INSERT INTO past_passages (testimony, passage, until, language, direction, word_times, text)
      VALUES ('t', 'p', 1, 'en', 'ltr', '[]', 'Rosa')`)
    keep()
    database.exec(
      `INSERT INTO seals (id, testimony, passage, key, box, at) VALUES ('z', 't', 'p', 'k', x'00', '${now}')`,
    )
    expect(compared()).toEqual([])
    keep()
    database.exec('DELETE FROM past_passages')
    expect(compared()).toEqual([])
  })
})

describe('202611220017-write-down-receipts', () => {
  test('what was handed over stays written down', () => {
    upTo('write-down-receipts')
    story()
    database.exec(
      `INSERT INTO receipts (id, narrator, way, language, number, files, at, by_whom) VALUES ('r', 'n', 'saved', 'en', '', '[]', '${now}', 'Ana')`,
    )
    database.exec(
      `INSERT INTO catalogues (id, reach, language, files, at, by_whom) VALUES ('c', 'readers', 'en', '[]', '${now}', 'Ana')`,
    )
    for (const table of ['receipts', 'catalogues']) {
      expect(() => database.exec(`UPDATE ${table} SET by_whom = 'Bea'`)).toThrow('append-only')
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow('append-only')
    }
    expect(() =>
      database.exec(
        `INSERT INTO catalogues (id, reach, language, files, at, by_whom) VALUES ('d', 'circle', '', '', '', '')`,
      ),
    ).toThrow('CHECK')
  })
})

describe('202611220020-record-sittings', () => {
  const take = (file: string, keyLength: number) =>
    `INSERT INTO takes (id, testimony, sitting, file, public_key, secret_key, codec, sample_rate, channels, began_at)
     VALUES ('${file}', 't', 1, '${file}', zeroblob(${keyLength}), zeroblob(32), 'pcm', 48000, 1, '${now}')`

  test('a take belongs to a story and has whole keys; its gaps and marks go with a recording', () => {
    upTo('record-sittings')
    expect(() => database.exec(take('a', 32))).toThrow('FOREIGN KEY')
    story()
    database.exec(take('a', 32))
    expect(() => database.exec(take('b', 31))).toThrow('CHECK')
    expect(() => database.exec("INSERT INTO recording_gaps VALUES ('r', 0, 0, 'pause', NULL)")).toThrow('FOREIGN KEY')
    database.exec(`
      INSERT INTO media (name, kind, header, size, sha256, type, created_at) VALUES ('m', 'recording', x'00', 1, 'x', 'audio/wav', '${now}');
      INSERT INTO recordings (id, testimony, media, sitting, format, duration_ms, channels, sample_rate) VALUES ('r', 't', 'm', 1, 'wav', 1, 1, 48000);
      INSERT INTO recording_gaps VALUES ('r', 0, 10, 'pause', NULL);
      INSERT INTO recording_marks VALUES ('r', 0, 10, 20, 'consent', '');
      DELETE FROM recordings WHERE id = 'r';
    `)
    expect(database.prepare('SELECT count(*) FROM recording_gaps').pluck().get()).toBe(0)
    expect(database.prepare('SELECT count(*) FROM recording_marks').pluck().get()).toBe(0)
  })
})

describe('202611220022-give-out-sound', () => {
  const media = (name: string, kind: string) =>
    `INSERT INTO media (name, kind, header, size, sha256, type, created_at) VALUES ('${name}', '${kind}', x'00', 1, 'x', 'audio/wav', '${now}')`
  const names = () => database.prepare('SELECT name FROM media ORDER BY name').pluck().all()

  test('an excerpt that was there before goes as one plain WAV', () => {
    upTo('guard-her-session')
    story()
    database.exec(`INSERT INTO recipients (id, name, language) VALUES ('r', 'Hall', 'en');
      INSERT INTO excerpts (id, testimony, use_name, recipient, with_sound, title, introduction, keywords, author, passages, created_at)
        VALUES ('x', 't', 'readingRoom', 'r', 1, '', '', '[]', '', '[]', '${now}')`)
    upTo('give-out-sound')
    expect(JSON.parse(String(database.prepare('SELECT sound_as FROM excerpts').pluck().get()))).toEqual({
      format: 'wav',
      files: 'one',
      evened: false,
    })
    expect(() => database.exec("UPDATE excerpts SET sound_as = 'wav'")).toThrow('CHECK')
  })

  test('a reading goes with its sound, and with words that are sealed or forgotten', () => {
    upTo('give-out-sound')
    story()
    const read = (name: string) =>
      database.exec(`${media(name, 'recording')};
        INSERT INTO readings (id, testimony, passage, words, media, duration_ms, sample_rate, voice, reader, at)
          VALUES ('${name}', 't', 'p', 'Two words', '${name}', 10, 8000, 'person', '', '${now}')`)
    read('a')
    database.exec("DELETE FROM readings WHERE id = 'a'")
    expect(names()).toEqual([])
    read('b')
    database.exec(`INSERT INTO past_passages (testimony, passage, until, language, direction, word_times, text)
      VALUES ('t', 'p', 1, 'en', 'ltr', '[]', 'Old words')`)
    expect(names()).toEqual(['b'])
    database.exec('DELETE FROM past_passages')
    expect(names()).toEqual([])
    read('c')
    expect(() => database.exec("DELETE FROM media WHERE name = 'c'")).toThrow('FOREIGN KEY')
    database.exec("UPDATE readings SET passage = 'q'")
    database.exec("DELETE FROM readings WHERE passage = 'p'")
    expect(names()).toEqual(['c'])
  })

  test('the copies of a rendition go with it', () => {
    upTo('give-out-sound')
    story()
    database.exec(`${media('m', 'rendition')}; ${media('c', 'rendition')};
      INSERT INTO renditions (id, plan_sha256, testimony, media, created_at) VALUES ('d', 'x', 't', 'm', '${now}');
      INSERT INTO rendition_copies (rendition, place, path, media) VALUES ('d', 0, 'sound.flac', 'c');
      DELETE FROM renditions`)
    expect(database.prepare('SELECT count(*) FROM rendition_copies').pluck().get()).toBe(0)
  })
})

describe('202611220031-remember-backups', () => {
  test('one plan, within its bounds, and a note of what was saved goes with its recording', () => {
    upTo('remember-backups')
    expect(database.prepare('SELECT keep, remind_after_days FROM backup_plan').all()).toEqual([
      { keep: 3, remind_after_days: 7 },
    ])
    expect(() => database.exec('UPDATE backup_plan SET keep = 0')).toThrow('CHECK')
    expect(() => database.exec('INSERT INTO backup_plan (one, keep, remind_after_days) VALUES (2, 3, 7)')).toThrow()
    story()
    database.exec(`
      INSERT INTO media (name, kind, header, size, sha256, type, created_at) VALUES ('m', 'recording', x'00', 1, 'x', 'audio/wav', '${now}');
      INSERT INTO recordings (id, testimony, media, sitting, format, duration_ms, channels, sample_rate) VALUES ('r', 't', 'm', 1, 'wav', 1, 1, 8000);
      INSERT INTO saved_from (recording, damaged, lost_bytes, at) VALUES ('r', 'other', 1, '${now}');
      DELETE FROM recordings WHERE id = 'r';
    `)
    expect(database.prepare('SELECT count(*) FROM saved_from').pluck().get()).toBe(0)
  })
})

describe('202611230038-seal-spoken-answers', () => {
  test('an answer lies in a file of its own, sealed to a key that there is', () => {
    upTo('seal-spoken-answers')
    story()
    const answer = (id: string, file: string, key: string) =>
      database.exec(`INSERT INTO sealed_answers VALUES ('${id}', 't', 'p', '${file}', '${key}', x'00', '${now}')`)
    expect(() => answer('a', 'file', 'k')).toThrow('FOREIGN KEY')
    database.exec(`INSERT INTO narrator_keys (id, narrator, signing_public, sealing_public, passes, memory, created_at)
      SELECT 'k', narrator, x'01', x'02', 0, 0, '${now}' FROM testimonies`)
    answer('a', 'file', 'k')
    expect(() => answer('b', 'file', 'k')).toThrow('UNIQUE')
    answer('b', 'another', 'k')
    expect(database.prepare('SELECT count(*) FROM sealed_answers').pluck().get()).toBe(2)
  })
})
