// Bytes to text: which encoding a text file is in, told from its bytes alone, or a refusal when it is no text.
import { Failure } from '../../../shared/contract/failure.ts'
import type { ImportNotice } from '../../../shared/domain/imported.ts'

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  /** Without byte order mark; lines end in LF; NULs are U+FFFD. */
  readonly text: string
  readonly encoding: TextEncodingName
  readonly notices: readonly ImportNotice[]
}

// Typed text has next to no control characters; one in ten of random bytes is one.
const mostControls = 0.02
const mostNuls = 0.02
// Text in UTF-16 that happens to be valid UTF-8 has a NUL or a control character in nearly every second byte.
const mostOdd = 0.1
const mostChineseNuls = 0.2
const fewControls = 8

/**
 * Decodes a text file. A byte order mark decides; then strict UTF-8; then UTF-16 by its NULs and validity; then UTF-8 with
 * a few broken bytes; then Windows-1252 (WHATWG Encoding).
 * @throws Failure `fileEmpty` for no bytes, `notText` for what is not text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new Failure('fileEmpty')
  const marked = byMark(bytes)
  const decoded = marked ?? byContent(bytes)
  const counted = marked === null && decoded?.encoding === 'utf-8' && decoded.notices.length === 0
  if (decoded === null || (!counted && looksBinary(decoded.text))) throw new Failure('notText')
  const text = decoded.text.replace(/\r\n?/g, '\n')
  if (!text.includes('\0')) return { ...decoded, text }
  return {
    ...decoded,
    text: text.replaceAll('\0', '\uFFFD'),
    notices: withNotice(decoded.notices, 'brokenBytesReplaced'),
  }
}

function byMark(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return replacing(bytes.subarray(3), 'utf-8', [])
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return replacing(bytes.subarray(2), 'utf-16le', [])
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return replacing(bytes.subarray(2), 'utf-16be', [])
  return null
}

function byContent(bytes: Uint8Array): DecodedText | null {
  const { nuls, controls } = countControls(bytes)
  const odd = nuls > mostNuls * bytes.length || controls > mostControls * bytes.length
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null && nuls + controls <= bytes.length * mostOdd)
    return controls > Math.max(mostControls * bytes.length, fewControls)
      ? null
      : { text: utf8, encoding: 'utf-8', notices: [] }
  const wide = odd || nuls > 0 ? asUtf16(bytes) : null
  if (wide !== null) return wide
  if (utf8 !== null || odd) return null
  if (mostlyUtf8(bytes)) return replacing(bytes, 'utf-8', ['encodingGuessed'])
  if (nuls > 0) return null
  return { text: fromWindows1252(bytes), encoding: 'windows-1252', notices: ['encodingGuessed'] }
}

function asUtf16(bytes: Uint8Array): DecodedText | null {
  if (bytes.length % 2 !== 0) return null
  let first = 0
  let second = 0
  for (let i = 0; i < bytes.length; i += 2) {
    if (bytes[i] === 0) first++
    if (bytes[i + 1] === 0) second++
  }
  // Latin letters have their NULs on one side; in Chinese a few stand on either (the low byte of U+4E00 is one).
  if (first + second > bytes.length * mostChineseNuls && Math.min(first, second) * 8 > Math.max(first, second))
    return null
  const order: TextEncodingName[] = first > second ? ['utf-16be', 'utf-16le'] : ['utf-16le', 'utf-16be']
  for (const encoding of order) {
    const text = strictly(bytes, encoding)
    if (text !== null && readsAsText(text)) return { text, encoding, notices: ['encodingGuessed'] }
  }
  return null
}

/** Letters, marks, digits, punctuation and space, nearly throughout; nothing unassigned or private. */
function readsAsText(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const good = sample.match(/[\p{L}\p{M}\p{N}\p{P}\p{Zs}\n\r\t]/gu)?.length ?? 0
  const bad = sample.match(/[\p{Cn}\p{Co}\0]/gu)?.length ?? 0
  return bad * 100 <= sample.length && good >= sample.length * 0.9
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let wide = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0xfffd) broken++
    else if (unit > 0x7f) wide++
  }
  return wide >= broken * 10
}

function strictly(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function replacing(bytes: Uint8Array, encoding: TextEncodingName, notices: readonly ImportNotice[]): DecodedText {
  const strict = strictly(bytes, encoding)
  if (strict !== null) return { text: strict, encoding, notices }
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return { text, encoding, notices: withNotice(notices, 'brokenBytesReplaced') }
}

function fromWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes)
}

function countControls(bytes: Uint8Array): { nuls: number; controls: number } {
  let nuls = 0
  let controls = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x20 || byte === 0x0a) continue
    if (byte === 0) nuls++
    else if ((byte < 9 || byte > 13) && byte !== 0x1b) controls++
  }
  return { nuls, controls }
}

function looksBinary(text: string): boolean {
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0 && unit < 0x20 && (unit < 9 || unit > 13) && unit !== 0x1b) controls++
  }
  return controls > Math.max(mostControls * text.length, fewControls)
}

function withNotice(notices: readonly ImportNotice[], notice: ImportNotice): readonly ImportNotice[] {
  return notices.includes(notice) ? notices : [...notices, notice]
}
