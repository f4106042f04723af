// Ties pulled along: what she asked to travel together comes and goes together, in the order of the telling.
import { expect, test } from 'vitest'
import { noMarks, type Tie, type TieKind } from '../../shared/domain/marks/marks.ts'
import { withTies } from '../../shared/domain/excerpts/pulled-along.ts'
import { over, story } from './told-story.ts'

const order = story.passages.map(({ id }) => id)
const tie = (id: string, passages: readonly string[], kind: TieKind = 'together'): Tie => ({
  id,
  kind,
  reason: `why ${id}`,
  author: 'Marisol',
  ranges: passages.map((passage) => over(passage)),
})
const marks = (...ties: Tie[]) => ({ ...noMarks, ties })
const along = (choice: ReturnType<typeof withTies>) => choice.along.map(({ tie: { id }, passages }) => [id, passages])

test('choosing one of what travels together brings the others, in the order of the telling', () => {
  const choice = withTies(order, marks(tie('a', ['p7', 'p2', 'p5'])), ['p1'], ['p5'], 'choose')
  expect(choice.chosen).toEqual(['p1', 'p2', 'p5', 'p7'])
  expect(along(choice)).toEqual([['a', ['p2', 'p7']]])
})

test('what is tied to what came comes too, each because of its own tie', () => {
  const choice = withTies(order, marks(tie('a', ['p2', 'p5']), tie('b', ['p5', 'p9'])), [], ['p2'], 'choose')
  expect(choice.chosen).toEqual(['p2', 'p5', 'p9'])
  expect(along(choice)).toEqual([
    ['a', ['p5']],
    ['b', ['p9']],
  ])
})

test('leaving one leaves all', () => {
  const choice = withTies(order, marks(tie('a', ['p2', 'p5'])), ['p1', 'p2', 'p5'], ['p5'], 'leave')
  expect(choice.chosen).toEqual(['p1'])
  expect(along(choice)).toEqual([['a', ['p2']]])
})

test('other kinds of ties bring nothing, nor does a question about words that are gone', () => {
  const gone = tie('a', ['p2', 'p5'])
  const asks = { ...gone, ranges: gone.ranges.map((range) => ({ ...range, start: 0, end: 0, unresolved: true })) }
  const ties = marks(tie('b', ['p2', 'p3'], 'neverAlone'), tie('c', ['p2', 'p4'], 'neverAsTitle'), asks)
  expect(withTies(order, ties, [], ['p2'], 'choose')).toEqual({ chosen: ['p2'], along: [] })
})

test('what is sealed does not come', () => {
  const sealed = { ...marks(tie('a', ['p2', 'p5', 'p6'])), seals: [{ id: 's', passage: 'p5' }] }
  expect(withTies(order, sealed, [], ['p2'], 'choose').chosen).toEqual(['p2', 'p6'])
})
