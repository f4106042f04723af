// One side of a conflict in words. A mark comes as JSON: what it says, and on which words it lies.
import { z } from 'zod'
import { redactedThings, redactionWays, stances, tieKinds } from '../../../shared/domain/marks/marks.ts'
import { reaches } from '../../../shared/domain/reach.ts'
import type { Say } from '../../words/make-say.ts'
import type { Conflict } from './hand-decisions.ts'

const quotes = z.array(z.string())
const label = z.object({ words: z.string(), meaning: z.string(), stance: z.enum(stances), quotes })
const redaction = z.object({
  thing: z.enum(redactedThings),
  way: z.enum(redactionWays),
  reach: z.enum(reaches),
  replacement: z.string(),
  stretches: z.array(z.object({ startMs: z.number(), endMs: z.number() })).optional(),
  quotes,
})
const tie = z.object({ kind: z.enum(tieKinds), reason: z.string(), quotes })

function lines(say: Say, parts: readonly string[], on: readonly string[]): string {
  const said = on.filter((quote) => quote !== '')
  return [
    ...parts.filter((part) => part !== ''),
    ...(said.length === 0 ? [] : [say('takeHome.back.on', { quotes: say.list(said) })]),
  ].join('\n')
}

/** Lines of text; null where the thing is not there on this side. */
export function conflictInWords(say: Say, { kind }: Conflict, side: string): string | null {
  if (side === '') return null
  if (kind === 'label') {
    const { words, meaning, stance, quotes: on } = label.parse(JSON.parse(side))
    return lines(say, [words, meaning, say(`uses.stance.${stance}`)], on)
  }
  if (kind === 'redaction') {
    const { thing, way, reach, replacement, stretches = [], quotes: on } = redaction.parse(JSON.parse(side))
    const silent = stretches.map(({ startMs, endMs }) =>
      say('takeHome.back.silent', { start: say.time(startMs), end: say.time(endMs) }),
    )
    const said = [say(`uses.thing.${thing}`), say(`uses.way.${way}`), say(`uses.reach.${reach}`), replacement]
    return lines(say, [...said, ...silent], on)
  }
  if (kind === 'tie') {
    const { kind: how, reason, quotes: on } = tie.parse(JSON.parse(side))
    return lines(say, [say(`takeHome.back.tie.${how}`), reason], on)
  }
  return side
}
