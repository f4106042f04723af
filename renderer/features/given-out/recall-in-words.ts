// How it stands with something that was called back, in words that claim nothing about a copy outside.
import type { RecallReason, RecallState, RecallStepKind } from '../../../shared/domain/given-out/recall.ts'
import type { Say } from '../../words/say.tsx'
import type { RecallStep } from './recall-shapes.ts'

/** Who is at the window: the same is said to her of herself, and to an archivist of her. */
export type SpeaksTo = 'archivist' | 'narrator'

/** A day without a time, whatever the clock's zone. */
export function dayInWords(say: Say, day: string): string {
  return say.date(new Date(`${day}T12:00:00`).toISOString())
}

export function stateInWords(say: Say, state: RecallState, steps: readonly RecallStep[]): string {
  const last = steps.findLast(({ kind }) => kind === state)
  const date = last === undefined ? '' : dayInWords(say, last.on)
  if (state === 'sent') return say('recall.state.sent', { date })
  if (state === 'confirmed') return say('recall.state.confirmed', { date })
  if (state === 'refused') return say('recall.state.refused', { date })
  if (state === 'unreachable') return say('recall.state.unreachable', { date })
  return say(`recall.state.${state}`)
}

/** The same, said to her. */
export function stateToHer(say: Say, state: RecallState, steps: readonly RecallStep[]): string {
  if (state === 'none' || state === 'owed' || state === 'begun' || state === 'letBe' || state === 'openAgain')
    return say(`her.gone.state.${state}`)
  return stateInWords(say, state, steps)
}

export function becauseInWords(say: Say, because: RecallReason, speaksTo: SpeaksTo): string {
  return speaksTo === 'narrator' ? say(`her.gone.because.${because}`) : say(`recall.because.${because}`)
}

export function stepInWords(say: Say, kind: RecallStepKind, speaksTo: SpeaksTo): string {
  return speaksTo === 'narrator' && kind === 'letBe' ? say('her.gone.step.letBe') : say(`recall.step.${kind}`)
}

/** States in which somebody here still has something to do or to wait for. */
export const waitsForUs: ReadonlySet<RecallState> = new Set(['owed', 'begun'])
export const answered: ReadonlySet<RecallState> = new Set(['confirmed', 'refused', 'unreachable'])
