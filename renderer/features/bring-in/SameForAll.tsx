// Choices that are the same for everything that can be kept; each one can still be corrected by itself.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { canBeKept, type PreviewItem } from './batch-state.ts'
import type { Correction } from './batch-corrections.ts'
import type { BatchWork } from './batch-work.ts'
import { LanguageChoice } from '../../app/LanguageChoice.tsx'
import styles from './SameForAll.module.css'

export function SameForAll({ work, items }: { work: BatchWork; items: readonly PreviewItem[] }) {
  const say = useWords()
  const [language, setLanguage] = useState('und')
  const possible = items.filter(canBeKept)
  const toldByOne = possible.filter(({ speakers }) => speakers.length === 1 && speakers[0]?.role !== 'narrator')
  const apply = (to: readonly PreviewItem[], change: (item: PreviewItem) => Correction): void =>
    work.corrections.correctAll(to, change)
  return (
    <div className={styles.all}>
      <p className={styles.how}>{say('bringIn.all.how', { count: say.number(possible.length) })}</p>
      <div className={styles.language}>
        <LanguageChoice label={say('bringIn.all.language')} value={language} onChange={setLanguage} />
        <Button onPress={() => apply(possible, () => ({ language }))}>{say('bringIn.all.useLanguage')}</Button>
      </div>
      <div className={styles.buttons}>
        {toldByOne.length > 0 && (
          <Button
            small
            onPress={() =>
              apply(toldByOne, ({ speakers }) => ({
                speakers: speakers.map((speaker) => ({ ...speaker, role: 'narrator' })),
              }))
            }
          >
            {say('bringIn.all.toldByNarrator')}
          </Button>
        )}
        <Button
          small
          onPress={() =>
            apply(
              possible.filter(({ keep }) => !keep),
              () => ({ keep: true }),
            )
          }
        >
          {say('bringIn.all.keep')}
        </Button>
        <Button
          small
          onPress={() =>
            apply(
              possible.filter(({ keep }) => keep),
              () => ({ keep: false }),
            )
          }
        >
          {say('bringIn.all.leaveOut')}
        </Button>
      </div>
    </div>
  )
}
