// How many words a text has; in scripts that are written without spaces, as many as the dictionaries find.

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Lao}]/u
// NOTE: the dictionaries go by script, whatever the language.
const words = new Intl.Segmenter('und', { granularity: 'word' })

function isSpace(unit: number): boolean {
  const ascii = unit === 0x20 || (unit >= 9 && unit <= 13)
  return ascii || unit === 0xa0 || unit === 0x3000 || unit === 0x2028 || unit === 0x2029
}

/** How many words; in scripts without spaces between them, as many as the dictionaries find. A whole number. */
export function countWords(text: string): number {
  let count = 0
  let inWord = false
  let plain = true
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const space = (unit <= 0x20 || unit >= 0xa0) && isSpace(unit)
    if (!space && !inWord) count++
    inWord = !space
    if (unit >= 0x0e00) plain = false
  }
  return plain || !unspaced.test(text) ? count : text.split(/\s+/).reduce((sum, piece) => sum + wordsIn(piece), 0)
}

/** @param piece has no white space in it */
function wordsIn(piece: string): number {
  if (!unspaced.test(piece)) return piece === '' ? 0 : 1
  let count = 0
  for (const { isWordLike } of words.segment(piece)) if (isWordLike === true) count++
  return count
}
