// The change that brings an earlier state back: its words and order, with the marks of now laid on them.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Label, Marks, Range, Redaction, Tie } from '../../../../shared/domain/marks/marks.ts'
import { Reanchor } from '../../../../shared/domain/marks/reanchor.ts'
import type { Passage, Story, Transcript } from '../../../../shared/domain/story.ts'
import { orderOf, type Change, type MovedMark, type TurnOrder } from '../../../../shared/domain/writing/writing.ts'
import type { Session } from '../../session.ts'
import { readLineage } from '../../store/lineage.ts'
import { readMarks } from '../../store/marks.ts'
import { isSamePassage } from '../../store/passages.ts'
import { transcriptAt } from '../../store/revisions.ts'
import { readStory } from '../../store/stories.ts'

/** Throws Failure notFound where there is no such revision. */
export function changeBackTo(session: Session, testimony: string, revision: number): Change {
  const { database } = session
  const now = readStory(database, testimony)
  const marks = readMarks(database, testimony)
  const sealed = new Set(marks.seals.map(({ passage }) => passage))
  const then = withSealed(transcriptAt(database, testimony, revision, now), now, sealed)
  if (then.passages.length === 0) throw new Failure('badInput')
  return changeTo(session, now, then, marks, sealed)
}

/** The change from what stands to `then`; marks follow their words. */
export function changeTo(
  session: Session,
  now: Story,
  then: Transcript,
  marks: Marks,
  sealed: ReadonlySet<string>,
): Change {
  const old = new Map(now.passages.map((passage) => [passage.id, passage]))
  const order = orderOf(then)
  return {
    turns: JSON.stringify(order) === JSON.stringify(orderOf(now)) ? null : order,
    passages: then.passages.filter((passage) => {
      const was = old.get(passage.id)
      return was === undefined || !isSamePassage(was, passage)
    }),
    marks: followed(session, now, then.passages, marks, sealed),
    lineage: [],
  }
}

function followed(
  session: Session,
  now: Story,
  then: readonly Passage[],
  marks: Marks,
  sealed: ReadonlySet<string>,
): MovedMark[] {
  const reanchor = new Reanchor({
    before: now.passages,
    after: then,
    related: readLineage(session.database, now.testimony.id),
    sealed,
    newId: () => session.newId(),
  })
  const moved: MovedMark[] = []
  const here = new Set(then.map(({ id }) => id))
  const follow = (kind: MovedMark['kind'], { id, ranges }: Label | Redaction | Tie): void => {
    const laid = ranges.flatMap((range) => {
      const found = reanchor.range(range, kind === 'redaction')
      // A tie is over a whole passage, whatever its words: only one that is gone asks.
      const asks = found.some(({ unresolved }) => unresolved)
      return kind === 'tie' && asks && here.has(range.passage) ? [range] : found
    })
    if (laid.length !== ranges.length || laid.some((range, at) => !isSame(range, ranges[at])))
      moved.push({ kind, mark: id, ranges: laid })
  }
  for (const label of marks.labels) follow('label', label)
  for (const redaction of marks.redactions) follow('redaction', redaction)
  for (const tie of marks.ties) follow('tie', tie)
  return moved
}

function isSame(one: Range, two: Range | undefined): boolean {
  return one === two || JSON.stringify(one) === JSON.stringify(two)
}

/** A sealed passage stays where its neighbours are, whether the earlier state had it or not, and stays empty. */
function withSealed(then: Transcript, now: Story, sealed: ReadonlySet<string>): Transcript {
  if (sealed.size === 0) return then
  const order: { id: string; speaker: string; passages: string[] }[] = orderOf(then).map((turn: TurnOrder) => ({
    ...turn,
    passages: [...turn.passages],
  }))
  const passages = new Map(then.passages.map((passage) => [passage.id, passage]))
  const speakers = new Map(now.turns.map(({ id, speaker }) => [id, speaker]))
  for (const [at, passage] of now.passages.entries()) {
    if (!sealed.has(passage.id)) continue
    const had = passages.has(passage.id)
    passages.set(passage.id, passage)
    if (had) continue
    const before = now.passages.slice(0, at).findLast(({ id }) => passages.has(id))
    const turn = order.findIndex(({ passages: own }) => before !== undefined && own.includes(before.id))
    const near = order[turn]
    const speaker = speakers.get(passage.turn) ?? ''
    const own = order.find(({ id }) => id === passage.turn)
    if (near !== undefined && before !== undefined && own !== undefined)
      near.passages.splice(near.passages.indexOf(before.id) + 1, 0, passage.id)
    else if (own !== undefined) own.passages.unshift(passage.id)
    else order.splice(turn + 1, 0, { id: passage.turn, speaker, passages: [passage.id] })
  }
  return {
    speakers: then.speakers,
    turns: order.map(({ id, speaker }) => ({ id, speaker })),
    passages: order.flatMap(({ id: turn, passages: own }) =>
      own.flatMap((id) => {
        const passage = passages.get(id)
        return passage === undefined ? [] : [{ ...passage, turn }]
      }),
    ),
  }
}
