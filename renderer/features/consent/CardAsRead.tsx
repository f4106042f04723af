// The card with the words that it had when she answered it, for whoever wants to see them.
import { useState } from 'react'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { CardFace } from './CardFace.tsx'
import styles from './consent.module.css'

interface Props {
  readonly use: UseName
  readonly language: string
  readonly version: number
}

export function CardAsRead({ use, language, version }: Props) {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <p className={styles.soft}>
        {say('consent.card.version', { language: say.language(language), version })}{' '}
        <Button kind="quiet" small aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {say(isOpen ? 'consent.history.closeCard' : 'consent.history.card')}
        </Button>
      </p>
      {isOpen && <CardThen use={use} language={language} version={version} />}
    </>
  )
}

/** Its words as they were then. */
export function CardThen({ use, language, version }: Props) {
  const say = useWords()
  const { value, failure } = useAnswer(
    [],
    (archive, signal) => archive.cards.version({ use, language, version }, signal),
    [use, language, version],
  )
  if (failure !== null) return <p className={styles.soft}>{say.failure(failure)}</p>
  if (value === undefined) return null
  if (value.card === null) return <p className={styles.soft}>{say('talk.copy.unknown')}</p>
  return (
    <div className={styles.card}>
      <CardFace card={value.card} heads="h4" title={(words) => <h3 className={styles.cardTitle}>{words}</h3>} />
    </div>
  )
}
