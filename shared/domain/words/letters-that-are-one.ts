// Letters that are one to whoever reads them: whatever their case, accents, points, and shape at the end of a word.
// Vowel signs, as Hindi, Thai, Khmer and Burmese have them, are letters and are kept.

const simple = /^[A-Za-z0-9]$/
// A letter with its marks; in decomposed Korean the whole syllable. NOTE: bounded, so that no heap of marks is slow.
const letter =
  /(?:[\u1100-\u115f\ua960-\ua97c]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*|\P{M})\p{M}{0,16}|\p{M}{1,16}/uy
const accent =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Ethiopic}\p{Script=Armenian}\p{Script=Coptic}\p{Script=Common}\u093c\u0a3c]/u
// Signs without width, tatweel, and a hamza by itself, which is often left out at the end of a name.
const unseen = /[\u00ad\u061c\u0621\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u
const sign = /[\p{P}\p{S}\p{Z}\s\u02b9-\u02c0\u02c8]/u
const hangul = /\p{Script=Hangul}/u

// Shapes of one letter: Greek and Hebrew at the end of a word, Arabic as Persians, Urdu speakers, Kurds and Arabs type it.
const shapes = new Map<string, string>([
  ...pairs('ςσ ךכ םמ ןנ ףפ ץצ ىي یي ےي ٱا ةه ہه ھه ەه ۃه کك ڪك ıi łl øo đd ħh ªa ºo ँं', 1),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ...digits(0x660),
  ...digits(0x6f0),
  // Amharic letters that sound alike, and are written one for the other in the same name.
  ...series(0x1210, 0x1200, 8),
  ...series(0x1280, 0x1200, 8),
  ...series(0x12b8, 0x1200, 7),
  ...series(0x1220, 0x1230, 8),
  ...series(0x12d0, 0x12a0, 7),
  ...series(0x1340, 0x1338, 7),
])

function pairs(written: string, at: number): [string, string][] {
  return written.split(' ').map((pair) => [pair.slice(0, at), pair.slice(at)])
}

function digits(zero: number): [string, string][] {
  return Array.from({ length: 10 }, (_, digit) => [String.fromCodePoint(zero + digit), String(digit)])
}

function series(from: number, to: number, count: number): [string, string][] {
  return Array.from({ length: count }, (_, at) => [String.fromCodePoint(from + at), String.fromCodePoint(to + at)])
}

// The first and the fourth order of these two sound alike.
const sameOrder = new Map([
  ['ሃ', 'ሀ'],
  ['ኣ', 'አ'],
])
// A nasal before another consonant is as often written as a point.
const nasal = /^[ङञणनम]्$/u

/** A text of plain letters; signs and spaces are one space. */
export interface Plain {
  readonly text: string
  /** For each UTF-16 unit of `text`, where its letter began in the original; one more for the end. */
  readonly from: readonly number[]
}

const folded = new Map<string, string>()

function fold(written: string): string {
  const known = folded.get(written)
  if (known !== undefined) return known
  const split = hangul.test(written) ? written.normalize('NFKC') : written.normalize('NFKD').toLowerCase()
  let out = ''
  for (const part of split.normalize(hangul.test(written) ? 'NFC' : 'NFKD')) {
    if (accent.test(part) || unseen.test(part)) continue
    const shape = shapes.get(part) ?? part
    out += sign.test(shape) ? ' ' : (sameOrder.get(shape) ?? shape)
  }
  if (nasal.test(out)) out = 'ं'
  // Letters alone are kept, and no more than a few scripts have: no text is.
  if (written.length <= 4 && folded.size < 20_000) folded.set(written, out)
  return out
}

/** The letter that begins at `at`, with its marks. */
function letterAt(text: string, at: number): string {
  letter.lastIndex = at
  return letter.exec(text)?.[0] ?? text.slice(at, at + 1)
}

/** The text as it is compared, and where each letter of it came from. Linear in its length. */
export function plain(text: string): Plain {
  let out = ''
  let spaced = false
  const from: number[] = []
  let at = 0
  while (at < text.length) {
    const unit = text[at] ?? ''
    const next = text.charCodeAt(at + 1)
    const isSimple = simple.test(unit) && !(next >= 0x300)
    const written = isSimple ? unit : unit === ' ' ? ' ' : letterAt(text, at)
    for (const part of isSimple ? unit.toLowerCase() : unit === ' ' ? ' ' : fold(written)) {
      if (part === ' ' && spaced) continue
      spaced = part === ' '
      out += part
      for (let place = 0; place < part.length; place += 1) from.push(at)
    }
    at += written.length
  }
  from.push(at)
  return { text: out, from }
}

/** The words without case, accents, joiners and signs, for comparing. */
export function plainWords(words: string): string {
  return plain(words).text.trim()
}

/** Where the letter ends that began at `at`, marks included. */
export function endOfLetter(text: string, at: number): number {
  return at + letterAt(text, at).length
}
