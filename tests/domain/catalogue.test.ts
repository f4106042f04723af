// The list of what is here: by name, by pseudonym, counted only, not even counted.
import { describe, expect, test } from 'vitest'
import { catalogueOf, opensTo, type Listable } from '../../shared/domain/given-out/catalogue.ts'
import type { Existence } from '../../shared/domain/story.ts'

const person = (
  id: string,
  existence: Existence,
  names: Record<string, string>,
  stories: Listable['stories'] = [{ title: `${id} says`, language: 'en', isOpen: true, isReady: true }],
): Listable => ({
  narrator: { id, name: id, names, existence, refusedWords: [] },
  mayBeNamed: (name) => !name.includes('Teodora'),
  stories,
})

describe('existence in the list of what is here', () => {
  const people = [
    person('zoe', 'byName', { readers: 'Zoe' }),
    person('ana', 'byPseudonym', { readers: 'A. of the river' }),
    person('cou', 'countedOnly', { readers: 'Coumba' }),
    person('not', 'notCounted', { readers: 'Nothando' }),
  ]

  test('by name and by pseudonym look the same, and counted ones are one number', () => {
    expect(catalogueOf(people, 'readers', 'en')).toEqual({
      people: [
        { name: 'A. of the river', stories: [{ title: 'ana says', language: 'en' }] },
        { name: 'Zoe', stories: [{ title: 'zoe says', language: 'en' }] },
      ],
      counted: 1,
    })
  })

  test('with and without somebody who is not even counted it is the same', () => {
    const without = people.filter(({ narrator }) => narrator.id !== 'not')
    expect(catalogueOf(people, 'readers', 'en')).toEqual(catalogueOf(without, 'readers', 'en'))
    // Control: whoever is counted makes a difference.
    const fewer = people.filter(({ narrator }) => narrator.id !== 'cou')
    expect(catalogueOf(people, 'readers', 'en')).not.toEqual(catalogueOf(fewer, 'readers', 'en'))
  })

  test('nothing tells in which order they came', () => {
    expect(catalogueOf(people.toReversed(), 'readers', 'en')).toEqual(catalogueOf(people, 'readers', 'en'))
  })

  test('without a yes in effect, without a name for that reach, or with one that is taken out, she is only counted', () => {
    const closed = person('a', 'byName', { readers: 'A' }, [
      { title: 'T', language: 'en', isOpen: false, isReady: true },
    ])
    const nameless = person('b', 'byName', {})
    const takenOut = person('c', 'byName', { readers: 'Teodora' })
    const forReaders = person('d', 'byName', { readers: 'D' })
    expect(catalogueOf([closed, nameless, takenOut], 'readers', 'en')).toEqual({ people: [], counted: 3 })
    expect(catalogueOf([forReaders], 'anyone', 'en')).toEqual({ people: [], counted: 1 })
    expect(catalogueOf([person('e', 'byName', { anyone: 'E' })], 'readers', 'en').people).toHaveLength(1)
  })

  test('only a story that is open is listed, without a title where none is hers', () => {
    const stories = [
      { title: 'Open', language: 'es', isOpen: true, isReady: true },
      { title: 'Closed', language: 'es', isOpen: false, isReady: true },
      { title: null, language: 'en', isOpen: true, isReady: true },
    ]
    expect(catalogueOf([person('a', 'byName', { readers: 'A' }, stories)], 'readers', 'en').people[0]?.stories).toEqual(
      [
        { title: null, language: 'en' },
        { title: 'Open', language: 'es' },
      ],
    )
  })
})

test('a yes for named recipients, for later or for machines is none to being read', () => {
  expect(opensTo('readingRoom', 'readers')).toBe(true)
  expect(opensTo('website', 'readers')).toBe(true)
  expect(opensTo('readingRoom', 'anyone')).toBe(false)
  for (const use of ['court', 'machines', 'afterDeath', 'translation', 'listenHere', 'myCircle'] as const)
    expect(opensTo(use, 'readers'), use).toBe(false)
})
