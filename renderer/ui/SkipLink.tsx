// The first stop of the Tab key: past everything above, to the page itself. Not drawn until it has the focus.
import type { ReactNode, RefObject } from 'react'
import styles from './SkipLink.module.css'

export function SkipLink({ to, children }: { to: RefObject<HTMLElement | null>; children: ReactNode }) {
  return (
    <a
      className={styles.skip}
      href="#page"
      onClick={(event) => {
        event.preventDefault()
        to.current?.focus()
      }}
    >
      {children}
    </a>
  )
}
