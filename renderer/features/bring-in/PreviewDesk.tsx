// Everything that was chosen, to be looked at and corrected before it is kept: the list, and beside it the one looked at.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { OneOf } from '../../ui/OneOf.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { canBeKept, willBeKept, type BatchState } from './batch-state.ts'
import { AddMore } from './AddMore.tsx'
import type { BatchWork } from './batch-work.ts'
import { KeepBar } from './KeepBar.tsx'
import styles from './PreviewDesk.module.css'
import { PreviewItemView } from './PreviewItemView.tsx'
import { PreviewRow } from './PreviewRow.tsx'
import { needsLook } from './reasons-to-look.ts'
import { SameForAll } from './SameForAll.tsx'

type Shown = 'all' | 'look' | 'cannot'

export function PreviewDesk({ work, state }: { work: BatchWork; state: BatchState }) {
  const say = useWords()
  const announce = useAnnounce()
  const { items, chosen, changing, textVersion } = state
  const [shown, setShown] = useState<Shown>('all')
  /** On a narrow screen there is room for one of the two. */
  const [view, setView] = useState<'list' | 'one'>('list')
  const desk = useRef<HTMLDivElement>(null)

  const lists = useMemo(
    () => ({
      all: items,
      look: items.filter(needsLook),
      cannot: items.filter((item) => !canBeKept(item)),
    }),
    [items],
  )
  const keeping = items.filter(willBeKept).length
  const toKeep = say('bringIn.toKeep', { count: keeping, all: say.number(items.length) })
  const keptBefore = items.filter((one) => one.alreadyHere && willBeKept(one))
  const item = items.find((one) => one.item === chosen)

  const arrival = useRef(toKeep)
  useEffect(() => announce(arrival.current), [announce])

  const look = (id: string): void => {
    work.choose(id)
    setView('one')
    requestAnimationFrame(() =>
      desk.current?.querySelector<HTMLElement>('[data-one-title]')?.focus({ preventScroll: false }),
    )
  }
  const back = (): void => {
    setView('list')
    requestAnimationFrame(() => desk.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus())
  }

  const options = (['all', 'look', 'cannot'] as const)
    .filter((id) => id === 'all' || id === shown || lists[id].length > 0)
    .map((id) => ({ id, name: say(`bringIn.show.${id}`, { count: say.number(lists[id].length) }) }))
  return (
    <div className={styles.desk} data-view={view} ref={desk}>
      <section className={styles.list} aria-label={say('bringIn.items')}>
        <div className={styles.above}>
          <AddMore work={work} />
          {keptBefore.length > 0 && (
            <Notice
              kind="care"
              action={
                <Button small onPress={() => work.corrections.correctAll(keptBefore, () => ({ keep: false }))}>
                  {say('bringIn.all.leaveOutHere')}
                </Button>
              }
            >
              {say('bringIn.keptBefore', { count: keptBefore.length })}
            </Notice>
          )}
          {options.length > 1 && (
            <OneOf label={say('bringIn.show')} value={shown} onChange={setShown} options={options} />
          )}
          {items.filter(canBeKept).length > 1 && (
            <Disclosure title={say('bringIn.all.title')}>
              <SameForAll work={work} items={items} />
            </Disclosure>
          )}
          {changing !== null && (
            <Progress
              label={say('bringIn.all.working', { done: say.number(changing.done), total: say.number(changing.total) })}
              value={changing.done / changing.total}
            />
          )}
        </div>
        <ul className={styles.rows}>
          {lists[shown].map((one) => (
            <PreviewRow key={one.item} item={one} isChosen={one.item === chosen} work={work} onLook={look} />
          ))}
        </ul>
        {lists[shown].length === 0 && <p className={styles.none}>{say('bringIn.nothingToShow')}</p>}
      </section>
      <section className={styles.one} aria-label={say('bringIn.one')}>
        {item === undefined ? (
          <p className={styles.none}>{say('bringIn.one.choose')}</p>
        ) : (
          <PreviewItemView
            key={item.item}
            item={item}
            items={items}
            work={work}
            textVersion={textVersion}
            onBack={back}
          />
        )}
      </section>
      <KeepBar work={work} count={keeping} toKeep={toKeep} />
    </div>
  )
}
