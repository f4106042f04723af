// What she allows for one half of a passage, while somebody is still working on the story, is not said of the other half.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Passage } from '../../shared/domain/story.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const evidence = { kind: 'inPerson', note: 'At her table' } as const

let archive: TestArchive
let testimony: string
let now: number
beforeEach(async () => {
  now = Date.parse('2026-01-01T10:00:00.000Z')
  archive = await makeArchive({ now: () => new Date(now) })
  const text = 'Ana: Who was there?\n\nRosa: We baked the bread. My brother kept the door.\n'
  const [line] = await bringIn(archive.client, [{ name: 'a.txt', bytes: new TextEncoder().encode(text) }])
  testimony = line?.testimony ?? ''
})
afterEach(() => archive.close())

async function edit(
  change: (passages: readonly Passage[]) => { passages: Passage[]; turns: unknown; lineage: unknown[] },
) {
  const { story } = await archive.client.story.read({ testimony })
  now += 5_000
  return archive.client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: { marks: [], ...change(story.passages) } as never,
  })
}

async function split() {
  const { story } = await archive.client.story.read({ testimony })
  await edit((passages) => {
    const first = passages.find(({ text }) => text.includes('bread'))
    if (first === undefined) throw new Error('no passage')
    const other = { ...first, id: 'othersother0half', text: 'My brother kept the door.' }
    const order = story.turns.map((turn) => ({
      ...turn,
      passages: story.passages
        .filter((one) => one.turn === turn.id)
        .flatMap(({ id }) => (id === first.id ? [id, other.id] : [id])),
    }))
    return {
      passages: [{ ...first, text: 'We baked the bread.' }, other],
      turns: order,
      lineage: [{ kind: 'split', passage: first.id, other: other.id, at: 19 }],
    }
  })
}

async function allow(words: string) {
  const { story } = await archive.client.story.read({ testimony })
  const passage = story.passages.find(({ text }) => text.includes(words))?.id ?? ''
  return archive.client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'passages', passages: [passage] },
    use: 'readingRoom',
    answer: 'yes',
    conditions: { ...plainConditions, recipients: [] },
    cardLanguage: 'en',
    cardVersion: 1,
  })
}

async function openFor(words: string): Promise<boolean> {
  const { story } = await archive.client.story.read({ testimony })
  const passage = story.passages.find(({ text }) => text.includes(words))?.id
  const { passages, wholeStory } = await archive.client.consent.read({ testimony })
  const own = passages.find((one) => one.passage === passage && one.use === 'readingRoom')
  return (own ?? wholeStory.find(({ use }) => use === 'readingRoom'))?.open ?? false
}

test('said after the split, with more written soon after', async () => {
  await edit((passages) => ({
    passages: passages.slice(0, 1).map((one) => ({ ...one, text: `${one.text} Tell me.` })),
    turns: null,
    lineage: [],
  }))
  await split()
  now += 5_000
  await allow('bread')
  await edit((passages) => ({
    passages: passages.slice(0, 1).map((one) => ({ ...one, text: `${one.text} Please.` })),
    turns: null,
    lineage: [],
  }))
  expect([await openFor('bread'), await openFor('My brother')]).toEqual([true, false])
})

test('said before the split, it is said of both halves', async () => {
  await allow('bread')
  now += 5_000
  await split()
  expect([await openFor('bread'), await openFor('My brother')]).toEqual([true, true])
})

test('where the clock was set back, what was allowed for one half is not taken for the other', async () => {
  now -= 60 * 60_000
  await split()
  await allow('bread')
  expect([await openFor('bread'), await openFor('My brother')]).toEqual([true, false])
})
