// What grows to the beginning of a name: small words in Arabic, Hebrew and Amharic, family names in Korean, signs of
// case in Zulu, Xhosa and Irish. Compared as `plainWords` writes them.
import { plainWords } from '../words/letters-that-are-one.ts'

// NOTE: no single م, ا, ت, ه or ش: with them ريم would be found in مريم, and حمد in احمد.
const arabic = /^(?:[وفبلكس]{0,2}(?:ال)?|[وفا]?لل|ا[وفبلكس]{1,2}ال|[وف]?(?:ع|ه|م|ش|به|عه|كه)ال|[وف]?يا)$/u
const arabicBeforeArticle = /^[وف]?(?:ع|ه|م|ش|به|عه|كه|ا[وف]?[بلك]?)$/u
const hebrew = /^[והבלמשכ]{1,4}$/u
const ethiopicWords = plainWords('በ ለ የ ከ ስለ እንደ ወደ እስከ ያለ እነ ነ ን ብ ካብ ናይ ምስ ከም እንተ ንዓ ብዘይ').replaceAll(' ', '|')
const ethiopic = new RegExp(`^(?:${ethiopicWords}){1,3}$`, 'u')
const family =
  /^(?:남궁|황보|제갈|선우|독고|사공|서문|동방|[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용리림로량여라련])$/u
// NOTE: small letters alone, before a capital: the Mc and La of "McDonald" and "LaRue" are part of other names.
const smallBeforeCapital =
  /^(?:[ueoki]|ku|no|ngo|ka|ba|kwa|bakwa|kwaba|na|nga|nje|njengo|ngu|wa|la|le|sa|se|ya|za|o|bo|ko|h|g|b|bh|m|n|d|t)$/u

/** Whether the letters before a name, in the same word, are not part of another name. `written`: with their case. */
export function beforeName(run: string, written: string, name: string, isCapital: boolean): boolean {
  if (run === '') return true
  if (/^\p{Script=Arabic}/u.test(name))
    return arabic.test(run) || (name.startsWith('ال') && arabicBeforeArticle.test(run))
  if (/^\p{Script=Hebrew}/u.test(name)) return hebrew.test(run)
  if (/^\p{Script=Ethiopic}/u.test(name)) return ethiopic.test(run)
  if (/^\p{Script=Hangul}/u.test(name)) return family.test(run)
  return isCapital && /^\p{Script=Latin}/u.test(name) && smallBeforeCapital.test(written)
}

/** "소연" of "김소연"; null where no family name of one syllable comes before two others. */
export function givenNameOf(name: string): string | null {
  const composed = name.normalize('NFC')
  return composed.length === 3 && /^\p{Script=Hangul}{3}$/u.test(composed) && family.test(composed.slice(0, 1))
    ? composed.slice(1)
    : null
}

/** The rest of a name whose first letters are lost in the small word before it. */
export interface Borrowed {
  readonly stem: string
  readonly before: RegExp
  /** How many letters before the stem are of the name too. */
  readonly pulled: number
}

const toThe = /^[وف]?ل$/u
// Ethiopic small words whose vowel is that of the name: ለ and አልማዝ are ላልማዝ.
const ethiopicGrown = new RegExp(`^(?:${ethiopicWords})?(?:[ባላያካናዳኣ]|ስላ|እንዳ|ወዳ|እና)$`, 'u')

/** What is left of a name after such a word: للقدس is "to" and القدس. */
export function borrowedBeginnings(name: string): Borrowed[] {
  if (/^ال\p{L}{2}/u.test(name)) {
    const stem = name.startsWith('الل') ? name.slice(2) : name.slice(1)
    return [{ stem, before: toThe, pulled: 0 }]
  }
  if (/^አ\p{L}{2}/u.test(name)) return [{ stem: name.slice(1), before: ethiopicGrown, pulled: 1 }]
  return []
}
