// A sealed passage is hers: nobody says that words are right which nobody can see, and nobody else says where it is heard.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { herPassphrase } from '../contract/role-world.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { codeOf } from './temporary-folder.ts'
import { toldAloud } from './told-aloud.ts'

let archive: TestArchive
let told: Awaited<ReturnType<typeof toldAloud>>
beforeEach(async () => {
  archive = await makeArchive()
  told = await toldAloud(archive.client)
})
afterEach(() => archive.close())

async function comeAgain(typed: string | null): Promise<void> {
  await archive.client.herSession.leave({ passphrase })
  await archive.client.herSession.handOver({ narrator: told.narrator, passphrase: typed })
}

test('words are right only where she can see them: sealed ones with her key open, and with the key they are sealed to', async () => {
  const { client } = archive
  const { testimony, passages } = told
  const [, passage = '', open = ''] = passages
  const look = (of: string, what: 'heard' | 'right' | 'later', on = true) =>
    codeOf(client.herSession.look({ testimony, passage: of, look: what, on }))
  const right = async () =>
    (await client.herSession.progress({ testimony })).looks.flatMap((one) => (one.look === 'right' ? one.passage : []))
  await client.herSession.seal({ testimony, passages: [passage] })
  expect([await look(passage, 'right'), await right()]).toEqual(['none', [passage]])
  expect(await look(passage, 'right', false)).toBe('none')
  await comeAgain(null)
  expect([await look(passage, 'right'), await right()]).toEqual(['wordsClosed', []])
  expect([await look(open, 'right'), await look(passage, 'later'), await look(passage, 'heard')]).toEqual([
    'none',
    'none',
    'none',
  ])
  expect(await look('0123456789abcdef', 'right')).toBe('notFound')
  await client.herSession.openKey({ passphrase: herPassphrase })
  expect(await look(passage, 'right')).toBe('none')
  // Taking it back needs nobody to see the words.
  await comeAgain(null)
  expect([await look(passage, 'right', false), await right()]).toEqual(['none', [open]])
  // With another key there is nobody who could ever see them.
  await client.herSession.forgetPassphrase({ passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  expect([await look(passage, 'right'), await right()]).toEqual(['wordsClosed', [open]])
})

test('where a sealed passage is heard is hers to say: an archivist is refused whatever moves it, and nothing is kept', async () => {
  const { client } = archive
  const { testimony, passages, recording, narrator } = told
  const [first = '', passage = ''] = passages
  const read = async () => (await client.story.read({ testimony })).story
  const timesOf = async (of: string) => {
    const now = (await read()).passages.find(({ id }) => id === of)
    return [now?.recording, now?.startMs, now?.endMs]
  }
  const time = (of: string, startMs: number | null, endMs: number | null, heardIn: string | null = recording) =>
    codeOf(client.story.setPassageTime({ testimony, passage: of, recording: heardIn, startMs, endMs }))
  const write = async (times: { recording?: null; startMs?: number | null; endMs?: number | null }) => {
    const { passages: all, testimony: now } = await read()
    const changed = all.filter(({ id }) => id === passage).map((one) => ({ ...one, ...times }))
    const change = { turns: null, passages: changed.map((one) => ({ ...one, wordTimes: [] })), marks: [], lineage: [] }
    return codeOf(client.writing.keep({ testimony, base: now.revision, change }))
  }
  await client.herSession.seal({ testimony, passages: [passage] })
  await client.herSession.leave({ passphrase })
  const was = await timesOf(passage)
  expect(was).toEqual([recording, 2_000, 4_000])
  for (const [startMs, endMs] of [
    [2_500, 4_000],
    [2_000, 3_000],
    [2_000, null],
    [null, null],
  ] as const) {
    expect([await time(passage, startMs, endMs), await write({ startMs, endMs })]).toEqual(['sealed', 'sealed'])
    expect(await timesOf(passage)).toEqual(was)
  }
  expect([await time(passage, null, null, null), await write({ recording: null })]).toEqual(['sealed', 'sealed'])
  expect(await time(passage, 2_000, 4_000), 'as it is').toBe('none')
  expect(await time(first, 100, 1_900), 'one beside it').toBe('none')
  expect([await timesOf(first), await timesOf(passage)]).toEqual([[recording, 100, 1_900], was])
  // Her own are hers to mend, so that all of its sound can be sealed.
  await client.herSession.handOver({ narrator, passphrase: null })
  expect([await time(passage, 1_900, 4_100), await write({ endMs: 4_200 })]).toEqual(['none', 'none'])
  expect(await timesOf(passage)).toEqual([recording, 1_900, 4_200])
})

test('nor does bringing an earlier version back move a sealed passage, which is brought back all the same', async () => {
  const { client } = archive
  const { testimony, passages, recording } = told
  const [first = '', passage = ''] = passages
  const time = (of: string, startMs: number, endMs: number) =>
    client.story.setPassageTime({ testimony, passage: of, recording, startMs, endMs })
  await client.writing.snapshot({ testimony, name: 'before' })
  const { revision } = (await client.story.read({ testimony })).story.testimony
  await time(first, 100, 1_900)
  await time(passage, 1_950, 4_050)
  await client.herSession.seal({ testimony, passages: [passage] })
  await client.herSession.leave({ passphrase })
  const { revision: base } = (await client.story.read({ testimony })).story.testimony
  await client.writing.restore({ testimony, base, revision })
  const { story } = await client.story.read({ testimony })
  expect(story.passages.slice(0, 2).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 2_000],
    [1_950, 4_050],
  ])
})
