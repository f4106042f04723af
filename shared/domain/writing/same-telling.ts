// Whether a story still says the same, word for word: what others may do to her version is only how it is cut and ordered.
import type { Passage, Transcript } from '../story.ts'

type Telling = Pick<Transcript, 'speakers' | 'turns' | 'passages'>

type Between = 'nothing' | 'space' | 'border'

/**
 * Letters in order, with whether each is in her voice, and what stands before it: where one passage ends and the next
 * begins, spaces may come and go.
 */
interface Laid {
  readonly letters: string
  readonly voices: readonly boolean[]
  readonly before: readonly Between[]
}

function laidOut(passages: readonly Passage[], isHers: (passage: Passage) => boolean): Laid {
  let letters = ''
  const voices: boolean[] = []
  const before: Between[] = []
  for (const passage of passages) {
    const hers = isHers(passage)
    let between: Between = 'border'
    for (const letter of passage.text) {
      if (/\s/u.test(letter)) {
        if (between === 'nothing') between = 'space'
        continue
      }
      letters += letter
      voices.push(hers)
      before.push(between)
      between = 'nothing'
    }
  }
  return { letters, voices, before }
}

/** Whether a passage is in the narrator's own voice. */
function voicesOf({ speakers, turns }: Telling): (passage: Passage) => boolean {
  const narrators = new Set(speakers.filter(({ role }) => role === 'narrator').map(({ id }) => id))
  const hers = new Set(turns.filter(({ speaker }) => narrators.has(speaker)).map(({ id }) => id))
  return ({ turn }) => hers.has(turn)
}

/**
 * True when every word is as it was, in the same voice: hers, or not hers. Whole passages may have moved; those whose
 * borders changed must read the same, one after another, as before. White space may be more or less, but it may not make
 * other words ("now here", "nowhere").
 */
export function saysTheSame(before: Telling, after: Telling): boolean {
  const [wasHers, isHers] = [voicesOf(before), voicesOf(after)]
  const old = new Map(before.passages.map((passage) => [passage.id, passage]))
  const fresh = new Map(after.passages.map((passage) => [passage.id, passage]))
  const isChanged = ({ id }: Passage) => old.get(id)?.text !== fresh.get(id)?.text
  // NOTE: empty ones too: a sealed passage has its words again when she opens it.
  const otherVoice = after.passages.some((passage) => {
    const own = old.get(passage.id)
    return own !== undefined && !isChanged(passage) && wasHers(own) !== isHers(passage)
  })
  if (otherVoice) return false
  const was = laidOut(before.passages.filter(isChanged), wasHers)
  const is = laidOut(after.passages.filter(isChanged), isHers)
  return (
    was.letters === is.letters &&
    was.voices.every((one, at) => one === is.voices[at]) &&
    was.before.every((one, at) => one === is.before[at] || one === 'border' || is.before[at] === 'border')
  )
}
