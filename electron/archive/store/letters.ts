// Letters as the full-text index knows them: which scripts have no spaces between words, and which letters are one.

const unspaced =
  '(?:(?=[\\p{L}\\p{M}\\p{N}])(?![\\u0000-\\u036f])[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{scx=Thai}\\p{scx=Lao}' +
  '\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}])'
/** A run of such letters; for `replaceAll` only. */
export const unspacedRun = new RegExp(`${unspaced}+`, 'gu')
/** One code point of a script that is written without spaces between words. */
export const unspacedLetter = new RegExp(`^${unspaced}$`, 'u')

const semitic = /[\u0591-\u06ff]/u
// Harakat, Quranic marks, tatweel; Hebrew points and cantillation, but not maqaf, paseq, sof pasuq and the like.
const points =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu

/** NFC, and Arabic and Hebrew without points, one shape for each alef, ya and kaf. */
export function foldLetters(text: string): string {
  const composed = text.normalize('NFC')
  if (!semitic.test(composed)) return composed
  return composed
    .replaceAll(points, '')
    .replaceAll(/[\u0622\u0623\u0625\u0671]/gu, '\u0627')
    .replaceAll(/[\u0649\u06cc]/gu, '\u064a')
    .replaceAll('\u06a9', '\u0643')
}
