// Reads a stretch of a recording over its address, decoded, mixed to one channel; runs in the worker.
import { ALL_FORMATS, AudioSampleSink, Input, UrlSource, type AudioSample } from 'mediabunny'
import { frameClock } from './frame-clock.ts'
import { mixToOne } from './mix-to-one.ts'

/** How much of the encoded file may be held at once: enough for the readers' look-ahead, far from a whole recording. */
const cacheBytes = 8 * 1024 * 1024

export interface OpenSound {
  readonly sampleRate: number
  readonly durationSeconds: number
  /** One channel, in order; `frame` counts from the recording's start. Starts at or before `fromSeconds`. */
  samples(fromSeconds: number, untilSeconds: number): AsyncGenerator<{ frame: number; samples: Float32Array }>
  close(): void
}

/** `address` is absolute. Throws where there is no sound in it or this machine cannot decode it. */
export async function openSound(address: string): Promise<OpenSound> {
  const source = new UrlSource(address, {
    maxCacheSize: cacheBytes,
    parallelism: 1,
    getRetryDelay: () => null,
    requestInit: { cache: 'no-store', credentials: 'same-origin' },
  })
  const input = new Input({ source, formats: ALL_FORMATS })
  try {
    const track = await input.getPrimaryAudioTrack()
    if (track === null || !(await track.canDecode())) throw new Error('no sound that can be decoded')
    const sampleRate = await track.getSampleRate()
    const durationSeconds = (await input.getDurationFromMetadata([track])) ?? (await input.computeDuration([track]))
    const sink = new AudioSampleSink(track)
    return {
      sampleRate,
      durationSeconds,
      async *samples(fromSeconds, untilSeconds) {
        const placeOf = frameClock(sampleRate)
        for await (const sample of sink.samples(fromSeconds, untilSeconds)) {
          const samples = oneChannelOf(sample)
          const frame = placeOf(sample.timestamp, samples.length)
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
