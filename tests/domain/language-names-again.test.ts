// A name that is taken out is found in every script wherever it stands again, with what grows to its beginning or end.
import { describe, expect, test } from 'vitest'
import { findAgain } from '../../shared/domain/words/same-words.ts'
import { scriptStories } from '../support/scripts.ts'

describe.each(scriptStories.map((story) => [story.language, story] as const))('in %s', (_, { name, text }) => {
  test('every place where it stands is found', () => {
    const places = [...text.matchAll(new RegExp(name, 'gu'))].map(({ index }) => index)
    expect(places.length).toBeGreaterThan(2)
    const found = findAgain(text, name)
    expect(found.map(([start]) => start)).toEqual(places)
    for (const at of places) expect(found.find(([start]) => start === at)?.[1]).toBeGreaterThanOrEqual(at + name.length)
  })
})
