// The gate's reasons about marks on the passages: labels that wait for her, what is taken out and can still be read.
import type { GateQuestion } from './question.ts'
import type { GateReason } from './reasons.ts'
import { isHiddenFrom } from '../reach.ts'
import { readableAgain, takenOutElsewhere } from '../marks/readable-again.ts'
import { silencesFor } from '../sound/silences.ts'
import { longerWordsIn } from '../names/somebody-else.ts'
import { takenOutWords, type TakenOutWords } from '../words/taken-out-words.ts'
import { useOf } from '../consent/uses.ts'

export function markReasons(question: GateQuestion): GateReason[] {
  const { excerpt, story, marks } = question
  const { reach } = useOf(excerpt.use)
  const chosen = new Set(excerpt.passages)
  const reasons: GateReason[] = []
  for (const label of marks.labels) {
    const range = label.ranges.find(({ passage }) => chosen.has(passage))
    if (range !== undefined && label.stance === 'none' && label.assertedBy !== 'narrator') {
      reasons.push({ kind: 'labelWithoutStance', passage: range.passage, label: label.id, words: label.words })
    }
  }
  if (excerpt.withSound) {
    for (const where of silencesFor(story, marks, reach).unknown) reasons.push({ kind: 'soundTimeMissing', ...where })
  }
  for (const redaction of marks.redactions) {
    if (!isHiddenFrom(redaction.reach, reach)) continue
    const unresolved = redaction.ranges.find((range) => range.unresolved)
    if (unresolved !== undefined)
      reasons.push({ kind: 'redactionUnresolved', passage: unresolved.passage, redaction: redaction.id })
  }
  return [...reasons, ...elsewhereReasons(question)]
}

/** The same words in a passage that would leave: by themselves, or as part of a name where they are not found whole. */
function elsewhereReasons({ excerpt, story, marks }: GateQuestion): GateReason[] {
  const shown = { excerpt, story, marks }
  const { reach } = useOf(excerpt.use)
  const chosen = new Set(excerpt.passages)
  const said = new Map<string, Set<string>>()
  const elsewhere = (passage: string, { redaction, words, find }: TakenOutWords): GateReason => {
    const there = story.passages.find(({ id }) => id === passage)
    const longer = there === undefined ? [] : longerWordsIn(there, marks, reach, words, find)
    const reason = { kind: 'takenOutElsewhere', passage, redaction, words } as const
    return longer.length === 0 ? reason : { ...reason, longer }
  }
  return takenOutWords(marks, reach).flatMap((sought): GateReason[] => {
    const { redaction, words, isPart, find } = sought
    const here = said.get(redaction) ?? new Set()
    said.set(redaction, here)
    if (isPart) {
      const again = readableAgain(shown, chosen, find).filter((passage) => !here.has(passage))
      return again.map((passage) => elsewhere(passage, sought))
    }
    return takenOutElsewhere(shown, words, chosen, find).map(({ passages }) => {
      for (const passage of passages) here.add(passage)
      return elsewhere(passages[0], sought)
    })
  })
}
