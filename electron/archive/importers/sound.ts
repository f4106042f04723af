// What a sound file says of itself, by demuxing it; nothing is decoded, and its extension is not believed.
import {
  CustomSource,
  Input,
  MatroskaInputFormat,
  Mp3InputFormat,
  Mp4InputFormat,
  OggInputFormat,
  QuickTimeInputFormat,
  WaveInputFormat,
  ALL_FORMATS,
} from 'mediabunny'
import type { InputAudioTrack, InputFormat } from 'mediabunny'
import { Failure } from '../../../shared/contract/failure.ts'
import type { ImportedSound, ImportNotice } from '../../../shared/domain/imported.ts'
import { isFlac, readFlac } from './flac.ts'
import { soundDeclaredEnd } from './sound-length.ts'

/** Bytes that are read where they are wanted; `end` is not included. */
export interface RandomAccess {
  readonly size: number
  read(start: number, end: number): Promise<Uint8Array>
}

// Seconds by which a header and its packets may differ in a whole file (padding, encoder delay).
const mostDrift = 0.5

/**
 * @throws Failure `fileEmpty` for no bytes, `formatUnknown` for what is none of our formats, `soundUnreadable` for one of
 *   them without a readable audio track.
 */
export async function readSound(source: Uint8Array | RandomAccess): Promise<ImportedSound> {
  const access = source instanceof Uint8Array ? fromBytes(source) : source
  if (access.size === 0) throw new Failure('fileEmpty')
  if (await isFlac(access)) return readFlac(access)
  const input = new Input({
    formats: ALL_FORMATS,
    source: new CustomSource({
      getSize: () => access.size,
      read: (start, end) => access.read(start, end),
      handleUnhandledError: () => undefined,
    }),
  })
  try {
    const format = formatOf(await input.getFormat().catch(() => null))
    if (format === null) throw new Failure('formatUnknown')
    const track = await input.getPrimaryAudioTrack()
    if (track === null) throw new Failure('soundUnreadable')
    return await describe(input, track, format, access)
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('soundUnreadable')
  } finally {
    input.dispose()
  }
}

async function describe(
  input: Input,
  track: InputAudioTrack,
  format: ImportedSound['format'],
  access: RandomAccess,
): Promise<ImportedSound> {
  const codec = await track.getCodec()
  const [channels, sampleRate] = [await track.getNumberOfChannels(), await track.getSampleRate()]
  const promised = await input.getDurationFromMetadata([track]).catch(() => null)
  const found = await track.computeDuration().catch(() => null)
  const seconds = found ?? promised
  const notices: ImportNotice[] = []
  if (seconds === null || !Number.isFinite(seconds) || seconds <= 0 || !(sampleRate > 0) || !(channels > 0))
    throw new Failure('soundUnreadable')
  const declared = await soundDeclaredEnd(format, access)
  if (
    found === null ||
    (declared !== null && declared > access.size) ||
    (promised !== null && promised > seconds + mostDrift)
  )
    notices.push('soundCutShort')
  if ((await input.getVideoTracks().catch(() => [])).length > 0) notices.push('pictureLeftOut')
  return {
    format,
    codec: codec ?? (String((await track.getInternalCodecId()) ?? '') || 'unknown'),
    durationMs: Math.round(seconds * 1000),
    channels,
    sampleRate,
    notices,
  }
}

function formatOf(format: InputFormat | null): ImportedSound['format'] | null {
  if (format instanceof WaveInputFormat) return 'wav'
  if (format instanceof Mp3InputFormat) return 'mp3'
  if (format instanceof Mp4InputFormat || format instanceof QuickTimeInputFormat) return 'm4a'
  if (format instanceof OggInputFormat) return 'ogg'
  return format instanceof MatroskaInputFormat ? 'webm' : null
}

function fromBytes(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) }
}
