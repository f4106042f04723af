// One use in the list: its picture, its name, whom it reaches, in which languages, and what can be done with it.
import type { ReactNode } from 'react'
import { useOf } from '../../../shared/domain/consent/uses.ts'
import { Button } from '../../ui/Button.tsx'
import { UsePicture } from '../../ui/UsePicture.tsx'
import { useWords } from '../../words/say.tsx'
import type { UseWithCards, WordedCard } from './card-shapes.ts'
import { reachInWords } from './reach-in-words.ts'
import styles from './cards.module.css'

interface UseRowProps {
  readonly use: UseWithCards
  readonly name: string
  readonly hasDraft: boolean
  readonly onOpen: () => void
  readonly children: ReactNode
}

export function UseRow({ use: { use, cards }, name, hasDraft, onOpen, children }: UseRowProps) {
  const say = useWords()
  const languagesOf = (some: readonly WordedCard[]) => say.list(some.map(({ language }) => say.language(language)))
  const checked = cards.filter((card) => card.checked)
  const unchecked = cards.filter((card) => !card.checked)
  return (
    <li className={styles.row} data-use={use}>
      <UsePicture use={use} size="2.25rem" />
      <div className={styles.words}>
        <Button kind="quiet" className={styles.name ?? ''} aria-label={say('cards.one', { name })} onPress={onOpen}>
          {name}
        </Button>
        <p className={styles.soft}>{reachInWords(say, useOf(use))}</p>
        <p className={styles.soft}>
          {[
            ...(checked.length > 0 ? [say('cards.one.inLanguages', { languages: languagesOf(checked) })] : []),
            ...(unchecked.length > 0 ? [say('cards.one.unchecked', { languages: languagesOf(unchecked) })] : []),
          ].join(' ')}
        </p>
        {hasDraft && <p className={styles.care}>{say('cards.one.draft')}</p>}
      </div>
      <div className={styles.actions}>{children}</div>
    </li>
  )
}
