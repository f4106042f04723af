// Plain samples in AIFF, AU, CAF and W64 are heard as the WAV that they would be: the same samples, whatever range is asked for.
import { describe, expect, test } from 'vitest'
import { readParts, type Heard } from '../../electron/archive/importers/sound/heard-parts.ts'
import { heardAs, keptType } from '../../electron/archive/importers/sound/heard.ts'
import { readSound } from '../../electron/archive/importers/sound/index.ts'

const values = Array.from({ length: 900 }, (_, at) => Math.round(30_000 * Math.sin(at / 7)))

function access(bytes: Buffer) {
  const read = async (start: number, end: number) => new Uint8Array(bytes.subarray(start, end))
  return {
    size: bytes.length,
    read,
    async *stream(start: number, end: number) {
      for (let at = start; at < end; at += 100) yield await read(at, Math.min(end, at + 100))
    },
  }
}
type Stored = ReturnType<typeof access>

async function bytesOf(heard: Heard, stored: Stored, start = 0, end = heard.size): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of readParts(heard.parts(start, end), stored)) pieces.push(new Uint8Array(piece))
  return Buffer.concat(pieces)
}

const chunk = (name: string, content: Buffer): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  return Buffer.concat([Buffer.from(name, 'latin1'), size, content, Buffer.alloc(content.length % 2)])
}

function aiff(width: number, samples: Buffer, compression: string | null): Buffer {
  const common = Buffer.alloc(18)
  common.writeUInt16BE(1, 0)
  common.writeUInt32BE(samples.length / width, 2)
  common.writeUInt16BE(width * 8, 6)
  // 8,000 as an 80-bit number: 2^12 times 1.953125.
  Buffer.from('400bfa00000000000000', 'hex').copy(common, 8)
  const more =
    compression === null ? Buffer.alloc(0) : Buffer.concat([Buffer.from(compression, 'latin1'), Buffer.alloc(2)])
  const body = Buffer.concat([
    Buffer.from(compression === null ? 'AIFF' : 'AIFC', 'latin1'),
    chunk('COMM', Buffer.concat([common, more])),
    chunk('SSND', Buffer.concat([Buffer.alloc(8), samples])),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  return Buffer.concat([Buffer.from('FORM', 'latin1'), size, body])
}

function au(encoding: number, samples: Buffer): Buffer {
  const head = Buffer.alloc(24)
  head.write('.snd', 0, 'latin1')
  for (const [at, value] of [24, samples.length, encoding, 8_000, 1].entries()) head.writeUInt32BE(value, 4 + at * 4)
  return Buffer.concat([head, samples])
}

function w64(samples: Buffer): Buffer {
  const guid = (name: string) =>
    Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from('f3acd3118cd100c04f8edb8a', 'hex')])
  const sized = (name: Buffer, content: Buffer) => {
    const size = Buffer.alloc(8)
    size.writeBigUInt64LE(BigInt(24 + content.length))
    return Buffer.concat([name, size, content, Buffer.alloc((8 - (content.length % 8)) % 8)])
  }
  const format = Buffer.alloc(16)
  for (const [at, value] of [1, 1].entries()) format.writeUInt16LE(value, at * 2)
  format.writeUInt32LE(8_000, 4)
  format.writeUInt32LE(16_000, 8)
  format.writeUInt16LE(2, 12)
  format.writeUInt16LE(16, 14)
  const inside = Buffer.concat([guid('wave'), sized(guid('fmt '), format), sized(guid('data'), samples)])
  return sized(Buffer.from('726966662e91cf11a5d628db04c10000', 'hex'), inside)
}

const floating = 1
const smallestFirst = 2

/** `said`: how long the data says it is; nothing for "to the end of the file". */
function caf(codec: string, flags: number, width: number, samples: Buffer, said?: number): Buffer {
  const sized = (name: string, content: Buffer, length = BigInt(content.length)) => {
    const head = Buffer.alloc(12)
    head.write(name, 0, 'latin1')
    head.writeBigUInt64BE(length, 4)
    return Buffer.concat([head, content])
  }
  const description = Buffer.alloc(32)
  description.writeDoubleBE(8_000, 0)
  description.write(codec, 8, 'latin1')
  for (const [at, value] of [flags, width, 1, 1, width * 8].entries()) description.writeUInt32BE(value, 12 + at * 4)
  return Buffer.concat([
    Buffer.from('caff\0\x01\0\0', 'latin1'),
    sized('desc', description),
    sized('free', Buffer.alloc(7)),
    sized('data', Buffer.concat([Buffer.alloc(4), samples]), said === undefined ? 2n ** 64n - 1n : BigInt(said)),
  ])
}

const written = (width: number, put: (bytes: Buffer, value: number, at: number) => void): Buffer => {
  const bytes = Buffer.alloc(values.length * width)
  values.forEach((value, at) => put(bytes, value, at * width))
  return bytes
}
const big16 = written(2, (bytes, value, at) => bytes.writeInt16BE(value, at))
const little16 = written(2, (bytes, value, at) => bytes.writeInt16LE(value, at))
const big24 = written(3, (bytes, value, at) => bytes.writeIntBE(value * 256, at, 3))
const little24 = written(3, (bytes, value, at) => bytes.writeIntLE(value * 256, at, 3))
const signed8 = written(1, (bytes, value, at) => bytes.writeInt8(value >> 8, at))
const unsigned8 = written(1, (bytes, value, at) => bytes.writeUInt8((value >> 8) + 128, at))
const bigFloat = written(4, (bytes, value, at) => bytes.writeFloatBE(value / 32_768, at))
const littleFloat = written(4, (bytes, value, at) => bytes.writeFloatLE(value / 32_768, at))
const law = written(1, (bytes, value, at) => bytes.writeUInt8(value & 255, at))

describe.each([
  ['AIFF, 16 bits', aiff(2, big16, null), little16, 'pcm-s16'],
  ['AIFF, 24 bits', aiff(3, big24, null), little24, 'pcm-s24'],
  ['AIFF, 8 bits', aiff(1, signed8, null), unsigned8, 'pcm-u8'],
  ['AIFF-C, the smallest byte first', aiff(2, little16, 'sowt'), little16, 'pcm-s16'],
  ['AIFF-C, floating', aiff(4, bigFloat, 'fl32'), littleFloat, 'pcm-f32'],
  ['AIFF-C, A-law', aiff(1, law, 'alaw'), law, 'alaw'],
  ['AU, 16 bits', au(3, big16), little16, 'pcm-s16'],
  ['AU, 8 bits', au(2, signed8), unsigned8, 'pcm-u8'],
  ['AU, µ-law', au(1, law), law, 'ulaw'],
  ['CAF, 16 bits', caf('lpcm', 0, 2, big16, 4 + big16.length), little16, 'pcm-s16'],
  ['CAF, the smallest byte first', caf('lpcm', smallestFirst, 2, little16, 4 + big16.length), little16, 'pcm-s16'],
  ['CAF, 24 bits', caf('lpcm', 0, 3, big24, 4 + big24.length), little24, 'pcm-s24'],
  ['CAF, 8 bits', caf('lpcm', 0, 1, signed8, 4 + signed8.length), unsigned8, 'pcm-u8'],
  ['CAF, floating', caf('lpcm', floating, 4, bigFloat, 4 + bigFloat.length), littleFloat, 'pcm-f32'],
  ['CAF, µ-law', caf('ulaw', 0, 1, law, 4 + law.length), law, 'ulaw'],
  ['W64', w64(little16), little16, 'pcm-s16'],
])('%s', (_name, file, samples, codec) => {
  const stored = access(file)

  test('is told as sound that can be played, and heard as a WAV with its samples', async () => {
    const told = await readSound(stored)
    expect(told).toMatchObject({ channels: 1, sampleRate: 8_000, notices: [] })
    expect(Math.abs(told.durationMs - (values.length / 8_000) * 1000)).toBeLessThan(1)
    const heard = await heardAs(stored, keptType(told.format, told.codec, false, false))
    expect(heard?.type).toBe('audio/wav')
    if (heard === null) return
    const wav = await bytesOf(heard, stored)
    expect(wav.length).toBe(heard.size)
    expect(wav.subarray(44).equals(samples)).toBe(true)
    expect(await readSound(new Uint8Array(wav))).toMatchObject({ format: 'wav', codec, durationMs: told.durationMs })
  })

  test('any range of it is the same bytes', async () => {
    const heard = await heardAs(stored, 'audio/aiff')
    if (heard === null) throw new Error('it is not heard')
    const whole = await bytesOf(heard, stored)
    for (let at = 0; at < heard.size; at += 37)
      for (const length of [1, 2, 5, 113]) {
        const end = Math.min(heard.size, at + length)
        expect((await bytesOf(heard, stored, at, end)).equals(whole.subarray(at, end))).toBe(true)
      }
  })

  test('cut short, it is heard as far as it goes, and said so', async () => {
    const cut = access(file.subarray(0, file.length - 401))
    const told = await readSound(cut)
    expect(told.notices).toEqual(['soundCutShort'])
    const type = keptType(told.format, told.codec, false, true)
    expect(type).toMatch(/;cut$/)
    const heard = await heardAs(cut, type)
    const wav = heard === null ? Buffer.alloc(0) : await bytesOf(heard, cut)
    const kept = wav.subarray(44)
    expect(kept.length).toBeGreaterThan(samples.length - 420)
    expect(kept.equals(samples.subarray(0, kept.length))).toBe(true)
  })
})

test('a sample of eight bytes is more than is heard here', async () => {
  const wide = w64(big16)
  // Floating, of 64 bits.
  wide.writeUInt16LE(3, 40 + 24)
  wide.writeUInt16LE(64, 40 + 24 + 14)
  expect(await readSound(access(wide))).toMatchObject({ codec: 'pcm-f64', notices: ['soundNotPlayable'] })
  expect(await heardAs(access(wide), 'audio/x-w64')).toBeNull()
})

test('a CAF that does not say how long it is goes to its end', async () => {
  const stored = access(caf('lpcm', smallestFirst, 2, little16))
  expect(await readSound(stored)).toMatchObject({ codec: 'pcm-in-wav', durationMs: 113, notices: [] })
  const heard = await heardAs(stored, 'audio/x-caf')
  expect(heard === null ? null : (await bytesOf(heard, stored)).subarray(44).equals(little16)).toBe(true)
})

test('a CAF whose samples are packed, too wide or in no order that a WAV has is kept, and said not to be played', async () => {
  const gaps = caf('lpcm', 0, 2, big16, 4 + big16.length)
  gaps.writeUInt32BE(4, 8 + 12 + 16) // four bytes for each sample of two
  for (const [file, codec] of [
    [caf('aac ', 0, 2, big16, 4 + big16.length), 'aac'],
    [caf('lpcm', floating, 8, Buffer.concat([bigFloat, bigFloat]), 4 + 2 * bigFloat.length), 'lpcm'],
    [caf('lpcm', floating, 2, big16, 4 + big16.length), 'lpcm'],
    [gaps, 'lpcm'],
  ] as const) {
    const stored = access(file)
    expect(await readSound(stored)).toMatchObject({ format: 'caf', codec, notices: ['soundNotPlayable'] })
    expect(await heardAs(stored, 'audio/x-caf')).toBeNull()
  }
  await expect(readSound(access(caf('lpcm', 0, 2, Buffer.alloc(0), 4)))).rejects.toMatchObject({
    code: 'nothingInside',
  })
})

test('a file that was made to break it is given as it is', async () => {
  for (const [type, file] of Object.entries({
    'audio/aiff': aiff(2, big16, null),
    'audio/basic': au(3, big16),
    'audio/x-caf': caf('lpcm', 0, 2, big16, 4 + big16.length),
    'audio/x-w64': w64(little16),
  }))
    for (let at = 0; at < 120; at += 1) {
      for (const cut of [file.subarray(0, at), Buffer.concat([file.subarray(0, at), Buffer.alloc(400, 0xff)])]) {
        const stored = access(cut)
        const heard = await heardAs(stored, type)
        if (heard !== null) expect((await bytesOf(heard, stored)).length).toBe(heard.size)
      }
    }
})

test('what is no plain sound is kept as it is', async () => {
  const packed = aiff(2, big16, 'ima4')
  expect(await readSound(access(packed))).toMatchObject({ codec: 'ima4', notices: ['soundNotPlayable'] })
  expect(await heardAs(access(packed), 'audio/aiff')).toBeNull()
})

test('an M4A whose end is missing, and with it what says what is where, is kept and said to be so', async () => {
  const box = (name: string, content: Buffer, said = content.length + 8) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(said, 0)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, content])
  }
  const brand = box('ftyp', Buffer.from('M4A \0\0\0\0M4A isom', 'latin1'))
  const cut = Buffer.concat([brand, box('mdat', Buffer.alloc(3_000), 90_000)])
  expect(await readSound(access(cut))).toMatchObject({
    format: 'm4a',
    durationMs: 0,
    notices: ['soundCutShort', 'soundNotPlayable'],
  })
  const film = Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0', 'latin1')), box('mdat', Buffer.alloc(9), 90_000)])
  await expect(readSound(access(film))).rejects.toMatchObject({ code: 'soundUnreadable' })
  const whole = Buffer.concat([brand, box('mdat', Buffer.alloc(9)), box('free', Buffer.alloc(9))])
  await expect(readSound(access(whole))).rejects.toMatchObject({ code: 'soundUnreadable' })
})
