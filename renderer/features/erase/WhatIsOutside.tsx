// What erasing does not reach: copies that were given out, taken home or listed, and backups with when they go.
import { useUses } from '../../app/uses.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import type { Backups, Outside, Who } from './erase-shapes.ts'
import styles from './erase.module.css'

interface OutsideProps {
  readonly outside: Outside
  readonly who: Who
  /** To asking one back, once it is erased. */
  readonly onAskBack?: (disclosure: string) => void
}

export const isAnythingOutside = ({ copies, takenHome, lists }: Outside): boolean =>
  copies.length > 0 || takenHome.length > 0 || lists > 0

export function WhatIsOutside({ outside, who, onAskBack }: OutsideProps) {
  const say = useWords()
  const { nameOf } = useUses()
  const { copies, takenHome, lists } = outside
  if (!isAnythingOutside(outside)) return <p>{say('erase.outside.none')}</p>
  return (
    <>
      <ul className={styles.list}>
        {copies.map(({ disclosure, recipient, at, use, isAskedBack }) => (
          <li key={disclosure}>
            <span>
              {say('erase.outside.copy', { recipient, date: say.date(at), use: nameOf(use) })}
              {isAskedBack && ` ${say('erase.outside.askedBack')}`}
            </span>
            {onAskBack !== undefined && (
              <Button small onPress={() => onAskBack(disclosure)}>
                {say('erase.done.askBack')}
              </Button>
            )}
          </li>
        ))}
        {takenHome.length > 0 && (
          <li>{say('erase.outside.home', { who, dates: say.list(takenHome.map((at) => say.date(at))) })}</li>
        )}
        {lists > 0 && <li>{say('erase.outside.lists', { who, count: lists })}</li>}
      </ul>
      {copies.length > 0 && onAskBack === undefined && <p>{say('erase.outside.says')}</p>}
    </>
  )
}

export function BackupsThatHold({ backups, who }: { backups: Backups; who: Who }) {
  const say = useWords()
  return (
    <ul className={styles.list}>
      {backups.map(({ root, madeAt, seen, goesAfter }) => (
        <li key={`${root} ${madeAt}`} className={styles.where}>
          {who === 'her'
            ? say('erase.backups.oneHers', { when: say.date(madeAt), goesAfter })
            : say('erase.backups.one', { when: say.date(madeAt), root, goesAfter })}
          {who === 'archivist' && !seen && ` ${say('erase.backups.remembered')}`}
        </li>
      ))}
    </ul>
  )
}
