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

export function isOutcome(kind: RecallStepKind): kind is Outcome {
  return outcomes.some((one) => one === kind)
}

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

/** What she wants of a passage outside: asked back, or let be where it is. */
export type Wish = 'askBack' | 'letBe'

type RecallSoFar = { readonly id: string; readonly passages: readonly string[] }
type StepOf = Pick<RecallStep, 'kind'> & { readonly recall: string }

function letsBe(recall: string, steps: readonly StepOf[]): boolean {
  return steps.some((step) => step.recall === recall && step.kind === 'letBe')
}

/** What she wants of each passage that a recall names: the last of them that names it says so. */
export function wishes(recalls: readonly RecallSoFar[], steps: readonly StepOf[]): Map<string, Wish> {
  const wanted = new Map<string, Wish>()
  for (const { id, passages } of recalls)
    for (const passage of passages) wanted.set(passage, letsBe(id, steps) ? 'letBe' : 'askBack')
  return wanted
}

/**
 * How it stands with what was given out.
 *
 * @param closed ids of the passages in it that are closed now, an end that was agreed not counted
 * @param recalls of it, in order
 * @param steps of all of them, in order; the last that says something of what is asked back counts
 */
export function recallState(
  closed: readonly string[],
  recalls: readonly RecallSoFar[],
  steps: readonly StepOf[],
): RecallState {
  const wanted = wishes(recalls, steps)
  if (closed.some((passage) => !wanted.has(passage))) return 'owed'
  const isBack = closed.some((passage) => wanted.get(passage) === 'askBack')
  if (!isBack && closed.length > 0) return 'letBe'
  const last = steps.findLast(({ recall, kind }) => turns[kind] !== undefined && !letsBe(recall, steps))
  if (last === undefined) return 'none'
  return closed.length === 0 ? 'openAgain' : (turns[last.kind] ?? 'none')
}
