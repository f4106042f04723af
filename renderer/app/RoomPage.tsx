// The page of a room: the skip link leads to it, and where its room breaks a plain sentence stands there instead.
import { Suspense, type ReactNode, type RefObject } from 'react'
import { useWords } from '../words/say.tsx'
import { CatchBroken } from './CatchBroken.tsx'
import { leavePage } from './hide.ts'
import { PlainScreen } from './PlainScreen.tsx'
import styles from './RoomPage.module.css'

interface RoomPageProps {
  readonly page: RefObject<HTMLElement | null>
  /** Another place tries again where a room broke. */
  readonly place: unknown
  /** Another key is another room. */
  readonly roomKey: string
  readonly broke: string
  /** Where it lies in its shell. */
  readonly className: string | undefined
  /** What stands above every room. */
  readonly above?: ReactNode
  readonly children: ReactNode
}

export function RoomPage({ page, place, roomKey, broke, className = '', above, children }: RoomPageProps) {
  const say = useWords()
  return (
    <main className={`${styles.page} ${className}`} id="page" ref={page} tabIndex={-1} data-pane>
      {above}
      <CatchBroken
        place={place}
        instead={
          <PlainScreen
            title={broke}
            says={say('shell.broke.says')}
            action={{ name: say('shell.again'), run: leavePage }}
          />
        }
      >
        {/* NOTE: the key is the boundary's: otherwise the room before would stay, hidden, until the next one has come. */}
        <Suspense key={roomKey} fallback={<Opening />}>
          {children}
        </Suspense>
      </CatchBroken>
    </main>
  )
}

export function Opening() {
  const say = useWords()
  return <p className={styles.opening}>{say('shell.opening')}</p>
}
