// What somebody types into the find field, as a safe FTS5 expression and as the places to mark in a text.
import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

/** Words that must follow each other; the last one may be only the beginning of a word. */
interface Phrase {
  readonly words: readonly string[]
  readonly prefix: boolean
}

/**
 * The FTS5 MATCH expression for typed words: all must occur; "…" makes a phrase; nothing else is syntax. The last
 * word counts as a beginning when `asYouType`. Null when there is nothing to search for.
 */
export function foldQuery(words: string, asYouType: boolean): string | null {
  const phrases = phrasesOf(words, asYouType)
  if (phrases.length === 0) return null
  return phrases.map(({ words: parts, prefix }) => `"${parts.join(' ')}"${prefix ? '*' : ''}`).join(' ')
}

/** Where the typed words occur in `text`, as sorted, disjoint UTF-16 ranges; the same matching as the index. */
export function findWords(text: string, words: string, asYouType: boolean): Array<[start: number, end: number]> {
  const phrases = phrasesOf(words, asYouType)
  const tokens = tokensOf(text)
  const found: Array<[number, number]> = []
  for (const phrase of phrases) {
    for (let at = 0; at + phrase.words.length <= tokens.length; at += 1) {
      const range = matchAt(tokens, at, phrase)
      if (range !== null) found.push(range)
    }
  }
  return joined(found)
}

function matchAt(tokens: readonly Token[], at: number, { words, prefix }: Phrase): [number, number] | null {
  const last = words.length - 1
  for (const [step, word] of words.entries()) {
    const token = tokens[at + step]?.word ?? ''
    if (!(step === last && prefix ? token.startsWith(word) : token === word)) return null
  }
  const first = tokens[at]
  const end = tokens[at + last]
  if (first === undefined || end === undefined) return null
  const loneLetter = end.unspaced && [...(words[last] ?? '')].length === 1
  return [first.start, loneLetter ? end.firstEnd : end.end]
}

function phrasesOf(words: string, asYouType: boolean): Phrase[] {
  const typed = words.split('"').flatMap((part, at) => (at % 2 === 1 ? [part] : part.split(/\s+/u)))
  const open = asYouType && !/["\s]$/u.test(words)
  return typed.flatMap((part, at) => {
    const phrase = phraseOf(part, open && at === typed.length - 1)
    return phrase === null ? [] : [phrase]
  })
}

function phraseOf(part: string, open: boolean): Phrase | null {
  const tokens = tokensOf(part)
  const last = tokens.at(-1)
  if (last === undefined) return null
  const before = tokens.at(-2)
  // The single letter that ends a run is already inside the pair before it.
  const covered = last.unspaced && before !== undefined && before.unspaced && before.end === last.end
  const words = (covered ? tokens.slice(0, -1) : tokens).map((token) => token.word)
  return { words, prefix: !covered && (last.unspaced || open) }
}

function joined(ranges: Array<[number, number]>): Array<[number, number]> {
  const sorted = ranges.toSorted(([a], [b]) => a - b)
  const result: Array<[number, number]> = []
  for (const [start, end] of sorted) {
    const last = result.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}
