// Plain text in, as people type transcripts: turns by their labels, passages by their paragraphs, times by their marks.
import { Failure } from '../../../shared/contract/failure.ts'
import type {
  ImportedPassage,
  ImportedTranscript,
  ImportedTurn,
  ImportNotice,
} from '../../../shared/domain/imported.ts'
import { countWords } from '../../../shared/domain/words/count-words.ts'
import { guessLanguage } from '../../../shared/domain/languages/language-guess.ts'
import { cutIntoPassages, isEvenlySpaced, joinLines } from './paragraphs.ts'
import { layOut } from './plain-text-layout.ts'
import type { Layout, TimeMark } from './plain-text-layout.ts'
import { guessRoles, isAsker, isKnownName, nameKey } from './speaker-names.ts'
import { titleFromFileName } from './file-names.ts'

const longestTitle = 80

/**
 * Reads a text file's text. Every character of it but white space, recognised labels, times and the title's header is in
 * some passage, in order. A passage's times are those of the stretch between two time marks that it stands in.
 * @throws Failure `nothingInside` where there is nothing but white space and labels.
 */
export function readPlainText(text: string, fileName: string): ImportedTranscript {
  const layout = layOut(text)
  const evenlySpaced = isEvenlySpaced(text)
  const spans = closeMarks(layout.marks)
  const notices = new Set<ImportNotice>()
  if (layout.marks.some((mark, index) => mark.startMs < (layout.marks[index - 1]?.startMs ?? 0)))
    notices.add('timesOutOfOrder')

  const names: string[] = []
  const words: number[] = []
  const places = new Map<string, number>()
  const turns: { speaker: number; passages: ImportedPassage[] }[] = []
  let turn = -1
  for (const paragraph of layout.paragraphs) {
    const speaker = places.get(paragraph.label) ?? names.push(paragraph.label) - 1
    places.set(paragraph.label, speaker)
    if (paragraph.turn !== turn) turns.push({ speaker, passages: [] })
    turn = paragraph.turn
    const span = spans[paragraph.mark] ?? { startMs: null, endMs: null }
    if (layout.marks.length > 0 && span.startMs === null) notices.add('timesMissing')
    for (const passage of cutIntoPassages(joinLines(paragraph.lines, evenlySpaced))) {
      const count = countWords(passage)
      words[speaker] = (words[speaker] ?? 0) + count
      turns[turns.length - 1]?.passages.push({ text: passage, ...span, wordTimes: [], words: count })
    }
  }
  if (turns.every((each) => each.passages.length === 0)) throw new Failure('nothingInside')
  const roles = guessRoles(names.map((name, index) => ({ name, words: words[index] ?? 0 })))
  return {
    title: guessTitle(layout, turns) || titleFromFileName(fileName),
    language: guessLanguage(text).language,
    speakers: names.map((name, index) => ({ name: spokenName(name, layout), role: roles[index] ?? 'other' })),
    turns: turns.filter((each) => each.passages.length > 0),
    notices: [...notices],
  }
}

/** A mark without an end lasts to the next one that is later; the last stays open. */
function closeMarks(marks: readonly TimeMark[]): { startMs: number | null; endMs: number | null }[] {
  return marks.map((mark, index) => {
    const next = marks[index + 1]?.startMs ?? null
    const endMs = mark.endMs ?? next
    return { startMs: mark.startMs, endMs: endMs !== null && endMs >= mark.startMs ? endMs : null }
  })
}

/** The head's "Narrator: …" names her who is "A:" or nobody in the text. */
function spokenName(name: string, layout: Layout): string {
  const key = nameKey(name)
  if (name === '') return layout.paragraphs.every((paragraph) => paragraph.label === '') ? layout.front.narrator : ''
  if (!isKnownName(key)) return name
  return (isAsker(key) ? layout.front.interviewer : layout.front.narrator) || name
}

/** "Title: …", or a short first line that stands alone (its words stay in the text too). */
function guessTitle(layout: Layout, turns: readonly ImportedTurn[]): string {
  if (layout.front.title !== '') return layout.front.title
  const [first, second] = layout.paragraphs
  if (first === undefined || second === undefined || first.turn !== 0 || first.lines.length !== 1 || first.mark >= 0)
    return ''
  const passages = turns[0]?.passages ?? []
  const title = (passages[0]?.text ?? '').replace(/^[#*_\s]+|[#*_\s]+$/g, '')
  const short =
    title !== '' && title.length <= longestTitle && !/[.,;:!。，；：।؛]$/u.test(title) && !/^[[(]/.test(title)
  const follows = second.lines.join(' ').length
  return short && (second.turn !== first.turn || follows > title.length * 2) ? title : ''
}
