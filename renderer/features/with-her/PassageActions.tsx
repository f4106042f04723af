// The buttons of one passage: hearing it, saying that it is right, changing it; and below, everything else that can be done.
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './with-her.module.css'

export type Opened = 'change' | 'takeOut' | 'notEveryone' | 'seal' | 'sayIt' | 'label' | 'tie'

interface MainActionsProps {
  readonly hear: ReactNode
  readonly canChange: boolean
  /** Its words can be seen. */
  readonly canBeRight: boolean
  readonly isRight: boolean
  readonly onRight: () => void
  readonly onChange: () => void
}

export function MainActions({ hear, canChange, canBeRight, isRight, onRight, onChange }: MainActionsProps) {
  const say = useWords()
  if (hear === null && !canChange && !canBeRight) return null
  return (
    <div className={styles.main} role="group" aria-label={say('her.actions')}>
      {hear}
      {canBeRight && (
        <Button className={styles.big ?? ''} aria-pressed={isRight} onPress={onRight}>
          {say('her.right')}
        </Button>
      )}
      {canChange && (
        <Button className={styles.big ?? ''} onPress={onChange}>
          {say('her.change')}
        </Button>
      )}
    </div>
  )
}

interface MoreActionsProps {
  readonly sealed: boolean
  readonly isLater: boolean
  readonly onOpen: (what: Opened) => void
  readonly onLater: () => void
  /** Null where nothing can be erased, in a copy of hers. */
  readonly onErase: (() => void) | null
}

export function MoreActions({ sealed, isLater, onOpen, onLater, onErase }: MoreActionsProps) {
  const say = useWords()
  const actions = sealed
    ? (['sayIt', 'tie'] as const)
    : (['takeOut', 'notEveryone', 'seal', 'sayIt', 'label', 'tie'] as const)
  return (
    <div className={styles.more} role="group" aria-label={say('her.actions.more')}>
      {actions.map((what) => (
        <Button key={what} className={styles.big ?? ''} onPress={() => onOpen(what)}>
          {say(`her.open.${what}`)}
        </Button>
      ))}
      <Button className={styles.big ?? ''} aria-pressed={isLater} onPress={onLater}>
        {say('her.later')}
      </Button>
      {onErase !== null && (
        <Button className={styles.big ?? ''} onPress={onErase}>
          {say('erase.open.passages', { count: 1 })}
        </Button>
      )}
    </div>
  )
}
