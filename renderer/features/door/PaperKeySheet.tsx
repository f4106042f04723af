// The paper key on the screen and, alone, on the printed sheet.
import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
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
        <ol className={styles.words} aria-label={say('door.key.words')} lang={say.locale} dir="ltr">
          {paperKey.paperKey.map((word, place) => (
            <li key={place} className={styles.word} value={place + 1}>
              <span className={styles.number} aria-hidden="true">
                {place + 1}
              </span>
              {word}
            </li>
          ))}
        </ol>
        {/* Dark on light in both themes, with a quiet zone of four modules: cameras need it. */}
        <svg
          className={styles.code}
          role="img"
          aria-label={say('door.key.qr')}
          viewBox={`-4 -4 ${paperKey.qrSize + 8} ${paperKey.qrSize + 8}`}
          shapeRendering="crispEdges"
        >
          <rect x="-4" y="-4" width="100%" height="100%" fill="#ffffff" />
          <path d={paperKey.qrPath} fill="#000000" />
        </svg>
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
