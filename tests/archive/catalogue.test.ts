// The list of what is here, as it is made and written down in a real archive.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { catalogueFile } from '../../shared/formats/catalogue.ts'
import { sha256 } from '../../electron/archive/sha256.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { answerReadingRoom, evidence } from '../support/ready-story.ts'
import { waiveCoolingOff } from '../support/waive.ts'

let archive: TestArchive
afterEach(() => archive.close())

async function told(
  words: string,
  her: { name: string; title: string; existence: 'byName' | 'byPseudonym' | 'countedOnly'; refused?: string },
) {
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode(`Mina: ${words}\n`) }])
  const testimony = line?.testimony ?? ''
  const { narrator } = (await client.story.read({ testimony })).story
  await client.story.changeNarrator({
    narrator: narrator.id,
    name: 'Mina',
    names: { readers: her.name },
    existence: her.existence,
    refusedWords: her.refused === undefined ? [] : [{ word: her.refused, instead: '' }],
    evidence,
  })
  await client.story.changeLanguage({ testimony, language: 'en' })
  await client.story.retitle({ testimony, title: her.title, titleBy: 'narrator' })
  const say = (answer: 'yes' | 'withdrawn') => answerReadingRoom(client, testimony, answer)
  await say('yes')
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  return { testimony, narrator: narrator.id, say }
}

async function saved(folderName: string) {
  const { folder } = await archive.client.catalogue.save({
    reach: 'readers',
    language: 'en',
    parentFolder: archive.dataFolder,
    folderName,
  })
  const read = (name: string) => readFile(path.join(folder, name), 'utf8')
  return {
    names: (await readdir(folder)).toSorted(),
    page: await read('list.html'),
    table: await read('list.csv'),
    json: catalogueFile.parse(JSON.parse(await read('list.json'))),
  }
}

test('a title that says a refused word is left out, and a yes that is taken back takes her name out', async () => {
  archive = await makeArchive()
  await told('I sold oranges.', { name: 'M.', title: 'A street seller speaks', existence: 'byName', refused: 'seller' })
  const other = await told('I kept bees.', { name: 'Bea', title: 'Bees', existence: 'byPseudonym' })
  await told('I drove.', { name: 'Dora', title: 'Roads', existence: 'countedOnly' })
  const { json, page, table } = await saved('one')
  expect(json.people).toEqual([
    { name: 'Bea', stories: [{ title: 'Bees', language: 'en' }] },
    { name: 'M.', stories: [{ title: null, language: 'en' }] },
  ])
  expect(json.counted).toBe(1)
  for (const text of [page, table, JSON.stringify(json)]) {
    expect(text).toContain('Bea')
    for (const hidden of ['seller', 'Dora', 'Roads', 'Mina', other.testimony]) expect(text).not.toContain(hidden)
  }
  await other.say('withdrawn')
  expect((await saved('two')).json).toMatchObject({ people: [{ name: 'M.' }], counted: 2 })
})

test('it is written down with its hashes before it lies in a folder', async () => {
  archive = await makeArchive()
  const { client } = archive
  await told('I sold oranges.', { name: 'M.', title: 'Oranges', existence: 'byName' })
  const { names, table } = await saved('list')
  expect(names).toEqual(['list.csv', 'list.html', 'list.json'])
  const [row] = (await client.catalogue.before({})).catalogues
  expect(row).toMatchObject({ reach: 'readers', language: 'en', by: 'Ana' })
  expect(row?.files.find(({ path: name }) => name === 'list.csv')?.sha256).toBe(sha256(Buffer.from(table)))
  // What cannot be written is not written down, and leaves nothing.
  await expect(saved('list')).rejects.toMatchObject({ code: 'folderTaken' })
  expect((await client.catalogue.before({})).catalogues).toHaveLength(1)
})

test('no cell is a formula, and no folder says a name', async () => {
  archive = await makeArchive()
  await told('I sold oranges.', { name: '=HYPERLINK("x")', title: '+1 "day", at home', existence: 'byName' })
  const { table } = await saved('out')
  expect(table.split('\r\n')[1]).toBe(`"'=HYPERLINK(""x"")","'+1 ""day"", at home","English"`)
  await expect(saved('List with Mina')).rejects.toMatchObject({ code: 'folderNameTells' })
})
