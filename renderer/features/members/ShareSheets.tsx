// The sheets of trusted people on the screen, and on paper one page a person that says what it is for.
import { useEffect, useRef, type ReactNode } from 'react'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { Button } from '../../ui/Button.tsx'
import { WordsToKeep } from '../../ui/WordsToKeep.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './ShareSheets.module.css'

export type Shares = Awaited<ReturnType<ArchiveClient['members']['beginShares']>>

interface ShareSheetsProps {
  readonly shares: Shares
  /** ISO 8601. */
  readonly madeAt: string
  readonly onPrinted: () => void
  /** What it means to stop here. */
  readonly children: ReactNode
}

export function ShareSheets({ shares: { sheets, needed, of }, madeAt, onPrinted, children }: ShareSheetsProps) {
  const say = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className={styles.sheets}>
      <h3 ref={title} tabIndex={-1}>
        {say('members.shares.show')}
      </h3>
      <p>{say('members.shares.showSays')}</p>
      {sheets.map((sheet) => (
        <div key={sheet.number} className={styles.sheet} data-print-sheet="key" data-testid="share-sheet">
          <h4 className={styles.onScreen}>{say('members.shares.sheet', { number: sheet.number })}</h4>
          <div className={styles.onPaper}>
            <h4>{say('members.print.title')}</h4>
            <p>{say('members.print.number', { number: sheet.number, of })}</p>
            <p className={styles.forWhom}>{say('members.print.for')}</p>
            <p>{say('members.print.what')}</p>
            <p>{say('members.print.needed', { needed, of })}</p>
          </div>
          <WordsToKeep
            words={sheet.words}
            names={{
              words: say('members.shares.sheetWords', { number: sheet.number }),
              code: say('members.shares.qr'),
            }}
            language={say.locale}
            qrSize={sheet.qrSize}
            qrPath={sheet.qrPath}
          />
          <div className={styles.onPaper}>
            <p>{say('members.print.keep')}</p>
            <p>{say('members.print.asked')}</p>
            <p>{say('members.print.how')}</p>
            <p>{say('members.print.made', { date: say.date(madeAt) })}</p>
          </div>
        </div>
      ))}
      {children}
      <div className={styles.actions}>
        <Button onPress={() => window.print()}>{say('door.key.print')}</Button>
        <Button kind="primary" onPress={onPrinted}>
          {say('members.shares.printed')}
        </Button>
      </div>
    </div>
  )
}
