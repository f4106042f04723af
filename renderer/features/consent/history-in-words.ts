// What she decided, in one line, said about her or to her.
import type { Say } from '../../words/say.tsx'
import type { Uses } from '../../app/uses.tsx'
import type { Entry } from './consent-shapes.ts'

export type SpeaksTo = 'archivist' | 'narrator'

/** Where the sentences about her are, and those to her. */
const places = { archivist: 'consent.history', narrator: 'her.decided' } as const

export function whatIsSaid(
  say: Say,
  { nameOf }: Uses,
  speaksTo: SpeaksTo,
  entries: readonly Entry[],
  entry: Entry,
): string {
  const at = places[speaksTo]
  const { kind, use, answer, about, detail } = entry
  const nameOfUse = (of: Entry['use']): string => (of === null ? '' : nameOf(of))
  if (kind === 'reviewed') return say(`${at}.reviewed`)
  if (kind === 'coolingOffWaived') return say(`${at}.waived`)
  if (kind === 'signOff') return say(`${at}.signOff`, { use: nameOfUse(use) })
  if (kind === 'recordingAgreed') return say(`${at}.recordingAgreed`)
  if (kind === 'signOffRefused') return say(`${at}.refused`)
  if (kind === 'eventCame') {
    const waited = entries.find(({ id }) => id === about)
    return say(`${at}.event`, { use: nameOfUse(waited?.use ?? null), event: waited?.conditions?.untilEvent ?? '' })
  }
  if (kind === 'mirror') {
    const line = detail?.kind === 'mirror' ? detail.threshold : null
    return line === null ? say(`${at}.noLine`) : say(`${at}.line`, { percent: line })
  }
  if (kind === 'outside') return say(`${at}.outside.${detail?.kind === 'outside' ? detail.wish : 'askBack'}`)
  if (kind === 'replacement') return say(`${at}.instead.${detail?.kind === 'replacement' ? detail.says : 'silence'}`)
  return say(`${at}.answer`, {
    use: nameOfUse(use),
    answer: answer === null ? '' : say(`uses.answer.${answer}`),
  })
}
