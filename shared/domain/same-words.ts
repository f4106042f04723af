// Finding the same words again, whatever their case and accents: a name that was taken out, a word that she refuses.

const mark = /\p{M}/u
const wordPart = /[\p{L}\p{N}]/u
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
// Nothing keeps what follows a name in Korean apart from it; what comes before is a word of its own.
const endsOpen = /[\p{Script=Hangul}]/u
// Small words that grow to the beginning of the next one: and, in, to, for, the.
const grownTo = /(?:^|[^\p{L}\p{N}])(?:[وفبلكس]{0,2}(?:ال)?|[והבלמשכ]{1,3})$/u
const sign = /[\p{P}\p{S}\p{Z}\s]/u
const simple = /^[A-Za-z0-9]$/
const joiner = /[\u200b-\u200f\u00ad\u0640\u2060\ufeff]/u

interface Plain {
  readonly text: string
  /** For each UTF-16 unit of `text`, where it began in the original; one more for the end. */
  readonly from: readonly number[]
}

function plain(text: string): Plain {
  let folded = ''
  const from: number[] = []
  let at = 0
  for (const character of text) {
    if (simple.test(character)) {
      folded += character.toLowerCase()
      from.push(at)
      at += 1
      continue
    }
    for (const part of character.normalize('NFKD').toLowerCase()) {
      if (mark.test(part) || joiner.test(part)) continue
      // NOTE: signs are as spaces: a comma taken out with a name, a hyphen in it, one apostrophe or another.
      const spelled = sign.test(part) || part === 'ʼ' ? ' ' : part === 'ς' ? 'σ' : part
      if (spelled === ' ' && folded.endsWith(' ')) continue
      folded += spelled
      for (let unit = 0; unit < spelled.length; unit += 1) from.push(at)
    }
    at += character.length
  }
  from.push(at)
  return { text: folded, from }
}

/** The words without case, accents, joiners and signs, for comparing. */
export function plainWords(words: string): string {
  return plain(words).text.trim()
}

function before(text: string, index: number): string {
  const unit = text.charCodeAt(index - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(index - 2, index) : text.slice(index - 1, index)
}

/**
 * Where `words` stand in `text` as whole words (anywhere, in scripts without spaces).
 *
 * @param longerBy how many letters more the last word may have and still count (0: none), for inflected forms
 * @returns UTF-16 offsets [start, end) into the original text, marks that follow the last letter included
 */
export function findSameWords(text: string, words: string, longerBy: number): [number, number][] {
  return findIn(text, plain(text), words, longerBy)
}

function findIn(text: string, { text: within, from }: Plain, words: string, longerBy: number): [number, number][] {
  const sought = plainWords(words)
  if (sought === '') return []
  const found: [number, number][] = []
  const bounded = !withoutSpaces.test(sought)
  const openEnd = endsOpen.test(words.at(-1) ?? '')
  for (let at = within.indexOf(sought); at !== -1; at = within.indexOf(sought, at + 1)) {
    let end = at + sought.length
    if (bounded) {
      if (wordPart.test(before(within, at)) && !grownTo.test(within.slice(Math.max(0, at - 6), at))) continue
      let more = 0
      while (
        !openEnd &&
        more <= longerBy &&
        end < within.length &&
        wordPart.test(String.fromCodePoint(within.codePointAt(end) ?? 0))
      ) {
        end += String.fromCodePoint(within.codePointAt(end) ?? 0).length
        more += 1
      }
      if (more > longerBy) continue
    }
    found.push([from[at] ?? 0, endOfOriginal(text, from, end)])
  }
  return found
}

/** A place where words stand again; `stemEnd` is before an ending that may have grown to them. */
export type Again = readonly [start: number, end: number, stemEnd: number]

const capital = /^\p{Lu}/u

/** Where words that were taken out stand in `text` again: the very same, and a name with the -s that makes it a possessive. */
export function findAgain(text: string, words: string): Again[] {
  const folded = plain(text)
  const same = findIn(text, folded, words, 0).map(([start, end]): Again => [start, end, end])
  const name = words.replace(/^[^\p{L}\p{N}]+/u, '')
  if (!capital.test(name)) return same
  const owning = findIn(text, folded, `${words.replace(/[^\p{L}\p{N}\p{M}]+$/u, '')}s`, 0).filter(([start]) =>
    capital.test(text.slice(start)),
  )
  return [...same, ...owning.map(([start, end]): Again => [start, end, end - 1])].sort(([a], [b]) => a - b)
}

function endOfOriginal(text: string, from: readonly number[], end: number): number {
  const lastFrom = from[end - 1] ?? 0
  let stop = lastFrom + String.fromCodePoint(text.codePointAt(lastFrom) ?? 0).length
  while (stop < text.length) {
    const next = String.fromCodePoint(text.codePointAt(stop) ?? 0)
    if (!mark.test(next)) break
    stop += next.length
  }
  return stop
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
