// Random work in a story, by her and by an archivist, through the real archive process, beside a slow and obvious model.
import { afterEach, expect, test } from 'vitest'
import { canonical } from '../../shared/domain/canonical.ts'
import type { Marks } from '../../shared/domain/marks/marks.ts'
import type { Transcript } from '../../shared/domain/story.ts'
import type { Lineage } from '../../shared/domain/writing/writing.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { codeOf } from './temporary-folder.ts'
import { diceFrom, type Dice } from '../support/dice.ts'
import { WritingModel } from './writing-model.ts'

const sequences = Number(process.env['WRITING_SEQUENCES'] ?? 6)
const first = Number(process.env['WRITING_FIRST'] ?? 1)
const steps = 60

let archive: TestArchive
afterEach(() => archive.close())

const brought = `Ana: How did it begin?

Marisol: I came from Oaxaca with Rosalinda. Rosalinda knew the road.

We slept in the van, and 我們在市場工作, all of us.

Ana: And then?

Marisol: Then the money stopped.

My sister Carmen kept the book. Carmen wrote it all down.
`

interface World {
  readonly testimony: string
  readonly narrator: string
  readonly dice: Dice
  readonly model: WritingModel
  /** What `at` must give, by revision; as JSON. */
  readonly states: Map<number, string>
  revision: number
  marks: Marks
  before: Transcript
  words: number
  hers: boolean
  everHers: boolean
}

/** Always in the same order of keys. */
const plain = ({ speakers, turns, passages }: Transcript): string =>
  canonical({ speakers, turns, passages: passages.map((passage) => ({ ...passage })) })

async function standing(world: World): Promise<void> {
  const { story, marks } = await archive.client.story.read({ testimony: world.testimony })
  world.before = { speakers: story.speakers, turns: story.turns, passages: story.passages }
  world.marks = marks
  world.revision = story.testimony.revision
}

async function found(words: string): Promise<number> {
  return (await archive.client.shelf.find({ words: `"${words}"`, language: '', role: 'anyone', count: 50 })).total
}

async function nothingBroken(): Promise<void> {
  for await (const event of archive.client.care.check({}))
    if (event.kind === 'checked') expect(event.findings).toEqual([])
}

/** A word that stands nowhere else, at times of a script without spaces. */
function newWord(world: World): string {
  world.words += 1
  const letters = [...String(world.words)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  return world.dice(4) === 0
    ? `京${[...letters].map((letter) => '甲乙丙丁戊己庚辛壬癸'[letter.charCodeAt(0) - 97]).join('')}`
    : `new${letters}x`
}

async function keep(world: World, lineage: readonly Lineage[]): Promise<void> {
  const { model, testimony } = world
  const change = model.change(world.before, world.marks, lineage)
  const { revision, marks } = await archive.client.writing
    .keep({ testimony, base: world.revision, change })
    .catch((error: unknown) => {
      throw new Error(JSON.stringify([error, change]))
    })
  world.states.set(revision, plain(model.transcript()))
  if (world.hers) world.everHers = true
  const laid = model.laid()
  for (const { ranges } of [...marks.labels, ...marks.redactions]) {
    for (const range of ranges) {
      const { passage, quote, unresolved } = laid.get(range.id) ?? { passage: 'unknown', quote: '', unresolved: false }
      expect({ passage: range.passage, unresolved: range.unresolved }).toEqual({ passage, unresolved })
      if (!unresolved) expect(range.quote).toBe(quote)
    }
  }
  const ids = [...marks.labels, ...marks.redactions].flatMap(({ ranges }) => ranges.map(({ id }) => id))
  expect(new Set(ids)).toEqual(new Set(laid.keys()))
  for (const { ranges } of marks.ties)
    for (const { passage, quote, unresolved } of ranges)
      if (!unresolved) expect(quote).toBe(model.transcript().passages.find(({ id }) => id === passage)?.text)
}

async function changeWords(world: World): Promise<void> {
  const { model, dice } = world
  const at = dice(model.passages.length)
  const length = model.passages[at]?.letters.length ?? 0
  const from = dice(length + 1)
  const until = dice(2) === 0 ? from : Math.min(length, from + dice(12))
  const gone = dice(3) === 0
  const word = gone ? '' : ` ${newWord(world)} `
  model.type(at, from, until, word)
  if (from === until && word === '') return
  await keep(world, [])
  if (word !== '') expect(await found(word.trim())).toBe(1)
}

/** NOTE: a move gives words to another speaker, so it is hers where the words are. */
async function changeBorders(world: World, mayMove: boolean): Promise<void> {
  const { model, dice } = world
  const at = dice(model.passages.length)
  const kind = dice(3)
  const lineage: Lineage[] = []
  if (kind === 0) lineage.push(model.split(at, dice((model.passages[at]?.letters.length ?? 0) + 1)))
  else if (kind === 1) {
    const joined = model.join(at)
    if (joined !== null) lineage.push(joined)
  } else if (mayMove) model.move(at, dice)
  else return
  await keep(world, lineage)
}

async function mark(world: World): Promise<void> {
  const { dice, testimony } = world
  const { client } = archive
  const long = world.before.passages.filter(({ text }) => text.length > 3)
  const passage = long[dice(long.length)]
  if (passage === undefined) return
  const start = dice(passage.text.length - 1)
  const spans = [
    { passage: passage.id, start, end: start + 1 + dice(passage.text.length - start), startMs: null, endMs: null },
  ]
  const kind = dice(3)
  if (kind === 0)
    await client.marks.label({
      testimony,
      spans,
      words: 'debt',
      language: 'en',
      meaning: '',
      assertedBy: 'narrator',
      stance: 'mine',
      colour: 1,
    })
  else if (kind === 1)
    await client.marks.takeOut({
      testimony,
      spans,
      thing: 'name',
      reach: 'anyone',
      way: 'removed',
      replacement: '',
      why: '',
    })
  else await client.marks.tie({ testimony, passages: [passage.id], kind: 'together', reason: '' })
}

async function takeOver(world: World): Promise<void> {
  await standing(world)
  world.model.read(world.before, world.marks)
}

async function step(world: World): Promise<void> {
  const { client } = archive
  const { dice, testimony, model } = world
  const mayWrite = world.hers || !world.everHers
  const chosen = dice(20)
  if (chosen === 0) {
    if (world.hers) await client.herSession.leave({ passphrase })
    else await client.herSession.handOver({ narrator: world.narrator, passphrase: null })
    world.hers = !world.hers
  } else if (chosen < 4) {
    await mark(world)
    await takeOver(world)
  } else if (chosen < 9) await changeBorders(world, mayWrite)
  else if (chosen === 9 && mayWrite) {
    model.remove(dice(model.passages.length))
    await keep(world, [])
  } else if (chosen === 10 && mayWrite) {
    const numbers = [...world.states.keys()]
    const back = numbers[dice(numbers.length)] ?? 1
    const { revision } = await client.writing.restore({ testimony, base: world.revision, revision: back })
    world.states.set(revision, world.states.get(back) ?? '')
    if (world.hers) world.everHers = true
    await takeOver(world)
  } else if (chosen === 11 && world.hers) {
    const numbers = [...world.states.keys()].filter((number) => number !== world.revision)
    const gone = numbers[dice(numbers.length)]
    if (gone === undefined) return
    await client.writing.forget({ testimony, revision: gone })
    world.states.delete(gone)
    await standing(world)
    world.states.set(world.revision, plain(model.transcript()))
  } else if (chosen === 12) {
    const { revision } = await client.writing.snapshot({ testimony, name: 'as it is' })
    world.states.set(revision, plain(model.transcript()))
  } else if (mayWrite) await changeWords(world)
  else {
    const [first] = world.before.passages
    const change = { turns: null, passages: [{ ...first, text: `${first?.text} more` }], marks: [], lineage: [] }
    expect(await codeOf(client.writing.keep({ testimony, base: world.revision, change: change as never }))).toMatch(
      /herVersion|badInput/,
    )
  }
  await standing(world)
}

const seeds = Array.from({ length: sequences }, (_, at) => first + at)

test.each(seeds)('sequence %i', async (seed) => {
  const dice = diceFrom(seed)
  let now = Date.parse('2026-01-01T10:00:00.000Z')
  archive = await makeArchive({ now: () => new Date(now) })
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode(brought) }])
  const testimony = line?.testimony ?? ''
  const { story, marks } = await client.story.read({ testimony })
  let ids = 0
  const model = new WritingModel(() => `model${String((ids += 1)).padStart(7, '0')}`)
  model.read(story, marks)
  const world: World = {
    testimony,
    narrator: story.narrator.id,
    dice,
    model,
    states: new Map([[1, plain(story)]]),
    revision: 1,
    marks,
    before: story,
    words: 0,
    hers: false,
    everHers: false,
  }
  await standing(world)
  for (let count = 1; count <= steps; count += 1) {
    now += dice(4 * 60_000)
    await step(world)
    expect(plain(world.before)).toBe(plain(world.model.transcript()))
    if (count % 6 !== 0) continue
    if (!world.hers) await nothingBroken()
    const { revisions } = await client.writing.revisions({ testimony })
    expect(revisions.map(({ number }) => number)).toEqual([...world.states.keys()].toSorted((a, b) => b - a))
    for (const [revision, state] of world.states)
      expect({ revision, state: plain(await client.writing.at({ testimony, revision })) }).toEqual({ revision, state })
  }
})
