// A name with what grows to its beginning and its end, sought in one text.
import { endOfLetter, type Plain } from '../words/letters-that-are-one.ts'
import { beforeName, borrowedBeginnings, type Borrowed } from './name-beginnings.ts'
import { formsOf, possessiveForm, type Form, type TextTraits } from './name-endings.ts'

export const wordPart = /^[\p{L}\p{M}\p{N}]/u
// Nothing keeps what follows a name in Korean apart from it; what comes before is a word of its own.
export const endsOpen = /\p{Script=Hangul}$/u
const capital = /^\p{Lu}/u
const withCase = /^[\p{Lu}\p{Ll}]/u
const betweenParts = /[\u200b\u200c]/u
const longestBeginning = 12

/** The letters of the same word before `index`; null where there are too many to be something that has grown to it. */
export function runBefore(text: string, index: number): string | null {
  let start = index
  while (start > 0 && index - start <= longestBeginning) {
    const unit = text.charCodeAt(start - 1)
    const before = unit >= 0xdc00 && unit <= 0xdfff ? text.slice(start - 2, start) : text.slice(start - 1, start)
    if (!wordPart.test(before)) break
    start -= before.length
  }
  return index - start > longestBeginning ? null : text.slice(start, index)
}

/** A place of it: where its first letter begins in the original, its last, and the last before an ending. */
type OnPlace = (first: number, last: number, lastOfStem: number) => void

/** The forms of a name in one text. Each place may be said more than once. */
export class GrownName {
  readonly #text: string
  readonly #folded: Plain
  readonly #traits: () => TextTraits
  readonly #words: readonly string[]
  readonly #written: readonly string[]

  constructor(text: string, folded: Plain, traits: () => TextTraits, words: string, sought: string) {
    this.#text = text
    this.#folded = folded
    this.#traits = traits
    this.#words = sought.split(' ')
    this.#written = words.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  }

  /** Whether there is anything that all forms of the first word share: quick, for the many texts without it. */
  mayStand(): boolean {
    const [first = ''] = this.#words
    return this.#folded.text.includes(first.slice(1, Math.max(2, first.length - 4)))
  }

  eachPlace(add: OnPlace): void {
    const traits = this.#traits()
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

  #eachOf({ stem, ending }: Form, borrowed: Borrowed | null, more: readonly (readonly Form[])[], add: OnPlace): void {
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
