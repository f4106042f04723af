// What grows to a name in each language: endings after it, small words before it. A name that nobody seeks in these
// forms stays readable; an ending that is too free finds other people's names. Compared as `plainWords` writes them.
import { guessLanguage } from '../languages/language-guess.ts'
import { plainWords } from '../words/letters-that-are-one.ts'

/** One way in which a word of a name may be written: its stem, and what must follow it. */
export interface Form {
  readonly stem: string
  /** Sticky, to the end of the word; null where only the end of the word may follow. */
  readonly ending: RegExp | null
}

/** `most` endings in a row, and then the word ends. */
function endings(words: string, most: number): RegExp {
  const alternatives = [...new Set(words.trim().split(/\s+/u).map(plainWords))].join('|')
  return new RegExp(`(?:${alternatives}){1,${most}}(?![\\p{L}\\p{M}\\p{N}])`, 'uy')
}

// Hindi, Nepali, Marathi: case words, courtesies and kin are written to the name.
const ofDevanagari = endings(
  'को का की के ने से में मे पर तक जी वाला वाली वाले भी ही लाई ले बाट सँग संग सित मा ज्यू हरू हरु कै देखि सम्म प्रति माथि भन्दा ' +
    'जस्तो जस्ती कहाँ तिर पनि नै चाहिँ ै ला नी ना चा ची चे चं च्या च्याकडे शी हून ऊन मध्ये वर साठी कडे कडून बरोबर पासून पुढे ' +
    'सोबत मुळे विषयी बद्दल सारखी सारखा ताई बाई राव दादा भाई बेन देवी दीदी दिदी दाइ बहिनी काका मावशी आई',
  3,
)
const marathiObliques = 'ला ने नी ना चा ची चे चं च्या शी हून वर साठी कडे कडून बरोबर पासून पुढे सोबत मुळे विषयी बद्दल मध्ये'
const marathiAfterConsonant = endings(marathiObliques.replace(/\S+/gu, 'ा$&'), 1)
const marathi = endings(marathiObliques, 1)
const ofBengali = endings(
  'কে কেও র ের রা েরা দের েদের ে য় এর য়ের তে েতে টা টি টার টির টাকে টিকে গুলো ও ই দি দিদি দা ভাই বু আপা বাবু জী জি মা ' +
    'খালা মাসি পিসি সহ ৰ েৰ ক লৈ লে ত েত',
  3,
)
const ofGujarati = endings('ને ના ની નો નું નાં માં થી એ ે ય પર ભાઈ બેન બહેન બા જી', 3)
const ofGurmukhi = endings('ਨੂੰ ਦਾ ਦੀ ਦੇ ਦੀਆਂ ਨੇ ਤੋਂ ਜੀ ਵਿੱਚ ਨਾਲ ਕੌਰ', 3)
const ofOdia = endings('କୁ ର ଙ୍କ ଙ୍କୁ ଙ୍କର ଙ୍କଠାରୁ ରେ ଟି ଠାରୁ ମାନେ ଓ', 2)
// Endings run into one another here; a few letters more are allowed whatever they are.
const aFewLetters = /[\p{L}\p{M}]{1,7}(?![\p{L}\p{M}\p{N}])/uy

const ofEthiopic = endings('ን ም ና ስ ሳ ማ ው ዋ ዎ ዬ ዬን ዋን ውን እኮ ኮ ጋ ሲ ዶ ኸ ከ ሽ ሆይ አለም', 3)

// Persian, Dari, Urdu, Sorani, Uyghur; the shortest only where the letters are not those of Arabic.
const ofArabic = endings('ها های هایی جان جانم جون خانم خانوم آقا را رو است ست مان تان شان نا ئی', 3)
const ofEasternArabic = endings(
  'ها های هایی هام هاش جان جانم جون خانم خانوم آقا را رو و ی ای یی م ش ت ه س است ست اش ام ات مان تان شان مون تون شون ئی نا ' +
    'یش ێ یان مان تان ەکە نىڭ نى غا قا گە كە دا تا دە تە دىن تىن لار لەر',
  3,
)
/** The name Ali, which Egyptians write as all others write the word "on". */
export const ali = 'علي'
const easternLetters = /[\u067e\u0686\u0698\u06a9\u06af\u06cc\u06c6\u06c7\u06ad\u06d0\u06d5\u06be\u06c1]/u

const yiddish = endings('לה לי לע ן ס', 1)

const russianA =
  'ы и е у ю ой ою ей ею ам ами ах ями ях о і ії ї ію єю ій є ин ина ины ину иной ином ино ины иным ів ове'
const ofCyrillicA = endings(russianA, 1)
const ofCyrillic = endings('а у ом ем е ы и і ой ою ым ыми ых ові еві ам ами ах', 1)
const ofCyrillicSoft = endings('и ю ью ия я е ем ём ї єм єві еві ев', 1)
const ofCyrillicAdjective = endings('ого его ому ему им ым ом ем ая ую ой ою ий ый ие ые их ых ими ыми а у ої ій', 1)
const ofCyrillicO = endings('а у ом ові і ю ем еві е', 1)

const greekOs = endings('ου ο ε οι ων', 1)
const greekS = endings('δες δων', 1)
const greekVowel = endings('ς δες δων', 1)

/** Endings that no English name is made with, whatever the language of the rest. */
const ofLatin = endings('lla lta ssa ksi lleen nak nek hoz tol', 1)
const slavic = endings(
  'a u e y i o owi em iem om ovi evi ie ach ami om am mi ow ů ův ova ovo ově ou ego emu ej im ym a ul ului lui ui os as is ai',
  1,
)
const slavicA = endings('y i e ie ę ą o u ę ach ami om am ou ě ej ej ei iei os ai oje oj in ina ino', 1)
const slavicSoftened: readonly (readonly [string, string])[] = [
  ['ka', 'ce'],
  ['ga', 'dze'],
  ['ha', 'ze'],
  ['ra', 'rze'],
  ['sta', 'scie'],
  ['ta', 'cie'],
  ['da', 'dzie'],
]
const turkish = endings(
  'in un i u a e yi yu ya ye nin nun da de ta te dan den tan ten la le yla yle lar ler larin lerin ca ce ki m im um si mi mu ' +
    'cim cum cigim n na ne nda nde ndan nden ymis di ydi dir',
  3,
)
const finnish = endings(
  'n a en in an un on ien lle lla lta ssa sta ksi na ta ia han kin kaan ko pa si ni nsa mme tta seen hen e t il iga st le lt l s sse',
  3,
)
const hungarian = endings(
  't at et ot nak nek val vel ban ben ba be bol ra re rol hoz hez tol nal nel ert ig e ek eit kent ' +
    'bal bel cal cel dal del fal fel gal gel jal jel kal kel lal lel mal mel nal nel pal pel ral rel sal sel szal szel tal tel zal zel ' +
    'ni ja je a',
  2,
)

/** Whether a text is in a language with such endings: it has its letters, and its words or what is guessed of it. */
interface LatinFamily {
  readonly isOf: (text: string, guess: string) => boolean
  readonly ending: RegExp
}
const hungarianWords = /(?<!\p{L})(?:és|hogy|nem|volt|voltam|voltunk|egy|mert|csak|azt|meg)(?!\p{L})/iu
const finnishLetters = /[äöõ]/iu
const finnishWords =
  /(?<!\p{L})(?:ja|oli|että|hän|minä|sinä|mutta|niin|kun|kanssa|tuli|sanoi|oma|mina|ning|koos|ütles)(?!\p{L})/iu
const latinFamilies: readonly LatinFamily[] = [
  { isOf: (text, guess) => /[ığşəİ]/u.test(text) || guess === 'tr', ending: turkish },
  { isOf: (text, guess) => guess === 'hu' || /[őű]/iu.test(text) || hungarianWords.test(text), ending: hungarian },
  { isOf: (text) => finnishLetters.test(text) && finnishWords.test(text), ending: finnish },
]
const slavicLetters = /[ąćęłńśźżčďěňřšťůžđľĺŕėįųūāēģīķļņțșţă]/iu

/** What is looked at once per text, and only when a stem stands in it. */
export interface TextTraits {
  readonly isEastern: boolean
  readonly latin: readonly RegExp[]
  readonly isSlavic: boolean
}

export function traitsOf(text: string): TextTraits {
  const sample = text.normalize('NFC')
  const guess = guessLanguage(sample).language
  return {
    isEastern: easternLetters.test(sample),
    latin: latinFamilies.filter(({ isOf }) => isOf(sample, guess)).map(({ ending }) => ending),
    isSlavic: slavicLetters.test(sample) || guess === 'pl' || guess === 'ro',
  }
}

/** The -s that makes a name a possessive: "Rosas" of "Rosa", as much as "Rosa's". */
export function possessiveForm(word: string): Form {
  return { stem: word, ending: possessive }
}

const possessive = endings('s', 1)
const vowelSignEnd = /[\u094d\u09cd\u0acd\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]$/u
const long = (stem: string, least: number): boolean => (stem.match(/\p{L}/gu) ?? []).length >= least

/**
 * The forms of one word of a name besides its own, for a text with these traits.
 *
 * @param word as `plainWords` writes it
 * @param isName whether it is written with a capital, in the scripts that have them
 */
export function formsOf(word: string, isName: boolean, traits: TextTraits): Form[] {
  const all: Form[] = []
  const add = (stem: string, ending: RegExp | null, least: number): void => {
    if (stem !== '' && long(stem, least)) all.push({ stem, ending })
  }
  const without = (letters: number): string => word.slice(0, word.length - letters)
  const last = word.at(-1) ?? ''
  if (/\p{Script=Devanagari}$/u.test(word)) {
    add(word, ofDevanagari, 2)
    add(word, marathiAfterConsonant, 2)
    if (word.endsWith('ा')) add(`${without(1)}े`, marathi, 2)
  } else if (/\p{Script=Bengali}$/u.test(word)) add(word, ofBengali, 2)
  else if (/\p{Script=Gujarati}$/u.test(word)) add(word, ofGujarati, 2)
  else if (/\p{Script=Gurmukhi}$/u.test(word)) add(word, ofGurmukhi, 2)
  else if (/\p{Script=Oriya}$/u.test(word)) add(word, ofOdia, 2)
  else if (/[\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]$/u.test(word)) {
    add(word, aFewLetters, 2)
    if (vowelSignEnd.test(word)) add(without(1), aFewLetters, 2)
  } else if (/\p{Script=Ethiopic}$/u.test(word)) add(word, ofEthiopic, 2)
  else if (/\p{Script=Arabic}$/u.test(word)) {
    // NOTE: with a pronoun, the letters of the name Ali are the word "on".
    if (traits.isEastern || word !== ali) add(word, traits.isEastern ? ofEasternArabic : ofArabic, 3)
  } else if (/\p{Script=Hebrew}$/u.test(word)) add(word, yiddish, 3)
  else if (/\p{Script=Georgian}$/u.test(word)) {
    add(word, aFewLetters, 3)
    if (/[იაეოუ]$/u.test(word)) add(without(1), aFewLetters, 3)
  } else if (isName) cased(word, last, traits, add, without)
  return all
}

function cased(
  word: string,
  last: string,
  traits: TextTraits,
  add: (stem: string, ending: RegExp | null, least: number) => void,
  without: (letters: number) => string,
): void {
  if (/\p{Script=Armenian}$/u.test(word)) add(word, aFewLetters, 3)
  else if (/\p{Script=Cyrillic}$/u.test(word)) {
    if (/(?:ии|ыи|ои|ая|яя)$/u.test(word)) add(without(2), ofCyrillicAdjective, 4)
    if (/[ая]$/u.test(last)) add(without(1), ofCyrillicA, 2)
    else if (/[иьї]$/u.test(last)) add(without(1), ofCyrillicSoft, 3)
    else if (/[ое]$/u.test(last)) add(without(1), ofCyrillicO, 3)
    else add(word, ofCyrillic, 2)
    const fleeting = /^(.*\p{L})[ео](\p{L})$/u.exec(word)
    if (fleeting !== null && /[^аеиоуыэюяіїє]$/u.test(word)) add(`${fleeting[1]}${fleeting[2]}`, ofCyrillic, 3)
  } else if (/\p{Script=Greek}$/u.test(word)) {
    if (word.endsWith('οσ')) add(without(2), greekOs, 2)
    if (/[ηαυεω]σ$/u.test(word)) {
      add(without(1), null, 3)
      add(without(1), greekS, 3)
    }
    if (/[αηωου]$/u.test(word)) add(word, greekVowel, 3)
  } else if (/\p{Script=Latin}$/u.test(word)) {
    add(word, ofLatin, 3)
    for (const ending of traits.latin) {
      add(word, ending, 3)
      if (ending === finnish) finnishStems(word, add)
    }
    if (traits.isSlavic) slavicForms(word, add, without)
  }
}

/** A consonant in the middle grows weak: Pekka, Pekan; and -nen becomes -se. */
function finnishStems(word: string, add: (stem: string, ending: RegExp | null, least: number) => void): void {
  const weak = word.replace(/([kpt])\1(\p{L})$/u, '$1$2')
  if (weak !== word) add(weak, finnish, 3)
  if (word.endsWith('nen')) add(`${word.slice(0, -3)}se`, finnish, 3)
  if (/[^aeiouy]$/u.test(word)) add(`${word}i`, finnish, 3)
}

function slavicForms(
  word: string,
  add: (stem: string, ending: RegExp | null, least: number) => void,
  without: (letters: number) => string,
): void {
  if (/[aeo]$/u.test(word)) add(without(1), slavicA, 2)
  if (word.endsWith('o')) add(without(1), slavic, 3)
  for (const [ending, soft] of slavicSoftened)
    if (word.endsWith(ending)) add(`${without(ending.length)}${soft}`, null, 4)
  if (/(?:as|is|us|ys)$/u.test(word)) add(without(2), slavic, 3)
  if (/[^aeiouy]$/u.test(word)) add(word, slavic, 3)
  const fleeting = /^(.*\p{L})e(\p{L})$/u.exec(word)
  if (fleeting !== null && /[^aeiouy]$/u.test(word)) add(`${fleeting[1]}${fleeting[2]}`, slavic, 3)
  if (/[iy]$/u.test(word)) add(word.endsWith('y') ? without(1) : word, slavic, 3)
}
