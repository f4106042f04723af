// How it stands with something that was called back, in words that claim nothing about a copy outside.
import type { RecallState } from '../../../shared/domain/recall.ts'
import type { Say } from '../../words/say.tsx'
import type { RecallStep } from './recall-shapes.ts'

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

/** States in which somebody here still has something to do or to wait for. */
export const waitsForUs: ReadonlySet<RecallState> = new Set(['owed', 'begun'])
export const answered: ReadonlySet<RecallState> = new Set(['confirmed', 'refused', 'unreachable'])
