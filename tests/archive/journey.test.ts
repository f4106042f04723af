// The main job without a window: made, brought in, marked, allowed, signed off, given out, and found in no byte.
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import { waiveCoolingOff } from '../support/waive.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const story = `WEBVTT

00:00.000 --> 00:02.000
<v Interviewer>Where did you work first?

00:02.000 --> 00:05.000
<v Marisol>In the laundry with Rosalinda, at night.

00:05.000 --> 00:08.000
<v Marisol>We kept a list of who paid and who did not.

00:08.000 --> 00:10.000
<v Marisol>I do not tell you about the winter.
`
const evidence = { kind: 'inPerson', note: 'She said it to me.' } as const

let archive: TestArchive
afterEach(() => archive.close())

async function storyWithSound(client: ArchiveClient): Promise<string> {
  const lines = await bringIn(client, [
    { name: 'marisol.vtt', bytes: new TextEncoder().encode(story) },
    { name: 'marisol.wav', bytes: toneWav(10, 16_000, 440) },
  ])
  expect(lines.map(({ result }) => result)).toEqual(['kept'])
  return lines[0]?.testimony ?? ''
}

/** Sends a tone for every clip that is wanted, as the window's decoder would. */
async function renderTone(client: ArchiveClient, excerpt: string): Promise<void> {
  const plan = await client.sound.plan({ kind: 'excerpt', excerpt })
  for (const [clip, { startMs, endMs }] of plan.clips.entries()) {
    const samples = new Int16Array(Math.round(((endMs - startMs) * plan.sampleRate) / 1000)).map((_, at) =>
      Math.round(12_000 * Math.sin(at / 5)),
    )
    await client.sound.append({ rendition: plan.rendition, clip, bytes: new Uint8Array(samples.buffer) })
  }
  await client.sound.finish({ rendition: plan.rendition })
}

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) found.set(entry.name, await readFile(path.join(entry.parentPath, entry.name)))
  }
  return found
}

describe('the main job', () => {
  test('from nothing to a consented excerpt with its row in the register', async () => {
    archive = await makeArchive()
    const { client } = archive
    const testimony = await storyWithSound(client)
    const { story: read } = await client.story.read({ testimony })
    const [, second, third, fourth] = read.passages
    if (second === undefined || third === undefined || fourth === undefined) throw new Error('passages are missing')
    expect(read.speakers.map(({ role }) => role)).toEqual(['interviewer', 'narrator'])

    const at = second.text.indexOf('Rosalinda')
    await client.marks.takeOut({
      testimony,
      spans: [{ passage: second.id, start: at, end: at + 9, startMs: 3_000, endMs: 3_500 }],
      thing: 'name',
      reach: 'readers',
      way: 'removed',
      replacement: '',
      why: '',
    })
    await client.consent.answer({
      testimony,
      evidence,
      scope: { kind: 'passages', passages: [second.id, third.id] },
      use: 'readingRoom',
      answer: 'yes',
      conditions: plainConditions,
      cardLanguage: 'en',
      cardVersion: 1,
    })
    await client.consent.reviewed({ testimony, evidence })
    const recipient = await client.excerpts.addRecipient({ name: 'Union hall', language: 'en' })
    const excerpt = await client.excerpts.begin({
      testimony,
      use: 'readingRoom',
      recipient: recipient.id,
      passages: [third.id, second.id, fourth.id],
    })
    expect(excerpt.passages).toEqual([second.id, third.id, fourth.id])

    const change = (passages: string[], title: string) =>
      client.excerpts.change({
        excerpt: excerpt.id,
        use: 'readingRoom',
        recipient: recipient.id,
        passages,
        withSound: true,
        framing: { title, introduction: '', keywords: [] },
      })
    await change(excerpt.passages, 'The laundry of Rosalinda')
    const held = await client.excerpts.check({ excerpt: excerpt.id })
    expect(held.reasons.map(({ kind }) => kind).sort()).toEqual([
      'coolingOff',
      'notAllowed',
      'notPrepared',
      'takenOutInFraming',
    ])
    expect(held.reasons).toContainEqual({ kind: 'notAllowed', passage: fourth.id, because: 'noEntry' })

    await change([second.id, third.id], 'The laundry')
    await waiveCoolingOff(client, testimony)
    expect((await client.excerpts.check({ excerpt: excerpt.id })).soundWanted).toBe(true)
    await expect(client.excerpts.prepare({ excerpt: excerpt.id })).rejects.toMatchObject({ code: 'soundNotReady' })
    await renderTone(client, excerpt.id)
    const prepared = await client.excerpts.prepare({ excerpt: excerpt.id })
    expect((await client.excerpts.check({ excerpt: excerpt.id })).reasons).toEqual([{ kind: 'notSignedOff' }])
    await expect(
      client.excerpts.signOff({ excerpt: excerpt.id, contentHash: 'f'.repeat(64), evidence }),
    ).rejects.toMatchObject({ code: 'changedMeanwhile' })
    await client.excerpts.signOff({ excerpt: excerpt.id, contentHash: prepared.contentHash, evidence })
    expect((await client.excerpts.check({ excerpt: excerpt.id })).reasons).toEqual([])

    const steps = []
    for await (const step of client.excerpts.giveOut({
      excerpt: excerpt.id,
      parentFolder: archive.dataFolder,
      folderName: 'For the hall',
    }))
      steps.push(step)
    const last = steps.at(-1)
    if (last?.kind !== 'givenOut') throw new Error('it was not given out')
    const files = await filesIn(last.folder)
    for (const [name, bytes] of files) expect(bytes.includes('Rosalinda'), name).toBe(false)
    const sound = files.get('sound.wav')
    if (sound === undefined) throw new Error('no sound')
    const sample = (ms: number) => sound.readInt16LE(44 + Math.round(ms * 16) * 2)
    expect([1_000, 1_250, 1_500].map(sample)).toEqual([0, 0, 0])
    const loudest = (from: number, to: number) =>
      Math.max(...Array.from({ length: to - from }, (_, ms) => Math.abs(sample(from + ms))))
    expect(loudest(100, 800)).toBeGreaterThan(10_000)
    expect(loudest(1_700, 2_500)).toBeGreaterThan(10_000)

    const { disclosures } = await client.givenOut.list({})
    expect(disclosures).toHaveLength(1)
    expect(disclosures[0]).toMatchObject({
      passages: 2,
      redactions: 1,
      contentHash: prepared.contentHash,
      closedSince: 0,
      endedSince: 0,
    })
    expect(new Set(disclosures[0]?.files.map((file) => path.basename(file.path)))).toEqual(new Set(files.keys()))

    // What has left stays as it was, and a sign-off opens one giving out.
    await expect(change([second.id], 'Another title')).rejects.toMatchObject({ code: 'changedMeanwhile' })
    expect((await client.excerpts.check({ excerpt: excerpt.id })).reasons).toEqual([{ kind: 'notSignedOff' }])
    await client.consent.answer({
      testimony,
      evidence,
      scope: { kind: 'testimony' },
      use: 'readingRoom',
      answer: 'withdrawn',
      conditions: plainConditions,
      cardLanguage: 'en',
      cardVersion: 1,
    })
    expect((await client.givenOut.list({})).disclosures[0]?.closedSince).toBe(2)
    const found = []
    for await (const step of client.care.check({})) if (step.kind === 'checked') found.push(step)
    expect(found).toMatchObject([{ findings: [], stories: 1 }])
  })

  test('after locking nothing answers, and the passphrase opens it again', async () => {
    archive = await makeArchive()
    const { client, folder } = archive
    await bringIn(client, [
      { name: 'a.txt', bytes: new TextEncoder().encode('I sold oranges at the market.\n\nIt rained.') },
    ])
    await client.door.lock({})
    await expect(client.shelf.choices({})).rejects.toMatchObject({ code: 'locked' })
    await expect(client.door.open({ folder, passphrase: 'not this one at all' })).rejects.toMatchObject({
      code: 'wrongPassphrase',
    })
    await client.door.open({ folder, passphrase: `  ${passphrase.replaceAll(' ', '   ')} ` })
    expect((await client.shelf.choices({})).all).toBe(1)
    const { hits, total } = await client.shelf.find({ words: 'ORÁNGES', language: '', role: 'anyone', count: 10 })
    expect(total).toBe(1)
    expect(hits[0]?.found).toEqual([[7, 14]])
  })

  test('marks are undone and done again', async () => {
    archive = await makeArchive()
    const { client } = archive
    const [line] = await bringIn(client, [
      { name: 'a.txt', bytes: new TextEncoder().encode('I sold oranges at the market.') },
    ])
    const testimony = line?.testimony ?? ''
    const passage = (await client.story.read({ testimony })).story.passages[0]?.id ?? ''
    const words = {
      words: 'work',
      language: 'en',
      meaning: 'mine',
      assertedBy: 'narrator',
      stance: 'mine',
      colour: 1,
    } as const
    const spans = [{ passage, start: 2, end: 6, startMs: null, endMs: null }]
    const { marks } = await client.marks.label({ testimony, spans, ...words })
    const changed = await client.marks.changeLabel({
      testimony,
      label: marks.labels[0]?.id ?? '',
      ...words,
      words: 'trade',
    })
    expect(changed.marks.labels.map((label) => label.words)).toEqual(['trade'])
    expect((await client.marks.undo({ testimony })).marks.labels.map((label) => label.words)).toEqual(['work'])
    const none = await client.marks.undo({ testimony })
    expect(none.marks.labels).toEqual([])
    expect([none.undo, none.redo]).toEqual([false, true])
    await client.marks.redo({ testimony })
    const again = await client.marks.redo({ testimony })
    expect(again.marks).toEqual(changed.marks)
    await expect(client.marks.redo({ testimony })).rejects.toMatchObject({ code: 'nothingToRedo' })
    await expect(
      client.marks.label({ testimony, ...words, spans: [{ passage, start: 2, end: 999, startMs: null, endMs: null }] }),
    ).rejects.toMatchObject({ code: 'rangeOutside' })
  })

  test('what is said instead may not say what is hidden', async () => {
    archive = await makeArchive()
    const { client } = archive
    const [line] = await bringIn(client, [
      { name: 'a.txt', bytes: new TextEncoder().encode('Beatriz got me the job.') },
    ])
    const testimony = line?.testimony ?? ''
    const passage = (await client.story.read({ testimony })).story.passages[0]?.id ?? ''
    const takeOut = (replacement: string) =>
      client.marks.takeOut({
        testimony,
        spans: [{ passage, start: 0, end: 7, startMs: null, endMs: null }],
        thing: 'name',
        reach: 'readers',
        way: 'pseudonym',
        replacement,
        why: '',
      })
    await expect(takeOut('BEATRIZ P.')).rejects.toMatchObject({ code: 'replacementTells' })
    expect((await takeOut('Lena')).marks.redactions).toHaveLength(1)
  })

  test('a passage of the preview can be left out', async () => {
    archive = await makeArchive()
    const { client } = archive
    const { batch } = await client.bringIn.begin({})
    await client.bringIn.paste({ batch, text: 'SUMMARY KEYWORDS\n\nI sold oranges.\n\nIt rained.' })
    const { items } = await client.bringIn.preview({ batch })
    const item = items[0]?.item ?? ''
    await client.bringIn.correctPassage({ batch, item, turn: 0, passage: 0, change: { kind: 'leaveOut' } })
    const { turns } = await client.bringIn.previewText({ batch, item })
    expect(turns.flatMap(({ passages }) => passages.map(({ text }) => text))).toEqual(['I sold oranges.', 'It rained.'])
  })
})
