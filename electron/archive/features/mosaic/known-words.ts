// What is known of the words of a language at large: the lists that passphrases are measured with, most said first, as films
// and letters have them. They are there for English and Spanish.
import type { KnownWords, KnownWordsOf } from '../../../../shared/domain/given-out/mosaic-telling.ts'
import { primaryLanguage } from '../../../../shared/domain/languages/primary-language.ts'

interface Lists {
  readonly words: readonly string[]
  readonly given: readonly string[]
  readonly family: readonly string[]
}

/** Further down, a list has all that anybody ever said. */
const deepest = 8_000
/** "didn't", "that's", by what stands before the mark; "weddings", "bailes", "llamaban", by the one that is said more. */
const formed = [/^(\p{L}{2,})['’]\p{L}{1,2}$/u, /^(\p{L}{2,})n['’]t$/u, /^(\p{L}{3,})[sn]$/u, /^(\p{L}{3,})es$/u]

const loaders: Readonly<Record<string, () => Promise<Lists>>> = {
  async en() {
    const { dictionary } = await import('@zxcvbn-ts/language-en')
    const { 'commonWords-en': words, 'firstnames-en': given, 'lastnames-en': family } = dictionary
    return { words, given, family }
  },
  async es() {
    const { dictionary } = await import('@zxcvbn-ts/language-es-es')
    const { 'commonWords-es-es': words, 'firstnames-es-es': given, 'lastnames-es-es': family } = dictionary
    return { words, given, family }
  },
}

const loaded = new Map<string, Promise<KnownWords>>()

function knownWords({ words, given, family }: Lists): KnownWords {
  const places = new Map<string, number>()
  for (const [place, word] of words.slice(0, deepest).entries()) if (!places.has(word)) places.set(word, place)
  const [givenNames, familyNames] = [new Set(given), new Set(family)]
  return {
    place(word) {
      const small = word.toLowerCase()
      const forms = [small, ...formed.flatMap((form) => form.exec(small)?.[1] ?? [])]
      const found = forms.flatMap((form) => places.get(form) ?? [])
      return found.length === 0 ? null : Math.min(...found)
    },
    isGivenName: (word) => givenNames.has(word.toLowerCase()),
    isFamilyName: (word) => familyNames.has(word.toLowerCase()),
  }
}

/** Only whoever puts two excerpts beside each other pays for the lists. */
export async function loadKnownWords(languages: readonly string[]): Promise<KnownWordsOf> {
  const found = new Map<string, KnownWords>()
  for (const base of new Set(languages.map(primaryLanguage))) {
    const load = Object.hasOwn(loaders, base) ? loaders[base] : undefined
    if (load === undefined) continue
    const known = loaded.get(base) ?? load().then(knownWords)
    loaded.set(base, known)
    found.set(base, await known)
  }
  return (language) => found.get(primaryLanguage(language)) ?? null
}
