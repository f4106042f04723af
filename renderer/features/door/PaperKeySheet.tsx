// The paper key on the screen and, alone, on the printed sheet.
import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { WordsToKeep } from '../../ui/WordsToKeep.tsx'
import { useWords } from '../../words/say.tsx'
import type { PaperKey } from './paper-key.ts'
import styles from './PaperKeySheet.module.css'
import door from './Door.module.css'

export interface PaperKeySheetProps {
  paperKey: PaperKey
  onPrinted: () => void
  /** What it means to stop here. */
  children: ReactNode
}

export function PaperKeySheet({ paperKey, onPrinted, children }: PaperKeySheetProps) {
  const say = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {say('door.key.title')}
      </h2>
      <p>{say('door.key.says')}</p>
      <p>{say('door.key.keep')}</p>
      <div className={styles.sheet} data-print-sheet="key">
        <h3 className={styles.printTitle}>{say('door.key.sheet')}</h3>
        <p className={styles.printTitle}>{say('door.key.sheetSays')}</p>
        <WordsToKeep
          words={paperKey.paperKey}
          names={{ words: say('door.key.words'), code: say('door.key.qr') }}
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
