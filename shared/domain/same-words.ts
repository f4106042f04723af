// Finding the same words again, whatever their case and accents: a name that was taken out, a word that she refuses.

const mark = /\p{M}/u
const wordPart = /[\p{L}\p{N}]/u
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
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
    for (const part of character.normalize('NFKD').toLowerCase()) {
      if (mark.test(part) || joiner.test(part)) continue
      const spelled = /\s/u.test(part) ? ' ' : part === '’' ? "'" : part
      if (spelled === ' ' && folded.endsWith(' ')) continue
      folded += spelled
      for (let unit = 0; unit < spelled.length; unit += 1) from.push(at)
    }
    at += character.length
  }
  from.push(at)
  return { text: folded, from }
}

/** The words without case, accents, joiners and doubled spaces, for comparing. */
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
  const sought = plainWords(words)
  if (sought === '') return []
  const { text: within, from } = plain(text)
  const found: [number, number][] = []
  const bounded = !withoutSpaces.test(sought)
  for (let at = within.indexOf(sought); at !== -1; at = within.indexOf(sought, at + 1)) {
    let end = at + sought.length
    if (bounded) {
      if (wordPart.test(sought[0] ?? '') && wordPart.test(before(within, at))) continue
      let more = 0
      while (more <= longerBy && end < within.length && wordPart.test(String.fromCodePoint(within.codePointAt(end) ?? 0))) {
        end += String.fromCodePoint(within.codePointAt(end) ?? 0).length
        more += 1
      }
      if (more > longerBy) continue
    }
    found.push([from[at] ?? 0, endOfOriginal(text, from, end)])
  }
  return found
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
