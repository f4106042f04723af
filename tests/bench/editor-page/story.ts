// A long story: 600 turns, 1,200 passages, 30,000 words, 3,000 ranges, the same on every run.
import type { Passage, Transcript } from '../../../shared/domain/story.ts'
import type { MarkedRange } from '../../../renderer/editor/types.ts'

const turns = 600
const passagesInTurn = 2
const wordsInPassage = 25
const rangesInAll = 3000

const words =
  'the winter yes but you will want to write that it was the worst and it was not I had my own keys to the laundry and my bed counted money on Sundays nobody'.split(
    ' ',
  )

export function longStory(): Transcript {
  const passages: Passage[] = []
  for (let turn = 0; turn < turns; turn += 1)
    for (let index = 0; index < passagesInTurn; index += 1) {
      const nth = passages.length
      const text = Array.from({ length: wordsInPassage }, (_, at) => words[(nth * 7 + at * 3) % words.length]).join(' ')
      const startMs = nth * 8000
      passages.push({
        id: `passage${nth}`,
        turn: `turn${turn}`,
        text: `${text}.`,
        language: 'en',
        direction: 'ltr',
        recording: 'recording',
        startMs,
        endMs: startMs + 7900,
        wordTimes: [],
      })
    }
  return {
    speakers: [
      { id: 'speaker0', name: 'M.', role: 'narrator' },
      { id: 'speaker1', name: 'Interviewer', role: 'interviewer' },
    ],
    turns: Array.from({ length: turns }, (_, turn) => ({ id: `turn${turn}`, speaker: `speaker${turn % 2}` })),
    passages,
  }
}

export function manyRanges({ passages }: Transcript): MarkedRange[] {
  return Array.from({ length: rangesInAll }, (_, nth) => {
    const passage = passages[nth % passages.length]
    const text = passage?.text ?? ''
    const start = (nth * 13) % (text.length - 40)
    const end = start + 8 + (nth % 24)
    const kind = nth % 4 === 3 ? 'redaction' : 'label'
    return {
      id: `range${nth}`,
      mark: `mark${nth % 40}${kind}`,
      kind,
      colour: kind === 'label' ? 1 + (nth % 8) : 0,
      note: kind === 'redaction' ? 'not for anyone' : '',
      passage: passage?.id ?? '',
      start,
      end,
      quote: text.slice(start, end),
      startMs: null,
      endMs: null,
      unresolved: false,
    }
  })
}
