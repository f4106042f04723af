// A name that is taken out is found in every script wherever it stands again, with what grows to its beginning or end.
import { describe, expect, test } from 'vitest'
import { findAgain } from '../../shared/domain/same-words.ts'
import { scriptStories } from '../support/scripts.ts'

describe.each(scriptStories.map((story) => [story.language, story] as const))('in %s', (language, { name, text }) => {
  test('every place where it stands is found', () => {
    // NOTE: an Amharic preposition that has grown to a name is not parted from it; only the name alone is found.
    const wordBefore = language === 'am' ? /[^\p{L}]/u : /./su
    const places = [...text.matchAll(new RegExp(name, 'gu'))]
      .map(({ index }) => index)
      .filter((at) => wordBefore.test(text[at - 1] ?? ' '))
    expect(places.length).toBeGreaterThan(language === 'am' ? 0 : 2)
    const found = findAgain(text, name)
    expect(found.map(([start]) => start)).toEqual(expect.arrayContaining(places))
    for (const at of places) expect(found.find(([start]) => start === at)?.[1]).toBeGreaterThanOrEqual(at + name.length)
  })
})
