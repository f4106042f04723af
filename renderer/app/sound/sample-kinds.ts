// In which samples decoded sound is kept without losing any of it, and the bytes of them.
import type { AudioSample, InputAudioTrack } from 'mediabunny'
import type { SampleKind } from '../../../shared/domain/sound/sample-kinds.ts'

const points: readonly string[] = ['pcm-f32', 'pcm-f32be', 'pcm-f64', 'pcm-f64be', 'pcm-s32', 'pcm-s32be']
const long: readonly string[] = ['pcm-s24', 'pcm-s24be']

/** What is lossy has no samples of its own: 16 bits hold more of it than can be heard. */
export async function sampleKindOf(track: InputAudioTrack): Promise<SampleKind> {
  const codec = (await track.getCodec()) ?? ''
  if (points.includes(codec)) return 'f32'
  if (long.includes(codec)) return 's24'
  return codec === 'flac' && (await bitsOfFlac(track)) > 16 ? 's24' : 's16'
}

/** Out of STREAMINFO (RFC 9639); where it is not there, as many as there can be. */
async function bitsOfFlac(track: InputAudioTrack): Promise<number> {
  const described = (await track.getDecoderConfig())?.description
  if (described === undefined) return 32
  const bytes = ArrayBuffer.isView(described)
    ? new Uint8Array(described.buffer, described.byteOffset, described.byteLength)
    : new Uint8Array(described)
  const begins = new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'fLaC' ? 8 : 0
  const [high, low] = [bytes[begins + 12], bytes[begins + 13]]
  return high === undefined || low === undefined ? 32 : (((high & 1) << 4) | (low >> 4)) + 1
}

/** Channel beside channel, little-endian, as the machines that this runs on keep numbers. */
export function bytesOfSample(sample: AudioSample, kind: SampleKind): Uint8Array {
  const values = sample.numberOfFrames * sample.numberOfChannels
  const format = kind === 's16' ? 's16' : kind === 's24' ? 's32' : 'f32'
  const bytes = new Uint8Array(values * (format === 's16' ? 2 : 4))
  sample.copyTo(bytes, { planeIndex: 0, format })
  if (kind !== 's24') return bytes
  const short = new Uint8Array(values * 3)
  // The lowest of four bytes is nothing: the sample stands in the other three.
  for (let at = 0; at < values; at += 1) short.set(bytes.subarray(at * 4 + 1, at * 4 + 4), at * 3)
  return short
}
