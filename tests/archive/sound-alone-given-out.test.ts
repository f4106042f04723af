// Speech in which sound is taken out by itself, given out: it is not in the file, the rest is; and what is taken out after
// that is owed back.
import { afterEach, expect, test } from 'vitest'
import { plainSound } from '../../shared/domain/sound/sound-as.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { giveOutSpeech, heardIn, readySpeech, renderSpeech, speech, speechRate } from './speech-given-out.ts'
import { temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive
afterEach(() => archive.close())

const why = { thing: 'other', way: 'silence', replacement: '', why: '' } as const
const at = (ms: number): number => (ms * speechRate) / 1_000

async function takeOut(
  client: ArchiveClient,
  testimony: string,
  startMs: number,
  endMs: number,
  reach: 'readers' | 'anyone' = 'readers',
): Promise<string> {
  const { story } = await client.story.read({ testimony })
  const stretches = [{ recording: story.recordings[0]?.id ?? '', startMs, endMs }]
  const { marks } = await client.marks.takeOutSound({ testimony, stretches, reach, ...why })
  return marks.redactions.at(-1)?.stretches?.[0]?.id ?? ''
}

async function given() {
  archive = await makeArchive()
  const { client } = archive
  const { excerpt, testimony } = await readySpeech(client, plainSound)
  const stretch = await takeOut(client, testimony, 5_010, 6_020)
  await renderSpeech(client, excerpt)
  const files = await giveOutSpeech(client, excerpt, temporaryFolder())
  const owed = async () => (await client.givenOut.list({})).disclosures[0]?.closedSince
  return { client, testimony, stretch, files, owed }
}

test('nothing of it leaves, and all that is beside it does', async () => {
  const { client, files } = await given()
  const [, wav] = [...files].find(([name]) => name.endsWith('.wav')) ?? []
  const { samples } = await heardIn(plainSound, wav, 11_000)
  expect(samples.length).toBe(speech.length)
  expect(
    speech.slice(at(4_900), at(6_130)).some((one) => one !== 0),
    'the control: something was said there',
  ).toBe(true)
  expect(samples.slice(at(4_900), at(6_130)).every((one) => one === 0)).toBe(true)
  for (const [from, until] of [
    [2_320, 4_830],
    [6_170, 10_900],
  ] as const)
    expect(samples.slice(at(from), at(until))).toEqual(speech.slice(at(from), at(until)))
  const { disclosures } = await client.givenOut.list({})
  expect(disclosures).toMatchObject([{ redactions: 2, closedSince: 0 }])
})

test('what is taken out of its sound afterwards is owed back, and nothing else', async () => {
  const { client, testimony, stretch, owed } = await given()
  await takeOut(client, testimony, 9_000, 9_500, 'anyone')
  expect(await owed(), 'readers may have it').toBe(0)
  const less = client.marks.setTakenOutStretch({ testimony, stretch, startMs: 5_100, endMs: 5_900 })
  await expect(less, 'she has gone through it').rejects.toMatchObject({ code: 'hersToDecide' })
  await client.marks.setTakenOutStretch({ testimony, stretch, startMs: 4_000, endMs: 6_020 })
  expect(await owed(), 'more than was').toBe(1)
  await takeOut(client, testimony, 8_500, 9_500)
  expect(await owed(), 'in another passage').toBe(2)
})
