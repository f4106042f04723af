// Finding the same words again, whatever their case and accents: a name that was taken out, a word that she refuses.
import { endOfLetter, plain, plainWords, type Plain } from './letters-that-are-one.ts'
import { beforeName, borrowedBeginnings, type Borrowed } from './name-beginnings.ts'
import { formsOf, possessiveForm, traitsOf, type Form } from './name-endings.ts'

export { plainWords }

const mark = /^\p{M}/u
const wordPart = /^[\p{L}\p{M}\p{N}]/u
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
// Nothing keeps what follows a name in Korean apart from it; what comes before is a word of its own.
const endsOpen = /\p{Script=Hangul}$/u
// Small words that grow to the beginning of the next one: and, in, to, for, the.
const grownTo = /^(?:[وفبلكس]{0,2}(?:ال)?|[והבלמשכ]{1,3})$/u
const trailingMarks = /\p{M}+$/u
// What carries the next letter below itself, and a vowel that is written before the letter that it follows in speech.
const belongsToNext = /[\u1039\u17d2\u0e40-\u0e44\u0ec0-\u0ec4]$/u
// A vowel of the letter before it, and a Burmese letter that only closes the syllable before it.
const belongsToLast = /^(?:\p{M}|[\u0e30\u0e32\u0e45\u0eb0\u0eb2\u0ebd]|[\u1000-\u1021]\u1037?\u103a)/u
const longestBeginning = 12

/** The letters of the same word before `index`; null where there are too many to be something that has grown to it. */
function runBefore(text: string, index: number): string | null {
  let start = index
  while (start > 0 && index - start <= longestBeginning) {
    const unit = text.charCodeAt(start - 1)
    const before = unit >= 0xdc00 && unit <= 0xdfff ? text.slice(start - 2, start) : text.slice(start - 1, start)
    if (!wordPart.test(before)) break
    start -= before.length
  }
  return index - start > longestBeginning ? null : text.slice(start, index)
}

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
const withCase = /^[\p{Lu}\p{Ll}]/u
const betweenParts = /[\u200b\u200c]/u

/**
 * Where words that were taken out stand in `text` again: the very same, and what grows to a name: the possessive -s, case
 * endings, courtesies and particles, small words before it. An ending that has grown to it is part of the place.
 *
 * @returns in order, UTF-16 offsets on the borders of letters; one place for each beginning
 */
export function findAgain(text: string, words: string): Again[] {
  const folded = plain(text)
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
  const grown = new GrownName(text, folded, words, sought)
  if (!withoutSpaces.test(sought) && grown.mayStand()) grown.eachPlace(add)
  return [...found.values()].sort(([a], [b]) => a - b)
}

/** A name with what grows to its beginning and its end, sought in one text. */
class GrownName {
  readonly #text: string
  readonly #folded: Plain
  readonly #words: readonly string[]
  readonly #written: readonly string[]

  constructor(text: string, folded: Plain, words: string, sought: string) {
    this.#text = text
    this.#folded = folded
    this.#words = sought.split(' ')
    this.#written = words.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  }

  /** Whether there is anything that all forms of the first word share: quick, for the many texts without it. */
  mayStand(): boolean {
    const [first = ''] = this.#words
    return this.#folded.text.includes(first.slice(1, Math.max(2, first.length - 4)))
  }

  eachPlace(add: (first: number, last: number, lastOfStem: number) => void): void {
    const traits = traitsOf(this.#text)
    const forms = this.#words.map((word, at): readonly Form[] => {
      const isName = capital.test(this.#written[at] ?? '')
      const isLast = at === this.#words.length - 1
      return [
        { stem: word, ending: null },
        ...(isLast && capital.test(this.#written[0] ?? '') ? [possessiveForm(word)] : []),
        ...formsOf(word, isName, traits),
      ]
    })
    const [firsts = [], ...more] = forms
    for (const first of firsts) {
      this.#eachOf(first, null, more, add)
      for (const borrowed of borrowedBeginnings(first.stem))
        this.#eachOf({ ...first, stem: borrowed.stem }, borrowed, more, add)
    }
  }

  #eachOf(
    { stem, ending }: Form,
    borrowed: Borrowed | null,
    more: readonly (readonly Form[])[],
    add: (first: number, last: number, lastOfStem: number) => void,
  ): void {
    const { text, from } = this.#folded
    for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1)) {
      if (!this.#begins(at, stem, borrowed)) continue
      const ends = this.#endsOfRest(at + stem.length, ending, more)
      if (ends === null) continue
      const [end, stemEnd] = ends
      const first = at - (borrowed?.pulled ?? 0)
      const isSame = borrowed === null && stemEnd === end && ending === null
      if (!isSame && withCase.test(this.#text.slice(from[first] ?? 0)) && !this.#isCapital(first)) continue
      add(from[first] ?? 0, from[end - 1] ?? 0, from[stemEnd - 1] ?? 0)
    }
  }

  #isCapital(at: number): boolean {
    return capital.test(this.#text.slice(this.#folded.from[at] ?? 0))
  }

  #begins(at: number, stem: string, borrowed: Borrowed | null): boolean {
    const { text, from } = this.#folded
    const run = runBefore(text, at)
    if (run === null) return false
    if (borrowed !== null) return borrowed.before.test(run)
    if (this.#isParted(at)) return true
    return beforeName(run, this.#text.slice(from[at - run.length], from[at]), stem, this.#isCapital(at))
  }

  /** Whether a joiner without width parts the words of a compound here, as in Persian. */
  #isParted(at: number): boolean {
    const { from } = this.#folded
    if (at === 0 || at >= from.length) return false
    return betweenParts.test(this.#text.slice(endOfLetter(this.#text, from[at - 1] ?? 0), from[at]))
  }

  /** Where the name ends that goes on at `at`, and where its own letters do, before the ending. */
  #endsOfRest(at: number, ending: RegExp | null, more: readonly (readonly Form[])[]): [number, number] | null {
    const end = this.#endOfWord(at, ending)
    if (end === null) return null
    const [forms, ...rest] = more
    if (forms === undefined) return [end, at]
    if (this.#folded.text[end] !== ' ') return null
    for (const form of forms) {
      if (!this.#folded.text.startsWith(form.stem, end + 1)) continue
      const ends = this.#endsOfRest(end + 1 + form.stem.length, form.ending, rest)
      if (ends !== null) return ends
    }
    return null
  }

  #endOfWord(at: number, ending: RegExp | null): number | null {
    const { text } = this.#folded
    if (ending === null)
      return endsOpen.test(text.slice(at - 1, at)) || !wordPart.test(text.slice(at, at + 2)) || this.#isParted(at)
        ? at
        : null
    ending.lastIndex = at
    const found = ending.exec(text)
    return found === null ? null : at + found[0].length
  }
}

// What stands before a name and is everybody's, in the languages of the first archives, without accents.
const titles: ReadonlySet<string> = new Set(
  (
    'mister missus miss mrs madam madame sir lady lord doctor doctora doc professor profesor profesora teacher maestro ' +
    'maestra father mother brother sister uncle aunt auntie grandma grandpa padre madre hermano hermana tio tia abuelo ' +
    'abuela don dona senor senora senorita sra srta fray sor san santa santo saint the los las del and'
  ).split(' '),
)
const leastLetters = 3

/**
 * The parts of a name of two or more words that each tell whose it is: those with a capital and at least three letters,
 * titles left out. None for a name of one word, which is sought whole.
 */
export function partsOfName(name: string): string[] {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length < 2) return []
  const parts = words.filter(
    (word) =>
      capital.test(word) && (word.match(/\p{L}/gu) ?? []).length >= leastLetters && !titles.has(plainWords(word)),
  )
  return [...new Map(parts.map((part) => [plainWords(part), part])).values()]
}

/** Where a part of a name stands in `text` again, written as a name: "Rosa", not "rosa". */
export function findPartAgain(text: string, part: string): Again[] {
  return findAgain(text, part).filter(([start]) => capital.test(text.slice(start)))
}
