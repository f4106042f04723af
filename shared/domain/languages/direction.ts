// Which way a language is written.
import type { Direction } from '../story.ts'
import { primaryLanguage } from './primary-language.ts'

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ku-arab',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])
const rightToLeftScripts = /-(arab|hebr|syrc|thaa|nkoo|adlm|rohg)\b/i

/** @param language BCP 47 */
export function directionOf(language: string): Direction {
  const primary = primaryLanguage(language)
  return rightToLeft.has(primary) || rightToLeftScripts.test(language) ? 'rtl' : 'ltr'
}
