// A part of the name that the archive works with tells who she is like the whole of it does.
import { expect, test } from 'vitest'
import { gate } from '../../shared/domain/gate/gate.ts'
import { sayingHerName } from '../../shared/domain/gate/framing.ts'
import { findAgain } from '../../shared/domain/words/same-words.ts'
import type { Story } from '../../shared/domain/story.ts'
import { excerpt, question, story } from './told-story.ts'

function reasons(title: string, name: string, given?: string) {
  const told: Story = {
    ...story,
    narrator: { ...story.narrator, name, names: given === undefined ? {} : { readers: given } },
  }
  const answer = gate(question({ story: told, excerpt: { ...excerpt, framing: { ...excerpt.framing, title } } }))
  return answer.open ? [] : answer.reasons
}
const inTitle = [{ kind: 'herName', part: 'title' }]

test('a family name stays inside where she gives a first name, or none', () => {
  expect(reasons('The Quispe list', 'Marisol Quispe', 'Marisol')).toEqual(inTitle)
  expect(reasons('The Quispe list', 'Marisol Quispe')).toEqual(inTitle)
  expect(reasons('Marisol’s list', 'Marisol Quispe', 'Luz')).toEqual(inTitle)
})

test('the part that she gives may be said, and so may the whole where she gives it', () => {
  expect(reasons('Marisol’s list', 'Marisol Quispe', 'Marisol')).toEqual([])
  expect(reasons('The Quispe list', 'Marisol Quispe', 'Marisol Quispe')).toEqual([])
  expect(reasons('The list', 'Marisol Quispe', 'Luz')).toEqual([])
  // Everybody's word, where it is not written as a name.
  expect(reasons('A list of grace', 'Grace Quispe', 'Luz')).toEqual([])
})

test('whoever wrote about her may be called like her', () => {
  const wordsAbout = {
    id: 'w1',
    kind: 'synopsis',
    language: 'en',
    text: 'Nine women.',
    author: 'Marisol',
    at: '2026-01-01T00:00:00.000Z',
    seen: 'yes',
    answer: '',
  } as const
  const told: Story = { ...story, narrator: { ...story.narrator, name: 'Marisol Quispe', names: { readers: 'Luz' } } }
  const framed = { ...excerpt, framing: { ...excerpt.framing, about: ['w1'] } }
  const asked = (author: string) => {
    const answer = gate(
      question({
        story: told,
        excerpt: framed,
        beside: { sections: [], wordsAbout: [{ ...wordsAbout, author }] },
      }),
    )
    return answer.open ? [] : answer.reasons
  }
  expect(asked('Marisol')).toEqual([])
  expect(asked('Marisol Quispe')).toEqual([{ kind: 'herName', part: 'about', about: 'w1' }])
})

test('a folder is often written without capitals', () => {
  const told = { ...story, narrator: { ...story.narrator, name: 'Marisol Quispe' } }
  expect(sayingHerName(told, 'Marisol', findAgain)('quispe list')).toBe(true)
  expect(sayingHerName(told, 'Marisol', findAgain)('marisol list')).toBe(false)
})
