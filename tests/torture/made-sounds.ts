// Sound as recorders write it while they record, byte by byte: WebM without a length, and MP4 in fragments.

const big = (value: number, bytes = 4): Buffer => {
  const all = Buffer.alloc(bytes)
  all.writeUIntBE(value, 0, bytes)
  return all
}
const text = (said: string): Buffer => Buffer.from(said, 'latin1')

function element(id: string, ...content: readonly Buffer[]): Buffer {
  const all = Buffer.concat(content)
  return Buffer.concat([Buffer.from(id, 'hex'), big(0x1000_0000 + all.length), all])
}
const unknownSize = Buffer.from('01ffffffffffffff', 'hex')

/** Opus in frames of 20 ms, a cluster a second, neither length nor cues; as MediaRecorder does. */
export function liveWebm(seconds: number): Buffer {
  const head = element('1a45dfa3', element('4282', text('webm')))
  const info = element('1549a966', element('2ad7b1', big(1_000_000)), element('4d80', text('Chrome')))
  const audio = element('e1', element('b5', Buffer.from('473b8000', 'hex')), element('9f', big(1, 1)))
  const track = element('ae', element('d7', big(1, 1)), element('83', big(2, 1)), element('86', text('A_OPUS')), audio)
  const clusters = Array.from({ length: seconds }, (_, second) =>
    Buffer.concat([
      Buffer.from('1f43b675', 'hex'),
      unknownSize,
      element('e7', big(second * 1_000)),
      ...Array.from({ length: 50 }, (_none, frame) =>
        element('a3', Buffer.of(0x81), big(frame * 20, 2), Buffer.of(0x80, 0xfc, 0xff, 0xfe)),
      ),
    ]),
  )
  return Buffer.concat([
    head,
    Buffer.from('18538067', 'hex'),
    unknownSize,
    info,
    element('1654ae6b', track),
    ...clusters,
  ])
}

function box(name: string, ...content: readonly Buffer[]): Buffer {
  const all = Buffer.concat(content)
  return Buffer.concat([big(all.length + 8), text(name), all])
}

/** Tables with so many entries as they say, each a list of numbers. */
function table(name: string, entries: readonly (readonly number[])[]): Buffer {
  return box(name, big(0), big(entries.length), ...entries.flat().map((value) => big(value)))
}

function moov(tables: readonly Buffer[], more: readonly Buffer[]): Buffer {
  const config = Buffer.from('031900000004114015000000000000000000000000' + '05021208060102', 'hex')
  const entry = box(
    'mp4a',
    Buffer.alloc(16),
    big(1, 2),
    big(16, 2),
    big(0),
    big(44_100 * 65_536, 4),
    box('esds', big(0), config),
  )
  const stbl = box('stbl', box('stsd', big(0), big(1), entry), ...tables)
  const handler = box('hdlr', big(0), big(0), text('soun'), Buffer.alloc(13))
  const mdia = box('mdia', box('mdhd', Buffer.alloc(12), big(44_100), Buffer.alloc(8)), handler, box('minf', stbl))
  const trak = box('trak', box('tkhd', Buffer.alloc(12), big(1), Buffer.alloc(68)), mdia)
  return box('moov', box('mvhd', Buffer.alloc(12), big(1_000), Buffer.alloc(84)), trak, ...more)
}

const frameBytes = 100
const frames = Buffer.alloc(43 * frameBytes, 0x21)

/** AAC in fragments of 43 frames, about a second each, with sizes of their own. */
export function fragmentedMp4(seconds: number): Buffer {
  const extend = box('mvex', box('trex', big(0), big(1), big(1), big(1_024), big(frameBytes), big(0)))
  const fragments = Array.from({ length: seconds }, () => {
    const header = box('tfhd', big(0), big(1))
    const sizes = Array.from({ length: 43 }, () => big(frameBytes))
    const run = box('trun', big(0x201), big(43), big(0), ...sizes)
    return Buffer.concat([box('moof', box('traf', header, run)), box('mdat', frames)])
  })
  const empty = ['stts', 'stsc', 'stco'].map((name) => table(name, []))
  return Buffer.concat([box('ftyp', text('iso5')), moov(empty, [extend]), ...fragments])
}

/** AAC with its tables before it; `times` and `shifts` may lie. */
export function tabledMp4(
  times: readonly (readonly number[])[],
  shifts: readonly (readonly number[])[],
  inChunk: number,
): Buffer {
  const sizes = box('stsz', big(0), big(0), big(43), ...Array.from({ length: 43 }, () => big(frameBytes)))
  const tables = (place: number): Buffer[] => [
    table('stts', times),
    ...(shifts.length === 0 ? [] : [table('ctts', shifts)]),
    table('stsc', [[1, inChunk, 1]]),
    sizes,
    table('stco', [[place]]),
  ]
  const head = (place: number): Buffer => Buffer.concat([box('ftyp', text('M4A ')), moov(tables(place), [])])
  return Buffer.concat([head(head(0).length + 8), box('mdat', frames)])
}
