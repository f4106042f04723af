// How much of an MP3's beginning is the encoder's own and not played: players leave it out, so times are counted after it.

/** What a decoder adds in front, in samples; the LAME tag does not count it (LAME tag specification; FFmpeg does the same). */
const decoderDelay = 529
const writers = ['LAME', 'Lavf', 'Lavc']

/** The length of the ID3v2 tag that `bytes` begin with, its head included; 0 where there is none. */
export function id3Length(bytes: Uint8Array): number {
  if (bytes.length < 10 || ascii(bytes, 0, 3) !== 'ID3') return 0
  const size = bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
  return 10 + size + ((bytes[5] ?? 0) & 0x10 ? 10 : 0)
}

/** Samples to leave out, from the first frame after the tags; 0 where the file does not say. */
export function mp3Delay(bytes: Uint8Array): number {
  const frame = firstFrame(bytes)
  if (frame === null) return 0
  const isFirstVersion = ((bytes[frame + 1] ?? 0) & 0x18) === 0x18
  const isMono = ((bytes[frame + 3] ?? 0) & 0xc0) === 0xc0
  const head = frame + 4 + (isFirstVersion ? (isMono ? 17 : 32) : isMono ? 9 : 17)
  if (!['Xing', 'Info'].includes(ascii(bytes, head, 4))) return 0
  const flags = bytes[head + 7] ?? 0
  const tag = head + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0)
  if (!writers.includes(ascii(bytes, tag, 4)) || tag + 24 > bytes.length) return 0
  return ((bytes[tag + 21] ?? 0) << 4) + ((bytes[tag + 22] ?? 0) >> 4) + decoderDelay
}

function firstFrame(bytes: Uint8Array): number | null {
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    if (bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xe6) === 0xe2) return at
  }
  return null
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}

/** Reads what is needed of the file at `address`: its tags' lengths and its first frame. */
export async function readMp3Delay(address: string): Promise<number> {
  let at = 0
  for (let tags = 0; tags < 4; tags += 1) {
    const bytes = await readBytes(address, at, 4_096)
    const tag = id3Length(bytes)
    if (tag === 0) return mp3Delay(bytes)
    at += tag
  }
  return 0
}

async function readBytes(address: string, from: number, length: number): Promise<Uint8Array> {
  // oxlint-disable-next-line no-restricted-globals -- a part of a recording, of this page's own origin
  const answer = await fetch(address, { headers: { Range: `bytes=${from}-${from + length - 1}` }, cache: 'no-store' })
  if (answer.status !== 206) throw new Error('no part of the sound could be read')
  return new Uint8Array(await answer.arrayBuffer())
}
