// The checker finds words of a sealed passage where they lie aside from the story: read aloud, or written by a machine.
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { bringIn, makeArchive, passphrase } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import { herPassphrase } from './her-passphrase.ts'

const captions =
  'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Marisol>I came.\n\n00:01.000 --> 00:02.000\n<v Marisol>It rained.\n'
const draft = `INSERT INTO machine_drafts (id, testimony, recording, language, at) SELECT 'd', testimony, id, 'en', '' FROM recordings;
  INSERT INTO machine_draft_passages (draft, place, start_ms, end_ms, text, word_times, state, passage)`

test.each([
  [
    'a reading of it',
    1,
    `INSERT INTO readings (id, testimony, passage, words, media, duration_ms, sample_rate, voice, reader, at)
       SELECT 'r', testimony, passage, 'It rained.', (SELECT media FROM recordings), 9, 9, 'person', '', '' FROM seals`,
  ],
  ['a draft where it is spoken', 1, `${draft} VALUES ('d', 0, 1900, 2000, 'rained', '[]', 'waiting', NULL)`],
  ['what was accepted as it', 1, `${draft} SELECT 'd', 0, 0, 1, '', '[[0,1,2]]', 'accepted', passage FROM seals`],
  [
    'what she said about it, and could not be sealed',
    1,
    `INSERT INTO spoken_answers (id, testimony, passage, media, duration_ms, at)
       SELECT 'a', testimony, passage, (SELECT media FROM recordings), 9, '' FROM seals`,
  ],
  ['a draft before it', 0, `${draft} VALUES ('d', 0, 500, 1000, 'came', '[]', 'waiting', NULL)`],
])('%s', async (_what, count, sql) => {
  const archive = await makeArchive()
  const { client } = archive
  const [line] = await bringIn(client, [
    { name: 'a.vtt', bytes: new TextEncoder().encode(captions) },
    { name: 'a.wav', bytes: toneWav(2, 8_000, 300) },
  ])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await client.herSession.seal({ testimony, passages: [story.passages[1]?.id ?? ''] })
  await client.herSession.leave({ passphrase })
  const findings = async () => {
    for await (const event of client.care.check({})) if (event.kind === 'checked') return event.findings
    return null
  }
  expect(await findings()).toEqual([])
  await client.door.lock({})
  const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
  const database = openDatabase(path.join(archive.folder, 'archive.db'), key, 'open')
  database.exec(sql)
  database.close()
  await client.door.open({ folder: archive.folder, passphrase })
  expect(await findings()).toEqual(count === 0 ? [] : [{ rule: 'sealedInTheOpen', count }])
  await archive.close()
})
