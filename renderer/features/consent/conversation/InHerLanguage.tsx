// What she answers with, and what is read back to her, in the language of her cards.
import type { ReactNode } from 'react'
import { WordsToAnswer } from '../../../words/say.tsx'
import { useTalk } from './talk.ts'
import styles from './conversation.module.css'

export function InHerLanguage({ children }: { readonly children: ReactNode }) {
  const { language, answering } = useTalk()
  return (
    <WordsToAnswer language={language} given={answering} className={styles.hers}>
      {children}
    </WordsToAnswer>
  )
}
