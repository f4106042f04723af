// WebM and Matroska (RFC 9559), read by hand: the first track of sound, and how far its blocks go, which is what tells the
// length where a recorder wrote none.
import { Failure } from '../../../../shared/contract/failure.ts'
import { bytesAt, type Bytes } from './bytes.ts'
import { described, type Described } from './described.ts'
import { ebmlNumber } from './ebml.ts'
import { soundDeclaredEnd } from './length.ts'
import { paged } from './paged.ts'
import type { RandomAccess } from './index.ts'

const id = {
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  codec: 0x86,
  defaultDuration: 0x23e383,
  audio: 0xe1,
  rate: 0xb5,
  channels: 0x9f,
  bits: 0x6264,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  group: 0xa0,
  block: 0xa1,
  simpleBlock: 0xa3,
} as const
const containers = new Set<number>([id.segment, id.info, id.tracks, id.track, id.audio, id.cluster, id.group])
const soundType = 2
const pictureType = 1
/** Films in many languages have some tens. NOTE: nothing but tracks would fill the memory. */
const mostTracks = 1_000
/** Nothing else that is read here is longer. */
const mostValue = 64
/** Seconds by which what is promised and what is there may differ in a whole file. */
const mostDrift = 0.5

interface Track {
  number: number
  type: number
  codec: string
  rate: number
  channels: number
  bits: number
  frameNs: number
}

const codecs: Readonly<Record<string, string>> = {
  A_OPUS: 'opus',
  A_VORBIS: 'vorbis',
  A_FLAC: 'flac',
  'A_MPEG/L3': 'mp3',
  'A_MPEG/L2': 'mp2',
  A_AC3: 'ac3',
  A_ALAC: 'alac',
}

/** @throws Failure `nothingInside` for a film without sound, `soundUnreadable` for no sound that goes on for any time. */
export async function readWebm(source: RandomAccess): Promise<Described> {
  const access = paged(source)
  const tracks: Track[] = []
  let scaleNs = 1_000_000
  let promised = 0
  let cluster = 0
  let last = 0
  let before = 0
  let at = 0
  let isBroken = false
  while (at < access.size) {
    const head = await bytesAt(access, at, 12)
    const name = ebmlNumber(head, 0, false)
    const size = name === null ? null : ebmlNumber(head, name.width, true)
    isBroken = name === null || size === null
    if (name === null || size === null) break
    const start = at + name.width + size.width
    const isInto = containers.has(name.value)
    if (name.value === id.track && tracks.push(newTrack()) > mostTracks) throw new Failure('soundUnreadable')
    at = isInto ? start : start + size.value
    if (isInto) continue
    isBroken = at > access.size
    const value = await bytesAt(access, start, Math.min(size.value, mostValue))
    const track = tracks.at(-1)
    if (name.value === id.timestampScale) scaleNs = whole(value) || scaleNs
    else if (name.value === id.duration) promised = real(value)
    else if (name.value === id.timestamp) cluster = whole(value)
    else if (name.value === id.simpleBlock || name.value === id.block) {
      const of = ebmlNumber(value, 0, true)
      const sound = tracks.find(({ type }) => type === soundType)
      if (isBroken || of === null || of.value !== sound?.number || value.bytes.length < of.width + 2) continue
      const time = cluster + value.view.getInt16(of.width)
      if (time > last) [before, last] = [last, time]
    } else if (track !== undefined) fill(track, name.value, value)
  }
  const sound = tracks.find(({ type }) => type === soundType)
  const hasPicture = tracks.some(({ type }) => type === pictureType)
  if (sound === undefined) throw new Failure(hasPicture ? 'nothingInside' : 'soundUnreadable')
  const frame = sound.frameNs > 0 ? sound.frameNs / scaleNs : sound.codec === 'A_OPUS' ? 2e7 / scaleNs : last - before
  const found = ((last + Math.max(0, frame)) * scaleNs) / 1e9
  const said = (promised * scaleNs) / 1e9
  // NOTE: the last frame may be shorter than the others; what is said is right where it comes to the same.
  const seconds = Math.abs(said - found) <= mostDrift && said >= (last * scaleNs) / 1e9 ? said : found
  const declared = await soundDeclaredEnd('webm', access)
  const isCut = isBroken || (declared !== null && declared > access.size) || said > seconds + mostDrift
  return described('webm', codecOf(sound), last === 0 ? 0 : seconds, sound.channels, sound.rate, isCut, hasPicture)
}

function newTrack(): Track {
  return { number: 0, type: 0, codec: '', rate: 8_000, channels: 1, bits: 0, frameNs: 0 }
}

function fill(track: Track, name: number, value: Bytes): void {
  if (name === id.trackNumber) track.number = whole(value)
  if (name === id.trackType) track.type = whole(value)
  if (name === id.codec) track.codec = value.name(0, value.bytes.length).replace(/\0.*$/s, '')
  if (name === id.defaultDuration) track.frameNs = whole(value)
  if (name === id.rate) track.rate = real(value)
  if (name === id.channels) track.channels = whole(value)
  if (name === id.bits) track.bits = whole(value)
}

function codecOf({ codec, bits }: Track): string {
  if (codec.startsWith('A_AAC')) return 'aac'
  if (codec === 'A_PCM/FLOAT/IEEE') return `pcm-f${bits}`
  if (codec === 'A_PCM/INT/LIT') return bits === 8 ? 'pcm-u8' : `pcm-s${bits}`
  return codecs[codec] ?? codec.replace(/^A_/, '').toLowerCase()
}

function whole({ bytes }: Bytes): number {
  return bytes.length > 8 ? 0 : bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

function real({ bytes, view }: Bytes): number {
  return bytes.length === 4 ? view.getFloat32(0) : bytes.length === 8 ? view.getFloat64(0) : 0
}
