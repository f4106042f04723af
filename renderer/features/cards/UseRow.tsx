// One use in the list: its picture, its name, whom it reaches, in which languages, and what can be done with it.
import type { ReactNode } from 'react'
import { useOf } from '../../../shared/domain/uses.ts'
import { Button } from '../../ui/Button.tsx'
import { UsePicture } from '../../ui/UsePicture.tsx'
import { useWords } from '../../words/say.tsx'
import type { UseWithCards } from './card-shapes.ts'
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
  const unchecked = cards.filter(({ checked }) => !checked).map(({ language }) => say.language(language))
  return (
    <li className={styles.row} data-use={use}>
      <UsePicture use={use} size="2.25rem" />
      <div className={styles.words}>
        <Button kind="quiet" className={styles.name ?? ''} aria-label={say('cards.one', { name })} onPress={onOpen}>
          {name}
        </Button>
        <p className={styles.soft}>{reachInWords(say, useOf(use))}</p>
        <p className={styles.soft}>
          {say('cards.one.inLanguages', { languages: say.list(cards.map(({ language }) => say.language(language))) })}
        </p>
        {unchecked.length > 0 && (
          <p className={styles.soft}>{say('cards.one.unchecked', { languages: say.list(unchecked) })}</p>
        )}
        {hasDraft && <p className={styles.care}>{say('cards.one.draft')}</p>}
      </div>
      <div className={styles.actions}>{children}</div>
    </li>
  )
}
