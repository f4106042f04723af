// Once she has gone through a story an archivist adds to what marks it, and only she takes back or weakens.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Marks } from '../../shared/domain/marks/marks.ts'
import type { Story } from '../../shared/domain/story.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import type { Change } from '../../shared/domain/writing/writing.ts'
import { codeOf } from './temporary-folder.ts'

const brought = `WEBVTT

00:00:00.000 --> 00:00:02.000
<v Ana>Who came?

00:00:02.000 --> 00:00:04.000
<v Marisol>Carmen came with us and Tomás drove.

00:00:04.000 --> 00:00:06.000
<v Marisol>It rained, and Jacinto waited.
`
const name = { thing: 'name', reach: 'anyone', way: 'removed', replacement: '', why: '' } as const
const kin = { words: 'kin', language: 'en', meaning: '', assertedBy: 'narrator', stance: 'mine', colour: 1 } as const

let archive: TestArchive
let testimony: string
beforeEach(async () => {
  archive = await makeArchive()
  const lines = await bringIn(archive.client, [
    { name: 'a.vtt', bytes: new TextEncoder().encode(brought) },
    { name: 'a.wav', bytes: toneWav(6, 8_000, 440) },
  ])
  testimony = lines.find((line) => line.testimony !== null)?.testimony ?? ''
})
afterEach(async () => archive.close())

const read = async (): Promise<{ story: Story; marks: Marks }> => archive.client.story.read({ testimony })
const passageOf = async (words: string) => {
  const passage = (await read()).story.passages.find(({ text }) => text.includes(words))
  if (passage === undefined) throw new Error(`no passage with ${words}`)
  return passage
}
const spanOf = async (words: string) => {
  const { id, text } = await passageOf(words)
  const start = text.indexOf(words)
  return { passage: id, start, end: start + words.length, startMs: null, endMs: null }
}
const takeOut = async (words: string) =>
  archive.client.marks.takeOut({ testimony, spans: [await spanOf(words)], ...name })
const label = async (words: string) => archive.client.marks.label({ testimony, spans: [await spanOf(words)], ...kin })
const tie = async (words: string) =>
  archive.client.marks.tie({ testimony, passages: [(await passageOf(words)).id], kind: 'neverAlone', reason: '' })
async function keep(change: Partial<Change>) {
  const whole = { turns: null, passages: [], marks: [], lineage: [], ...change } as Change
  const base = (await read()).story.testimony.revision
  return archive.client.writing.keep({ testimony, base, change: whole as never })
}
const review = async () => archive.client.consent.reviewed({ testimony, evidence: { kind: 'inPerson', note: '' } })
const handOver = async () =>
  archive.client.herSession.handOver({ narrator: (await read()).story.narrator.id, passphrase: null })
/** Later than whatever was said before, by the clock that is kept. */
const aMomentLater = () => new Promise((resolve) => setTimeout(resolve, 5))

function takenBack({ labels, redactions, ties }: Marks): Record<string, () => Promise<unknown>> {
  const { marks } = archive.client
  const redaction = redactions[0]?.id ?? ''
  const range = redactions[0]?.ranges[0]?.id ?? ''
  const own = { testimony, label: labels[0]?.id ?? '' }
  const tied = { testimony, tie: ties[0]?.id ?? '' }
  return {
    changeTakenOut: () => marks.changeTakenOut({ testimony, redaction, ...name, reach: 'readers' }),
    'a time that stands': () => marks.setTakenOutTime({ testimony, range, startMs: 3_000, endMs: 3_001 }),
    'no time where one stands': () => marks.setTakenOutTime({ testimony, range, startMs: null, endMs: null }),
    'words elsewhere': async () => marks.resolve({ testimony, range, span: await spanOf('It rained') }),
    'let go': () => marks.resolve({ testimony, range, span: null }),
    changeTie: () => marks.changeTie({ ...tied, kind: 'neverAsTitle', reason: '' }),
    changeLabel: () => marks.changeLabel({ ...own, ...kin, stance: 'none' }),
    undo: () => marks.undo({ testimony }),
    putBack: () => marks.putBack({ testimony, redaction: redactions[1]?.id ?? '' }),
    untie: () => marks.untie(tied),
    removeLabel: () => marks.removeLabel(own),
  }
}

async function marked(): Promise<Marks> {
  await label('drove')
  await takeOut('Carmen')
  await tie('drove')
  const { marks } = await takeOut('Tomás')
  const range = marks.redactions[0]?.ranges[0]?.id ?? ''
  return (await archive.client.marks.setTakenOutTime({ testimony, range, startMs: 2_000, endMs: 2_500 })).marks
}

describe('what she has gone through', () => {
  test('is not taken back by an archivist, with nothing changed by the asking', async () => {
    const before = await marked()
    await review()
    await aMomentLater()
    for (const [what, ask] of Object.entries(takenBack(before))) expect(await codeOf(ask()), what).toBe('hersToDecide')
    expect((await read()).marks).toEqual(before)
  })

  test('is an archivist’s to change until then', async () => {
    for (const [what, ask] of Object.entries(takenBack(await marked())))
      await expect(ask(), what).resolves.toBeDefined()
  })

  test('she takes back herself, in her own session', async () => {
    const before = await marked()
    await review()
    await handOver()
    const { undo: _undo, ...hers } = takenBack(before)
    for (const [what, ask] of Object.entries(hers)) await expect(ask(), what).resolves.toBeDefined()
    await archive.client.marks.undo({ testimony })
    await archive.client.herSession.leave({ passphrase })
  })

  test('may be added to by an archivist, who may take that addition back until she goes through it too', async () => {
    await marked()
    await review()
    await aMomentLater()
    const { marks } = await takeOut('Jacinto')
    const range = marks.redactions[2]?.ranges[0]?.id ?? ''
    await archive.client.marks.setTakenOutTime({ testimony, range, startMs: 4_000, endMs: 5_000 })
    await label('It rained')
    await tie('It rained')
    for (let step = 0; step < 4; step += 1) await archive.client.marks.undo({ testimony })
    const taken = await archive.client.story.read({ testimony })
    expect(taken.marks.redactions).toHaveLength(2)
    expect([taken.undo, taken.redo], 'it says beforehand what it would answer').toEqual([false, true])
    expect(await codeOf(archive.client.marks.undo({ testimony }))).toBe('hersToDecide')
    for (let step = 0; step < 4; step += 1) await archive.client.marks.redo({ testimony })
    expect((await archive.client.story.read({ testimony })).undo).toBe(true)
    await review()
    expect((await archive.client.story.read({ testimony })).undo).toBe(false)
    expect(await codeOf(archive.client.marks.undo({ testimony }))).toBe('hersToDecide')
  })

  test('stays taken out when a putting back that was undone before is done again', async () => {
    const { marks } = await takeOut('Carmen')
    await archive.client.marks.putBack({ testimony, redaction: marks.redactions[0]?.id ?? '' })
    await archive.client.marks.undo({ testimony })
    await review()
    expect(await codeOf(archive.client.marks.redo({ testimony }))).toBe('hersToDecide')
    expect((await read()).marks.redactions).toHaveLength(1)
  })
})

test('words stay in the voice that they are in, and a voice hers or not hers', async () => {
  await review()
  const { story } = await read()
  const { turns } = story
  const [asked, came, rained] = story.passages
  if (asked === undefined || came === undefined || rained === undefined) throw new Error('no passages')
  const speakerOf = (turn: string) => turns.find(({ id }) => id === turn)?.speaker ?? ''
  const [asks, hers] = [speakerOf(asked.turn), speakerOf(came.turn)]
  expect(story.speakers.find(({ id }) => id === hers)?.role).toBe('narrator')
  expect(story.speakers.find(({ id }) => id === asks)?.role).not.toBe('narrator')
  const order = turns.map(({ id, speaker }) => ({
    id,
    speaker,
    passages: story.passages.filter(({ turn }) => turn === id).map((passage) => passage.id),
  }))
  const given = order.map((turn) => ({ ...turn, speaker: asks }))
  expect(await codeOf(keep({ turns: given }))).toBe('herVersion')
  const across = [
    { ...asked, text: 'Who came? Carmen came', wordTimes: [] },
    { ...came, text: 'with us and Tomás drove.', wordTimes: [] },
  ]
  expect(await codeOf(keep({ passages: across }))).toBe('herVersion')
  const into = order
    .map(({ passages, ...turn }, at) => ({
      ...turn,
      passages: [...passages.filter((id) => id !== rained.id), ...(at === 0 ? [rained.id] : [])],
    }))
    .filter(({ passages }) => passages.length > 0)
  expect(await codeOf(keep({ turns: into }))).toBe('herVersion')
  await keep({
    passages: [
      { ...came, text: 'Carmen came with us', wordTimes: [] },
      { ...rained, text: 'and Tomás drove. It rained, and Jacinto waited.', wordTimes: [] },
    ],
  })
  const say = (role: 'narrator' | 'other', called: string) =>
    archive.client.story.changeSpeaker({ testimony, speaker: hers, name: called, role })
  expect(await codeOf(say('other', 'Marisol'))).toBe('herVersion')
  await say('narrator', 'Marisol R.')
  await handOver()
  await keep({ turns: given })
  await say('other', 'Marisol')
  await archive.client.herSession.leave({ passphrase })
})
