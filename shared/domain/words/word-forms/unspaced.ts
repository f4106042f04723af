// Refused words in scripts without spaces: found where words begin and end, by the dictionary that comes with the system.
import { findSameWords } from '../same-words.ts'

/** What may grow to a word without making another of it: -s, -er, -ness, the sex of who is meant, former, small words. */
const mayFollow = /^(?:者|们|們|性|化|的|女|男|人|女性|男性|身份|感|家|群体|群體|ら|たち|達|さん)/u
const mayPrecede = /(?:前|被|性|女|男|老|小|受|原|元|诸|各|某|女性|非|未成年|ผู้|พวก|เหล่า|การ|ความ|นัก|อดีต)$/u

const segmenters = new Map<string, Intl.Segmenter>()
function segmenterFor(word: string): Intl.Segmenter {
  const language = /\p{Script=Thai}/u.test(word)
    ? 'th'
    : /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
      ? 'ja'
      : 'zh'
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, known)
  return known
}

/** Where `word` stands in `text` and is not a part of a longer word that means something else. */
export function findUnspaced(text: string, word: string): [number, number][] {
  const places = findSameWords(text, word, 0)
  if (places.length === 0) return []
  const segments = segmenterFor(word).segment(text)
  return places.filter(([start, end]) => {
    const first = segments.containing(start)
    const last = segments.containing(end - 1)
    if (first === undefined || last === undefined) return true
    const before = text.slice(first.index, start)
    const after = text.slice(end, last.index + last.segment.length)
    return (before === '' || mayPrecede.test(before)) && (after === '' || mayFollow.test(after))
  })
}
