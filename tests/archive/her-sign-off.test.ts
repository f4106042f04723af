// What is to be given out waits for her: in her session she sees it, and says yes or no to exactly these bytes.
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../electron/archive/actor.ts'
import { HeldFiles } from '../../electron/archive/features/excerpts/held.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { answerReadingRoom, evidence, readyStory, type ReadyStory } from '../support/ready-story.ts'

const herPassphrase = 'walnut harbour sister ladder quiet thunder'
let archive: TestArchive
let story: ReadyStory
let narrator: string

beforeEach(async () => {
  archive = await makeArchive()
  story = await readyStory(archive.client, 'I sold oranges at the market.')
  await story.answer('yes')
  ;({
    story: {
      narrator: { id: narrator },
    },
  } = await archive.client.story.read({ testimony: story.testimony }))
})
afterEach(() => archive.close())

const handOver = (words: string | null) => archive.client.herSession.handOver({ narrator, passphrase: words })
const leave = () => archive.client.herSession.leave({ passphrase })
async function setPassphrase(): Promise<void> {
  await handOver(null)
  await archive.client.herSession.setPassphrase({ passphrase: herPassphrase })
  await leave()
}
async function standing(): Promise<string | undefined> {
  return (await archive.client.excerpts.standing({})).excerpts.find(({ excerpt }) => excerpt === story.excerpt)
    ?.standing.kind
}
const refuse = async (why = '') => {
  const { contentHash } = await archive.client.excerpts.prepare({ excerpt: story.excerpt })
  await archive.client.excerpts.refuse({ excerpt: story.excerpt, contentHash, why, evidence })
}
async function retitle(title: string): Promise<void> {
  const { client } = archive
  const { recipient, passages, use, framing } = await client.excerpts.read({ excerpt: story.excerpt })
  await client.excerpts.change({
    excerpt: story.excerpt,
    use,
    recipient: recipient.id,
    passages,
    withSound: false,
    framing: { ...framing, title },
  })
}

test('she looks at it, says no, sees it changed, says yes with her key, and it is given out', async () => {
  const { client } = archive
  await setPassphrase()
  await handOver(herPassphrase)
  expect(await standing()).toBe('waits')
  await refuse('Not the title.')
  expect(await standing()).toBe('saidNo')
  await leave()
  expect((await client.excerpts.check({ excerpt: story.excerpt })).reasons).toMatchObject([
    { kind: 'refusedByHer', why: 'Not the title.' },
  ])
  await expect(story.giveOut(archive.dataFolder, 'out')).rejects.toMatchObject({ code: 'notReleasable' })
  await retitle('At the market')
  expect(await story.reasons()).toEqual(['notSignedOff'])
  await handOver(herPassphrase)
  expect(await standing()).toBe('waits')
  await story.signOff()
  expect(await standing()).toBe('saidYes')
  const { entries } = await client.consent.read({ testimony: story.testimony })
  expect(entries.slice(-2).map(({ kind, certainty, signature }) => [kind, certainty, signature])).toEqual([
    ['signOffRefused', 'signed', 'holds'],
    ['signOff', 'signed', 'holds'],
  ])
  await leave()
  expect(path.basename(await story.giveOut(archive.dataFolder, 'out'))).toBe('out')
  await handOver(herPassphrase)
  expect(await standing()).toBe('givenOut')
  await expect(refuse()).rejects.toMatchObject({ code: 'changedMeanwhile' })
})

test('a changed byte asks again', async () => {
  await story.signOff()
  expect(await story.reasons()).toEqual([])
  await retitle('Nights.')
  expect(await story.reasons()).toEqual(['changedSinceSignOff'])
  await handOver(null)
  expect(await standing()).toBe('waits')
  const { contentHash } = await archive.client.excerpts.prepare({ excerpt: story.excerpt })
  await leave()
  await retitle('Nights,')
  await expect(
    archive.client.excerpts.signOff({ excerpt: story.excerpt, contentHash, evidence }),
  ).rejects.toMatchObject({ code: 'changedMeanwhile' })
  await expect(
    archive.client.excerpts.refuse({ excerpt: story.excerpt, contentHash, why: '', evidence }),
  ).rejects.toMatchObject({ code: 'changedMeanwhile' })
  // And back: what she said yes to is what it is again.
  await retitle('Nights')
  expect(await story.reasons()).toEqual([])
})

test('her no ends her yes to another shape of it, and only she says yes to exactly that again', async () => {
  await story.signOff()
  await retitle('Nights.')
  await handOver(null)
  await refuse()
  await leave()
  await expect(story.signOff()).rejects.toMatchObject({ code: 'hersToSign' })
  await retitle('Nights')
  expect(await story.reasons()).toEqual(['notSignedOff'])
  await retitle('Nights.')
  await handOver(null)
  await story.signOff()
  await leave()
  expect(await story.reasons()).toEqual([])
})

test('with a passphrase of hers nobody signs for her, nor at a window that was handed over without it', async () => {
  await story.signOff()
  expect(await story.reasons()).toEqual([])
  await setPassphrase()
  expect(await story.reasons()).toEqual(['notSignedOff'])
  expect((await archive.client.excerpts.check({ excerpt: story.excerpt })).signsHerself).toBe(true)
  await expect(story.signOff()).rejects.toMatchObject({ code: 'hersToSign' })
  await handOver(null)
  await expect(story.signOff()).rejects.toMatchObject({ code: 'hersToSign' })
  // A no needs no key.
  await refuse()
  expect(await standing()).toBe('saidNo')
  await archive.client.herSession.openKey({ passphrase: herPassphrase })
  await story.signOff()
  expect(await standing()).toBe('saidYes')
})

test('what she is shown is hers alone: the list, the files, and nothing of another', async () => {
  const { client, process } = archive
  const other = await readyStory(client, 'It rained on the harbour.')
  await other.answer('yes')
  const othersFiles = await client.excerpts.prepare({ excerpt: other.excerpt })
  await handOver(null)
  expect((await client.excerpts.list({})).excerpts.map(({ id }) => id)).toEqual([story.excerpt])
  expect((await client.excerpts.standing({})).excerpts.map(({ excerpt }) => excerpt)).toEqual([story.excerpt])
  const { held } = await client.excerpts.prepare({ excerpt: story.excerpt })
  expect((await process.media.find('held', held, 'index.html')).type).toContain('text/html')
  await expect(process.media.find('held', othersFiles.held, 'index.html')).rejects.toMatchObject({ code: 'notFound' })
  await expect(client.excerpts.prepare({ excerpt: other.excerpt })).rejects.toMatchObject({ code: 'notFound' })
})

test('files that are held up are given to whose they are, and to an archivist', async () => {
  const held = new HeldFiles(systemRandom)
  const file = { path: 'index.html', bytes: Buffer.from('<p>It rained.</p>') }
  const id = held.hold({ files: [file], sounds: [], contentHash: 'a' }, 'hers')
  const asked = (actor: Actor) =>
    held.find({ actor, reader: () => Promise.reject(new Error('there is no sound')) }, id, 'index.html').then(
      () => 'given',
      (error: { code?: string }) => error.code,
    )
  const narratorAt = (whose: string): Actor => ({
    role: 'narrator',
    narrator: whose,
    name: '',
    handedOverBy: 'Ana',
    key: null,
  })
  expect(await asked({ role: 'archivist', name: 'Ana' })).toBe('given')
  expect(await asked(narratorAt('hers'))).toBe('given')
  expect(await asked(narratorAt('anothers'))).toBe('notFound')
})

test.each([
  ['closed', 'withdrawn'],
  ['closed', 'no'],
] as const)('it is %s to her where her answer is %s', async (kind, answer) => {
  await story.answer(answer)
  await handOver(null)
  expect(await standing()).toBe(kind)
})

test('what others have still to do first does not wait for her', async () => {
  await retitle('')
  await handOver(null)
  expect(await standing()).toBe('beingMade')
})

test('the waiver is by her alone', async () => {
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'rain.txt', bytes: Buffer.from('It rained.') }])
  const testimony = line?.testimony ?? ''
  const { story: told } = await client.story.read({ testimony })
  const hers = (words: string | null) => client.herSession.handOver({ narrator: told.narrator.id, passphrase: words })
  const cooling = async () => (await client.consent.read({ testimony })).coolingOffUntil
  await client.consent.reviewed({ testimony, evidence })
  await expect(client.consent.waiveCoolingOff({ testimony, evidence })).rejects.toMatchObject({ code: 'onlyNarrator' })
  await hers(null)
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await leave()
  // Nor by whoever holds a window that was handed over without her passphrase.
  await hers(null)
  await expect(client.consent.waiveCoolingOff({ testimony, evidence })).rejects.toMatchObject({ code: 'hersToSign' })
  expect(await cooling()).not.toBeNull()
  await client.herSession.openKey({ passphrase: herPassphrase })
  await client.consent.waiveCoolingOff({ testimony, evidence })
  expect(await cooling()).toBeNull()
})

test('until her seven days are over it waits, and then for her', async () => {
  let now = new Date('2026-03-01T12:00:00.000Z')
  const calm = await makeArchive({ now: () => now })
  try {
    const { client } = calm
    const [line] = await bringIn(client, [{ name: 'rain.txt', bytes: Buffer.from('It rained.') }])
    const testimony = line?.testimony ?? ''
    const { story: told } = await client.story.read({ testimony })
    const passages = told.passages.map(({ id }) => id)
    const { id: recipient } = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
    const what = { use: 'readingRoom', recipient, passages } as const
    const { id: excerpt } = await client.excerpts.begin({ testimony, ...what })
    const framing = { title: 'Rain', introduction: '', keywords: [] }
    await client.excerpts.change({ excerpt, ...what, withSound: false, framing })
    await answerReadingRoom(client, testimony)
    await client.herSession.handOver({ narrator: told.narrator.id, passphrase: null })
    const state = async () => (await client.excerpts.standing({})).excerpts[0]?.standing
    expect(await state()).toEqual({ kind: 'toGoThrough' })
    await client.consent.reviewed({ testimony, evidence })
    expect(await state()).toEqual({ kind: 'waitsUntil', until: '2026-03-08T12:00:00.000Z' })
    const { contentHash } = await client.excerpts.prepare({ excerpt })
    const signOff = () => client.excerpts.signOff({ excerpt, contentHash, evidence })
    await expect(signOff()).rejects.toMatchObject({ code: 'notReleasable' })
    await client.herSession.leave({ passphrase })
    await client.door.lock({})
    now = new Date('2026-03-08T12:00:00.000Z')
    await client.door.open({ folder: calm.folder, passphrase })
    await client.herSession.handOver({ narrator: told.narrator.id, passphrase: null })
    expect(await state()).toEqual({ kind: 'waits' })
    await signOff()
    expect(await state()).toEqual({ kind: 'saidYes', at: '2026-03-08T12:00:00.000Z' })
  } finally {
    await calm.close()
  }
})
