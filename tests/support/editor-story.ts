// Invented stories for the editor's tests: a few turns in many scripts, with letters that are several code units long.
import fc from 'fast-check'
import type { Passage, Transcript, WordTime } from '../../shared/domain/story.ts'
import type { MarkedRange, MarkKind } from '../../renderer/editor/types.ts'

export const scraps = [
  'the laundry ',
  'I had my own bed. ',
  'aaa',
  'ñandú ',
  'e\u0301te\u0301 ',
  '👩‍👩‍👧‍👦',
  '🇪🇸🇲🇽',
  '👍🏽 ',
  'ที่นี่ก็',
  'น้ำใจ',
  'كِتَابٌ ',
  'السلام عليكم ',
  'שָׁלוֹם ',
  '我们一起工作',
  'ありがとう',
  'हिन्दी में ',
  'ក្មេង',
  'မြန်မာ',
  'ሰላም ',
  'one\ntwo',
  ' ',
] as const

export const scrap = fc.constantFrom(...scraps)

const kinds: readonly MarkKind[] = ['label', 'redaction', 'tie', 'flag', 'label', 'redaction']

export const speakers: Transcript['speakers'] = [
  { id: 'speaker0', name: 'M.', role: 'narrator' },
  { id: 'speaker1', name: 'Interviewer', role: 'interviewer' },
]

export interface StorySeed {
  readonly turns: readonly (readonly (readonly string[])[])[]
  readonly timed: boolean
  readonly ranges: readonly (readonly [number, number, number, number])[]
}

export const storySeed: fc.Arbitrary<StorySeed> = fc.record({
  turns: fc.array(fc.array(fc.array(scrap, { maxLength: 6 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  }),
  timed: fc.boolean(),
  ranges: fc.array(fc.tuple(fc.nat(50), fc.nat(60), fc.nat(60), fc.nat(5)), { maxLength: 6 }),
})

export function storyOf({ turns, timed }: Pick<StorySeed, 'turns' | 'timed'>): Transcript {
  const passages: Passage[] = []
  turns.forEach((turn, nth) =>
    turn.forEach((pieces, index) => {
      const at = passages.length * 4000
      const text = pieces.join('')
      passages.push({
        id: `passage${nth}x${index}`,
        turn: `turn000${nth}`,
        text,
        language: nth % 2 === 0 ? 'en' : 'ar',
        direction: nth % 2 === 0 ? 'ltr' : 'rtl',
        recording: timed ? 'recording0' : null,
        startMs: timed ? at : null,
        endMs: timed ? at + 3900 : null,
        wordTimes: timed ? wordsIn(pieces, at) : [],
      })
    }),
  )
  return {
    speakers,
    turns: turns.map((_, nth) => ({ id: `turn000${nth}`, speaker: `speaker${nth % 2}` })),
    passages,
  }
}

function wordsIn(pieces: readonly string[], at: number): WordTime[] {
  let start = 0
  return pieces.flatMap((piece, nth) => {
    const end = start + piece.trimEnd().length
    const word = { start, end, startMs: at + nth * 600, endMs: at + nth * 600 + 500 }
    start += piece.length
    return word.end > word.start ? [word] : []
  })
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

export function isLetterBorder(text: string, offset: number): boolean {
  return offset === 0 || offset === text.length || graphemes.segment(text).containing(offset)?.index === offset
}

/** A range on whole letters, or null where the passage is empty. */
export function rangeFrom(
  { passages }: Pick<Transcript, 'passages'>,
  [where, one, other, kind]: readonly [number, number, number, number],
  mark: string,
): MarkedRange | null {
  const passage = passages[where % passages.length]
  if (passage === undefined || passage.text === '') return null
  const letters = [...graphemes.segment(passage.text)]
  const [first, last] = [one % letters.length, other % letters.length].sort((a, b) => a - b)
  const start = letters[first ?? 0]?.index ?? 0
  const end = (letters[last ?? 0]?.index ?? 0) + (letters[last ?? 0]?.segment.length ?? 0)
  return {
    id: `range${mark}`,
    mark,
    kind: kinds[kind % kinds.length] ?? 'label',
    colour: 1,
    note: '',
    passage: passage.id,
    start,
    end,
    quote: passage.text.slice(start, end),
    startMs: null,
    endMs: null,
    unresolved: false,
  }
}
