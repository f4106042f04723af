// One room in the list of rooms; the one that is open is marked.
import type { ReactNode } from 'react'
import styles from './RoomLink.module.css'

interface RoomLinkProps {
  readonly isHere: boolean
  readonly onGo: () => void
  /** In a list at the side, or in a row above the page. */
  readonly lies: 'list' | 'row'
  readonly children: ReactNode
}

export function RoomLink({ isHere, onGo, lies, children }: RoomLinkProps) {
  return (
    <button
      type="button"
      className={styles.link}
      data-lies={lies}
      aria-current={isHere ? 'page' : undefined}
      onClick={onGo}
    >
      {children}
    </button>
  )
}
