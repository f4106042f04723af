// Reads a stretch of a recording over its address, decoded, mixed to one channel; runs in the worker.
import { AudioSampleSink, Input, Mp3InputFormat, UrlSource, type AudioSample } from 'mediabunny'
import { fetchWhileOpen } from './fetch-while-open.ts'
import { frameClock } from './frame-clock.ts'
import { framesLost } from './frames-lost.ts'
import { readMp3Delay } from './mp3-delay.ts'
import { mixToOne } from './mix-to-one.ts'
import { readableFormats } from './readable-formats.ts'
import { bytesOfSample, sampleKindOf } from './sample-kinds.ts'
import type { SampleKind } from '../../../shared/domain/sound/sample-kinds.ts'
import type { PlacedBytes } from './whole-sound.ts'

/** How much of the encoded file may be held at once: enough for the readers' look-ahead, far from a whole recording. */
const cacheBytes = 8 * 1024 * 1024

/** Decoders need some sound before the first that is right (Opus 80 ms, MP3 a few frames); half a second is plenty. */
const runUpSeconds = 0.5

export interface OpenSound {
  readonly sampleRate: number
  readonly durationSeconds: number
  /** One channel, in order; `frame` counts from the recording's start. Starts at or before `fromSeconds`. */
  samples(fromSeconds: number, untilSeconds: number): AsyncGenerator<{ frame: number; samples: Float32Array }>
  readonly channels: number
  /** In which samples nothing of it is lost that its file has. */
  readonly kind: SampleKind
  /** Where its last frame ends, by what is in it and not by what its file says. */
  countFrames(): Promise<number>
  /** All of it, channel beside channel, as bytes of `kind`. */
  whole(): AsyncGenerator<PlacedBytes>
  close(): void
}

/**
 * `address` is absolute. Throws where there is no sound in it or this machine cannot decode it. Once the archive is locked
 * `onLocked` is told, and nothing comes any more.
 */
export async function openSound(address: string, onLocked: () => void): Promise<OpenSound> {
  const source = new UrlSource(address, {
    maxCacheSize: cacheBytes,
    parallelism: 1,
    getRetryDelay: () => null,
    fetchFn: fetchWhileOpen(onLocked),
    requestInit: { cache: 'no-store', credentials: 'same-origin' },
  })
  const input = new Input({ source, formats: readableFormats })
  try {
    const track = await input.getPrimaryAudioTrack()
    if (track === null || !(await track.canDecode())) throw new Error('no sound that can be decoded')
    const sampleRate = await track.getSampleRate()
    const durationSeconds = (await input.getDurationFromMetadata([track])) ?? (await input.computeDuration([track]))
    // NOTE: the player leaves an MP3's encoder delay out (about 25 ms), so places found by listening are counted after it.
    const delay = (await input.getFormat()) instanceof Mp3InputFormat ? await readMp3Delay(address) : 0
    const sink = new AudioSampleSink(track)
    const channels = await track.getNumberOfChannels()
    const kind = await sampleKindOf(track)
    return {
      channels,
      kind,
      countFrames: async () => Math.round((await input.computeDuration([track])) * sampleRate) - delay,
      async *whole() {
        const placeOf = frameClock(sampleRate)
        for await (const sample of sink.samples()) {
          const frame = placeOf(sample.timestamp, sample.numberOfFrames) - delay
          // NOTE: a file that says one thing and holds another would be heard beside its time.
          const isAsSaid = sample.sampleRate === sampleRate && sample.numberOfChannels === channels
          const bytes = isAsSaid ? bytesOfSample(sample, kind) : null
          sample.close()
          if (bytes === null) throw new Error('the sound changes its shape on the way')
          yield { frame, bytes }
        }
      },
      sampleRate,
      durationSeconds,
      async *samples(fromSeconds, untilSeconds) {
        const placeOf = frameClock(sampleRate)
        const early = Math.max(0, fromSeconds - runUpSeconds)
        const lost = early > 0 ? await framesLost(track, sampleRate, early) : 0
        for await (const sample of sink.samples(early, untilSeconds + delay / sampleRate)) {
          const samples = oneChannelOf(sample)
          const frame = placeOf(sample.timestamp, samples.length) + lost - delay
          sample.close()
          yield { frame, samples }
        }
      },
      close: () => input.dispose(),
    }
  } catch (reason) {
    input.dispose()
    throw reason
  }
}

function oneChannelOf(sample: AudioSample): Float32Array {
  const interleaved = new Float32Array(sample.numberOfFrames * sample.numberOfChannels)
  sample.copyTo(interleaved, { planeIndex: 0, format: 'f32' })
  return mixToOne(interleaved, sample.numberOfChannels)
}
