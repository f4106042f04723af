// The search of the pages, made beforehand: lunr's index of the words shown, as a script that a page from disk can load.
import lunr from 'lunr'
import { searchWords } from '../../../../shared/domain/words/search-words.ts'
import type { RedactedExcerpt } from '../../../../shared/domain/excerpts/excerpt.ts'

/** JSON that is also safe inside a script, wherever it is put. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * A script that sets `readingRoomIndex` to lunr's index: documents are passage numbers, one field, no positions, no
 * stop words, no stems. Labels are not in it, so that no word of others finds her.
 */
export function searchIndexScript({ passages }: RedactedExcerpt): string {
  const builder = new lunr.Builder()
  builder.ref('number')
  builder.field('words')
  builder.tokenizer = ((words: string) =>
    searchWords(words).map(({ word }) => new lunr.Token(word, {}))) as typeof lunr.tokenizer
  for (const { number, pieces } of passages) {
    // A line end between pieces: words on both sides of a gap are no pair.
    builder.add({ number, words: pieces.map((piece) => (piece.kind === 'gap' ? '' : piece.text)).join('\n') })
  }
  return `globalThis.readingRoomIndex = ${scriptJson(builder.build().toJSON())}\n`
}
