// What is owed after giving out: every narrower answer counts as closed since, and what she hears before signing is there.
import { afterEach, expect, test } from 'vitest'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import type { Answer } from '../../shared/domain/consent/ledger.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import { waiveCoolingOff } from '../support/waive.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const evidence = { kind: 'inPerson', note: 'She said it to me.' } as const
let archive: TestArchive
afterEach(() => archive.close())

async function render(client: ArchiveClient, excerpt: string): Promise<string> {
  const plan = await client.sound.plan({ kind: 'excerpt', excerpt })
  for (const [clip, { startMs, endMs }] of plan.clips.entries()) {
    const samples = new Int16Array(Math.round(((endMs - startMs) * plan.sampleRate) / 1000)).fill(9_000)
    await client.sound.append({ rendition: plan.rendition, clip, bytes: new Uint8Array(samples.buffer) })
  }
  await client.sound.finish({ rendition: plan.rendition })
  return plan.rendition
}

async function begun(answer: Answer) {
  archive = await makeArchive()
  const { client } = archive
  const [line] = await bringIn(client, [
    {
      name: 'a.vtt',
      bytes: new TextEncoder().encode('WEBVTT\n\n00:00.000 --> 00:02.000\n<v Marisol>I sold oranges.\n'),
    },
    { name: 'a.wav', bytes: toneWav(2, 8_000, 440) },
  ])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const passages = story.passages.map(({ id }) => id)
  const say = (said: Answer) =>
    client.consent.answer({
      testimony,
      evidence,
      scope: { kind: 'testimony' },
      use: 'readingRoom',
      answer: said,
      cardLanguage: 'en',
      cardVersion: 1,
      conditions: { ...plainConditions, recipients: [] },
    })
  await say(answer)
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({ testimony, use: 'readingRoom', recipient, passages })
  const change = (withSound: boolean) =>
    client.excerpts.change({
      excerpt,
      use: 'readingRoom',
      recipient,
      passages,
      withSound,
      framing: { title: 'Nights', introduction: '', keywords: [] },
    })
  return {
    client,
    testimony,
    excerpt,
    recording: story.recordings[0]?.id ?? '',
    passage: passages[0] ?? '',
    say,
    change,
  }
}

async function given(answer: Answer) {
  const made = await begun(answer)
  const { client, excerpt, change } = made
  await change(false)
  await client.excerpts.signOff({
    excerpt,
    contentHash: (await client.excerpts.prepare({ excerpt })).contentHash,
    evidence,
  })
  for await (const _ of client.excerpts.giveOut({ excerpt, parentFolder: archive.dataFolder, folderName: 'Out' }))
    continue
  return { ...made, closed: async () => (await client.givenOut.list({})).disclosures[0]?.closedSince }
}

test.each(['no', 'withdrawn', 'notYet', 'askEachTime'] as const)(
  'a yes that became %s closes what was given out',
  async (answer) => {
    const { say, closed } = await given('yes')
    expect(await closed()).toBe(0)
    await say(answer)
    expect(await closed()).toBe(1)
  },
)

test('what went out by ask me each time is not closed by having been asked', async () => {
  const { say, closed } = await given('askEachTime')
  expect(await closed()).toBe(0)
  await say('notYet')
  expect(await closed()).toBe(1)
})

test('the sound of a preview is there after the same was rendered anew', async () => {
  const { client, testimony, excerpt, passage, change } = await begun('yes')
  await change(true)
  const first = await render(client, excerpt)
  const shown = await client.excerpts.prepare({ excerpt })
  await client.marks.takeOut({
    testimony,
    spans: [{ passage, start: 7, end: 14, startMs: 1_000, endMs: 1_200 }],
    thing: 'other',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  await client.marks.undo({ testimony })
  expect(await render(client, excerpt)).not.toBe(first)
  const again = await client.excerpts.prepare({ excerpt })
  expect(again.contentHash).toBe(shown.contentHash)
  const sound = await archive.process.media.find('held', again.held, 'sound.wav')
  expect(sound.size).toBeGreaterThan(0)
})

test('a passage is put only where there is sound of its own story', async () => {
  const { client, testimony, passage, recording } = await begun('yes')
  const [line] = await bringIn(client, [{ name: 'b.wav', bytes: toneWav(2, 8_000, 440) }])
  const other = (await client.story.read({ testimony: line?.testimony ?? '' })).story.recordings[0]?.id ?? ''
  const put = (of: string | null, startMs: number | null, endMs: number | null) =>
    client.story.setPassageTime({ testimony, passage, recording: of, startMs, endMs })
  await expect(put(other, 0, 1_000)).rejects.toMatchObject({ code: 'notFound' })
  await expect(put(recording, 1_000, 1_000)).rejects.toMatchObject({ code: 'rangeOutside' })
  await expect(put(recording, null, 1_000)).rejects.toMatchObject({ code: 'rangeOutside' })
  await put(recording, 500, 1_000)
  await put(recording, 500, null)
  await put(null, null, null)
})
