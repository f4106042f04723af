// Erasing a passage takes along what she said aloud about words that were joined into it, and nothing that is about others.
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Passage } from '../../shared/domain/story.ts'
import { webm } from '../contract/role-world.ts'
import { sayAloud } from '../support/say-aloud.ts'
import { eraseAll, lookInto, mediaIn } from './erase-world.ts'
import { archive, handOver, keep, later, leave, passageOf, read, testimony } from './writing-world.ts'

async function say(about: Passage | null, words: string): Promise<string> {
  const bytes = Buffer.concat([webm, Buffer.from(words)])
  return (await sayAloud(archive.client, testimony, about?.id ?? null, bytes)).media ?? ''
}

/** Each turn's passages, where some stand that did not and some do not that did. */
async function orderWith(of: (ids: readonly string[]) => string[]) {
  const { story } = await read()
  return story.turns.map(({ id, speaker }) => {
    return { id, speaker, passages: of(story.passages.filter(({ turn }) => turn === id).map((one) => one.id)) }
  })
}

/** She says something aloud of each, and of the story; then the second of her passages is joined into the first. */
async function joined() {
  const [into, van, market] = [await passageOf('Oaxaca'), await passageOf('van'), await passageOf('市場')]
  await handOver()
  const said = {
    into: await say(into, 'kestrelquux'),
    van: await say(van, 'vantablaque'),
    market: await say(market, 'marigoldine'),
    story: await say(null, 'thistledowne'),
  }
  later(1)
  await keep({
    turns: await orderWith((ids) => ids.filter((id) => id !== van.id)),
    passages: [{ ...into, text: `${into.text} ${van.text}` }],
    lineage: [{ kind: 'join', passage: into.id, other: van.id, at: into.text.length }],
  })
  later(5)
  return { into, van, said }
}

const asked = ({ id }: Passage) => ({ kind: 'passages', testimony, passages: [id] }) as const

/** Erases it as she asks for it; gives how many spoken answers were to go, how many went, and which files are left. */
async function erased(passage: Passage) {
  const { counts } = await archive.client.erase.what(asked(passage))
  const gone = await eraseAll(archive.client, { ...asked(passage), sound: 'stays', knownBy: null })
  return { spoken: [counts.spoken, gone.counts.spoken], left: mediaIn(archive.folder) }
}

test('the words that it was joined with take what was said of them along, byte by byte, and it is said before', async () => {
  const { into, said } = await joined()
  expect(mediaIn(archive.folder)).toEqual(Object.values(said).toSorted())
  expect(await erased(into)).toEqual({ spoken: [2, 2], left: [said.market, said.story].toSorted() })
  const { spokenAnswers } = await archive.client.writing.beside({ testimony })
  expect(spokenAnswers.map(({ media }) => media).toSorted()).toEqual([said.market, said.story].toSorted())
  await leave()
  await archive.client.door.lock({})
  const left = await lookInto(path.resolve(archive.folder))
  expect(left.words(['kestrelquux', 'vantablaque', 'marigoldine', 'thistledowne'])).toEqual([
    'marigoldine',
    'thistledowne',
  ])
})

test('a half that was parted from it since takes it along too: nobody knows in which half the words are', async () => {
  const { into, said } = await joined()
  const whole = await passageOf('Oaxaca')
  const at = whole.text.indexOf(' We slept')
  const half = { ...whole, id: 'halfhalfhalfhalf', text: whole.text.slice(at).trim() }
  await keep({
    turns: await orderWith((ids) => ids.flatMap((id) => (id === into.id ? [id, half.id] : [id]))),
    passages: [{ ...whole, text: whole.text.slice(0, at) }, half],
    lineage: [{ kind: 'split', passage: into.id, other: half.id, at }],
  })
  expect(await erased(half)).toEqual({ spoken: [1, 1], left: [said.into, said.market, said.story].toSorted() })
})

test('one that stands by itself again keeps what was said of it, and takes that alone along', async () => {
  const { into, van, said } = await joined()
  const { revision: base } = (await read()).story.testimony
  await archive.client.writing.restore({ testimony, base, revision: 1 })
  expect((await passageOf('van')).id).toBe(van.id)
  expect(await erased(into)).toEqual({ spoken: [1, 1], left: [said.van, said.market, said.story].toSorted() })
  expect(await erased(van)).toEqual({ spoken: [1, 1], left: [said.market, said.story].toSorted() })
})
