// The copies that are given out, made from the checked redacted sound alone and never from what was recorded; each is
// decoded again and checked before anything names it.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import { isPlain, partsOf } from '../../../../shared/domain/sound/sound-as.ts'
import { mediaFolder, MediaWriter, openMedia, type MediaReader, type StoredMedia } from '../../files/media.ts'
import type { RandomSource } from '../../vault/random.ts'
import { checkCopy } from './check-copy.ts'
import { evened, gainsOf, type Samples } from './evened.ts'
import { writeSound } from './formats/index.ts'
import type { RenderingPlan } from './rendering.ts'
import { lengthOf, runsOf, takenOutPlaces } from './runs.ts'
import type { TakenOutAsItCame } from './taken-out.ts'
import type { SoundToCheck } from './zones.ts'

const headLength = 44

export interface SoundCopy {
  /** In the folder that leaves. */
  readonly path: string
  readonly media: StoredMedia
}

export interface PlaceOfMedia {
  readonly folder: string
  readonly recipient: string
  readonly identity: string
  readonly random: RandomSource
}

/** Samples `from` to before `until` of a rendition. Throws Failure cancelled when `signal` fires. */
async function* samplesIn(
  rendition: MediaReader,
  from: number,
  until: number,
  signal: AbortSignal,
): AsyncGenerator<Int16Array> {
  for await (const piece of rendition.stream(headLength + from * 2, headLength + until * 2)) {
    // NOTE: other calls are answered between two pieces, the one that stops this too.
    await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) throw new Failure('cancelled')
    yield new Int16Array(new Uint8Array(piece).buffer)
  }
}

/** What a part of the sound is written from: the redacted samples, with their loudness evened where that is asked for. */
async function sourceOf(
  rendition: MediaReader,
  part: SoundToCheck,
  from: number,
  isEvened: boolean,
  signal: AbortSignal,
): Promise<() => Samples> {
  const until = from + lengthOf(part)
  const plain = () => samplesIn(rendition, from, until, signal)
  if (!isEvened) return plain
  const runs = runsOf(part)
  const gains = await gainsOf(runs, plain(), part.sampleRate)
  return () => evened(runs, gains, plain())
}

/** Where each part begins in the rendition, in samples; beside a clip of its own there is no pause. */
function beginningsOf({ sampleRate, clips, as }: RenderingPlan): number[] {
  if (as?.files !== 'each') return [0]
  let at = 0
  return clips.map((planned) => {
    const until = at + lengthOf({ sampleRate, clips: [planned] })
    at = until
    return until - lengthOf({ sampleRate, clips: [{ ...planned, pauseBeforeMs: 0 }] })
  })
}

/** None where what leaves is the rendition itself. Throws Failure checkFailed, diskFull, cancelled; nothing is left behind then. */
export async function makeCopies(
  plan: RenderingPlan,
  rendition: StoredMedia,
  takenOut: TakenOutAsItCame | null,
  { folder, recipient, identity, random }: PlaceOfMedia,
  signal: AbortSignal,
): Promise<SoundCopy[]> {
  const { as, sampleRate } = plan
  if (as === null || isPlain(as)) return []
  const open = ({ name, header }: StoredMedia) => openMedia(folder, name, header, identity)
  const reader = await open(rendition)
  const made: SoundCopy[] = []
  const beginnings = beginningsOf(plan)
  let places = 0
  try {
    for (const [at, { path: file, clips }] of partsOf(as, plan.clips).entries()) {
      const part = { sampleRate, clips }
      const samples = await sourceOf(reader, part, beginnings[at] ?? 0, as.evened, signal)
      const writer = await MediaWriter.begin(folder, recipient, random)
      try {
        await writeSound(as.format, (bytes) => writer.append(bytes), { length: lengthOf(part), sampleRate, samples })
        made.push({ path: file, media: await writer.finish() })
      } catch (error) {
        await writer.discard()
        throw error
      }
      const media = made.at(-1)?.media ?? rendition
      const own = takenOut?.places.slice(places, (places += takenOutPlaces(part).length))
      const copy = await open(media)
      try {
        await checkCopy(part, as.format, copy.stream(0, copy.size), { written: samples(), takenOut: own })
      } finally {
        await copy.close()
      }
    }
    return made
  } catch (error) {
    for (const { media } of made) await rm(path.join(mediaFolder(folder), media.name), { force: true })
    if (signal.aborted) throw new Failure('cancelled')
    throw error
  } finally {
    await reader.close()
  }
}
