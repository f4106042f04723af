// What of passages, and of what stands around them, could tell who she is.
import { featuresIn, type Feature } from '../../../../shared/domain/given-out/mosaic-features.ts'
import type { SaidFeature } from '../../../../shared/domain/given-out/mosaic-telling.ts'
import type { SeenFeature } from '../../../../shared/domain/given-out/mosaic.ts'
import type { Marks } from '../../../../shared/domain/marks/marks.ts'
import { isShown } from '../../../../shared/domain/marks/shown-label.ts'
import type { Story } from '../../../../shared/domain/story.ts'
import { readingOnce } from '../../../../shared/domain/words/read-text.ts'
import { findAgain } from '../../../../shared/domain/words/same-words.ts'
import { readableText, type ReadPassage } from './held.ts'

/** What is looked for among names is no longer than this. */
const longestName = 80
const shortestName = 3

/** The names of those who speak, whole and in their parts. */
function namesOfSpeakers({ speakers, narrator }: Story): string[] {
  const whole = [narrator.name, ...speakers.map(({ name }) => name)].map((name) => name.trim())
  return [...new Set(whole.flatMap((name) => [name, ...name.split(/\s+/u)]))].filter(
    (name) => name.length >= shortestName && name.length <= longestName && /\p{L}/u.test(name),
  )
}

/**
 * @param disclosure null: in the new excerpt
 * @param around what is written around the passages
 */
export function seenIn(
  disclosure: string | null,
  passages: readonly ReadPassage[],
  { labels, redactions }: Pick<Marks, 'labels' | 'redactions'>,
  around: readonly string[],
  story: Story,
): SaidFeature[] {
  const at = (where: SeenFeature['where'], language: string, features: readonly Feature[]): SaidFeature[] =>
    features.map((feature) => ({ ...feature, where, language }))
  const shown = labels.filter(isShown)
  const spoken = namesOfSpeakers(story)
  const read = readingOnce()
  return [
    ...passages.flatMap(({ passage, language, pieces }) => {
      const text = readableText(pieces)
      // What is taken out for others is known to tell something.
      const takenOut = redactions
        .filter(({ thing }) => thing !== 'voice' && thing !== 'passage')
        .flatMap(({ ranges }) => ranges.filter((range) => range.passage === passage).map(({ quote }) => quote))
        .filter((quote) => quote.length <= longestName)
      const known = [...new Set([...takenOut, ...spoken])].filter((words) => findAgain(text, words, read).length > 0)
      const labelled = shown.filter(({ ranges }) => ranges.some((range) => range.passage === passage))
      return at({ disclosure, passage }, language, [
        ...known.map((words) => ({ kind: 'name' as const, words, isKnown: true })),
        ...labelled.map(({ words }) => ({ kind: 'label' as const, words })),
        ...featuresIn(text, language),
      ])
    }),
    // NOTE: words around hers are not hers; only names and numbers in them tell something.
    ...around.flatMap((text) =>
      at(
        { disclosure, passage: null },
        story.testimony.language,
        featuresIn(text, story.testimony.language).filter(({ kind }) => kind === 'name' || kind === 'number'),
      ),
    ),
  ]
}
