// A story told aloud in noise, of which no piece is like another, so that each can be looked for wherever it may lie.
import { randomFillSync } from 'node:crypto'
import { expect, vi } from 'vitest'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { writeSound } from '../../electron/archive/features/sound/formats/index.ts'
import { MediaWriter } from '../../electron/archive/files/media.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { herPassphrase } from '../contract/role-world.ts'
import { bringIn } from '../support/archive.ts'
import { everythingKept } from '../support/everything-kept.ts'

export const rate = 8_000
export const at = (ms: number): number => (ms * rate * 2) / 1_000

async function asFlac(samples: Uint8Array): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const all = new Int16Array(Uint8Array.from(samples).buffer)
  const sound = {
    length: all.length,
    sampleRate: rate,
    async *samples() {
      yield all
    },
  }
  await writeSound('flac', async (bytes) => pieces.push(Uint8Array.from(bytes)), sound)
  return Buffer.concat(pieces)
}

/** Four passages of two seconds, one close behind the other: what is silent of one reaches into the next. */
export async function toldAloud(client: ArchiveClient, format: 'wav' | 'flac' = 'wav') {
  const samples = Buffer.alloc(at(8_000))
  randomFillSync(samples)
  const file = Buffer.concat([wavHead(samples.length / 2, rate), samples])
  const [line] = await bringIn(client, [
    { name: `mara.${format}`, bytes: format === 'wav' ? file : await asFlac(samples) },
    { name: 'mara.txt', bytes: Buffer.from('Mara: One.\n\nAna: Two?\n\nMara: Three.\n\nAna: Four?\n') },
  ])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const recording = story.recordings[0]?.id ?? ''
  const passages = story.passages.map(({ id }) => id)
  for (const [place, passage] of passages.entries())
    await client.story.setPassageTime({
      testimony,
      passage,
      recording,
      startMs: place * 2_000,
      endMs: place * 2_000 + 2_000,
    })
  await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  const media = async () => (await client.story.read({ testimony })).story.recordings[0]?.media ?? ''
  return { testimony, narrator: story.narrator.id, passages, recording, samples, file, media }
}

export async function seal(
  client: ArchiveClient,
  testimony: string,
  passages: readonly string[],
  signal = new AbortController().signal,
): Promise<void> {
  for await (const step of client.herSession.sealWithSound({ testimony, passages: [...passages] }, signal))
    expect(['working', 'sealed']).toContain(step.kind)
}

/** What is encoded, decoded whole, as the window hands it over before the sound of these passages is sealed. */
export async function handSamplesOver(
  client: ArchiveClient,
  { testimony, recording, samples }: Pick<Awaited<ReturnType<typeof toldAloud>>, 'testimony' | 'recording' | 'samples'>,
  passages: readonly string[],
): Promise<void> {
  const of = { testimony, recording }
  const shape = { sampleRate: rate, channels: 1, samples: 's16', frames: samples.length / 2 } as const
  await client.erase.beginSound({ ...of, passages: [...passages], isWhole: true, ...shape })
  await client.erase.appendSound({ ...of, bytes: Uint8Array.from(samples) })
  await client.erase.finishSound(of)
}

/** Stops when the next file has been written, and is not kept yet. */
export function stoppingOnceWritten(): AbortSignal {
  const stopping = new AbortController()
  const { finish } = MediaWriter.prototype
  vi.spyOn(MediaWriter.prototype, 'finish').mockImplementationOnce(async function (this: MediaWriter) {
    stopping.abort()
    await new Promise((resolve) => setTimeout(resolve, 100)) // until the archive process has heard of it
    return finish.call(this)
  })
  return stopping.signal
}

/** Pieces of 64 bytes of the sound, in order, that stand anywhere with every archivist's keys in hand. */
export async function foundOf(folder: string, samples: Buffer, times: readonly number[]): Promise<number[]> {
  const kept = await everythingKept(folder, [], null)
  return times.filter((ms) => kept.some((one) => one.includes(samples.subarray(at(ms), at(ms) + 64))))
}

// Of the second passage: from 2,000 to 4,000 ms, and 110 ms beyond on a grid of 50.
export const [sealedFrom, sealedUntil] = [1_850, 4_150]
export const inside = [1_851, 2_000, 3_000, 4_000, 4_140]
export const outside = [100, 1_840, 4_155, 7_000]

/** The file, silent where the second passage is sealed, or elsewhere. */
export function silent(file: Buffer, from = sealedFrom, until = sealedUntil): Buffer {
  return Buffer.from(file).fill(0, 44 + at(from), 44 + at(until))
}
