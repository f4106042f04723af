// Finding the same words again, whatever their case and accents: a name that was taken out, a word that she refuses.
import { endOfLetter, plain, plainWords, type Plain } from './letters-that-are-one.ts'
import { ali } from '../names/name-endings.ts'
import { readText, type ReadTexts } from './read-text.ts'
import { GrownName, endsOpen, runBefore, wordPart } from '../names/grown-name.ts'

export { plainWords }
export { partsOfName } from '../names/parts-of-a-name.ts'

const mark = /^\p{M}/u
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
// Small words that grow to the beginning of the next one: and, in, to, for, the.
const grownTo = /^(?:[وفبلكس]{0,2}(?:ال)?|[והבלמשכ]{1,3})$/u
const trailingMarks = /\p{M}+$/u
// What carries the next letter below itself, and a vowel that is written before the letter that it follows in speech.
const belongsToNext = /[\u1039\u17d2\u0e40-\u0e44\u0ec0-\u0ec4]$/u
// A vowel of the letter before it, and a Burmese letter that only closes the syllable before it.
const belongsToLast = /^(?:\p{M}|[\u0e30\u0e32\u0e45\u0eb0\u0eb2\u0ebd]|[\u1000-\u1021]\u1037?\u103a)/u

function character(text: string, index: number): string {
  const code = text.codePointAt(index)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** Whether letters begin at `start` and end at `end`: no vowel sign and no closing letter is parted from its own. */
function onBorders(text: string, start: number, end: number): boolean {
  return (
    !mark.test(text.slice(start, start + 2)) &&
    !belongsToNext.test(text.slice(Math.max(0, start - 1), start)) &&
    !belongsToLast.test(text.slice(end, end + 4))
  )
}

/**
 * Where `words` stand in `text` as whole words (anywhere, in scripts without spaces).
 *
 * @param longerBy how many letters more the last word may have and still count (0: none), for inflected forms
 * @returns UTF-16 offsets [start, end) into the original text, marks that follow the last letter included
 */
export function findSameWords(text: string, words: string, longerBy: number): [number, number][] {
  return findIn(plain(text), words, longerBy).map(inOriginal(text))
}

type Stretch = readonly [start: number, end: number]

function findIn({ text, from }: Plain, words: string, longerBy: number): [number, number][] {
  const whole = plainWords(words)
  const bounded = !withoutSpaces.test(whole)
  // NOTE: an inflected form in Hindi or Bengali often has another vowel sign instead of one letter more.
  const sought = longerBy > 0 && bounded ? whole.replace(trailingMarks, '') : whole
  if (sought === '') return []
  const found: [number, number][] = []
  const openEnd = endsOpen.test(sought)
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    let end = at + sought.length
    if (bounded) {
      const before = runBefore(text, at)
      if (before === null || (before !== '' && !grownTo.test(before))) continue
      let more = 0
      while (!openEnd && more <= longerBy && end < text.length) {
        const next = character(text, end)
        if (!wordPart.test(next)) break
        end += next.length
        more += mark.test(next) && longerBy > 0 ? 0 : 1
      }
      if (more > longerBy) continue
    } else if (!onBorders(text, at, end)) continue
    found.push([from[at] ?? 0, from[end - 1] ?? 0])
  }
  return found
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const alone = /^[\u0000-\u000c\u000e-\u02ff]*$/u

/** From where the first and the last letter begin to [start, end), widened to what a reader sees as one letter. */
function inOriginal(text: string): (letters: Stretch) => [number, number] {
  // NOTE: segmented once, not for each place: making the segments reads the whole text.
  let segments: Intl.Segments | null = null
  const border = (at: number, isEnd: boolean): number => {
    if (at <= 0 || at >= text.length || alone.test(text.slice(at - 1, at + 1))) return at
    segments ??= graphemes.segment(text)
    const one = segments.containing(at)
    if (one === undefined || one.index === at) return at
    return isEnd ? one.index + one.segment.length : one.index
  }
  return ([first, last]) => [border(first, false), border(endOfLetter(text, last), true)]
}

/** A place where words stand again; `stemEnd` is before an ending that may have grown to them. */
export type Again = readonly [start: number, end: number, stemEnd: number]

const capital = /^\p{Lu}/u
// NOTE: who writes "in" with the points of its ya does not write the name Ali without them: على is "on" there.
const finalYa = /ي\p{M}*(?![\p{L}\p{M}])/u
const on = /ى\p{M}*$/u
const withCase = /^[\p{Lu}\p{Ll}]/u

/**
 * Where words that were taken out stand in `text` again: the very same, and what grows to a name: the possessive -s, case
 * endings, courtesies and particles, small words before it. An ending that has grown to it is part of the place.
 *
 * @param read shared by those who look for many words in the same texts
 * @returns in order, UTF-16 offsets on the borders of letters; one place for each beginning
 */
export function findAgain(text: string, words: string, read: ReadTexts = readText): Again[] {
  const { folded, traits } = read(text)
  const sought = plainWords(words)
  if (sought === '') return []
  const found = new Map<number, Again>()
  const toOriginal = inOriginal(text)
  const add = (first: number, last: number, lastOfStem: number): void => {
    const [start, end] = toOriginal([first, last])
    const [, stemEnd] = last === lastOfStem ? [start, end] : toOriginal([first, lastOfStem])
    const other = found.get(start)
    if (other === undefined || other[2] < stemEnd) found.set(start, [start, end, stemEnd])
  }
  for (const [first, last] of findIn(folded, words, 0)) add(first, last, last)
  const grown = new GrownName(text, folded, traits, words, sought)
  if (!withoutSpaces.test(sought) && grown.mayStand()) grown.eachPlace(add)
  const isOn = sought === ali && !words.includes('ى') && finalYa.test(text) ? on : null
  return [...found.values()]
    .filter(([start, , stemEnd]) => isOn === null || !isOn.test(text.slice(start, stemEnd)))
    .sort(([a], [b]) => a - b)
}

/** Where a part of a name stands in `text` again, written as a name where there are capitals: "Rosa", not "rosa". */
export function findPartAgain(text: string, part: string, read: ReadTexts = readText): Again[] {
  return findAgain(text, part, read).filter(
    ([start]) => capital.test(text.slice(start)) || !withCase.test(text.slice(start)),
  )
}
