// Words that are also names inside the language that the program is written in are words like any other.
import { expect, test } from 'vitest'
import { refusedWordsIn } from '../../shared/domain/words/refused-words.ts'

const refuse = (word: string) => [{ word, instead: '' }]

test('a refused word that every object knows is caught like any other', () => {
  for (const word of ['constructor', 'constructors'])
    expect(refusedWordsIn('Life of a constructor', refuse(word)), word).toHaveLength(1)
  expect(refusedWordsIn('She worked on the site.', refuse('constructor'))).toEqual([])
  for (const word of ['__proto__', 'valueOf', 'hasOwnProperty'])
    expect(refusedWordsIn('She worked on the site.', refuse(word)), word).toEqual([])
})
