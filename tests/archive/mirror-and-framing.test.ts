// The mirror, her line and the framing as the archive keeps them: through the calls that the window makes.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SeenByHer } from '../../shared/domain/writing/beside.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { evidence, readyStory, type ReadyStory } from '../support/ready-story.ts'

let archive: TestArchive
let ready: ReadyStory
let out: string
beforeEach(async () => {
  archive = await makeArchive()
  ready = await readyStory(archive.client, 'We met on Sundays.\n\nThen we wrote it down.\n\nAnd we won.')
  await ready.answer('yes')
  out = await mkdtemp(path.join(tmpdir(), 'firsthand-mirror-'))
})
afterEach(async () => {
  await archive.close()
  await rm(out, { recursive: true, force: true })
})

const framing = { title: 'Nights', introduction: '', keywords: [] }
/** The excerpt as it is, of its first passage alone and with what is said here. */
const change = (more: object) =>
  archive.client.excerpts.read({ excerpt: ready.excerpt }).then(({ recipient }) =>
    archive.client.excerpts.change({
      excerpt: ready.excerpt,
      use: 'readingRoom',
      recipient: recipient.id,
      passages: ready.passages.slice(0, 1),
      withSound: false,
      framing: { ...framing, ...more },
    }),
  )

test('below her line the sign-off must carry the mirror that she was shown, and no other', async () => {
  const { client } = archive
  const { excerpt, testimony } = ready
  await change({})
  const line = await client.consent.mirror({ testimony, threshold: 60, toReader: false, evidence })
  expect(line.herLine).toEqual({ threshold: 60, toReader: false })
  expect((await client.excerpts.check({ excerpt })).herLine.threshold).toBe(60)
  const made = await client.excerpts.prepare({ excerpt })
  expect(made.mirror.selection).toEqual({ passages: 1, words: 4, ms: 0 })
  expect(made.mirror.whole).toEqual({ passages: 3, words: 12, ms: 0 })
  const signed = { excerpt, contentHash: made.contentHash, evidence }
  await expect(client.excerpts.signOff(signed)).rejects.toMatchObject({ code: 'notReleasable' })
  const other = '0'.repeat(64)
  await expect(client.excerpts.signOff({ ...signed, mirror: other })).rejects.toMatchObject({
    code: 'changedMeanwhile',
  })
  expect(await ready.reasons()).toEqual(['belowHerLine', 'notSignedOff'])
  await client.excerpts.signOff({ ...signed, mirror: made.mirrorHash })
  expect(await ready.reasons()).toEqual([])
  // A heading of hers is part of the mirror: with another one it is not what she was shown.
  await client.writing.putSection({ testimony, section: null, passage: ready.passages[1] ?? '', heading: 'After' })
  expect(await ready.reasons()).toEqual(['belowHerLine'])
  await client.consent.mirror({ testimony, threshold: null, toReader: false, evidence })
  expect(await ready.reasons()).toEqual([])
})

test('readers see the mirror when she says so, and what she has signed changes with it', async () => {
  const { client } = archive
  await change({})
  await ready.signOff()
  expect(await ready.reasons()).toEqual([])
  await client.consent.mirror({ testimony: ready.testimony, threshold: null, toReader: true, evidence })
  expect(await ready.reasons()).toEqual(['changedSinceSignOff'])
  await ready.signOff()
  const folder = await ready.giveOut(out, 'room')
  expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toContain('<td>1 of 3</td>')
})

test('a caption is signed by whoever wrote it; one without words is none', async () => {
  const passage = ready.passages[0] ?? ''
  const kept = await change({ captions: [{ passage, text: 'In Leith', author: 'Somebody' }] })
  expect(kept.framing.captions).toEqual([{ passage, text: 'In Leith', author: 'Ana' }])
  expect((await change({ captions: [{ passage, text: '  ' }] })).framing.captions).toEqual([])
})

test('words about her leave once she has seen them, and are forgotten here when they are removed', async () => {
  const { client } = archive
  const { testimony, excerpt } = ready
  const { wordsAbout } = await client.writing.putWordsAbout({
    testimony,
    wordsAbout: null,
    kind: 'synopsis',
    language: 'en',
    text: 'Nine women.',
  })
  await change({ about: [wordsAbout] })
  expect(await ready.reasons()).toEqual(['unseenWordsAbout', 'notSignedOff'])
  const { story } = await client.story.read({ testimony })
  /** Only she can say so, at her own window. */
  const says = async (seen: SeenByHer) => {
    await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
    await client.writing.answerWordsAbout({ testimony, wordsAbout, seen, answer: '' })
    await client.herSession.leave({ passphrase })
  }
  await says('disagrees')
  expect((await client.excerpts.check({ excerpt })).reasons[0]).toMatchObject({ seen: 'disagrees' })
  await says('yes')
  await ready.signOff()
  const folder = await ready.giveOut(out, 'room')
  expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toContain('Nine women.')
  await client.writing.removeWordsAbout({ testimony, wordsAbout })
  expect((await client.excerpts.read({ excerpt })).framing.about).toEqual([])
})
