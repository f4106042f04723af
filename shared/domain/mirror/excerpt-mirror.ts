// The mirror of one excerpt: as she and whoever chooses see it, and as its readers do where she wants them to.
import type { GateQuestion } from '../gate/question.ts'
import { tellsWhatIsHidden } from '../gate/framing.ts'
import type { Range } from '../marks/marks.ts'
import { mirrorOf, tellingOf, type Mirror, type Silent } from './mirror.ts'
import { isHiddenFrom } from '../reach.ts'
import { hiddenFrom, isAllHidden, isWhollyHidden, piecesOf } from '../marks/redaction.ts'
import { isShown } from '../marks/shown-label.ts'
import { timeOf } from '../sound/silences.ts'
import type { Passage } from '../story.ts'
import { useOf } from '../consent/uses.ts'

/** The whole story beside this excerpt, as she is shown it. */
export function mirrorFor({ excerpt, story, marks, beside }: GateQuestion): Mirror {
  return mirrorOf(tellingOf(story, beside?.sections ?? [], marks), excerpt.passages)
}

/** Where each passage is silent for these readers, as long as what was taken out is. */
function silentIn({ excerpt, story, marks }: GateQuestion): Silent {
  const { reach } = useOf(excerpt.use)
  const hiding = marks.redactions.filter((one) => isHiddenFrom(one.reach, reach))
  const inPassages = Map.groupBy(
    hiding.flatMap((one) => one.ranges),
    ({ passage }) => passage,
  )
  const byRecording = Map.groupBy(
    hiding.flatMap((one) => one.stretches ?? []),
    ({ recording }) => recording,
  )
  return new Map(
    story.passages.flatMap((passage) => {
      const ofWords = (inPassages.get(passage.id) ?? []).map((range) => timeOf(range, passage))
      const times = [...ofWords, ...(byRecording.get(passage.recording ?? '') ?? [])]
      return times.length === 0
        ? []
        : [[passage.id, times.includes(null) ? null : times.filter((time) => time !== null)]]
    }),
  )
}

/**
 * What readers see of it. Words and minutes are those that they could read and hear, so that no number tells how long
 * something is that was taken out. Headings and labels are not there that she does not show, that stand over nothing but what is hidden, or that
 * say what was taken out; nor are ids.
 *
 * @param nameAs her name as it goes along; null where none does
 */
export function mirrorForReaders(question: GateQuestion, nameAs: string | null): Mirror {
  const { excerpt, story, marks, beside } = question
  const hidden = hiddenFrom(marks, useOf(excerpt.use).reach)
  const sealed = new Set(marks.seals.map(({ passage }) => passage))
  const passages = story.passages.map((passage): Passage => {
    const pieces = piecesOf(passage.text, hidden.get(passage.id) ?? [])
    // NOTE: it still says where the one before it ends.
    if (sealed.has(passage.id) || isWhollyHidden(pieces)) return { ...passage, text: '', endMs: passage.startMs }
    return { ...passage, text: pieces.map((piece) => (piece.kind === 'words' ? piece.text : ' ')).join('') }
  })
  const read = new Set(passages.filter(({ text }) => text !== '').map(({ id }) => id))
  const reads = (range: Range) =>
    read.has(range.passage) && !range.unresolved && !isAllHidden(range, hidden.get(range.passage) ?? [])
  const labels = marks.labels
    .filter(isShown)
    .map((label) => ({ ...label, stance: 'mine' as const, ranges: label.ranges.filter(reads) }))
  const shown = { labels, seals: marks.seals }
  const telling = tellingOf({ ...story, passages }, beside?.sections ?? [], shown, silentIn(question))
  const mayBeSeen = ({ name, passages: under }: { name: string; passages: ReadonlySet<string> }) =>
    [...under].some((id) => read.has(id)) && !tellsWhatIsHidden(name, { excerpt, story, marks }, nameAs)
  const mirror = mirrorOf(
    { ...telling, sections: telling.sections.filter(mayBeSeen), labels: telling.labels.filter(mayBeSeen) },
    excerpt.passages,
  )
  return {
    ...mirror,
    sections: mirror.sections.map((row) => ({ ...row, id: null })),
    labels: mirror.labels.map((row) => ({ ...row, id: null })),
  }
}
