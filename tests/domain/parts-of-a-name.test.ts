// A first name alone says who it is: where a whole name is taken out, each part of it that tells is sought as well.
import { describe, expect, test } from 'vitest'
import { coolingOffMs, gate, mayBeNamed, type GateQuestion } from '../../shared/domain/gate.ts'
import { noMarks, type Redaction } from '../../shared/domain/marks.ts'
import { findPartAgain, partsOfName } from '../../shared/domain/same-words.ts'
import type { Story } from '../../shared/domain/story.ts'

const at = '2026-01-01T00:00:00.000Z'

function asked(
  texts: readonly string[],
  name: string,
  over: {
    thing?: Redaction['thing']
    title?: string
    author?: string
    more?: readonly [place: number, words: string][]
  } = {},
): GateQuestion {
  const story: Story = {
    testimony: { id: 't', narrator: 'n', title: '', titleBy: 'archivist', language: 'en', createdAt: at, revision: 1 },
    narrator: { id: 'n', name: '', names: {}, existence: 'byPseudonym', refusedWords: [] },
    speakers: [{ id: 's1', name: '', role: 'narrator' }],
    turns: [{ id: 't1', speaker: 's1' }],
    passages: texts.map((text, place) => ({
      id: `p${place + 1}`,
      turn: 't1',
      text,
      language: 'en',
      direction: 'ltr',
      recording: null,
      startMs: null,
      endMs: null,
      wordTimes: [],
    })),
    recordings: [],
  }
  const range = ([place, words]: readonly [number, string]) => {
    const start = texts[place - 1]?.indexOf(words) ?? -1
    return {
      id: `${place}-${words}`,
      passage: `p${place}`,
      start,
      end: start + words.length,
      quote: words,
      startMs: null,
      endMs: null,
      unresolved: false,
    }
  }
  const redaction: Redaction = {
    id: 'd',
    thing: over.thing ?? 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
    author: 'Ana',
    ranges: [range([1, name]), ...(over.more ?? []).map(range)],
  }
  return {
    story,
    marks: { ...noMarks, redactions: [redaction] },
    timesUsed: new Map(),
    spentSignOffs: new Set(),
    moment: new Date(Date.parse(at) + coolingOffMs).toISOString(),
    contentHash: null,
    ledger: [],
    excerpt: {
      id: 'x',
      testimony: 't',
      use: 'readingRoom',
      recipient: { id: 'r', name: 'Hall', language: 'en' },
      passages: story.passages.map(({ id }) => id),
      withSound: false,
      framing: { title: over.title ?? 'Nights', introduction: '', keywords: [], captions: [], about: [], author: over.author ?? 'Ana' },
    },
  }
}

function found(...question: Parameters<typeof asked>): string[] {
  const answer = gate(asked(...question))
  return answer.open
    ? []
    : answer.reasons.flatMap((reason) =>
        reason.kind === 'takenOutElsewhere'
          ? `${reason.passage} ${reason.words}`
          : reason.kind === 'takenOutInFraming'
            ? `${reason.part} ${reason.words}`
            : reason.kind === 'signatureTells'
              ? `signature ${reason.words}`
              : [],
      )
}

describe('the parts of a name', () => {
  test.each([
    ['Carlos Méndez', ['Carlos', 'Méndez']],
    ['María de la Luz Ortega', ['María', 'Luz', 'Ortega']],
    ['señora Gómez', ['Gómez']],
    ['Señora Rosa Gómez', ['Rosa', 'Gómez']],
    ['Father Tom O’Hara', ['Tom', 'Hara']],
    ['Ana-Belén Ruiz', ['Ana', 'Belén', 'Ruiz']],
    ['Li Na', []],
    ['Rosa', []],
    ['the tall one', []],
    ['مريم خوري', ['مريم', 'خوري']],
    ['السيدة مريم بنت خوري', ['مريم', 'خوري']],
    ['מרים כהן', ['מרים', 'כהן']],
    ['श्रीमती मीरा शर्मा', ['मीरा', 'शर्मा']],
    ['አልማዝ ከበደ', ['አልማዝ', 'ከበደ']],
    ['김소연', ['소연']],
    ['소연', []],
    ['김 소연', ['소연']],
  ])('of %j are %j', (name, parts) => expect(partsOfName(name)).toEqual(parts))

  test('are found where they are written as a name', () => {
    expect(findPartAgain('Rosa and a rosa and ROSA’s', 'Rosa')).toHaveLength(2)
    expect(findPartAgain('La luz de Luz', 'Luz')).toHaveLength(1)
    expect(findPartAgain('جاءت مريم ومريم', 'مريم')).toHaveLength(2)
  })
})

describe('the gate', () => {
  test('finds the first name, and the last, when the full name was taken out', () => {
    expect(found(['Carlos Méndez came.', 'Then Carlos left.', 'Méndez paid.', 'It rained.'], 'Carlos Méndez')).toEqual([
      'p2 Carlos',
      'p3 Méndez',
    ])
    expect(found(['Vino Rosa Gómez.', 'Rosa lloró.', 'la rosa del patio', 'doña Rosa'], 'Rosa Gómez')).toEqual([
      'p2 Rosa',
      'p4 Rosa',
    ])
  })

  test('is content where they are taken out too', () => {
    const texts = ['Carlos Méndez came.', 'Then Carlos left.']
    expect(found(texts, 'Carlos Méndez', { more: [[2, 'Carlos']] })).toEqual([])
  })

  test('says a place once, by the whole name where that is readable', () => {
    expect(found(['Carlos Méndez came.', 'I saw Carlos Méndez.'], 'Carlos Méndez')).toEqual(['p2 Carlos Méndez'])
  })

  test('finds them in the signature of who wrote the framing, until it is left out', () => {
    const texts = ['Rosa Gómez came.']
    expect(found(texts, 'Rosa Gómez', { author: 'Rosa' })).toEqual(['signature Rosa'])
    expect(found(texts, 'Rosa', { author: 'Rosa M.' })).toEqual(['signature Rosa'])
    expect(found(texts, 'Rosa Gómez', { author: 'Ana' })).toEqual([])
    expect(found(texts, 'Rosa Gómez', { author: '' })).toEqual([])
  })

  test('takes parts of names alone, not of places', () => {
    expect(found(['In San Pedro Market.', 'Pedro came.'], 'San Pedro Market', { thing: 'place' })).toEqual([])
  })

  test('finds them in a title and in the name of a folder', () => {
    const question = ['Carlos Méndez came.'] as const
    expect(found([...question], 'Carlos Méndez', { title: 'Méndez and the winter' })).toEqual(['title Méndez'])
    const shown = asked([...question], 'Carlos Méndez')
    expect([mayBeNamed('for carlos', shown), mayBeNamed('Excerpt', shown)]).toEqual([false, true])
  })
})
