// Captions into turns: each cue a passage, cues of one speaker in a row one turn. Voices come from tags, else from labels.
import { Failure } from '../../../shared/contract/failure.ts'
import { countWords } from '../../../shared/domain/words/count-words.ts'
import type { ImportedPassage, ImportedTranscript, ImportNotice } from '../../../shared/domain/imported.ts'
import type { WordTime } from '../../../shared/domain/story.ts'
import { guessLanguage } from '../../../shared/domain/languages/language-guess.ts'
import { acceptSpeakers } from './accepted-speakers.ts'
import { titleFromFileName } from './file-names.ts'
import { readLineHead } from './speaker-labels.ts'
import type { LineHead } from './speaker-labels.ts'
import { guessRoles, nameKey } from './speaker-names.ts'

/** What one voice says in a cue; `text` keeps its line breaks, word times are offsets into it. Null: no voice named. */
export interface CaptionPiece {
  readonly voice: string | null
  readonly text: string
  readonly wordTimes: readonly WordTime[]
}

export interface Caption {
  readonly startMs: number
  readonly endMs: number
  readonly pieces: readonly CaptionPiece[]
}

interface Line {
  readonly caption: Caption
  readonly voice: string | null
  readonly text: string
  readonly wordTimes: readonly WordTime[]
  readonly head: LineHead | null
}

/** `>>` and a dash say that somebody else speaks, not who. */
const changeMark = /^(?:>>+|[-–—](?=[\s\p{Lu}¿¡"“«]))\s*/u

/**
 * @param language BCP 47, or empty to guess
 * @throws Failure `nothingInside` where no cue has words.
 */
export function captionsToTranscript(
  captions: readonly Caption[],
  fileName: string,
  language: string,
  given: Iterable<ImportNotice>,
): ImportedTranscript {
  const notices = new Set(given)
  const lines = captions.flatMap(linesOf)
  const heads = lines.map((line) => line.head)
  const speakers = acceptSpeakers(
    heads,
    lines.length,
    heads.filter((head): head is LineHead => head !== null && head.form !== null),
  )
  const dashes = lines.filter((line) => changeMark.test(line.text)).length >= 2

  const turns: { speaker: number; passages: ImportedPassage[] }[] = []
  const names: string[] = []
  const words: number[] = []
  const places = new Map<string, number>()
  let current = ''
  let latest = 0
  let before: Line | null = null
  for (const line of lines) {
    const label =
      line.head !== null && line.head.form !== null && speakers.has(nameKey(line.head.name)) ? line.head : null
    const change = dashes && label === null ? (changeMark.exec(line.text)?.[0].length ?? 0) : 0
    const cut = label === null ? change : label.length
    const said = line.voice ?? (label === null ? (change > 0 ? '' : current) : label.name)
    // NOTE: a voice tag holds for its cue only; a label in the words holds until the next one.
    const key = line.voice ?? nameKey(said)
    const speaker = places.get(key) ?? names.push(said) - 1
    places.set(key, speaker)
    places.set(nameKey(said), places.get(nameKey(said)) ?? speaker)
    const passage = passageOf(line, cut)
    if (passage.startMs !== null && passage.startMs < latest) notices.add('timesOutOfOrder')
    latest = Math.max(latest, passage.startMs ?? 0)
    if (passage.endMs === null) notices.add('timesOutOfOrder')
    const starts = change > 0 || turns.length === 0 || turns[turns.length - 1]?.speaker !== speaker
    if (starts && passage.text !== '') turns.push({ speaker, passages: [] })
    const turn = turns[turns.length - 1]
    const last = turn?.passages[turn.passages.length - 1]
    const isWithin = before?.caption === line.caption && (last?.text.length ?? 0) < mostJoined
    if (!starts && cut === 0 && turn !== undefined && last !== undefined && isWithin) {
      turn.passages[turn.passages.length - 1] = joinPassages(last, passage)
    } else if (passage.text !== '') turn?.passages.push(passage)
    words[speaker] = (words[speaker] ?? 0) + countWords(passage.text)
    if (line.voice === null) current = said
    before = line
  }
  const kept = turns.filter((turn) => turn.passages.length > 0)
  if (kept.length === 0) throw new Failure('nothingInside')
  return withSpeakers(kept, names, words, fileName, language, [...notices])
}

function withSpeakers(
  turns: readonly { speaker: number; passages: ImportedPassage[] }[],
  names: readonly string[],
  words: readonly number[],
  fileName: string,
  language: string,
  notices: readonly ImportNotice[],
): ImportedTranscript {
  const used = [...new Set(turns.map((turn) => turn.speaker))]
  const placeOf = new Map(used.map((index, place) => [index, place]))
  const roles = guessRoles(used.map((index) => ({ name: names[index] ?? '', words: words[index] ?? 0 })))
  const sample = turns
    .slice(0, 400)
    .map((turn) => turn.passages.map((passage) => passage.text).join(' '))
    .join(' ')
  return {
    title: titleFromFileName(fileName),
    language: language || guessLanguage(sample).language,
    speakers: used.map((index, place) => ({ name: names[index] ?? '', role: roles[place] ?? 'other' })),
    turns: turns.map((turn) => ({ speaker: placeOf.get(turn.speaker) ?? 0, passages: turn.passages })),
    notices,
  }
}

function linesOf(caption: Caption): Line[] {
  const lines: Line[] = []
  for (const { voice, text, wordTimes } of caption.pieces) {
    let at = 0
    let timed = 0
    for (const line of text.split('\n')) {
      const from = at
      at += line.length + 1
      const lead = line.length - line.trimStart().length
      const trimmed = line.trim()
      if (trimmed === '') continue
      const start = from + lead
      const times: WordTime[] = []
      // NOTE: they are in the order of the words, and none is looked at for two lines.
      for (; timed < wordTimes.length && (wordTimes[timed]?.start ?? 0) < at; timed += 1) {
        const word = wordTimes[timed]
        if (word !== undefined && word.start >= start && word.end <= start + trimmed.length)
          times.push({ ...word, start: word.start - start, end: word.end - start })
      }
      const head =
        voice === null ? readLineHead(trimmed.replace(/^(?:>>+|[-–—])\s*/u, (mark) => ' '.repeat(mark.length))) : null
      lines.push({ caption, voice, text: trimmed, wordTimes: times, head })
    }
  }
  return lines
}

function passageOf(line: Line, cut: number): ImportedPassage {
  const lead = cut + (line.text.slice(cut).length - line.text.slice(cut).trimStart().length)
  const { startMs, endMs } = line.caption
  const wordTimes = line.wordTimes
    .filter((word) => word.end > lead)
    .map((word) => ({ ...word, start: Math.max(0, word.start - lead), end: word.end - lead }))
  const text = line.text.slice(lead)
  return {
    text,
    words: countWords(text),
    startMs: Number.isSafeInteger(startMs) && startMs >= 0 ? startMs : null,
    endMs: Number.isSafeInteger(endMs) && endMs >= startMs && endMs >= 0 ? endMs : null,
    wordTimes,
  }
}

/** Characters after which the lines of one caption begin another passage: each joining goes through all of it again. */
const mostJoined = 4_000

const noSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function joinPassages(first: ImportedPassage, second: ImportedPassage): ImportedPassage {
  if (second.text === '') return first
  const tight = noSpaces.test(first.text.slice(-1)) && noSpaces.test(second.text.slice(0, 1))
  const offset = first.text.length + (tight ? 0 : 1)
  const moved = second.wordTimes.map((word) => ({ ...word, start: word.start + offset, end: word.end + offset }))
  const text = `${first.text}${tight ? '' : ' '}${second.text}`
  return { ...first, text, words: countWords(text), wordTimes: [...first.wordTimes, ...moved] }
}
