// What they would like to give out of her stories, and how each of it stands with her.
import type { z } from 'zod'
import type { standing } from '../../../../shared/contract/excerpts.ts'
import type { FailureCode } from '../../../../shared/contract/failure.ts'
import type { Excerpt } from '../../../features/excerpts/excerpt-shapes.ts'
import type { Say } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'

export type Standing = z.infer<typeof standing>

export interface HerExcerpt extends Excerpt {
  readonly standing: Standing
}

/** What changes an excerpt, or how it stands. */
export const excerptConcepts = ['excerpts', 'consent', 'marks', 'story', 'words', 'givenOut', 'door'] as const

/** Newest first. Undefined until they are read. */
export function useHerExcerpts(): { excerpts: readonly HerExcerpt[] | undefined; failure: FailureCode | null } {
  const { value, failure } = useAnswer(
    excerptConcepts,
    async (archive, signal) => {
      const [{ excerpts }, { excerpts: standings }] = await Promise.all([
        archive.excerpts.list({}, signal),
        archive.excerpts.standing({}, signal),
      ])
      return excerpts.flatMap((excerpt) => {
        const found = standings.find((one) => one.excerpt === excerpt.id)
        return found === undefined ? [] : [{ ...excerpt, standing: found.standing }]
      })
    },
    [],
  )
  return { excerpts: value, failure }
}

/** She can do something now so that it is answered, and has not. */
export const waitsForHer = ({ standing: { kind } }: HerExcerpt): boolean =>
  kind === 'waits' || kind === 'toGoThrough' || kind === 'toAnswer'

export function standingInWords(say: Say, now: Standing): string {
  switch (now.kind) {
    case 'waitsUntil':
      return say('her.standing.waitsUntil', { moment: say.moment(now.until) })
    case 'saidYes':
    case 'saidNo':
    case 'givenOut':
      return say(`her.standing.${now.kind}`, { date: say.date(now.at) })
    case 'toAnswer':
    case 'beingMade':
    case 'closed':
    case 'toGoThrough':
    case 'waits':
      return say(`her.standing.${now.kind}`)
  }
}

/** What she is asked before it can be shown to her for her yes, a sentence each; empty where that is nothing. */
export function askedFirst(say: Say, now: Standing): readonly string[] {
  if (now.kind !== 'toAnswer') return []
  const { labels, wordsAbout } = now
  return [
    ...(labels.length === 0
      ? []
      : [say('her.excerpt.hers.labels', { labels: say.list([...labels]), count: labels.length })]),
    ...(wordsAbout ? [say('her.excerpt.hers.wordsAbout')] : []),
  ]
}
