// Archives of the kind that unpack to harm: zips, documents made of zips, tars and the like, as bytes. Firsthand unpacks
// none of them, and none may be taken for anything.
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

export interface Entry {
  readonly name: string
  readonly bytes: Buffer
  /** Left out: the bytes' own. */
  readonly says?: { readonly size?: number; readonly packed?: number; readonly crc?: number; readonly flags?: number }
  readonly isLink?: boolean
}

const shorts = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 2)
  for (const [at, number] of numbers.entries()) bytes.writeUInt16LE(number & 0xffff, at * 2)
  return bytes
}
const longs = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number >>> 0, at * 4)
  return bytes
}

/** A zip file. @param saysEntries what its end says of how many there are */
export function zip(entries: readonly Entry[], saysEntries = entries.length): Buffer {
  const [files, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, bytes, says = {}, isLink = false } of entries) {
    const packed = deflateRawSync(bytes)
    const named = Buffer.from(name, 'utf8')
    const sizes = longs(says.crc ?? crc32(bytes), says.packed ?? packed.length, says.size ?? bytes.length)
    const about = Buffer.concat([shorts(20, says.flags ?? 0x800, 8, 0, 0x5921), sizes])
    const file = Buffer.concat([longs(0x04034b50), about, shorts(named.length, 0), named, packed])
    files.push(file)
    const mode = isLink ? 0o120777 : 0o100644
    list.push(
      Buffer.concat([
        longs(0x02014b50),
        shorts(0x0314),
        about,
        shorts(named.length, 0, 0, 0, 0),
        longs(mode * 65_536, at),
        named,
      ]),
    )
    at += file.length
  }
  const size = list.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([
    ...files,
    ...list,
    longs(0x06054b50),
    shorts(0, 0, saysEntries, saysEntries),
    longs(size, at),
    shorts(0),
  ])
}

/** A tar file of one block a head. `kind`: `0` a file, `1` a hard link, `2` a link. */
export function tar(
  entries: readonly { name: string; bytes: Buffer; kind?: string; link?: string; size?: string }[],
): Buffer {
  const blocks = entries.flatMap(({ name, bytes, kind = '0', link = '', size }) => {
    const head = Buffer.alloc(512)
    head.write(name, 0, 100, 'utf8')
    head.write('0000777\0' + '0000000\0'.repeat(2), 100, 'latin1')
    head.write(size ?? `${bytes.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
    head.write('00000000000\0        ', 136, 'latin1')
    head.write(kind, 156, 'latin1')
    head.write(link, 157, 100, 'utf8')
    head.write('ustar\u000000', 257, 'latin1')
    const sum = head.reduce((all, byte) => all + byte, 0)
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
    return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1_024)])
}

/** Names that lead somewhere else, or that are the same as others where case, form or endings do not count. */
export const hostileNames: readonly string[] = [
  '../letters.txt',
  '../../../../../../etc/cron.d/x',
  '..\\..\\letters.txt',
  '....//....//letters.txt',
  '%2e%2e%2fletters.txt',
  '..%c0%afletters.txt',
  '/etc/passwd',
  '//host/share/x.txt',
  '\\\\host\\share\\x.txt',
  'C:\\Windows\\x.txt',
  'C:x.txt',
  'file:///etc/passwd',
  'a\0b.txt',
  'letters.txt\0.png',
  'CON',
  'con.txt',
  'aux.vtt',
  'NUL.wav',
  'COM1.txt',
  'LPT¹.txt',
  'x.txt:stream',
  'x.txt::$DATA',
  'x.txt.',
  'x.txt ',
  ' x.txt',
  '.',
  '..',
  '...',
  '~',
  '-rf',
  '$(touch x).txt',
  '`touch x`.txt',
  ';touch x;.txt',
  '|touch x',
  'X.TXT',
  'x.txt',
  'é.txt',
  'e\u0301.txt',
  'ﬁle.txt',
  'ſ.txt',
  '\u202etxt.exe',
  'a\u200bb.txt',
  '\ufeffx.txt',
  '\u2066x\u2069.txt',
  '\ud800.txt',
  'archive.db',
  'keyring',
  'media/0123456789abcdefghjkmnpqrs',
  '.git/config',
  '__proto__',
  'constructor',
  `${'a'.repeat(300)}.txt`,
  `${'d/'.repeat(400)}x.txt`,
]

const words = Buffer.from('I sold bread at the station.\n')
const document = (more: readonly Entry[] = []): Buffer =>
  zip([
    { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
    {
      name: 'word/document.xml',
      bytes: Buffer.from('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'),
    },
    ...more,
  ])
const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * 1024 * 1024)

function nestedZip(depth: number): Buffer {
  let inner = zip([{ name: 'x', bytes: zeros(4) }])
  for (let at = 0; at < depth; at += 1)
    inner = zip(Array.from({ length: 10 }, (_, copy) => ({ name: `${copy}.zip`, bytes: inner })))
  return inner
}

type Container = readonly [name: string, make: () => Buffer]

const each = (kind: string, make: (name: string) => Buffer): readonly Container[] =>
  hostileNames.map((name, at) => [`names-${at}.${kind}`, () => make(name)])

/** Each as it would be sent; the name says what somebody would call it. */
export const containers: readonly Container[] = [
  ...each('zip', (name) => zip([{ name, bytes: words }])),
  ...each('docx', (name) => document([{ name, bytes: words }])),
  ...each('tar', (name) => tar([{ name, bytes: words }])),
  [
    'link.zip',
    () =>
      zip([
        { name: 'x', bytes: Buffer.from('/etc/passwd'), isLink: true },
        { name: 'x', bytes: words },
      ]),
  ],
  [
    'link.tar',
    () =>
      tar([
        { name: 'x', bytes: Buffer.alloc(0), kind: '2', link: '/etc' },
        { name: 'x/y', bytes: words },
      ]),
  ],
  ['hard.tar', () => tar([{ name: 'x', bytes: Buffer.alloc(0), kind: '1', link: '/etc/passwd' }])],
  ['device.tar', () => tar([{ name: 'x', bytes: Buffer.alloc(0), kind: '3' }])],
  ['pipe.tar', () => tar([{ name: 'x', bytes: Buffer.alloc(0), kind: '6' }])],
  ['long.tar', () => tar([{ name: 'x', bytes: words, size: '77777777777\0' }])],
  ['sparse.tar', () => tar([{ name: 'x', bytes: words, kind: 'S', size: '77777777777\0' }])],
  [
    'twice.zip',
    () =>
      zip([
        { name: 'a.txt', bytes: words },
        { name: 'a.txt', bytes: zeros(1) },
      ]),
  ],
  ['cases.zip', () => zip(['A.txt', 'a.txt', 'a.TXT', 'a.txt '].map((name) => ({ name, bytes: words })))],
  ['forms.zip', () => zip(['é', 'e\u0301'].map((name) => ({ name, bytes: words })))],
  ['bomb.zip', () => zip([{ name: 'x', bytes: zeros(64) }])],
  ['bomb.docx', () => document([{ name: 'word/media/x.xml', bytes: zeros(64) }])],
  [
    'bomb.epub',
    () =>
      zip([
        { name: 'mimetype', bytes: Buffer.from('application/epub+zip') },
        { name: 'x', bytes: zeros(64) },
      ]),
  ],
  [
    'bomb.odt',
    () =>
      zip([
        { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.text') },
        { name: 'content.xml', bytes: zeros(64) },
      ]),
  ],
  ['nested.zip', () => nestedZip(5)],
  ['bomb.gz', () => gzipSync(zeros(64))],
  ['bomb.tar.gz', () => gzipSync(tar([{ name: 'x', bytes: zeros(64) }]))],
  ['small.zip', () => zip([{ name: 'x', bytes: zeros(4), says: { size: 1 } }])],
  ['great.zip', () => zip([{ name: 'x', bytes: words, says: { size: 0xffff_ffff } }])],
  ['packed.zip', () => zip([{ name: 'x', bytes: words, says: { packed: 0xffff_ffff } }])],
  ['sum.zip', () => zip([{ name: 'x', bytes: words, says: { crc: 1 } }])],
  ['encrypted.zip', () => zip([{ name: 'x', bytes: words, says: { flags: 0x801 } }])],
  ['encrypted.docx', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), zeros(1)])],
  ['streamed.zip', () => zip([{ name: 'x', bytes: words, says: { flags: 0x808, size: 0, packed: 0, crc: 0 } }])],
  ['counts.zip', () => zip([{ name: 'x', bytes: words }], 65_535)],
  ['none.zip', () => zip([])],
  [
    'overlapping.zip',
    () => zip(Array.from({ length: 500 }, () => ({ name: 'x', bytes: words, says: { packed: 60_000 } }))),
  ],
  ['entries.zip', () => manyEntries(60_000)],
  ['two.zip', () => Buffer.concat([zip([{ name: 'a', bytes: words }]), zip([{ name: '../b', bytes: words }])])],
  ['cut.zip', () => zip([{ name: 'x', bytes: words }]).subarray(0, 40)],
  ['program.exe', () => Buffer.concat([Buffer.from('MZ'), zeros(1)])],
  ['program', () => Buffer.concat([Buffer.from('\u007fELF'), zeros(1)])],
  ['seven.7z', () => Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), zeros(1)])],
  ['old.rar', () => Buffer.concat([Buffer.from('526172211a0700', 'hex'), zeros(1)])],
  ['new.xz', () => Buffer.concat([Buffer.from('fd377a585a00', 'hex'), zeros(1)])],
  ['book.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj')],
  ['disk.iso', () => Buffer.concat([zeros(1), Buffer.from('CD001')])],
]

/** Files of nothing in a zip, all of one name. NOTE: made of copies, so that making it takes next to nothing. */
export function manyEntries(count: number): Buffer {
  const one = zip([{ name: '0000000', bytes: Buffer.alloc(0) }])
  const file = one.subarray(0, one.indexOf(Buffer.from('504b0102', 'hex')))
  const all = Buffer.alloc(file.length * count)
  for (let at = 0; at < count; at += 1) file.copy(all, at * file.length)
  return Buffer.concat([all, one.subarray(file.length)])
}
