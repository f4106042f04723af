// Letters as the full-text index knows them: which scripts have no spaces between words, and which letters are one.
import { pointsPattern, unspacedLetterPattern } from '../../../shared/domain/words/letters.ts'

/** A run of such letters; for `replaceAll` only. */
export const unspacedRun = new RegExp(`${unspacedLetterPattern}+`, 'gu')
/** One code point of a script that is written without spaces between words. */
export const unspacedLetter = new RegExp(`^${unspacedLetterPattern}$`, 'u')

const semitic = /[\u0591-\u06ff]/u
const points = new RegExp(pointsPattern, 'gu')

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
