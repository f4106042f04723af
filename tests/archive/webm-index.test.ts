// A WebM without a length and without an index, as a page's own recorder leaves it, is heard with both.
import { expect, test } from 'vitest'
import { readParts } from '../../electron/archive/importers/sound/heard-parts.ts'
import { heardAs } from '../../electron/archive/importers/sound/heard.ts'
import { readSound } from '../../electron/archive/importers/sound/index.ts'

const element = (id: string, content: Buffer | string, unknown = false): Buffer => {
  const body = typeof content === 'string' ? Buffer.from(content, 'hex') : content
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(body.length) | (1n << 56n))
  return Buffer.concat([Buffer.from(id, 'hex'), unknown ? Buffer.from('01ffffffffffffff', 'hex') : size, body])
}
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const real = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

const ebml = element('1a45dfa3', element('4282', Buffer.from('webm')))
const audio = element('e1', Buffer.concat([element('b5', real(48_000)), element('9f', '01')]))
const entry = element(
  'ae',
  Buffer.concat([element('d7', '01'), element('83', '02'), element('86', Buffer.from('A_OPUS')), audio]),
)
const info = element('1549a966', element('2ad7b1', number(1_000_000)))
const tracks = element('1654ae6b', entry)
const blockBytes = 40

/** `seconds` clusters of a second, each of fifty blocks. */
function clusters(seconds: number, unknown: boolean): Buffer {
  return Buffer.concat(
    Array.from({ length: seconds }, (_, second) => {
      const blocks = Array.from({ length: 50 }, (_2, at) => {
        const head = Buffer.from([0x81, 0, 0, 0x80])
        head.writeInt16BE(at * 20, 1)
        return element('a3', Buffer.concat([head, Buffer.alloc(blockBytes, second + 1)]))
      })
      return element('1f43b675', Buffer.concat([element('e7', number(second * 1_000)), ...blocks]), unknown)
    }),
  )
}

function access(bytes: Buffer) {
  let read = 0
  return {
    size: bytes.length,
    asked: () => read,
    async read(start: number, end: number) {
      read += 1
      return new Uint8Array(bytes.subarray(start, end))
    },
    async *stream(start: number, end: number) {
      yield new Uint8Array(bytes.subarray(start, end))
    },
  }
}

async function served(stored: ReturnType<typeof access>): Promise<Buffer | null> {
  const heard = await heardAs(stored, 'audio/webm')
  if (heard === null) return null
  const pieces: Uint8Array[] = []
  for await (const piece of readParts(heard.parts(0, heard.size), stored)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  expect(bytes.length).toBe(heard.size)
  return bytes
}

/** Reads elements one after another, each with a size of eight bytes, as ours are. */
function children(bytes: Buffer, idBytes: number): { id: string; content: Buffer; at: number }[] {
  const found = []
  for (let at = 0; at + idBytes + 8 <= bytes.length;) {
    const size = Number(bytes.readBigUInt64BE(at + idBytes) & 0xff_ffff_ffff_ffffn)
    const id = bytes.subarray(at, at + idBytes).toString('hex')
    found.push({ id, at, content: bytes.subarray(at + idBytes + 8, at + idBytes + 8 + size) })
    at += idBytes + 8 + size
  }
  return found
}

test.each([
  ['clusters that do not say how long they are', true],
  ['clusters that do', false],
])('%s', async (_name, unknown) => {
  const sound = clusters(30, unknown)
  const file = Buffer.concat([ebml, element('18538067', Buffer.concat([info, tracks, sound]), true)])
  const stored = access(file)
  const before = await readSound(stored)
  const bytes = (await served(stored)) ?? Buffer.alloc(0)
  const after = await readSound(new Uint8Array(bytes))
  expect({ ...after }).toEqual(before)
  expect(after.durationMs).toBe(30_000)
  expect(bytes.subarray(-sound.length).equals(sound), 'the sound itself is as it is stored').toBe(true)

  const [segment] = children(bytes.subarray(ebml.length), 4)
  const content = segment?.content ?? Buffer.alloc(0)
  expect(content.length, 'it says how long it is').toBe(bytes.length - ebml.length - 12)
  const parts = children(content.subarray(0, content.length - sound.length), 4)
  expect(parts.map(({ id }) => id)).toEqual(['1549a966', '1654ae6b', '1c53bb6b'])
  const saysLength = (parts[0]?.content ?? Buffer.alloc(0)).indexOf(Buffer.from('4489', 'hex'))
  expect(parts[0]?.content.readDoubleBE(saysLength + 10)).toBe(30_000)
  const points = children(parts[2]?.content ?? Buffer.alloc(0), 1)
  expect(points).toHaveLength(30)
  for (const [second, point] of points.entries()) {
    const [time, place] = children(point.content, 1)
    expect(Number(time?.content.readBigUInt64BE())).toBe(second * 1_000)
    const [track, cluster] = children(place?.content ?? Buffer.alloc(0), 1)
    expect(Number(track?.content.readBigUInt64BE())).toBe(1)
    const at = Number(cluster?.content.readBigUInt64BE())
    expect(content.subarray(at, at + 4).toString('hex')).toBe('1f43b675')
    expect(content.indexOf(element('e7', number(second * 1_000)), at) - at).toBe(12)
  }
})

test('it is worked out once, however often it is asked for', async () => {
  const file = Buffer.concat([ebml, element('18538067', Buffer.concat([info, tracks, clusters(300, true)]), true)])
  const stored = access(file)
  await heardAs(stored, 'audio/webm')
  const once = stored.asked()
  await heardAs(stored, 'audio/webm')
  expect(stored.asked()).toBe(once)
})

test('one whose end is missing is heard as far as it goes', async () => {
  const sound = clusters(30, true)
  const whole = Buffer.concat([ebml, element('18538067', Buffer.concat([info, tracks, sound]), true)])
  const stored = access(whole.subarray(0, whole.length - 5_000))
  const bytes = (await served(stored)) ?? Buffer.alloc(0)
  const told = await readSound(new Uint8Array(bytes))
  expect(told.durationMs).toBeGreaterThan(27_000)
  expect(told.durationMs).toBeLessThan(29_000)
})

test('one that has both is heard as it is stored, and so is one that cannot be read', async () => {
  const timed = element('1549a966', Buffer.concat([element('2ad7b1', number(1_000_000)), element('4489', real(3_000))]))
  const cues = element('1c53bb6b', element('bb', element('b3', number(0))))
  const file = Buffer.concat([ebml, element('18538067', Buffer.concat([timed, tracks, cues, clusters(3, false)]))])
  expect(await served(access(file))).toBeNull()
  for (const wrong of [Buffer.alloc(0), ebml, Buffer.concat([ebml, Buffer.alloc(5_000, 0xa3)])])
    expect(await served(access(wrong))).toBeNull()
})
