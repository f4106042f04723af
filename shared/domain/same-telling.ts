// Whether a story still says the same, word for word: what others may do to her version is only how it is cut and ordered.
import type { Passage, Transcript } from './story.ts'

type Between = 'nothing' | 'space' | 'border'

/** Letters in order, and what stands before each: where one passage ends and the next begins, spaces may come and go. */
interface Laid {
  readonly letters: string
  readonly before: readonly Between[]
}

function laidOut(passages: readonly Passage[]): Laid {
  let letters = ''
  const before: Between[] = []
  for (const { text } of passages) {
    let between: Between = 'border'
    for (const letter of text) {
      if (/\s/u.test(letter)) {
        if (between === 'nothing') between = 'space'
        continue
      }
      letters += letter
      before.push(between)
      between = 'nothing'
    }
  }
  return { letters, before }
}

/**
 * True when every word is as it was. Whole passages may have moved; those whose borders changed must read the same, one
 * after another, as before. White space may be more or less, but it may not make other words ("now here", "nowhere").
 */
export function saysTheSame(before: Pick<Transcript, 'passages'>, after: Pick<Transcript, 'passages'>): boolean {
  const old = new Map(before.passages.map(({ id, text }) => [id, text]))
  const fresh = new Map(after.passages.map(({ id, text }) => [id, text]))
  const isChanged = ({ id }: { readonly id: string }) => old.get(id) !== fresh.get(id)
  const was = laidOut(before.passages.filter(isChanged))
  const is = laidOut(after.passages.filter(isChanged))
  return (
    was.letters === is.letters &&
    was.before.every((one, at) => one === is.before[at] || one === 'border' || is.before[at] === 'border')
  )
}
