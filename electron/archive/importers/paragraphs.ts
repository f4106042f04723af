// Lines into paragraphs: hard-wrapped lines are joined, long paragraphs cut at sentence ends, and no character is lost.

/** A passage holds at most about this many characters, so that it can be quoted and listened to on its own. */
export const longestPassage = 1200

// Lines wider than this are paragraphs of their own; typewriters and editors wrap at 60 to 100.
const widestWrap = 130
const shortShare = 0.6
const terminal = /[.!?…:;。！？：；؟۔।။។"'”’»」』)\]]$/u
const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFFEF]/u

/** How a text's lines end: at a paragraph's end, or (`wrapped`) where `width` was full. */
export interface Wrapping {
  readonly wrapped: boolean
  readonly width: number
}

/** Looks at all lines of a text; `starts` says which of them surely begin something new. */
export function findWrapping(lines: readonly string[], starts: readonly boolean[]): Wrapping {
  const lengths = lines
    .map((line) => displayWidth(line.trimEnd()))
    .filter((length) => length > 0)
    .sort((a, b) => a - b)
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0
  if (width > widestWrap) return { wrapped: false, width }
  let inside = 0
  let open = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = (lines[i] ?? '').trimEnd()
    if (line === '' || (lines[i + 1] ?? '').trim() === '' || starts[i + 1] === true) continue
    inside++
    if (!terminal.test(line)) open++
  }
  return { wrapped: inside > 0 && open >= inside * 0.4 && width >= 20, width }
}

/** Whether `next` goes on with the paragraph of `line`. Both are trimmed and not empty. */
export function goesOn(line: string, next: string, wrapping: Wrapping): boolean {
  if (wrapping.width > widestWrap) return false
  if (!terminal.test(line) && /^\p{Ll}/u.test(next)) return true
  return wrapping.wrapped && displayWidth(line) >= wrapping.width * shortShare
}

/** Wide characters count twice, so that a Chinese line and a Latin one are comparable on the page. */
function displayWidth(line: string): number {
  let width = line.length
  // Wider than any wrapping it is anyway; how much wider does not matter.
  if (width > widestWrap) return width
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) >= 0x2e80) width++
  return width
}

const oddSpaces = [
  ...'\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff',
  '  ',
]

/** No white space but single plain spaces between words. NOTE: told by `includes`, which is ten times as quick as a pattern. */
export function isEvenlySpaced(text: string): boolean {
  return !oddSpaces.some((space) => text.includes(space))
}

/** Joins a paragraph's lines: with a space, or with nothing where the script has none or a word was hyphenated. */
export function joinLines(lines: readonly string[], evenlySpaced: boolean): string {
  const pieces: string[] = []
  let before = ''
  for (const line of lines) {
    const next = (evenlySpaced ? line : line.replace(/\s+/g, ' ')).trim()
    if (next === '') continue
    if (before !== '' && !joinsTight(before, next)) pieces.push(' ')
    pieces.push(next)
    before = next
  }
  return pieces.join('')
}

// NOTE: the hyphen of a word cut at the line's end is kept: "well-/known" and "exam-/ple" cannot be told apart for sure.
function joinsTight(before: string, next: string): boolean {
  const unit = before.charCodeAt(before.length - 1)
  const plain = unit < 0x2e80 && unit !== 0x2d && unit !== 0x2010 && unit !== 0xad && !(unit >= 0x0e00 && unit < 0x1800)
  if (plain) return false
  if (dense.test(lastCharacter(before)) && dense.test(firstCharacter(next))) return true
  return /\p{L}[-\u2010\u00AD]$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(next)
}

function lastCharacter(text: string): string {
  const unit = text.charCodeAt(text.length - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(-2) : text.slice(-1)
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cuts a paragraph into passages of at most `longestPassage` characters, at sentence ends where there are any. */
export function cutIntoPassages(text: string): string[] {
  if (text.length <= longestPassage) return text === '' ? [] : [text]
  const passages: string[] = []
  let current = ''
  for (const { segment } of sentences.segment(text)) {
    for (const piece of cutSentence(segment)) {
      if (current.length + piece.trimEnd().length > longestPassage && current !== '') {
        passages.push(current.trim())
        current = ''
      }
      current += piece
    }
  }
  passages.push(current.trim())
  return passages.filter((passage) => passage !== '')
}

/** A sentence that is too long itself is cut at spaces, else between characters as a reader sees them. */
function cutSentence(sentence: string): string[] {
  const pieces: string[] = []
  let rest = sentence
  while (rest.length > longestPassage) {
    const head = rest.slice(0, longestPassage)
    const space = head.search(/\s\S*$/)
    const cut = space > longestPassage / 2 ? space + 1 : graphemeCut(rest)
    pieces.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  pieces.push(rest)
  return pieces
}

function graphemeCut(text: string): number {
  const around = text.slice(0, longestPassage + 64)
  const cut = graphemes.segment(around).containing(longestPassage)?.index ?? longestPassage
  if (cut > 0) return cut
  // One "character" of more than a thousand marks: cut between code points.
  const unit = text.charCodeAt(longestPassage)
  return unit >= 0xdc00 && unit <= 0xdfff ? longestPassage - 1 : longestPassage
}
