// The paper key on the screen and, alone, on the printed sheet.
import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { WordsToKeep } from '../../ui/WordsToKeep.tsx'
import { useWords } from '../../words/say.tsx'
import type { PaperKey } from './paper-key.ts'
import styles from './PaperKeySheet.module.css'
import door from './Door.module.css'

/** What the sheet is called and says, where it is not the archive's. */
interface SaysOfSheet {
  readonly title: string
  readonly says: string
  readonly keep: string
  /** On the printed sheet alone. */
  readonly sheet: string
  readonly sheetSays: string
  /** What the list of words is called. */
  readonly words: string
}

export interface PaperKeySheetProps {
  paperKey: PaperKey
  ofHers?: SaysOfSheet
  /** h3 where it stands in a part of a page. */
  heading?: 'h2' | 'h3'
  onPrinted: () => void
  /** What it means to stop here. */
  children: ReactNode
}

export function PaperKeySheet({ paperKey, ofHers, heading: Title = 'h2', onPrinted, children }: PaperKeySheetProps) {
  const say = useWords()
  const says = ofHers ?? {
    title: say('door.key.title'),
    says: say('door.key.says'),
    keep: say('door.key.keep'),
    sheet: say('door.key.sheet'),
    sheetSays: say('door.key.sheetSays'),
    words: say('door.key.words'),
  }
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <>
      <Title ref={title} tabIndex={-1}>
        {says.title}
      </Title>
      <p>{says.says}</p>
      <p>{says.keep}</p>
      <div className={styles.sheet} data-print-sheet="key">
        <h3 className={styles.printTitle}>{says.sheet}</h3>
        <p className={styles.printTitle}>{says.sheetSays}</p>
        <WordsToKeep
          words={paperKey.paperKey}
          names={{ words: says.words, code: say('door.key.qr') }}
          language={say.locale}
          qrSize={paperKey.qrSize}
          qrPath={paperKey.qrPath}
        />
      </div>
      {children}
      <div className={door.actions}>
        <Button onPress={() => window.print()}>{say('door.key.print')}</Button>
        <Button kind="primary" onPress={onPrinted}>
          {say('door.key.printed')}
        </Button>
      </div>
    </>
  )
}
