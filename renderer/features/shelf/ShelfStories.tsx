// The stories themselves, a page at a time: more come as one scrolls, or by the button at the end.
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { ShelfCard } from './ShelfCard.tsx'
import styles from './ShelfStories.module.css'
import type { ShelfPages } from './shelf-pages.ts'
import type { ShelfLook } from './shelf-wish.ts'

/** How far below the screen's edge the next page is asked for. */
const ahead = '600px'

export function ShelfStories({
  pages,
  look,
  onOpen,
  onLookAgain,
}: {
  pages: ShelfPages
  look: ShelfLook
  onOpen: (testimony: string) => void
  /** Something that she answered has ended, or its day has come: it is talked about again with her. */
  onLookAgain: (testimony: string) => void
}) {
  const say = useWords()
  const cards = pages.cards ?? []
  const list = useRef<HTMLUListElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const focusAt = useRef<number | null>(null)
  const latest = useRef(pages)
  latest.current = pages
  const hasMore = cards.length < pages.total

  useEffect(() => {
    const element = end.current
    if (element === null) return
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting) && !latest.current.isReading) latest.current.more()
      },
      { rootMargin: ahead },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
    // NOTE: observed anew after each page, because an end that stays in sight is told only once.
  }, [cards.length, hasMore])

  useEffect(() => {
    if (focusAt.current === null || cards.length <= focusAt.current) return
    list.current?.children[focusAt.current]?.querySelector<HTMLElement>('[role=link], a')?.focus()
    focusAt.current = null
  }, [cards.length])

  return (
    <>
      <ul className={look === 'cards' ? styles.cards : styles.list} aria-label={say('shelf.stories')} ref={list}>
        {cards.map((card) => (
          <ShelfCard key={card.id} card={card} look={look} onOpen={onOpen} onLookAgain={onLookAgain} />
        ))}
      </ul>
      {hasMore && (
        <div className={styles.end} ref={end}>
          <Button
            onPress={() => {
              focusAt.current = cards.length
              pages.more()
            }}
          >
            {say('shelf.more')}
          </Button>
          <span className={styles.shown}>
            {say('shelf.shown', { shown: say.number(cards.length), total: say.number(pages.total) })}
          </span>
        </div>
      )}
    </>
  )
}
