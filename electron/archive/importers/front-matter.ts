// The lines at the head of a transcript that say its title and who speaks: "Title: …", "Narrator: …", "Interviewer: …".
import { looksLikeName } from './accepted-speakers.ts'
import { isAsker, isKnownName, nameKey } from './speaker-names.ts'

/** `taken` are the lines whose words live on as title or speaker; the others stay in the text. */
export interface FrontMatter {
  readonly title: string
  readonly narrator: string
  readonly interviewer: string
  readonly taken: ReadonlySet<number>
  /** The lines of the head, taken or not: none of them is a turn. */
  readonly lines: ReadonlySet<number>
}

const titles = new Set(
  'title título titulo titre titel titolo pamagat 标题 標題 题目 題目 タイトル 제목 العنوان כותרת ชื่อเรื่อง название τίτλος शीर्षक'.split(
    ' ',
  ),
)
const others = new Set(
  `date fecha data datum 日期 التاريخ วันที่ дата place lugar lieu local ort location 地点 المكان สถานที่ место
 language idioma langue sprache subject project collection recorded transcriber transcribed transcription duration length
 file interview tape occupation age born`.split(/\s+/),
)
const longestHead = 20

export function readFrontMatter(lines: readonly string[], timesOfKey: ReadonlyMap<string, number>): FrontMatter {
  const found = { title: '', narrator: '', interviewer: '' }
  const taken = new Set<number>()
  const head = new Set<number>()
  let plain = 0
  for (let i = 0; i < Math.min(lines.length, longestHead); i++) {
    const line = (lines[i] ?? '').trim()
    if (line === '') {
      if (head.size > 0) break
      continue
    }
    const match = /^(?:[*_]{1,3})?([\p{L}][\p{L}\p{M} ]{0,24})(?:[*_]{1,3})?\s*[:：](?:[*_]{1,3})?\s*(\S.*)$/u.exec(
      line,
    )
    const key = nameKey(match?.[1] ?? '')
    const value = (match?.[2] ?? '').trim()
    if (match === null || value.length > 160) break
    if (titles.has(key) && found.title === '') {
      found.title = value
      taken.add(i)
    } else if (others.has(key.split(' ')[0] ?? '')) plain++
    else if (
      isKnownName(key) &&
      key.length > 2 &&
      (timesOfKey.get(key) ?? 0) <= 1 &&
      looksLikeName(value) &&
      !/[.?!。？！؟]$/u.test(value)
    ) {
      const role = isAsker(key) ? 'interviewer' : 'narrator'
      if (found[role] !== '') break
      found[role] = value
      taken.add(i)
    } else break
    head.add(i)
  }
  const rest = lines.some((line, index) => !head.has(index) && line.trim() !== '')
  const sure = found.title !== '' || plain > 0 || (found.narrator !== '' && found.interviewer !== '')
  if (!rest || !sure) return { title: '', narrator: '', interviewer: '', taken: new Set(), lines: new Set() }
  return { ...found, taken, lines: head }
}
