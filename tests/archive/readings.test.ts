// Another voice where her answer asks for one: nothing leaves before it is read, heard and approved; the words that were
// read are those that would be heard; and a reading goes with the words that it says.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { machineVoiceProgram } from '../../electron/archive/features/readings/machine-voice.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { plainSound } from '../../shared/domain/sound/sound-as.ts'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { answerReadingRoom } from '../support/ready-story.ts'
import { correlation } from '../support/sound-samples.ts'
import { toneWav } from '../support/tone.ts'
import { herPassphrase } from './her-passphrase.ts'
import { giveOutSpeech, heardIn, readySpeech, speech, speechRate } from './speech-given-out.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive
afterEach(() => archive.close())

async function withOtherVoice() {
  archive = await makeArchive()
  const { client } = archive
  const ready = await readySpeech(client, plainSound)
  const { story } = await client.story.read({ testimony: ready.testimony })
  await answerReadingRoom(client, ready.testimony, 'yes', { voice: 'other' })
  return { client, ...ready, passages: story.passages.map(({ id }) => id) }
}

const reasons = async (client: ArchiveClient, excerpt: string) =>
  (await client.excerpts.check({ excerpt })).reasons.map(({ kind }) => kind)

const readAloud = (seconds: number, hertz: number) => toneWav(seconds, speechRate, hertz)

async function bring(
  client: ArchiveClient,
  excerpt: string,
  passage: string,
  wav: Uint8Array,
  reader = '',
): Promise<string> {
  const { reading } = await client.readings.begin({ excerpt, passage, type: 'audio/wav', live: false })
  await client.readings.append({ excerpt, reading, bytes: wav })
  await client.readings.finish({ excerpt, reading, durationMs: 1, reader })
  return reading
}

const listed = async (client: ArchiveClient, excerpt: string) => (await client.readings.list({ excerpt })).passages

test('nothing leaves until each passage was read and approved, and then her own voice is nowhere in it', async () => {
  const { client, excerpt, passages } = await withOtherVoice()
  expect(await reasons(client, excerpt)).toContain('voiceNotAllowed')
  const toRead = await listed(client, excerpt)
  expect(toRead.map(({ passage }) => passage)).toEqual(passages)
  // What is taken out is not given to be read.
  expect(toRead[0]?.words).toBe('And so, my fellow …,')
  const media = path.join(archive.folder, 'media')
  const before = readdirSync(media).length
  for (const [at, passage] of passages.entries()) {
    const reading = await bring(client, excerpt, passage, readAloud(1 + at, 300 + 200 * at), 'Iris')
    expect(
      (await client.excerpts.check({ excerpt })).reasons.filter(({ kind }) => kind === 'voiceNotAllowed'),
    ).toHaveLength(passages.length - at)
    await client.readings.approve({ excerpt, reading })
  }
  expect(await reasons(client, excerpt)).not.toContain('voiceNotAllowed')
  expect(readdirSync(media).length).toBe(before + 3)
  expect(
    (await listed(client, excerpt)).map(({ reading }) => [reading?.durationMs, reading?.isApproved, reading?.fits]),
  ).toEqual([
    [1_000, true, true],
    [2_000, true, true],
    [3_000, true, true],
  ])
  const { clips, sampleRate, rendition } = await client.sound.plan({ kind: 'excerpt', excerpt })
  expect(clips.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 1_000],
    [0, 2_000],
    [0, 3_000],
  ])
  expect(sampleRate).toBe(speechRate)
  // As the window would: each from its own file.
  for (const [clip, { media: name, endMs }] of clips.entries()) {
    const found = await archive.process.media.find('media', name, '')
    const parts: Uint8Array[] = []
    for await (const piece of found.read(44, 44 + (endMs * speechRate) / 500)) parts.push(piece)
    await client.sound.append({ rendition, clip, bytes: new Uint8Array(Buffer.concat(parts)) })
  }
  await client.sound.finish({ rendition })
  const left = await giveOutSpeech(client, excerpt, temporaryFolder())
  const { samples } = await heardIn(plainSound, left.get('sound.wav'), 6_000)
  expect(Math.abs(correlation(samples.subarray(0, speechRate), speech.subarray(0, speechRate)))).toBeLessThan(0.05)
  const page = left.get('index.html')?.toString('utf8') ?? ''
  expect(page.match(/another person reads this/g)).toHaveLength(3)
  expect(left.get('captions.vtt')?.toString('utf8')).toContain('<v Another reader>')
  for (const bytes of left.values()) expect(bytes.includes('Iris')).toBe(false)
})

test('words that have changed since are asked for anew, and what was made of the old is not used', async () => {
  const { client, excerpt, testimony, passages } = await withOtherVoice()
  const [first = '', second = ''] = passages
  const one = await bring(client, excerpt, second, readAloud(1, 400))
  await client.readings.approve({ excerpt, reading: one })
  const span = { passage: second, start: 0, end: 7, startMs: 3_000, endMs: 3_500 }
  const words = { thing: 'other', reach: 'readers', way: 'pseudonym', replacement: 'do not', why: '' } as const
  await client.marks.takeOut({ testimony, spans: [span], ...words })
  const [, now] = await listed(client, excerpt)
  expect([now?.words.startsWith('do not'), now?.reading?.fits, now?.reading?.isApproved]).toEqual([true, false, true])
  expect((await client.excerpts.check({ excerpt })).reasons).toContainEqual({
    kind: 'voiceNotAllowed',
    passage: second,
  })
  expect(await codeOf(client.readings.approve({ excerpt, reading: one }))).toBe('changedMeanwhile')
  // And while it is being read.
  const { reading } = await client.readings.begin({ excerpt, passage: first, type: 'audio/wav', live: false })
  await client.readings.append({ excerpt, reading, bytes: readAloud(1, 300) })
  await client.marks.takeOut({
    testimony,
    spans: [{ ...span, passage: first, start: 0, end: 3, startMs: 0, endMs: 300 }],
    ...words,
  })
  expect(await codeOf(client.readings.finish({ excerpt, reading, durationMs: 1_000, reader: '' }))).toBe(
    'changedMeanwhile',
  )
})

describe('a reading', () => {
  test('that is no sound, or of a passage that needs none, is not kept', async () => {
    const { client, excerpt, testimony, passages } = await withOtherVoice()
    const [first = ''] = passages
    const media = () => readdirSync(path.join(archive.folder, 'media')).length
    const before = media()
    const broken = Buffer.concat([wavHead(0, speechRate), Buffer.from('not a sound')]).subarray(0, 30)
    expect(await codeOf(bring(client, excerpt, first, broken))).toBe('soundUnreadable')
    const { reading } = await client.readings.begin({ excerpt, passage: first, type: 'audio/flac', live: false })
    expect(await codeOf(client.readings.append({ excerpt, reading, bytes: readAloud(1, 300) }))).toBe('soundUnreadable')
    await client.readings.drop({ excerpt, reading })
    expect(media()).toBe(before)
    expect((await listed(client, excerpt))[0]?.reading).toBeNull()
    await answerReadingRoom(client, testimony, 'yes', { voice: 'own' })
    expect(await listed(client, excerpt)).toEqual([])
    expect(await codeOf(bring(client, excerpt, first, readAloud(1, 300)))).toBe('notFound')
  })

  test('that is dropped is gone, and a second one of the same words takes its place', async () => {
    const { client, excerpt, passages } = await withOtherVoice()
    const [first = ''] = passages
    const media = () => readdirSync(path.join(archive.folder, 'media')).length
    const before = media()
    const one = await bring(client, excerpt, first, readAloud(1, 300))
    await client.readings.approve({ excerpt, reading: one })
    const two = await bring(client, excerpt, first, readAloud(2, 300))
    expect((await listed(client, excerpt))[0]?.reading?.id).toBe(one)
    await client.readings.approve({ excerpt, reading: two })
    expect((await listed(client, excerpt))[0]?.reading?.id).toBe(two)
    expect(media()).toBe(before + 1)
    await client.readings.drop({ excerpt, reading: two })
    expect(media()).toBe(before)
    expect(await codeOf(client.readings.drop({ excerpt, reading: two }))).toBe('notFound')
    for await (const step of client.care.check({})) if (step.kind === 'checked') expect(step.findings).toEqual([])
  })

  test('goes with words that she seals', async () => {
    const { client, excerpt, testimony, passages } = await withOtherVoice()
    const [, second = ''] = passages
    const reading = await bring(client, excerpt, second, readAloud(1, 300))
    await client.readings.approve({ excerpt, reading })
    const before = readdirSync(path.join(archive.folder, 'media'))
    const { story } = await client.story.read({ testimony })
    await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
    await client.herSession.setPassphrase({ passphrase: herPassphrase })
    await client.herSession.seal({ testimony, passages: [second] })
    await expect.poll(() => readdirSync(path.join(archive.folder, 'media')).length).toBe(before.length - 1)
  })
})

const program = machineVoiceProgram()
if (program === null) process.stderr.write('eSpeak NG is not on this machine: no voice is made.\n')

describe('a voice of the machine', () => {
  test('is offered only where the program is', () => {
    expect(machineVoiceProgram(() => false)).toBeNull()
    expect(machineVoiceProgram((place) => place === '/usr/local/bin/espeak-ng')).toBe('/usr/local/bin/espeak-ng')
  })

  test.skipIf(program === null)('reads what is left of the words, and waits to be listened to', async () => {
    const { client, excerpt, passages } = await withOtherVoice()
    const [first = ''] = passages
    const { voices } = await client.readings.voices({ language: 'en' })
    expect(voices.length).toBeGreaterThan(0)
    const [voice] = voices
    await client.readings.speak({ excerpt, passage: first, voice: voice?.id ?? '' })
    const [spoken] = await listed(client, excerpt)
    expect(spoken?.reading).toMatchObject({ voice: 'machine', reader: '', isApproved: false, fits: true })
    expect(spoken?.reading?.durationMs).toBeGreaterThan(500)
    const found = await archive.process.media.find('media', spoken?.reading?.media ?? '', '')
    const parts: Uint8Array[] = []
    for await (const piece of found.read(0, found.size)) parts.push(piece)
    const wav = Buffer.concat(parts)
    expect(wav.readUInt32LE(40)).toBe(wav.length - 44)
    expect(wav.subarray(44).some((byte) => byte > 20)).toBe(true)
    // Nothing of it lies in the open.
    for (const name of readdirSync(archive.dataFolder, { recursive: true, encoding: 'utf8' })) {
      const place = path.join(archive.dataFolder, name)
      if (statSync(place).isFile()) expect(readFileSync(place).includes(wav.subarray(4_000, 4_400))).toBe(false)
    }
    expect(await codeOf(client.readings.speak({ excerpt, passage: first, voice: '../../etc/passwd' }))).toBe('notFound')
    expect(await codeOf(client.readings.speak({ excerpt, passage: first, voice: '--path=/tmp' }))).toBe('notFound')
  })
})
