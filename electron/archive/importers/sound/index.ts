// What a sound file says of itself, by demuxing it; nothing is decoded, and its extension is not believed.
import {
  ADTS,
  AdtsInputFormat,
  CustomSource,
  Input,
  Logging,
  LogLevel,
  MATROSKA,
  MatroskaInputFormat,
  MP3,
  Mp3InputFormat,
  MP4,
  Mp4InputFormat,
  OGG,
  OggInputFormat,
  QTFF,
  QuickTimeInputFormat,
  WAVE,
  WaveInputFormat,
  WEBM,
} from 'mediabunny'
import type { InputAudioTrack, InputFormat } from 'mediabunny'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { ImportedSound, ImportNotice } from '../../../../shared/domain/imported.ts'
import { isFlac, readFlac } from './flac.ts'
import { bounded } from './bounds.ts'
import type { Described } from './described.ts'
import { readKept } from './kept.ts'
import { soundDeclaredEnd } from './length.ts'
import { mp3Length } from './mp3.ts'
import { readOddOgg } from './ogg.ts'
import { isPlayable } from './playable.ts'
import { isWithoutSamples, readOddWav } from './wav.ts'

/** Bytes that are read where they are wanted; `end` is not included. */
export interface RandomAccess {
  readonly size: number
  read(start: number, end: number): Promise<Uint8Array>
}

// NOTE: never a playlist: it names other files to be fetched.
// Those that are told by their first bytes come before those that are found by looking for a frame.
const formats = [MP4, QTFF, MATROSKA, WEBM, WAVE, OGG, MP3, ADTS]
// NOTE: what it warns of names what stands in the file, and no log may.
Logging.level = LogLevel.Silent

// Seconds by which a header and its packets may differ in a whole file (padding, encoder delay).
const mostDrift = 0.5

/**
 * What no browser plays is described from its head; the notice `soundNotPlayable` says so.
 * @throws Failure `fileEmpty` for no bytes, `formatUnknown` for what is none of our formats, `nothingInside` for a film or
 *   a file without sound, `soundUnreadable` for one of them that is broken, or takes too much to be read.
 */
export async function readSound(source: Uint8Array | RandomAccess): Promise<ImportedSound> {
  const access = bounded(source instanceof Uint8Array ? fromBytes(source) : source)
  if (access.size === 0) throw new Failure('fileEmpty')
  try {
    if (await isFlac(access)) return await readFlac(access)
    return (await readKept(access)) ?? (await demuxed(access))
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('soundUnreadable')
  }
}

async function demuxed(access: RandomAccess): Promise<ImportedSound> {
  const input = new Input({
    formats,
    source: new CustomSource({
      getSize: () => access.size,
      read: (start, end) => access.read(start, end),
      handleUnhandledError: () => undefined,
    }),
  })
  try {
    const format = formatOf(await input.getFormat().catch(() => null))
    if (format === null) throw new Failure('formatUnknown')
    const track = await input.getPrimaryAudioTrack().catch(() => null)
    if (track !== null) return await describe(input, track, format, access)
    if (format === 'wav') return odd(await readOddWav(access))
    if (format === 'ogg') return odd(await readOddOgg(access))
    throw new Failure((await input.getVideoTracks().catch(() => [])).length > 0 ? 'nothingInside' : 'soundUnreadable')
  } finally {
    input.dispose()
  }
}

function odd({ isCut, ...sound }: Described): ImportedSound {
  const notices: ImportNotice[] = isCut ? ['soundCutShort'] : []
  if (!isPlayable(sound.format, sound.codec)) notices.push('soundNotPlayable')
  return { ...sound, notices }
}

async function describe(
  input: Input,
  track: InputAudioTrack,
  format: ImportedSound['format'],
  access: RandomAccess,
): Promise<ImportedSound> {
  const mp3 = format === 'mp3' ? await mp3Length(access) : null
  // NOTE: layers I and II are in MP3's family, and Chromium does not play them.
  const known = mp3 !== null && mp3.layer !== 3 ? 'mp2' : await track.getCodec()
  const codec = known ?? asName((await track.getInternalCodecId().catch(() => null)) ?? '')
  const [channels, sampleRate] = [await track.getNumberOfChannels(), await track.getSampleRate()]
  const promised = await input.getDurationFromMetadata([track]).catch(() => null)
  const found = mp3?.seconds ?? (await track.computeDuration().catch(() => null))
  const seconds = found ?? promised
  const notices: ImportNotice[] = []
  if (format === 'wav' && (await isWithoutSamples(access))) throw new Failure('nothingInside')
  if (seconds === null || !Number.isFinite(seconds) || seconds <= 0 || !(sampleRate > 0) || !(channels > 0))
    throw new Failure('soundUnreadable')
  const declared = await soundDeclaredEnd(format, access)
  if (
    found === null ||
    mp3?.isCut === true ||
    (declared !== null && declared > access.size) ||
    (promised !== null && promised > seconds + mostDrift)
  )
    notices.push('soundCutShort')
  if ((await input.getVideoTracks().catch(() => [])).length > 0) notices.push('pictureLeftOut')
  if (!isPlayable(format, codec)) notices.push('soundNotPlayable')
  return {
    format,
    codec,
    durationMs: Math.round(seconds * 1000),
    channels,
    sampleRate,
    notices,
  }
}

function asName(codec: unknown): string {
  const name = typeof codec === 'string' || typeof codec === 'number' ? String(codec).trim() : ''
  return /^[\w .-]{1,20}$/.test(name) ? name : 'unknown'
}

function formatOf(format: InputFormat | null): ImportedSound['format'] | null {
  if (format instanceof WaveInputFormat) return 'wav'
  if (format instanceof Mp3InputFormat) return 'mp3'
  if (format instanceof Mp4InputFormat || format instanceof QuickTimeInputFormat) return 'm4a'
  if (format instanceof OggInputFormat) return 'ogg'
  if (format instanceof AdtsInputFormat) return 'aac'
  return format instanceof MatroskaInputFormat ? 'webm' : null
}

function fromBytes(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) }
}
