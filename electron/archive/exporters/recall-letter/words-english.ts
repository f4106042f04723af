// The letter in English.
import type { LetterWords } from './letter-words.ts'

export const english: LetterWords = {
  language: 'en',
  title: 'A request to give something back',
  to: 'To {recipient}',
  toSomebody: 'To whoever was given this',
  given: 'On {date} you were given part of a story that somebody told. It carries the reference below.',
  whole: 'The person who told it asks for all of it back.',
  some: 'The person who told it asks for these passages back: {numbers}. There were {count} in all.',
  one: 'The person who told it asks for passage {numbers} back. There were {count} in all.',
  facts: {
    reference: 'Reference',
    what: 'What was given',
    when: 'Given on',
    which: 'Passages asked back',
    sound: 'Where they are in the sound',
  },
  heard: 'passage {number}: {from} to {to}',
  noReason: 'She does not have to say why.',
  her: 'This is what she wants to say about it:',
  asked: 'Please do this:',
  asks: [
    'Stop showing it, quoting it and passing it on.',
    'Take down what you put up, and take it out of what is still to be printed.',
    'Delete your copies, the sound and backups too.',
    'Ask the same of everybody who got it from you. You may pass this letter on to them.',
  ],
  file: 'With this letter there may be a recall file. It holds none of her words. The program Firsthand reads it, and does not take the passages in again.',
  page: 'With this letter there may be a page. If you had put hers on a website, please put this one where it was.',
  answer: 'Then please write back. Say plainly which of these is so:',
  answers: [
    'It is done.',
    'A part is done. Some copies cannot be called back, for example in printed books.',
    'You do not want to do it.',
  ],
  thanks: 'Thank you.',
}
