// One short invented testimony in each script that the program sets by itself, and what is to be found in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ScriptStory {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** What the turns are labelled with. */
  readonly asks: string
  readonly answers: string
  /** Written, as somebody would type it into the find field, and how many of the six passages have it. */
  readonly find: readonly (readonly [words: string, passages: number])[]
  /** A name in it. */
  readonly name: string
  /** How many words a speaker of the language would count, more or less. */
  readonly words: number
  /** The families that its letters are drawn with: her words, others' words. */
  readonly reading: string
  readonly interface: string
  readonly text: string
}

const folder = join(import.meta.dirname, '..', 'fixtures', 'scripts')
const text = (language: string): string => readFileSync(join(folder, `${language}.txt`), 'utf8')

export const scriptStories: readonly ScriptStory[] = [
  {
    language: 'ar',
    direction: 'rtl',
    asks: 'س',
    answers: 'ج',
    // without its points, by the beginning of a word, with them
    find: [
      ['معا', 1],
      ['الخب', 2],
      ['قلتُ', 1],
      ['رائحة الخبز', 1],
    ],
    name: 'سلمى',
    words: 74,
    reading: 'Noto Naskh Arabic',
    interface: 'Noto Sans Arabic',
    text: text('ar'),
  },
  {
    language: 'he',
    direction: 'rtl',
    asks: 'ש',
    answers: 'ת',
    find: [
      ['הלחם', 1],
      ['מאפייה', 0],
      ['במאפייה', 1],
      ['ריח הלחם', 1],
    ],
    name: 'מרים',
    words: 53,
    reading: 'Noto Serif Hebrew',
    interface: 'Noto Sans Hebrew',
    text: text('he'),
  },
  {
    language: 'th',
    direction: 'ltr',
    asks: 'ถาม',
    answers: 'ตอบ',
    find: [
      ['ขนมปัง', 3],
      ['ตลาด', 1],
      ['เตาอบ', 1],
      ['น้ำชา', 1],
    ],
    name: 'มาลี',
    words: 75,
    reading: 'Noto Serif Thai',
    interface: 'Noto Sans Thai',
    text: text('th'),
  },
  {
    language: 'zh',
    direction: 'ltr',
    asks: '问',
    answers: '答',
    find: [
      ['面包', 3],
      ['茶', 1],
      ['烤炉', 1],
      ['香味', 2],
    ],
    name: '秀英',
    words: 75,
    reading: 'Noto Serif SC',
    interface: 'Noto Sans SC',
    text: text('zh'),
  },
  {
    language: 'ja',
    direction: 'ltr',
    asks: '聞き手',
    answers: '語り手',
    find: [
      ['パン', 3],
      ['働いて', 3],
      ['香り', 2],
      ['茶', 1],
    ],
    name: '花子',
    words: 112,
    reading: 'Noto Serif JP',
    interface: 'Noto Sans JP',
    text: text('ja'),
  },
  {
    language: 'km',
    direction: 'ltr',
    asks: 'សួរ',
    answers: 'ឆ្លើយ',
    find: [
      ['នំប៉័ង', 3],
      ['ផ្សារ', 1],
      ['តែ', 1],
      ['ទ្វារ', 1],
    ],
    name: 'សុភា',
    words: 80,
    reading: 'Noto Serif Khmer',
    interface: 'Noto Sans Khmer',
    text: text('km'),
  },
  {
    language: 'my',
    direction: 'ltr',
    asks: 'မေး',
    answers: 'ဖြေ',
    find: [
      ['ပေါင်မုန့်', 3],
      ['ဈေး', 1],
      ['မီးဖို', 1],
      ['တံခါး', 1],
    ],
    name: 'မမြ',
    words: 80,
    reading: 'Noto Serif Myanmar',
    interface: 'Noto Sans Myanmar',
    text: text('my'),
  },
  {
    language: 'am',
    direction: 'ltr',
    asks: 'ጥያቄ',
    answers: 'መልስ',
    find: [
      ['ዳቦ', 2],
      ['ገበያው', 0],
      ['ከገበያው', 1],
      ['የዳቦ ሽታ', 1],
    ],
    name: 'አልማዝ',
    words: 58,
    reading: 'Noto Sans Ethiopic',
    interface: 'Noto Sans Ethiopic',
    text: text('am'),
  },
  {
    language: 'hi',
    direction: 'ltr',
    asks: 'प्रश्न',
    answers: 'उत्तर',
    find: [
      ['रोटी', 2],
      ['खुशबू', 2],
      ['बाज़ार', 1],
      ['चाय', 1],
    ],
    name: 'मीरा',
    words: 92,
    reading: 'Noto Serif Devanagari',
    interface: 'Noto Sans Devanagari',
    text: text('hi'),
  },
]

/** Her words and the questions, without the labels, in order. */
export function passagesOf({ text: written }: ScriptStory): string[] {
  return written
    .trim()
    .split('\n')
    .map((line) => line.replace(/^[^:：]+[:：]\s*/u, ''))
}
