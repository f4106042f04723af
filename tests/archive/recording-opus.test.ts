// A take for a small disk: packets of Opus, given back as an Ogg file that a reader of another hand finds whole.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { BufferSource, EncodedPacketSink, Input, OGG } from 'mediabunny'
import { afterEach, expect, test } from 'vitest'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { agreed, finish, heard, newStory, openWindow, stateOf } from '../support/recorder.ts'
import { temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  await archive?.close()
  archive = null
})

/** A packet of 20 ms in one frame, stereo off (RFC 6716, 3.1: configuration 15, code 0); what is in it is chance. */
function packet(number: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at === 0 ? 0b0111_1000 : (number * 31 + at * 7) & 255))
}

function withLengths(packets: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(packets.flatMap((one) => [Buffer.from([one.length >> 8, one.length & 255]), one]))
}

test('every packet is there, in its order and at its time', async () => {
  archive = await makeArchive()
  const { client, process } = archive
  const { take, testimony } = await client.recording.begin({
    story: newStory,
    agreed,
    codec: 'opus',
    sampleRate: 48_000,
    channels: 1,
  })
  const window = await openWindow(process)
  const { epoch } = await stateOf(window.recorder)
  const sent: Uint8Array[] = []
  for (let second = 0; second < 5; second += 1) {
    // Some are longer than a segment, some than half a page's.
    const packets = Array.from({ length: 50 }, (_, at) => packet(second * 50 + at, second === 3 ? 1_275 : 40 + at * 6))
    sent.push(...packets)
    const bytes = withLengths(packets)
    await window.recorder.append({ take, epoch, sequence: second, frames: 48_000, bytes, level: 'good' })
  }
  const wrong = { take, epoch, sequence: 5, frames: 960, level: 'good' } as const
  const cut = withLengths([packet(1, 40)]).subarray(0, 30)
  await expect(window.recorder.append({ ...wrong, bytes: cut })).rejects.toMatchObject({ code: 'badInput' })
  await window.recorder.stop({ take, offRecord: 'destroy' })
  const recording = await finish(client, take)
  const { story } = await client.story.read({ testimony })
  expect(story.recordings).toMatchObject([{ format: 'ogg', sampleRate: 48_000, channels: 1 }])
  expect(story.recordings[0]?.durationMs).toBeCloseTo(5_000 - 6.5, 1)
  const bytes = await heard(archive, testimony, recording)
  const input = new Input({ source: new BufferSource(new Uint8Array(bytes)), formats: [OGG] })
  const track = await input.getPrimaryAudioTrack()
  expect(track?.codec).toBe('opus')
  if (track == null) return
  const read: Uint8Array[] = []
  for await (const one of new EncodedPacketSink(track).packets()) read.push(one.data)
  expect(read.map((one) => Buffer.from(one).toString('hex'))).toEqual(
    sent.map((one) => Buffer.from(one).toString('hex')),
  )
  // An independent reader, where there is one, finds no page whose checksum is wrong.
  const file = path.join(temporaryFolder(), 'a.ogg')
  writeFileSync(file, bytes)
  const probed = spawnSync('ffprobe', [
    '-v',
    'error',
    '-count_packets',
    '-show_entries',
    'stream=nb_read_packets',
    file,
  ])
  if (probed.error === undefined) {
    expect(probed.stderr.toString()).not.toMatch(/crc|invalid/i)
    expect(probed.stdout.toString()).toContain('nb_read_packets=250')
  }
})
