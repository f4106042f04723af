// Consent cards: what was read means for ever what it meant, in every language, and a use keeps its reach.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useOf, type UseName } from '../../shared/domain/consent/uses.ts'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { evidence, readyStory } from '../support/ready-story.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const story = 'Mina: I sold bread at night.\n\nAna: Where?\n\nMina: By the station.\n'
const radio = {
  title: 'Local radio',
  says: 'Your words may be read on the radio of the quarter.',
  whoCouldSee: 'Everybody who listens.',
  worstCase: 'Somebody may know you by your words.',
}
let archive: TestArchive

beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

const addRadio = (reach: 'circle' | 'readers' = 'readers') =>
  archive.client.cards.addUse({ reach, namedRecipientOnly: false, language: 'en', words: radio })
const cardOf = async (use: UseName, language: string) => {
  const { cards } = await archive.client.consent.cards({ language })
  return cards.find((card) => card.use === use)
}

test('a rewording is a new version in its language, and what was read stays as it was', async () => {
  const { client } = archive
  const before = await cardOf('press', 'es')
  expect(before).toMatchObject({ version: 1, language: 'es', title: 'Prensa', checked: true })
  const words = { ...radio, title: 'Diarios y radios' }
  const kept = await client.cards.reword({ use: 'press', language: 'es', after: 1, words })
  expect(kept).toEqual({ use: 'press', language: 'es', version: 2 })
  expect(await cardOf('press', 'es')).toMatchObject({ version: 2, title: 'Diarios y radios' })
  expect(await cardOf('press', 'en')).toMatchObject({ version: 1, title: 'Press' })
  const { card } = await client.cards.version({ use: 'press', language: 'es', version: 1 })
  expect(card).toMatchObject({ title: 'Prensa', worstCase: before?.worstCase, by: '', at: null })
  expect((await client.cards.version({ use: 'press', language: 'es', version: 3 })).card).toBeNull()
  await expect(client.cards.reword({ use: 'press', language: 'es', after: 1, words })).rejects.toMatchObject({
    code: 'changedMeanwhile',
  })
})

test('a card never loses its honest worst case', async () => {
  const { client } = archive
  for (const worstCase of ['', '   ', '—', ' ... '])
    await expect(
      client.cards.reword({ use: 'press', language: 'en', after: 1, words: { ...radio, worstCase } }),
    ).rejects.toMatchObject({ code: 'worstCaseMissing' })
  await expect(
    client.cards.addUse({ reach: 'circle', namedRecipientOnly: false, language: 'en', words: { ...radio, says: ' ' } }),
  ).rejects.toMatchObject({ code: 'cardUnfinished' })
  expect((await client.cards.list({})).uses).toHaveLength(15)
  expect(await cardOf('press', 'en')).toMatchObject({ version: 1 })
})

test('a card comes in the language asked for, else in the nearest, else in English, and says in which', async () => {
  const { client } = archive
  for (const [asked, given] of [
    ['es-MX', 'es'],
    ['pt-BR', 'pt'],
    ['ar-EG', 'ar'],
    ['tl', 'en'],
    ['EN-gb', 'en'],
  ] as const)
    expect(await cardOf('teaching', asked), asked).toMatchObject({ language: given })
  await client.cards.reword({ use: 'teaching', language: 'tl', after: 0, words: { ...radio, title: 'Pagtuturo' } })
  // Filipino under its older tag is the same language; the program's own words would have been version 1.
  expect(await cardOf('teaching', 'fil')).toMatchObject({ language: 'fil', version: 2, title: 'Pagtuturo' })
  const { use } = await client.cards.addUse({
    reach: 'circle',
    namedRecipientOnly: false,
    language: 'km',
    words: radio,
  })
  expect(await cardOf(use, 'es')).toMatchObject({ language: 'km', version: 1 })
})

test('a card that nobody has checked says so until somebody does, by her name', async () => {
  const { client } = archive
  const before = await cardOf('court', 'fr')
  expect(before).toMatchObject({ checked: false, version: 1 })
  await client.cards.check({ use: 'court', language: 'fr', after: 1 })
  const after = await cardOf('court', 'fr')
  expect(after).toEqual({ ...before, checked: true, version: 2 })
  const { uses } = await client.cards.list({})
  const card = uses.find(({ use }) => use === 'court')?.cards.find(({ language }) => language === 'fr')
  expect(card).toMatchObject({ by: 'Ana', version: 2 })
})

test('uses keep the order they are given, and one that is put away keeps what was answered', async () => {
  const { client } = archive
  const ready = await readyStory(client, story)
  await ready.answer('yes')
  const { use } = await addRadio()
  const named = async () => (await client.consent.uses({ language: 'en' })).uses
  expect((await named()).at(-1)).toMatchObject({ use, name: 'Local radio', reach: 'readers', retired: false })
  const turned = (await named()).map((one) => one.use).toReversed()
  await client.cards.order({ uses: turned })
  expect((await named()).map((one) => one.use)).toEqual(turned)
  await client.cards.retire({ use: 'readingRoom', on: true })
  await client.cards.retire({ use, on: true })
  expect((await named()).filter(({ retired }) => retired).map((one) => one.use)).toEqual([use, 'readingRoom'])
  const { wholeStory } = await client.consent.read({ testimony: ready.testimony })
  expect(wholeStory.find((one) => one.use === 'readingRoom')).toMatchObject({ open: true })
  await client.cards.retire({ use: 'readingRoom', on: false })
  expect((await named()).map((one) => one.use)).toEqual(turned)
  await expect(client.cards.order({ uses: turned.slice(1) })).rejects.toMatchObject({ code: 'changedMeanwhile' })
  await expect(client.cards.order({ uses: [...turned.slice(1), turned[1] ?? use] })).rejects.toMatchObject({
    code: 'changedMeanwhile',
  })
  const unknown: UseName = 'own-anyone-any-0123456789abcdef'
  await expect(client.cards.retire({ use: unknown, on: true })).rejects.toMatchObject({ code: 'notFound' })
})

test('an answer names a card that this archive knows', async () => {
  const { client } = archive
  const { testimony } = await readyStory(client, story)
  const { use, version } = await addRadio()
  const answer = (cardVersion: number) =>
    client.consent.answer({
      testimony,
      evidence,
      scope: { kind: 'testimony' },
      use,
      answer: 'notYet',
      conditions: plainConditions,
      cardLanguage: 'en',
      cardVersion,
    })
  await expect(answer(version + 1)).rejects.toMatchObject({ code: 'notFound' })
  const { wholeStory, entries } = await answer(version)
  expect(wholeStory.find((one) => one.use === use)).toMatchObject({ open: false, because: 'notYet' })
  expect(entries.at(-1)).toMatchObject({ use, cardLanguage: 'en', cardVersion: version })
})

test('whom a use reaches is in its name, so that no rewording changes it', async () => {
  const { client } = archive
  const asked = { reach: 'anyone', namedRecipientOnly: true } as const
  const { use } = await client.cards.addUse({ ...asked, language: 'en', words: radio })
  await client.cards.reword({ use, language: 'en', after: 1, words: { ...radio, whoCouldSee: 'Nobody else.' } })
  expect(useOf(use)).toEqual(asked)
  expect(await cardOf(use, 'en')).toMatchObject({ ...asked, version: 2 })
})

/** What leaves for a use of this reach, of a story in which “station” is taken out for readers. */
async function leavesFor(reach: 'circle' | 'readers') {
  const { client, dataFolder } = archive
  const { testimony, passages, excerpt } = await readyStory(client, story.replace('bread', `bread to ${reach}`))
  const { use } = await addRadio(reach)
  const words = { ...radio, title: 'Radio del barrio', says: 'Tus palabras se leen en la radio del barrio.' }
  await client.cards.reword({ use, language: 'es', after: 0, words })
  const passage = passages[2] ?? ''
  await client.marks.takeOut({
    testimony,
    spans: [{ passage, start: 7, end: 14, startMs: null, endMs: null }],
    thing: 'place',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Barrio', language: 'es-MX' })
  const framing = { title: 'Noches', introduction: '', keywords: [] }
  await client.excerpts.change({ excerpt, use, recipient, passages: [...passages], withSound: false, framing })
  const kinds = async () => (await client.excerpts.check({ excerpt })).reasons.map(({ kind }) => kind)
  expect(await kinds()).toContain('notAllowed')
  const scope = { kind: 'testimony' } as const
  const card = { cardLanguage: 'en', cardVersion: 1 }
  await client.consent.answer({ testimony, evidence, scope, use, answer: 'yes', conditions: plainConditions, ...card })
  expect(await kinds()).toEqual(['notSignedOff'])
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
  expect(await kinds()).toEqual([])
  // Other words on the page are other bytes: her yes was to those before.
  await client.cards.reword({ use, language: 'es', after: 1, words: { ...words, title: 'Otra radio' } })
  expect(await kinds()).not.toEqual([])
  await client.cards.reword({ use, language: 'es', after: 2, words })
  let folder = ''
  for await (const step of client.excerpts.giveOut({ excerpt, parentFolder: dataFolder, folderName: `out-${reach}` }))
    if (step.kind === 'givenOut') ({ folder } = step)
  const pages = await Promise.all(
    (await readdir(folder, { recursive: true }))
      .filter((name) => name.endsWith('.html'))
      .map((name) => readFile(path.join(folder, name), 'utf8')),
  )
  return { use, manifest: await readFile(path.join(folder, 'manifest.json'), 'utf8'), pages: pages.join('\n') }
}

test('an excerpt for a use of the archive’s own leaves with its name and its words, in the language of who gets it', async () => {
  const { use, manifest, pages } = await leavesFor('readers')
  expect(manifest).toContain(use)
  for (const text of [manifest, pages]) {
    expect(text).toContain('Radio del barrio')
    // What the card says is said to her.
    expect(text).not.toContain('Tus palabras')
    expect(text).not.toContain('Local radio')
  }
  expect(pages).toContain('Radio del barrio')
})

test('what is taken out for the reach of a use of the archive’s own is taken out of what leaves for it', async () => {
  expect((await leavesFor('readers')).pages).not.toContain('station')
  expect((await leavesFor('circle')).pages).toContain('station')
})
