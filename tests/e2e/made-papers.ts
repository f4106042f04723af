// Papers made for a test: a picture, and PDFs whose pages are drawn and scanned in different ways. The upper half of each
// page is black, the lower half white, so that it can be told whether it was drawn.
import { crc32, deflateSync } from 'node:zlib'

/** A grey picture of that size, as PNG. */
export function madePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 0x88)])
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([begin, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/** How a page is made: a drawing with words in it, a fax (CCITT Group 4), JPEG 2000, or a scan that is cut off; each 80 by 100. */
export type PageKind = 'drawn' | 'fax' | 'jpeg2000' | 'spoilt'

const fax = Buffer.from('JqB4L////////////////53UG////////8AEAEA=', 'base64')
const jpeg2000 = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAZAAAAFAAAwcHAAAAAAAPY29scgEAAAAAABAAAAD/anAyY/9P/1EALwAAAAAAUAAAAGQAAAAAAAAAAAAAAFAAAABkAAAAAAAAAAAAAwcBAQcBAQcBAf9SAAwAAAABAQUEBAAB/1wAE0BASEhQSEhQSEhQSEhQSEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAAeAAB/5PfgGgK3P2036E4mjSR8xTPgICj7QkADGCQq6GWpCOfgICn4BQDgQEj5RrdJet/gICn4BxHdRp1K5KA3JNzuZrBv4CAo+0TAKpR6g60APQh+0AwbJiAMJCX/3+AgKPtCADikq6a10X/f4CA/9k=',
  'base64',
)

interface Scan {
  readonly dictionary: string
  readonly bytes: Buffer
}

const scans: Readonly<Record<Exclude<PageKind, 'drawn'>, Scan>> = {
  fax: {
    dictionary:
      '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 80 /Rows 100 >>',
    bytes: fax,
  },
  jpeg2000: { dictionary: '/Filter /JPXDecode', bytes: jpeg2000 },
  spoilt: { dictionary: '/Filter /JPXDecode', bytes: jpeg2000.subarray(0, 60) },
}

const locked = '/Filter /Standard /V 1 /R 2 /P -4 /O <' + '41'.repeat(32) + '> /U <' + '42'.repeat(32) + '>'

/** What a hostile paper would do as soon as it is opened. */
const script = 'app.alert\\(1\\); app.launchURL\\("https://example.org/"\\)'

/** @param isLocked with a password that nobody knows */
export function madePdf(pages: readonly PageKind[], isLocked = false): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')]
  const places: number[] = []
  const add = (dictionary: string, stream: Buffer | null = null): number => {
    places.push(parts.reduce((sum, { length }) => sum + length, 0))
    const number = places.length
    const head = stream === null ? dictionary : `${dictionary.slice(0, -2)} /Length ${stream.length} >>\nstream\n`
    const end = stream === null ? '\nendobj\n' : '\nendstream\nendobj\n'
    parts.push(Buffer.from(`${number} 0 obj\n${head}`, 'latin1'), stream ?? Buffer.alloc(0), Buffer.from(end, 'latin1'))
    return number
  }
  const catalog = add(`<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (${script}) >> >>`)
  const first = 4
  const kids = pages.map((_, at) => `${first + 3 * at} 0 R`).join(' ')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (const [at, kind] of pages.entries()) {
    const page = first + 3 * at
    const resources = `<< /Font << /F ${font} 0 R >> /XObject << /I ${page + 2} 0 R >> >>`
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 80 100] /Resources ${resources} /Contents ${page + 1} 0 R >>`)
    const words = `BT /F 8 Tf 10 20 Td (I agree, ${at + 1}.) Tj ET`
    const content = kind === 'drawn' ? `0 50 80 50 re f ${words}` : 'q 80 0 0 100 0 0 cm /I Do Q'
    add('<< >>', Buffer.from(content, 'latin1'))
    const scan = kind === 'drawn' ? scans.fax : scans[kind]
    add(`<< /Type /XObject /Subtype /Image /Width 80 /Height 100 ${scan.dictionary} >>`, scan.bytes)
  }
  const encrypt = isLocked
    ? ` /Encrypt ${add(`<< ${locked} >>`)} 0 R /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]`
    : ''
  const start = parts.reduce((sum, { length }) => sum + length, 0)
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${places.length + 1} /Root ${catalog} 0 R${encrypt} >>\nstartxref\n${start}\n%%EOF\n`
  parts.push(Buffer.from(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1'))
  return Buffer.concat(parts)
}
