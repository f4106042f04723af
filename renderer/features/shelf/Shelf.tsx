// The shelf: every testimony that fits what is looked for, with the count said, and the next step where there is none.
import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { ShelfFilters } from './ShelfFilters.tsx'
import { ShelfStories } from './ShelfStories.tsx'
import styles from './Shelf.module.css'
import { useShelfPages } from './shelf-pages.ts'
import { isFiltered, wholeShelf, type ShelfLook, type ShelfWish } from './shelf-wish.ts'

interface ShelfProps {
  wish: ShelfWish
  onWish: (wish: ShelfWish) => void
  look: ShelfLook
  onLook: (look: ShelfLook) => void
  onOpen: (testimony: string) => void
  /** Something that she answered has ended, or its day has come: it is talked about again with her. */
  onLookAgain: (testimony: string) => void
  onBringIn: () => void
}

export function Shelf({ wish, onWish, look, onLook, onOpen, onLookAgain, onBringIn }: ShelfProps) {
  const say = useWords()
  const announce = useAnnounce()
  const choices = useAnswer(['shelf', 'story', 'marks'], (archive, signal) => archive.shelf.choices({}, signal), [])
  const pages = useShelfPages(wish)
  const [cleared, setCleared] = useState(0)
  const all = choices.value?.all
  const filtered = isFiltered(wish)
  const known = pages.cards !== undefined && all !== undefined
  const count = !known
    ? ''
    : filtered
      ? say('shelf.countOf', { count: pages.total, all: say.number(all) })
      : say('shelf.count', { count: pages.total })
  const said = useRef('')

  useEffect(() => {
    if (!known || pages.isReading || said.current === count) return
    // NOTE: not on arrival, when the room itself is being read out.
    if (said.current !== '') announce(count)
    said.current = count
  }, [announce, count, known, pages.isReading])

  const showAll = (): void => {
    onWish({ ...wholeShelf, order: wish.order })
    setCleared((times) => times + 1)
  }

  const failure = pages.failure ?? choices.failure
  if (failure !== null && pages.cards === undefined) {
    return (
      <div className={styles.shelf}>
        <Notice
          kind="care"
          action={
            <Button
              onPress={() => {
                pages.again()
                choices.again()
              }}
            >
              {say('shelf.again')}
            </Button>
          }
        >
          {say.failure(failure)}
        </Notice>
      </div>
    )
  }
  if (!known) return <p className={styles.quiet}>{say('shelf.loading')}</p>
  if (all === 0) {
    return (
      <div className={styles.shelf}>
        <Empty
          title={say('shelf.empty.title')}
          actions={
            <Button kind="primary" onPress={onBringIn}>
              {say('shelf.empty.go')}
            </Button>
          }
        >
          <p>{say('shelf.empty.how')}</p>
          <p>{say('shelf.empty.stays')}</p>
        </Empty>
      </div>
    )
  }
  return (
    <div className={styles.shelf}>
      <ShelfFilters key={cleared} wish={wish} onWish={onWish} look={look} onLook={onLook} choices={choices.value} />
      <div className={styles.countLine}>
        <p className={styles.count}>{count}</p>
        {filtered && (
          <Button kind="quiet" onPress={showAll}>
            {say('shelf.showAll')}
          </Button>
        )}
      </div>
      {pages.total === 0 && !pages.isReading ? (
        <Empty title={say('shelf.none.title')} actions={<Button onPress={showAll}>{say('shelf.showAll')}</Button>}>
          <p>{say('shelf.none.how')}</p>
        </Empty>
      ) : (
        <ShelfStories pages={pages} look={look} onOpen={onOpen} onLookAgain={onLookAgain} />
      )}
    </div>
  )
}
