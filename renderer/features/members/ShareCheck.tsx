// Two words of each sheet are typed back: sheets that cannot be read do not count.
import type { ReactNode } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { TypeBack } from '../../app/TypeBack.tsx'
import { useWords } from '../../words/say.tsx'
import type { Shares } from './ShareSheets.tsx'
import styles from './members.module.css'

interface ShareCheckProps {
  readonly sheets: Shares['sheets']
  /** Gives the numbers of the sheets that are not right yet, or why it could not be looked at. */
  readonly confirm: (words: string[][]) => Promise<readonly number[] | FailureCode>
  readonly onShowAgain: () => void
  /** The archive was locked meanwhile. */
  readonly onGone: () => void
  readonly onRight: () => void
  /** What it means to stop here. */
  readonly children: ReactNode
}

export function ShareCheck({ sheets, confirm, onShowAgain, onGone, onRight, children }: ShareCheckProps) {
  const say = useWords()
  const compare = async (words: string[][]): Promise<string | null> => {
    const said = await confirm(words)
    if (said === 'notFound' || said === 'locked') onGone()
    else if (typeof said === 'string') return say.failure(said)
    else if (said.length === 0) onRight()
    else {
      const those = say.list(said.map((number) => say('members.shares.sheet', { number })))
      return say('members.shares.wrong', { sheets: those })
    }
    return null
  }
  return (
    <TypeBack
      title={
        <>
          <h3>{say('members.shares.check')}</h3>
          <p>{say('members.shares.checkSays')}</p>
        </>
      }
      sheets={sheets.map(({ number, check }) =>
        check.map((place) => ({ place, label: say('members.shares.word', { number, place: place + 1 }) })),
      )}
      around={(words) => <div className={styles.fields}>{words}</div>}
      actions={styles.actions}
      compare={compare}
      onShowAgain={onShowAgain}
    >
      {children}
    </TypeBack>
  )
}
