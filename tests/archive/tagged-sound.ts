// Sound with words of its own in it: each way in which a file can say where, when, by whom and with what.
import { toneWav } from '../support/tone.ts'

/** No word of a story; whatever holds one of them got it from the file. */
export const told = {
  place: '+19.4326-099.1332+2240/',
  device: 'Quillphone 7 Serial 88321',
  person: 'Tamsin Overbrook-Vail',
  title: 'Kitchen behind the Larkmill bakery',
  note: 'Recorded for Pellworth solicitors',
  date: '2026-03-14',
} as const

const text = (said: string): Buffer => Buffer.from(said, 'utf8')
const little = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const big = (value: number): Buffer => Buffer.from(little(value)).reverse()

function riffChunk(name: string, content: Buffer): Buffer {
  return Buffer.concat([text(name), little(content.length), content, Buffer.alloc(content.length % 2)])
}

function frame(id: string, content: Buffer): Buffer {
  return Buffer.concat([text(id), big(content.length), Buffer.alloc(2), content])
}

/** ID3 2.3: title, who, device in UTF-16, a date, a place of its own field, a comment, a picture. */
export function id3(): Buffer {
  const frames = Buffer.concat([
    frame('TIT2', Buffer.concat([text('\0'), text(told.title)])),
    frame('TPE1', Buffer.concat([Buffer.of(3), text(told.person)])),
    frame('TSSE', Buffer.concat([Buffer.of(1, 0xff, 0xfe), Buffer.from(told.device, 'utf16le')])),
    frame('TDRC', text(`\0${told.date}`)),
    frame('TXXX', text(`\0GPS location\0${told.place}`)),
    frame('COMM', text(`\0eng\0${told.note}`)),
    frame('APIC', Buffer.concat([text('\0image/png\0\x03\0'), Buffer.alloc(64, 1)])),
  ])
  const length = frames.length
  const size = Buffer.of((length >> 21) & 0x7f, (length >> 14) & 0x7f, (length >> 7) & 0x7f, length & 0x7f)
  return Buffer.concat([text('ID3\x03\0\0'), size, frames])
}

/** INFO, bext, iXML and ID3, each saying a part of it. */
export function taggedWav(): Buffer {
  const plain = Buffer.from(toneWav(5, 8_000, 440))
  const bext = Buffer.alloc(602)
  bext.write(told.note, 0)
  bext.write(told.person, 256)
  bext.write(`${told.date}12:00:00`, 320)
  const info = Buffer.concat([text('INFO'), riffChunk('INAM', text(told.title)), riffChunk('ISFT', text(told.device))])
  const ixml = text(`<BWFXML><LOCATION_GPS>${told.place}</LOCATION_GPS></BWFXML>`)
  const body = Buffer.concat([
    plain.subarray(12),
    riffChunk('LIST', info),
    riffChunk('bext', bext),
    riffChunk('iXML', ixml),
    riffChunk('id3 ', id3()),
  ])
  return Buffer.concat([text('RIFF'), little(body.length + 4), text('WAVE'), body])
}

export function taggedMp3(): Buffer {
  const frames = Buffer.alloc(417 * 200)
  for (let at = 0; at < frames.length; at += 417) frames.set([0xff, 0xfb, 0x90, 0xc4], at)
  const old = Buffer.alloc(128)
  old.write('TAG')
  old.write(told.title.slice(0, 30), 3)
  return Buffer.concat([id3(), frames, old])
}

/** Vorbis comments, as FLAC and Ogg hold them. */
function comments(): Buffer {
  const fields = [
    `TITLE=${told.title}`,
    `ARTIST=${told.person}`,
    `DATE=${told.date}`,
    `LOCATION=${told.place}`,
    `COMMENT=${told.note}`,
    'METADATA_BLOCK_PICTURE=AAAA',
  ]
  const lines = fields.map((field) => Buffer.concat([little(text(field).length), text(field)]))
  return Buffer.concat([little(told.device.length), text(told.device), little(fields.length), ...lines])
}

/** Only its head: enough for what it says, not to be heard. */
export function flacHead(): Buffer {
  const content = comments()
  const head = Buffer.concat([text('fLaC'), Buffer.of(0, 0, 0, 34), Buffer.alloc(34)])
  return Buffer.concat([head, Buffer.of(0x84, 0, content.length >> 8, content.length & 0xff), content])
}

export function oggHead(): Buffer {
  const page = (packet: Buffer): Buffer => {
    const sizes = [...Array.from({ length: Math.floor(packet.length / 255) }, () => 255), packet.length % 255]
    return Buffer.concat([text('OggS'), Buffer.alloc(22), Buffer.of(sizes.length, ...sizes), packet])
  }
  return Buffer.concat([page(text('OpusHead\x01\x01')), page(Buffer.concat([text('OpusTags'), comments()]))])
}

function box(name: string, ...content: readonly Buffer[]): Buffer {
  const all = Buffer.concat(content)
  return Buffer.concat([big(all.length + 8), Buffer.from(name, 'latin1'), all])
}

/** QuickTime's user data and iTunes' list, as telephones write them. */
export function mp4Head(): Buffer {
  const quickTime = (name: string, said: string): Buffer =>
    box(name, Buffer.of(0, text(said).length, 0x15, 0xc7), text(said))
  const item = (name: string, said: string, kind = 1): Buffer => box(name, box('data', big(kind), big(0), text(said)))
  const list = box('ilst', item('\xa9ART', told.person), item('\xa9cmt', told.note), item('covr', 'JPEG', 13))
  const made = Buffer.alloc(100)
  made.writeUInt32BE(Date.parse(told.date) / 1000 + 2_082_844_800, 4)
  const user = [quickTime('\xa9xyz', told.place), quickTime('\xa9mod', told.device), quickTime('\xa9nam', told.title)]
  const meta = box('meta', big(0), box('hdlr', Buffer.alloc(24)), list)
  return Buffer.concat([box('ftyp', text('M4A ')), box('moov', box('mvhd', made), box('udta', ...user, meta))])
}

function element(id: string, ...content: readonly Buffer[]): Buffer {
  const all = Buffer.concat(content)
  return Buffer.concat([Buffer.from(id, 'hex'), Buffer.of(0x40 | (all.length >> 8), all.length & 0xff), all])
}

export function webmHead(): Buffer {
  const date = Buffer.alloc(8)
  date.writeBigInt64BE(BigInt(Date.parse(told.date) - 978_307_200_000) * 1_000_000n)
  const tag = (name: string, said: string): Buffer =>
    element('67c8', element('45a3', text(name)), element('4487', text(said)))
  const info = element(
    '1549a966',
    element('7ba9', text(told.title)),
    element('5741', text(told.device)),
    element('4461', date),
  )
  const tags = element(
    '1254c367',
    element('7373', tag('ARTIST', told.person), tag('LOCATION', told.place), tag('COMMENT', told.note)),
  )
  const picture = element('1941a469', element('61a7', element('465c', Buffer.alloc(9))))
  return Buffer.concat([element('1a45dfa3'), element('18538067', info, tags, picture)])
}
