// The parts of a whole name that each tell whose it is: where it is taken out, they are sought as well.
import { plainWords } from '../words/letters-that-are-one.ts'
import { givenNameOf } from './name-beginnings.ts'

// What stands before a name, or after it, and is everybody's, in the languages of the first archives.
const titles: ReadonlySet<string> = new Set(
  (
    'mister missus miss mrs madam madame sir lady lord doctor doctora doc professor profesor profesora teacher maestro ' +
    'maestra father mother brother sister uncle aunt auntie grandma grandpa padre madre hermano hermana tio tia abuelo ' +
    'abuela don dona senor senora senorita sra srta fray sor san santa santo saint the los las del and ' +
    'السيد السيدة سيد سيدة بنت ابن حاج حاجة الحاج الحاجة دكتور دكتورة الدكتور الدكتورة شيخ الشيخ أستاذ أستاذة الأستاذ ' +
    'الأستاذة عمة خالة أبو عبد ست خانم آقا آقای حاجی بیگم صاحب גברת דוקטור הרב רבי סבתא דודה ' +
    'श्री श्रीमती कुमारी देवी बाई दीदी भाई डॉक्टर শ্রী শ্রীমতী বেগম জনাব ডাক্তার আপা খালা ወይዘሮ ወይዘሪት እማማ አባባ ' +
    'คุณ นาย นาง นางสาว ป้า ลุง លោក អ្នកស្រី ဒေါ် ဦး господин госпожа доктор тётя дядя баба κύριος κυρία'
  )
    .split(' ')
    .map(plainWords),
)
const leastLetters = 3
const capital = /^\p{Lu}/u
const withoutCase = /^\p{Lo}/u

/**
 * The parts of a name of two or more words that each tell whose it is: those with at least three letters, and a capital
 * where there are capitals; titles left out. None for a name of one word, which is sought whole; but a Korean one has a
 * family name and a given one in it.
 */
export function partsOfName(name: string): string[] {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const [only] = words
  const given = words.length === 1 && only !== undefined ? givenNameOf(only) : null
  if (words.length < 2) return given === null ? [] : [given]
  const parts = words.filter(
    (word) =>
      (capital.test(word)
        ? lettersOf(word, /\p{L}/gu)
        : withoutCase.test(word)
          ? lettersOf(word, /[\p{L}\p{Mc}]/gu)
          : 0) >= leastOf(word) && !titles.has(plainWords(word)),
  )
  return [...new Map(parts.map((part) => [plainWords(part), part])).values()]
}

function lettersOf(word: string, letters: RegExp): number {
  return (word.match(letters) ?? []).length
}

// A syllable of Korean and of Amharic is one letter, and a Chinese name is two.
function leastOf(word: string): number {
  return /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Ethiopic}]/u.test(word) ? 2 : leastLetters
}
