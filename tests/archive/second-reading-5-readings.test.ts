// A reading goes with the words that were read, also where their passage is another one by now.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import type { Change } from '../../shared/domain/writing/writing.ts'
import { plainSound } from '../../shared/domain/sound/sound-as.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { answerReadingRoom } from '../support/ready-story.ts'
import { toneWav } from '../support/tone.ts'
import { herPassphrase } from './her-passphrase.ts'
import { readySpeech, speechRate } from './speech-given-out.ts'

let archive: TestArchive
afterEach(() => archive.close())

/** What readings say, read with the archive's key after a lock. */
async function wordsRead(): Promise<string[]> {
  await archive.process.lock()
  const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
  const database = openDatabase(path.join(archive.folder, 'archive.db'), key, 'open')
  try {
    return database.prepare('SELECT words FROM readings ORDER BY words').pluck().all() as string[]
  } finally {
    database.close()
    key.fill(0)
  }
}

test('words that were joined to a passage that she seals are heard in nobody\u2019s voice', async () => {
  archive = await makeArchive()
  const { client } = archive
  const { testimony } = await readySpeech(client, plainSound)
  await answerReadingRoom(client, testimony, 'yes', { voice: 'other' })
  const { story } = await client.story.read({ testimony })
  const whole = story.passages[1]
  if (whole === undefined) throw new Error('three passages were told')
  const half = 'halfofasecond'
  const at = whole.text.indexOf(' your')
  const order = (withHalf: boolean) =>
    story.turns.map(({ id, speaker }) => ({
      id,
      speaker,
      passages: story.passages
        .filter(({ turn }) => turn === id)
        .flatMap((one) => (withHalf && one.id === whole.id ? [one.id, half] : [one.id])),
    }))
  const keep = async (change: Pick<Change, 'turns' | 'passages' | 'lineage'>) => {
    const { revision } = (await client.story.read({ testimony })).story.testimony
    await client.writing.keep({ testimony, base: revision, change: { ...change, marks: [] } as never })
  }
  const parted = { passage: whole.id, other: half, at }
  const first = { ...whole, text: whole.text.slice(0, at), wordTimes: [], endMs: 5_000 }
  const second = { ...whole, id: half, text: whole.text.slice(at), wordTimes: [], startMs: 5_000 }
  await keep({ turns: order(true), passages: [first, second], lineage: [{ kind: 'split', ...parted }] })
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({ testimony, use: 'readingRoom', recipient, passages: [half] })
  const before = readdirSync(path.join(archive.folder, 'media')).length
  const { reading } = await client.readings.begin({ excerpt, passage: half, type: 'audio/wav', live: false })
  await client.readings.append({ excerpt, reading, bytes: toneWav(1, speechRate, 300) })
  await client.readings.finish({ excerpt, reading, durationMs: 1, reader: '' })
  await keep({ turns: order(false), passages: [whole], lineage: [{ kind: 'join', ...parted }] })
  expect(readdirSync(path.join(archive.folder, 'media'))).toHaveLength(before + 1)
  await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await client.herSession.seal({ testimony, passages: [whole.id] })
  await expect.poll(() => readdirSync(path.join(archive.folder, 'media')).length).toBe(before)
  expect(await wordsRead()).toEqual([])
})
