// Languages that share a script, told apart by the letters and the small words that only some of them have.

/** What a language's texts are full of and its neighbours' are not: each match counts one. */
interface Sign {
  readonly language: string
  readonly pattern: RegExp
}

/** The language with the most signs; the first of `signs` where none has more. */
function mostSigned(sample: string, signs: readonly Sign[]): string {
  let best = signs[0]?.language ?? 'und'
  let most = 0
  for (const { language, pattern } of signs) {
    const count = sample.match(pattern)?.length ?? 0
    if (count > most) [best, most] = [language, count]
  }
  return best
}

function wordsPattern(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.split(/\s+/).join('|')})(?![\\p{L}\\p{M}])`, 'gu')
}

/** Letters that only some of the languages in this script have. */
export function byCyrillic(sample: string): string {
  if (/[іїєґ]/iu.test(sample) && !/[ыэъ]/iu.test(sample)) return 'uk'
  if (/[ўі]/iu.test(sample)) return 'be'
  if (/[јљњћђџѓќѕ]/iu.test(sample)) return 'sr'
  return /[ыэ]/iu.test(sample) ? 'ru' : /ъ/iu.test(sample) ? 'bg' : 'ru'
}

// NOTE: Arabic writes ك ي ة ى أ إ where the others write ک ی ه ا; a few پ چ گ in an Arabic dialect do not outweigh these.
const arabicLetters = /[كيةىأإ]/gu
const easternLetters = /[پچژگکیہھےۆێەڕڵټډړښځڅۍېڼٹڈڑں]/gu
const ofArabicScript: readonly Sign[] = [
  { language: 'fa', pattern: /(?<!\p{L})ن?می(?:\u200c| )|(?<!\p{L})(?:است|بود|را|که|این|آن|ما|من|هم)(?!\p{L})/gu },
  { language: 'ur', pattern: /[ٹڈڑےہں]/gu },
  { language: 'ps', pattern: /[ټډړښځڅۍېڼ]/gu },
  { language: 'ckb', pattern: /[ۆێەڕڵڤ]/gu },
  { language: 'ug', pattern: /[ۇۈۋڭ]|ئ[ۇۆۈېە]/gu },
  { language: 'sd', pattern: /[ڄڃٻڀڏڳڱڻ]/gu },
]

export function byArabic(sample: string): string {
  const eastern = sample.match(easternLetters)?.length ?? 0
  const arabic = sample.match(arabicLetters)?.length ?? 0
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return eastern > arabic || eastern * 8 > letters ? mostSigned(sample, ofArabicScript) : 'ar'
}

const ofHebrewScript: readonly Sign[] = [
  { language: 'he', pattern: wordsPattern('את של לא הוא היא אני על זה כי גם היה הייתי אנחנו עם אבל מה כל') },
  { language: 'yi', pattern: wordsPattern('און איז די פון דאס זיך נישט ניט האב האט איך מיר זי ער אין מיט אז געווען') },
]

export function byHebrew(sample: string): string {
  return mostSigned(sample.replace(/[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu, ''), ofHebrewScript)
}

const ofDevanagari: readonly Sign[] = [
  { language: 'hi', pattern: wordsPattern('है हैं था थी थे थीं में और का की के से को ने मैं नहीं यह वह कि भी हूँ हूं') },
  {
    language: 'ne',
    pattern:
      /(?<![\p{L}\p{M}])(?:छ|छु|र|म|पनि|हामी|मेरो|हाम्रो|त्यो|भन्ने|एउटा)(?![\p{L}\p{M}])|(?:थियो|थिए|थिएँ|थिएं|थेँ|थें|थ्यौँ|थ्यौं|छन्|हरू|हरु|लाई|बाट|सँग|एको)(?![\p{L}\p{M}])/gu,
  },
  {
    language: 'mr',
    pattern:
      /ळ|(?<![\p{L}\p{M}])(?:आहे|आहेत|होते|होतो|होती|होता|आणि|मी|आम्ही|माझा|माझी|माझे|नाही|ती|ते|मला)(?![\p{L}\p{M}])|(?:च्या|मध्ये|ांना)(?![\p{L}\p{M}])/gu,
  },
]

export function byDevanagari(sample: string): string {
  return mostSigned(sample, ofDevanagari)
}

const ofEthiopic: readonly Sign[] = [
  { language: 'am', pattern: /ነበር|(?<!\p{L})(?:ነው|እና|ውስጥ|ላይ|ጋር|ግን|እኔ|እሷ|እሱ|ናት|ናቸው)(?!\p{L})|አ/gu },
  { language: 'ti', pattern: /[ቐ-ቝኸ-ዅኣ]|(?<!\p{L})(?:እዩ|እየ|ናይ|ድማ|ምስ|ከም|ነይሩ|ኔሩ|ግና)(?!\p{L})/gu },
]

export function byEthiopic(sample: string): string {
  return mostSigned(sample, ofEthiopic)
}

const families: Readonly<Record<string, string>> = { Hans: 'Hani', Hant: 'Hani', Jpan: 'Hani' }
const known = new Map<string, string>()

/** The script that a language is commonly written in (ISO 15924; Chinese and Japanese are one), or '' where nobody knows. */
export function scriptOf(language: string): string {
  const before = known.get(language)
  if (before !== undefined) return before
  let script = ''
  try {
    script = language === 'und' ? '' : (new Intl.Locale(language).maximize().script ?? '')
  } catch {
    // a code that is none: nothing is known of it
  }
  known.set(language, families[script] ?? script)
  return families[script] ?? script
}
