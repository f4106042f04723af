// A story whose recording is encoded, and its samples handed over as a window hands them over that has decoded it.
import { randomFillSync } from 'node:crypto'
import { writeSound } from '../../electron/archive/features/sound/formats/index.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { bringIn } from '../support/archive.ts'

export const sampleRate = 8_000
export const seconds = 6
/** Bytes of 16-bit samples. */
export const at = (ms: number): number => (ms * sampleRate * 2) / 1_000

async function asFlac(samples: Uint8Array): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const all = new Int16Array(new Uint8Array(samples).buffer)
  await writeSound('flac', async (bytes) => pieces.push(Uint8Array.from(bytes)), {
    length: all.length,
    sampleRate,
    samples: async function* () {
      yield all
    },
  })
  return Buffer.concat(pieces)
}

/** Three passages of two seconds in a FLAC; the one in the middle is to be erased. */
export async function encodedStory(client: ArchiveClient, name = 'Mara', saying = ['One.', 'Two?', 'Three.']) {
  const [first, second, third] = saying
  const samples = new Uint8Array(at(seconds * 1_000))
  randomFillSync(samples)
  const file = await asFlac(samples)
  const [line] = await bringIn(client, [
    { name: `${name}.flac`, bytes: file },
    {
      name: `${name}.txt`,
      bytes: new TextEncoder().encode(`${name}: ${first}\n\nAna: ${second}\n\n${name}: ${third}\n`),
    },
  ])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const [recording] = story.recordings
  if (recording === undefined) throw new Error('the story has no sound')
  for (const [place, { id: passage }] of story.passages.entries()) {
    const startMs = place * 2_000 + 200
    await client.story.setPassageTime({
      testimony,
      passage,
      recording: recording.id,
      startMs,
      endMs: startMs + 1_600,
    })
  }
  const passages = story.passages.map(({ id }) => id)
  const passage = passages[1] ?? ''
  const asked = { kind: 'passages', testimony, passages: [passage], sound: 'silence', knownBy: null } as const
  const shape = { sampleRate, channels: 1, samples: 's16', frames: seconds * sampleRate } as const
  return { samples, file, recording, asked, shape, passages, of: { testimony, recording: recording.id } }
}
export type EncodedStory = Awaited<ReturnType<typeof encodedStory>>

/** As the window does with what it has decoded. */
export async function handOver(
  client: ArchiveClient,
  { asked, shape, of }: Pick<EncodedStory, 'asked' | 'shape' | 'of'>,
  samples: Uint8Array,
): Promise<void> {
  await client.erase.beginSound({ ...of, ...shape, passages: asked.passages })
  for (let from = 0; from < samples.length; from += 10_000)
    await client.erase.appendSound({ ...of, bytes: samples.slice(from, from + 10_000) })
  await client.erase.finishSound(of)
}
