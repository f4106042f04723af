// The encoder's delay at the beginning of an MP3: read from the LAME tag, never guessed.
import { describe, expect, it } from 'vitest'
import { id3Length, mp3Delay } from '../../renderer/app/sound/mp3-delay.ts'

/** The head of an MPEG-1 layer III frame in one channel, with an Info tag whose `flags` say what it holds. */
function frame(writer: string, delay: number, flags = 0x0f): Uint8Array {
  const bytes = new Uint8Array(400)
  bytes.set([0xff, 0xfb, 0x90, 0xc0])
  const text = (at: number, words: string): void =>
    bytes.set(
      [...words].map((letter) => letter.charCodeAt(0)),
      at,
    )
  text(21, 'Info')
  bytes[28] = flags
  const tag = 29 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0)
  text(tag, writer)
  bytes[tag + 21] = delay >> 4
  bytes[tag + 22] = (delay & 0x0f) << 4
  return bytes
}

describe('the delay of an MP3', () => {
  it('is what the tag says and what a decoder adds', () => {
    expect(mp3Delay(frame('LAME3.100', 576))).toBe(1_105)
    expect(mp3Delay(frame('Lavf', 1_105, 0x03))).toBe(1_634)
  })

  it('is nothing where no known writer says it, or there is no tag', () => {
    expect(mp3Delay(frame('Mine', 576))).toBe(0)
    const plain = frame('LAME', 576)
    plain.fill(0, 21, 25)
    expect(mp3Delay(plain)).toBe(0)
    expect(mp3Delay(new Uint8Array(50))).toBe(0)
    expect(mp3Delay(frame('LAME', 576).subarray(0, 140))).toBe(0)
  })

  it('lies behind the ID3 tag', () => {
    expect(id3Length(Uint8Array.of(0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 2, 1))).toBe(10 + 257)
    expect(id3Length(Uint8Array.of(0x49, 0x44, 0x33, 4, 0, 0x10, 0, 0, 0, 5))).toBe(25)
    expect(id3Length(frame('LAME', 576))).toBe(0)
  })
})
