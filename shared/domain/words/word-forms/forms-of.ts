// The forms that a refused word takes, whatever language it is in: a short title does not tell which it is.
import { guessLanguage } from '../../languages/language-guess.ts'
import { plainWords } from '../letters-that-are-one.ts'
import { arabicForm } from './arabic.ts'
import { englishForms } from './english.ts'
import { frenchForms } from './french.ts'
import { portugueseForms } from './portuguese.ts'
import { spanishForms } from './spanish.ts'

/** A word as it is compared, as it is written with its accents, and the word after it. */
export interface Word {
  readonly folded: string
  readonly accented: string
  readonly next: string
}

export type IsForm = (word: Word) => boolean

const romance = new Set(['es', 'pt', 'fr', 'ca', 'it', 'ro'])
const accents = /[^\u0000-\u007f]/u
const known = new Map<string, ReadonlySet<string>>()
const mostKnown = 2_000

function latinForms(word: string, isRomance: boolean): ReadonlySet<string> {
  const key = `${word} ${isRomance}`
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const forms = new Set([
    ...englishForms(word),
    ...spanishForms(word, isRomance),
    ...frenchForms(word, isRomance),
    ...portugueseForms(word, isRomance),
  ])
  if (known.size >= mostKnown) known.clear()
  known.set(key, forms)
  return forms
}

/** Whether the language of a text is one like Spanish; what cannot be told is not. */
export function isRomance(text: string): boolean {
  return romance.has(guessLanguage(text).language)
}

/**
 * Tells the forms of one word.
 *
 * @param word as `plainWords` writes it; in scripts that have no forms here only the word itself is one
 */
export function isFormOf(word: string, inRomance: boolean): IsForm {
  if (/\p{Script=Arabic}/u.test(word)) {
    const isForm = arabicForm(word)
    return ({ folded, next }) => isForm(folded, next)
  }
  if (!/^[a-z]+$/.test(word) || word.length < 3) return ({ folded }) => folded === word
  const forms = latinForms(word, inRomance)
  return ({ folded, accented }) => forms.has(folded) || (accents.test(accented) && hasAccented(forms, accented))
}

/** A form that counts only with its accent: "rescató", beside which "rescato" may be another word. */
function hasAccented(forms: ReadonlySet<string>, accented: string): boolean {
  const last = accented.replace(/s$/u, '').at(-1) ?? ''
  if (last !== 'ó' && last !== 'é') return false
  const at = accented.lastIndexOf(last)
  return forms.has(plainWords(accented.slice(0, at)) + accented.slice(at))
}
