// Which language a text is in, as far as its script and its commonest words tell; "und" rather than a wrong guess.
import { byArabic, byCyrillic, byDevanagari, byEthiopic, byHebrew } from './script-sharers.ts'
import type { Direction } from '../story.ts'

/** `language` is BCP 47. */
export interface LanguageGuess {
  readonly language: string
  readonly direction: Direction
}

const scripts: readonly (readonly [string, RegExp, Direction])[] = [
  ['latin', /\p{Script=Latin}/gu, 'ltr'],
  ['ar', /\p{Script=Arabic}/gu, 'rtl'],
  ['he', /\p{Script=Hebrew}/gu, 'rtl'],
  ['th', /\p{Script=Thai}/gu, 'ltr'],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ltr'],
  ['zh', /\p{Script=Han}/gu, 'ltr'],
  ['ko', /\p{Script=Hangul}/gu, 'ltr'],
  ['hi', /\p{Script=Devanagari}/gu, 'ltr'],
  ['km', /\p{Script=Khmer}/gu, 'ltr'],
  ['my', /\p{Script=Myanmar}/gu, 'ltr'],
  ['lo', /\p{Script=Lao}/gu, 'ltr'],
  ['am', /\p{Script=Ethiopic}/gu, 'ltr'],
  ['cyrillic', /\p{Script=Cyrillic}/gu, 'ltr'],
  ['el', /\p{Script=Greek}/gu, 'ltr'],
  ['bn', /\p{Script=Bengali}/gu, 'ltr'],
  ['pa', /\p{Script=Gurmukhi}/gu, 'ltr'],
  ['gu', /\p{Script=Gujarati}/gu, 'ltr'],
  ['ta', /\p{Script=Tamil}/gu, 'ltr'],
  ['te', /\p{Script=Telugu}/gu, 'ltr'],
  ['kn', /\p{Script=Kannada}/gu, 'ltr'],
  ['ml', /\p{Script=Malayalam}/gu, 'ltr'],
  ['si', /\p{Script=Sinhala}/gu, 'ltr'],
  ['ka', /\p{Script=Georgian}/gu, 'ltr'],
  ['hy', /\p{Script=Armenian}/gu, 'ltr'],
  ['bo', /\p{Script=Tibetan}/gu, 'ltr'],
]

// Each list holds about twenty of the commonest function words; a word that two languages share counts for both.
const commonWords: Readonly<Record<string, string>> = {
  en: 'the and of to in is was that it he she i you we they my not had with for on but have were this there when',
  es: 'el la los las de que y en un una es no se por con para como pero me yo mi era cuando muy ya lo le más había',
  fr: 'le la les de des et en un une est que qui ne pas je tu il elle nous vous dans pour avec mais on était ça ce du au',
  pt: 'o a os as de que e em um uma é não se por com para como mas eu minha meu era quando muito já do da no na ele ela',
  de: 'der die das und ist ich nicht ein eine zu den mit war wir sie es auf für aber auch wie dann hat haben von im',
  it: 'il lo la i gli le di che e in un una è non si per con come ma io mia mio era quando molto del della sono ho',
  nl: 'de het een en van ik is niet dat die in te was we ze met op voor maar ook als dan heb had zijn er',
  ca: 'el la els les de que i en un una és no es per amb com però jo meva era quan molt ja del dels va',
  ro: 'și de la în nu că o un este cu pe am mai pentru dar eu era când din ce sunt lui a fost',
  pl: 'i w nie na się że z do to jest jak ale ja był była po co tak już mnie za od przez kiedy',
  tr: 've bir bu da de için ben çok ne ile ama o gibi var yok daha sonra kadar benim değil mi diye',
  tl: 'ang ng sa na at ako mga ay hindi ko siya kami nang po lang may ito yung niya naman kung para pa',
  id: 'yang dan di itu dengan untuk tidak ini dari saya ke ada akan kami pada juga sudah dia orang karena',
  vi: 'và là của có không tôi một người được cho những này đã trong với các khi thì mà ở con chị em',
  sw: 'na ya wa kwa ni katika la za kuwa hii mimi yangu sana lakini watu wangu nilikuwa kama hiyo au',
  hu: 'a az és nem hogy egy is volt de én ez meg csak már mint van ha azt kell nagyon akkor',
  ht: 'mwen li nan pou yo ak ki te pa yon sa se nou gen ou ap tou anpil fè lè',
}
const weights = new Map<string, Map<string, number>>()
for (const [language, words] of Object.entries(commonWords)) {
  for (const word of new Set(words.split(' ')))
    weights.set(word, (weights.get(word) ?? new Map<string, number>()).set(language, 1))
}
for (const languages of weights.values())
  for (const language of languages.keys()) languages.set(language, 1 / Math.sqrt(languages.size))

// Signs that few languages use: each counts as one common word.
const tellingSigns: readonly (readonly [string, RegExp])[] = [
  ['es', /[ñ¿¡]/gu],
  ['pt', /[ãõ]/gu],
  ['de', /[ßäöü]/gu],
  ['vi', /[ăơưđạảấầẩậắằặẹẻẽếềểễệỉịọỏốồổộớờởợụủứừửựỳỷỹ]/gu],
  ['pl', /[ąęłśżźń]/gu],
  ['ro', /[țșţş]/gu],
  ['tr', /[ığş]/gu],
  ['fr', /[œêèù]|\b[cdjlmnqst]['’](?=\p{L})/gu],
  ['hu', /[őű]/gu],
  ['ca', /l·l/gu],
]

// A quarter of running text is function words; a list of names and dates is not.
const leastShare = 0.12
const leastCount = 2.5
const sampleLength = 1_200

/** Nothing but Latin letters, digits and common signs: most texts, and quick to tell. */
const plainLatin = /^[\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf]*$/u

const sharers: Readonly<Record<string, (sample: string) => string>> = {
  ar: byArabic,
  he: byHebrew,
  hi: byDevanagari,
  am: byEthiopic,
  cyrillic: byCyrillic,
}

/** Guesses from the first 1,200 characters. Direction is that of the script that most letters are in. */
export function guessLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, sampleLength)
  if (plainLatin.test(sample)) return { language: byWords(sample), direction: 'ltr' }
  const counts = new Map(scripts.map(([code, pattern]) => [code, countOf(sample, pattern)]))
  const [most, , direction] = scripts.reduce((best, script) =>
    (counts.get(script[0]) ?? 0) > (counts.get(best[0]) ?? 0) ? script : best,
  )
  if ((counts.get(most) ?? 0) === 0) return { language: 'und', direction: 'ltr' }
  if (most === 'latin') return { language: byWords(sample), direction }
  if (most === 'kana') return { language: 'ja', direction }
  if (most === 'zh')
    return { language: (counts.get('kana') ?? 0) * 10 > (counts.get('zh') ?? 0) ? 'ja' : 'zh', direction }
  return { language: sharers[most]?.(sample) ?? most, direction }
}

function countOf(sample: string, pattern: RegExp): number {
  return sample.match(pattern)?.length ?? 0
}

function byWords(sample: string): string {
  const lower = sample.toLowerCase().normalize('NFC')
  const words = lower.match(/[\p{L}\p{M}]+/gu) ?? []
  const scores = new Map<string, number>()
  const add = (language: string, score: number): void => void scores.set(language, (scores.get(language) ?? 0) + score)
  for (const word of words) for (const [language, weight] of weights.get(word) ?? []) add(language, weight)
  for (const [language, signs] of tellingSigns) if (scores.has(language)) add(language, countOf(lower, signs))
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a)
  if (best === undefined || best[1] < leastCount || best[1] < words.length * leastShare) return 'und'
  return best[1] > (second?.[1] ?? 0) * 1.2 ? best[0] : 'und'
}
