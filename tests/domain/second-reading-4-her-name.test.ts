// A part of the name that the archive works with tells who she is like the whole of it does.
import { expect, test } from 'vitest'
import { gate } from '../../shared/domain/gate.ts'
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
