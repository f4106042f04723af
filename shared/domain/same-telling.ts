// Whether a story still says the same, word for word: what others may do to her version is only how it is cut and ordered.
import type { Transcript } from './story.ts'
import { bareWords } from './writing.ts'

/**
 * True when every word is as it was. Whole passages may have moved; those whose borders changed must read the same, one
 * after another, as before.
 */
export function saysTheSame(before: Pick<Transcript, 'passages'>, after: Pick<Transcript, 'passages'>): boolean {
  const bare = (text: string) => text.replaceAll(/\s+/gu, '')
  const old = new Map(before.passages.map(({ id, text }) => [id, bare(text)]))
  const fresh = new Map(after.passages.map(({ id, text }) => [id, bare(text)]))
  const isChanged = ({ id }: { readonly id: string }) => old.get(id) !== fresh.get(id)
  return (
    bareWords({ passages: before.passages.filter(isChanged) }) ===
    bareWords({ passages: after.passages.filter(isChanged) })
  )
}
