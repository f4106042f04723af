// What was found, by testimony. The arrow keys move between results as between lines; Tab works too.
import type { KeyboardEvent, RefObject } from 'react'
import { Link } from 'react-aria-components/Link'
import { useWords } from '../../words/say.tsx'
import { FoundPassage } from './FoundPassage.tsx'
import styles from './FindResults.module.css'
import { byStory, type Hit } from './find-wish.ts'

interface FindResultsProps {
  hits: readonly Hit[]
  results: RefObject<HTMLElement | null>
  /** Up from the first result. */
  onLeaveUp: () => void
  onOpen: (testimony: string, passage?: string) => void
}

export function FindResults({ hits, results, onLeaveUp, onOpen }: FindResultsProps) {
  const say = useWords()
  const pressed = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const edge = { Home: 0, End: -1 }[event.key]
    if ((step === undefined && edge === undefined) || event.nativeEvent.isComposing) return
    const all = [...(results.current?.querySelectorAll<HTMLElement>('[data-result]') ?? [])]
    const here = all.findIndex((one) => one.contains(document.activeElement))
    event.preventDefault()
    if (step === -1 && here <= 0) return onLeaveUp()
    const next = edge === undefined ? all[Math.min(here + (step ?? 0), all.length - 1)] : all.at(edge)
    next?.focus()
  }
  return (
    <section ref={results} className={styles.results} aria-label={say('find.results')} onKeyDown={pressed}>
      {byStory(hits).map((story) => (
        <article key={story.testimony} className={styles.story}>
          <h2 className={styles.title}>
            <Link className={styles.link ?? ''} onPress={() => onOpen(story.testimony)}>
              <bdi>{story.title === '' ? say('find.untitled') : story.title}</bdi>
            </Link>
          </h2>
          <p className={styles.about}>
            {story.narratorName !== '' && (
              <span>
                <bdi>{story.narratorName}</bdi>
              </span>
            )}
            <span>{say('find.inStory', { count: story.hits.length })}</span>
          </p>
          <ul className={styles.passages}>
            {story.hits.map((hit) => (
              <FoundPassage key={hit.passage} hit={hit} onOpen={onOpen} />
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
}
