// Two sides have worked on one story since a copy was taken: what comes together, what is a conflict, what fails closed.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Redaction } from '../../shared/domain/marks/marks.ts'
import { merge, type Known, type Merged } from '../../shared/domain/take-home/take-home.ts'
import { hashesOf, itemsOf, type HerState, type Words } from '../../shared/domain/take-home/state.ts'
import { toSayAgain } from '../../shared/domain/take-home/consent.ts'
import type { ConsentBody, EventBody, LedgerEntry, Scope } from '../../shared/domain/consent/ledger.ts'
import { entryOf, said as answered } from '../support/gate-ledger.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function words(id: string, text: string): Words {
  return {
    id,
    text,
    language: 'en',
    direction: 'ltr',
    recording: null,
    startMs: null,
    endMs: null,
    wordTimes: [],
  }
}

const base: HerState = {
  id: 'story',
  title: 'Title',
  titleBy: 'archivist',
  language: 'en',
  speakers: [{ id: 'her', name: 'Halima', role: 'narrator' }],
  order: [
    { id: 't1', speaker: 'her', passages: ['a', 'b'] },
    { id: 't2', speaker: 'her', passages: ['c'] },
  ],
  passages: [words('a', 'One two.'), words('b', 'Three four.'), words('c', 'Five six.')],
  labels: [],
  redactions: [],
  ties: [],
  sections: [],
  wordsAbout: [],
  suggestions: [],
  looks: [],
  said: [],
  seals: [],
  lineage: [],
}

const knownOf = (state: HerState): Known => ({
  order: state.order,
  hashes: hashesOf(itemsOf(state), sha256),
  lineage: state.lineage,
  erased: new Set(),
})

const texts = ({ state }: Merged) =>
  state.order.flatMap(({ passages }) => passages.map((id) => state.passages.find((one) => one.id === id)?.text))
const together = (here: HerState, hers: HerState, keep: readonly string[] = []) =>
  merge(here, hers, knownOf(base), new Set(keep), sha256)

function said(state: HerState, id: string, text: string): HerState {
  return { ...state, passages: state.passages.map((one) => (one.id === id ? { ...one, text } : one)) }
}

/** `a` becomes `a` and `d`. */
function split(state: HerState): HerState {
  return {
    ...state,
    order: [
      { id: 't1', speaker: 'her', passages: ['a', 'd', 'b'] },
      { id: 't2', speaker: 'her', passages: ['c'] },
    ],
    passages: [...said(state, 'a', 'One').passages, words('d', 'two.')],
    lineage: [{ kind: 'split', passage: 'a', other: 'd', at: 3 }],
  }
}

/** `b` goes into `a`. */
function join(state: HerState): HerState {
  return {
    ...state,
    order: [
      { id: 't1', speaker: 'her', passages: ['a'] },
      { id: 't2', speaker: 'her', passages: ['c'] },
    ],
    passages: said(state, 'a', 'One two. Three four.').passages.filter(({ id }) => id !== 'b'),
    lineage: [{ kind: 'join', passage: 'a', other: 'b', at: 8 }],
  }
}

function redaction(passage: string, text: string, quote: string): Redaction {
  const start = text.indexOf(quote)
  return {
    id: `hides-${quote}`,
    thing: 'name',
    reach: 'circle',
    way: 'removed',
    replacement: '',
    why: '',
    author: 'Ana',
    ranges: [
      {
        id: `range-${quote}`,
        passage,
        start,
        end: start + quote.length,
        quote,
        startMs: null,
        endMs: null,
        unresolved: false,
      },
    ],
  }
}

describe('words and their order', () => {
  test('changes to different passages come together without a question', () => {
    const both = together(said(base, 'a', 'Uno dos.'), said(base, 'c', 'Cinco seis.'))
    expect(both.conflicts).toEqual([])
    expect(texts(both)).toEqual(['Uno dos.', 'Three four.', 'Cinco seis.'])
  })

  test('a split on one side and other words on the other come together', () => {
    expect(texts(together(split(base), said(base, 'b', 'Hers.')))).toEqual(['One', 'two.', 'Hers.', 'Five six.'])
    expect(texts(together(said(base, 'b', 'Ours.'), split(base)))).toEqual(['One', 'two.', 'Ours.', 'Five six.'])
    expect(together(split(base), said(base, 'b', 'Hers.')).conflicts).toEqual([])
  })

  test('a split here and other words of hers for the same are one question, and no word is there twice', () => {
    const hers = said(base, 'a', 'One two, she says.')
    const both = together(split(base), hers)
    expect(both.conflicts).toMatchObject([{ kind: 'words', here: 'One\ntwo.', hers: 'One two, she says.' }])
    expect(texts(both)).toEqual(['One two, she says.', 'Three four.', 'Five six.'])
    const kept = together(split(base), hers, [both.conflicts[0]?.id ?? ''])
    expect(texts(kept)).toEqual(['One', 'two.', 'Three four.', 'Five six.'])
  })

  test('a join here and other words of hers for what was joined: hers stands by itself again', () => {
    const both = together(join(base), said(base, 'b', 'Hers.'))
    expect(both.conflicts).toHaveLength(1)
    expect(texts(both)).toEqual(['One two.', 'Hers.', 'Five six.'])
  })

  test('a join of hers takes what she joined, and lineage says so', () => {
    const both = together(said(base, 'c', 'Ours.'), join(base))
    expect(texts(both)).toEqual(['One two. Three four.', 'Ours.'])
    expect(both.lineage).toMatchObject([{ kind: 'join', passage: 'a', other: 'b' }])
  })

  test('two orders are a question; hers is taken', () => {
    const turned = (first: string, second: string): HerState => ({
      ...base,
      order: [
        { id: 't1', speaker: 'her', passages: [first, second] },
        { id: 't2', speaker: 'her', passages: ['abc'.replace(first, '').replace(second, '')] },
      ],
    })
    const both = together(turned('b', 'a'), turned('c', 'b'))
    expect(both.conflicts.map(({ kind }) => kind)).toEqual(['order'])
    expect(texts(both)).toEqual(['Five six.', 'Three four.', 'One two.'])
    expect(texts(together(turned('b', 'a'), base))).toEqual(['Three four.', 'One two.', 'Five six.'])
  })

  test('whatever both sides do, each passage stands there once and none of hers is lost', () => {
    const changes = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
    const shapes = fc.constantFrom(
      (state: HerState) => state,
      (state: HerState) => split(state),
      (state: HerState) => join(state),
    )
    fc.assert(
      fc.property(changes, changes, shapes, shapes, (ours, theirs, shapeHere, shapeHers) => {
        const here = ours.reduce((state, id) => said(state, id, `here ${id}`), shapeHere(base))
        const hers = theirs.reduce((state, id) => said(state, id, `hers ${id}`), shapeHers(base))
        const both = together(here, hers)
        const order = both.state.order.flatMap(({ passages }) => passages)
        expect(new Set(order).size).toBe(order.length)
        expect(order.toSorted()).toEqual(both.state.passages.map(({ id }) => id).toSorted())
        for (const { id, text } of hers.passages)
          if (text.startsWith('hers')) expect(both.state.passages.find((one) => one.id === id)?.text).toBe(text)
        for (const { id, text } of here.passages)
          if (text.startsWith('here') && !texts(both).includes(text))
            expect(both.conflicts.some((one) => one.here.split('\n').includes(`here ${id}`))).toBe(true)
      }),
    )
  })
})

describe('marks', () => {
  test('a redaction made here lies on the same words in her version, wherever they stand, and as often', () => {
    const here = { ...base, redactions: [redaction('b', 'Three four.', 'Three')] }
    const both = together(here, said(base, 'b', 'Not four but Three, yes, three.'))
    expect(both.state.redactions[0]?.ranges.map(({ start, end }) => [start, end])).toEqual([
      [13, 18],
      [25, 30],
    ])
  })

  test('where the words are gone, what hid them covers all of it, as a question', () => {
    const here = { ...base, redactions: [redaction('b', 'Three four.', 'Three')] }
    const both = together(here, said(base, 'b', 'Nothing.'))
    expect(both.state.redactions[0]?.ranges).toMatchObject([{ start: 0, end: 8, unresolved: true }])
  })

  test('her label on words that stay as they are here stays as a question', () => {
    const label = {
      id: 'label',
      words: 'joy',
      language: 'en',
      meaning: '',
      assertedBy: 'narrator',
      stance: 'mine',
      colour: 1,
      author: 'Halima',
      ranges: redaction('b', 'Hers alone.', 'alone').ranges,
    } as const
    const hers = { ...said(base, 'b', 'Hers alone.'), labels: [label] }
    const conflict = together(said(base, 'b', 'Ours.'), hers).conflicts[0]?.id ?? ''
    const kept = together(said(base, 'b', 'Ours.'), hers, [conflict])
    expect(kept.state.labels[0]?.ranges).toMatchObject([{ quote: 'alone', start: 0, end: 0, unresolved: true }])
  })

  test('a stance taken on both sides is a question, and hers is taken', () => {
    const label = (stance: 'none' | 'mine' | 'notMine') => ({
      ...base,
      labels: [
        {
          id: 'label',
          words: 'victim',
          language: 'en',
          meaning: '',
          assertedBy: 'press' as const,
          stance,
          colour: 1,
          author: 'Ana',
          ranges: redaction('a', 'One two.', 'One').ranges,
        },
      ],
    })
    const both = merge(label('mine'), label('notMine'), knownOf(label('none')), new Set(), sha256)
    expect(both.conflicts.map(({ kind }) => kind)).toEqual(['label'])
    expect(both.state.labels[0]?.stance).toBe('notMine')
  })

  test('what is sealed is quoted nowhere', () => {
    const here = { ...base, redactions: [redaction('b', 'Three four.', 'Three')] }
    const hers = {
      ...said(base, 'b', ''),
      seals: [{ id: 'seal', passage: 'b', key: 'key', box: 'AAAA', at: '2026-01-01T00:00:00.000Z' }],
    }
    expect(together(here, hers).state.redactions[0]?.ranges).toMatchObject([{ quote: '', unresolved: true }])
  })
})

test('her yes to words about her is not a yes to words written since', () => {
  const about = (text: string, seen: 'no' | 'yes', answer = ''): HerState => ({
    ...base,
    wordsAbout: [
      { id: 'w', kind: 'synopsis', language: 'en', text, author: 'Ana', at: '2026-01-01T00:00:00.000Z', seen, answer },
    ],
  })
  const both = merge(about('Newer', 'no'), about('Old', 'yes', 'Good'), knownOf(about('Old', 'no')), new Set(), sha256)
  expect(both.state.wordsAbout).toMatchObject([{ text: 'Newer', seen: 'no', answer: 'Good' }])
})

describe('consent that comes back', () => {
  const entry = (id: string, answer: ConsentBody['answer'], passages: readonly string[] | null = null) => {
    const scope: Scope = passages === null ? { kind: 'testimony' } : { kind: 'passages', passages }
    return { ...entryOf(1, answered({ testimony: 'story', scope, use: 'website', answer })), id }
  }
  const again = (here: LedgerEntry<ConsentBody>[], brought: LedgerEntry<ConsentBody>[], since = true) =>
    toSayAgain(here, () => since, brought, ['a', 'b'], '2026-02-01T00:00:00.000Z', new Map()).map(({ id }) => id)

  test('what was closed here since is closed again, narrow or wide; what was closed before is hers to open', () => {
    expect(again([entry('no', 'no')], [entry('yes', 'yes')])).toEqual(['no'])
    expect(again([entry('no', 'no')], [entry('yes', 'yes')], false)).toEqual([])
    expect(again([entry('taken', 'withdrawn')], [entry('yes', 'yes', ['a'])])).toEqual(['taken'])
    expect(again([entry('no', 'no', ['a'])], [entry('yes', 'yes')])).toEqual([])
    expect(again([entry('yes', 'yes')], [entry('no', 'no')])).toEqual([])
  })

  const yes = (id: string, conditions: Partial<ConsentBody['conditions']> = {}, passages: string[] | null = null) => {
    const { body, ...rest } = entry(id, 'yes', passages)
    return { ...rest, body: { ...body, conditions: { ...body.conditions, ...conditions } } }
  }
  const bodies = (here: LedgerEntry<ConsentBody>[], brought: LedgerEntry<ConsentBody>[]) =>
    toSayAgain(here, () => true, brought, ['a', 'b'], '2026-02-01T00:00:00.000Z', new Map()).map(({ body }) => body)
  const testimony = { kind: 'testimony' }

  test.each([
    { until: '2026-03-01T00:00:00.000Z' },
    { times: 2 },
    { noCutting: true },
    { recipients: ['hall'] },
    { nameAs: 'Luz' },
    { voice: 'other' },
  ] satisfies Partial<ConsentBody['conditions']>[])('a narrower yes said here since holds: %o', (condition) => {
    expect(bodies([yes('here', condition)], [yes('copy')])).toMatchObject([{ scope: testimony, conditions: condition }])
    expect(bodies([yes('here', condition)], [yes('copy', {}, ['a'])])).toMatchObject([
      { scope: { kind: 'passages', passages: ['a'] }, conditions: condition },
    ])
    expect(bodies([yes('here', condition, ['a'])], [yes('copy')])).toEqual([])
    expect(bodies([yes('here')], [yes('copy', condition)])).toEqual([])
    expect(bodies([yes('here', condition)], [yes('copy', condition)])).toEqual([])
  })

  test('of two yeses that are narrower each in its own way, what both allow is what holds', () => {
    const [end, later] = ['2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z']
    expect(bodies([yes('here', { times: 2, until: later })], [yes('copy', { until: end })])).toMatchObject([
      { answer: 'yes', conditions: { times: 2, until: end } },
    ])
    expect(bodies([yes('here', { recipients: ['a', 'b'] })], [yes('copy', { recipients: ['b', 'c'] })])).toMatchObject([
      { answer: 'yes', conditions: { recipients: ['b'] } },
    ])
    expect(bodies([yes('here', { recipients: ['a'] })], [yes('copy', { recipients: ['b'] })])).toMatchObject([
      { answer: 'askEachTime' },
    ])
  })

  test('what is used up, or whose event has come, is not said again as if it were new', () => {
    const again = (here: LedgerEntry<ConsentBody | EventBody>[], used: number) =>
      toSayAgain(
        here,
        () => true,
        [yes('copy')],
        ['a', 'b'],
        '2026-02-01T00:00:00.000Z',
        new Map([['here', used]]),
      ).map(({ body: { answer, conditions } }) => [answer, conditions.times])
    expect(again([yes('here', { times: 2 })], 1)).toEqual([['yes', 1]])
    expect(again([yes('here', { times: 2 })], 2)).toEqual([['askEachTime', null]])
    const waits = yes('here', { untilEvent: 'The trial is over' })
    const { body: _body, ...rest } = waits
    const came = { ...rest, id: 'came', body: { kind: 'eventCame', testimony: 'story', entry: 'here' } } as const
    expect(again([waits], 0)).toEqual([['yes', null]])
    expect(again([waits, came], 0)).toEqual([['askEachTime', null]])
  })

  test('a no of the whole, said here since, closes a passage that the copy opens by itself', () => {
    expect(bodies([entry('no', 'no')], [yes('copy', {}, ['a'])])).toMatchObject([
      { answer: 'no', scope: { kind: 'passages', passages: ['a'] } },
    ])
  })
})

describe('sound that is sealed', () => {
  const timed: HerState = {
    ...base,
    passages: base.passages.map((one, at) => ({
      ...one,
      recording: 'rec',
      startMs: at * 2_000,
      endMs: at * 2_000 + 2_000,
    })),
  }
  const seal = { id: 'seal', passage: 'b', key: 'key', box: '', at: '' }
  const stretch = { passage: 'b', recording: 'rec', startMs: 1_850, endMs: 4_150 }
  const sealed: HerState = { ...said(timed, 'b', ''), seals: [seal] }
  const soundOf = (here: HerState, hers: HerState, known = timed, keep: readonly string[] = []) =>
    merge(here, hers, knownOf(known), new Set(keep), sha256).sound

  test('hers is sealed here, where it is not yet', () => {
    const hers = { ...sealed, sealedSound: [stretch] }
    expect(soundOf(timed, hers)).toEqual({ toSeal: [stretch], stillSealed: [] })
    expect(soundOf(hers, hers)).toEqual({ toSeal: [], stillSealed: [] })
    expect(soundOf(sealed, hers, sealed), 'her words before').toEqual({ toSeal: [stretch], stillSealed: [] })
    expect(soundOf(timed, { ...sealed, sealedSound: [] }), 'the words alone').toEqual({ toSeal: [], stillSealed: [] })
  })

  test('of a copy that does not say it, the sound goes with the words, as wide as they are silent', () => {
    expect(soundOf(timed, sealed)).toEqual({ toSeal: [stretch], stillSealed: [] })
    expect(soundOf(sealed, sealed, sealed), 'and not of what was sealed before').toEqual({
      toSeal: [],
      stillSealed: [],
    })
    expect(soundOf(base, { ...said(base, 'b', ''), seals: [seal] }, base), 'nobody knows where').toEqual({
      toSeal: [],
      stillSealed: [],
    })
  })

  test('where the words stay open here, because she says so, so does their sound', () => {
    const [here, hers] = [said(timed, 'b', 'Three and four.'), { ...sealed, sealedSound: [stretch] }]
    const { conflicts } = merge(here, hers, knownOf(timed), new Set(), sha256)
    expect(soundOf(here, hers).toSeal).toEqual([stretch])
    expect(
      soundOf(
        here,
        hers,
        timed,
        conflicts.map(({ id }) => id),
      ).toSeal,
    ).toEqual([])
  })

  test('what she opened there stays sealed here; what she opened here since is not sealed again', () => {
    const both = { ...sealed, sealedSound: [stretch] }
    expect(soundOf(both, timed, both)).toEqual({ toSeal: [], stillSealed: ['b'] })
    expect(soundOf(timed, both, both)).toEqual({ toSeal: [], stillSealed: [] })
    expect(soundOf(both, both, both)).toEqual({ toSeal: [], stillSealed: [] })
    expect(soundOf(both, timed, timed), 'sealed here since').toEqual({ toSeal: [], stillSealed: [] })
  })
})
