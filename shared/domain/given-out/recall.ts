// A recall: what was given out and is closed by now, and what has come of asking for it back. Nothing here knows what
// became of a copy outside; it only knows what somebody said of it.

/** `files`: with the letter and its list. What is done here, then what was heard from outside. */
export const recallStepKinds = [
  'begun',
  'letBe',
  'letterSaved',
  'letterPrinted',
  'fileSaved',
  'replacementSaved',
  'sent',
  'confirmed',
  'refused',
  'unreachable',
] as const
export type RecallStepKind = (typeof recallStepKinds)[number]

/** What can be written down of the outside. */
export const outcomes = ['sent', 'confirmed', 'refused', 'unreachable'] as const
export type Outcome = (typeof outcomes)[number]

export interface RecallStep {
  readonly kind: RecallStepKind
  /** The day it happened on, ISO 8601 (no time). */
  readonly on: string
  readonly by: string
  readonly note: string
  /** When it was written down, ISO 8601 UTC. */
  readonly at: string
}

/**
 * Why a passage that was given out is closed by now. `voice`, `wholeOnly`, `otherName`: her yes has become narrower than
 * what was given. `takenOut`: more of its words is taken out by now than was when it left.
 */
export const recallReasons = [
  'no',
  'withdrawn',
  'notYet',
  'askEachTime',
  'otherRecipient',
  'sealed',
  'ended',
  'voice',
  'wholeOnly',
  'otherName',
  'takenOut',
] as const
export type RecallReason = (typeof recallReasons)[number]

/**
 * `none`: nothing in it is closed. `owed`: something is, and nobody has begun to call it back. `openAgain`: it was called
 * back, and she has said yes again since. The others as the last step says.
 */
export const recallStates = [
  'none',
  'owed',
  'begun',
  'letBe',
  'sent',
  'confirmed',
  'refused',
  'unreachable',
  'openAgain',
] as const
export type RecallState = (typeof recallStates)[number]

const turns: Readonly<Partial<Record<RecallStepKind, RecallState>>> = {
  begun: 'begun',
  letBe: 'letBe',
  sent: 'sent',
  confirmed: 'confirmed',
  refused: 'refused',
  unreachable: 'unreachable',
}

/**
 * How it stands with what was given out.
 *
 * @param closed ids of the passages in it that are closed now, an end that was agreed not counted
 * @param calledBack ids that recalls of it name already
 * @param steps of all its recalls, in order; the last that says something of the whole counts
 */
export function recallState(
  closed: readonly string[],
  calledBack: ReadonlySet<string>,
  steps: readonly Pick<RecallStep, 'kind'>[],
): RecallState {
  if (closed.some((passage) => !calledBack.has(passage))) return 'owed'
  const last = steps.findLast(({ kind }) => turns[kind] !== undefined)
  if (last === undefined) return 'none'
  return closed.length === 0 && calledBack.size > 0 && last.kind !== 'letBe'
    ? 'openAgain'
    : (turns[last.kind] ?? 'none')
}
