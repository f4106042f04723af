// Something to know (`note`) or to look after (`care`), in its place, with its one next step.
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

export interface NoticeProps {
  kind?: 'note' | 'care'
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** Said at once to people who listen to the screen, where it appears because of what they did. */
  said?: boolean
}

export function Notice({ kind = 'note', title, children, action, said = false }: NoticeProps) {
  return (
    <div className={styles.notice} data-kind={kind} role={said ? 'alert' : undefined}>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      {children !== undefined && <div className={styles.words}>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
