// What a room puts in the title area: its title, a line about it, and its own actions, beside Hide now.
import { createContext, useContext, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import styles from './RoomHeader.module.css'

/** The element in the shell's header that rooms draw into. */
export const HeaderPlace = createContext<HTMLElement | null>(null)

/** `hers`: the title is the narrator's own, so it is set in the reading face. */
export function RoomHeader({
  title,
  hers,
  about,
  children,
}: {
  title: ReactNode
  hers?: boolean
  about?: ReactNode
  children?: ReactNode
}) {
  const place = useContext(HeaderPlace)
  if (place === null) return null
  return createPortal(
    <>
      <div className={styles.words}>
        <h1 className={styles.title} data-hers={hers === true || undefined} tabIndex={-1}>
          {title}
        </h1>
        {about !== undefined && <p className={styles.about}>{about}</p>}
      </div>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </>,
    place,
  )
}
