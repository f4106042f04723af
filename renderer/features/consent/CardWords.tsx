// The consent card itself: what it is for, who could see it, and the honest worst that could happen.
import { useWords } from '../../words/say.tsx'
import { CardFace, CardNotes, spokenCard } from './CardFace.tsx'
import { CardLanguage } from './CardLanguage.tsx'
import type { Card } from './consent-shapes.ts'
import { ReadAloud } from './ReadAloud.tsx'
import styles from './consent.module.css'

interface Props {
  readonly card: Card
  readonly language: string
  /** Those that there are cards in. */
  readonly languages: readonly string[]
  readonly onLanguage: (language: string) => void
}

export function CardWords({ card, language, languages, onLanguage }: Props) {
  const say = useWords()
  return (
    <section className={styles.card}>
      <div className={styles.cardTop}>
        <CardLanguage language={language} languages={languages} onLanguage={onLanguage} />
        <ReadAloud language={card.language} text={spokenCard(card)} />
      </div>
      <CardNotes card={card} wanted={language} />
      <CardFace heads="h4" card={card} title={(words) => <h3 className={styles.cardTitle}>{words}</h3>} />
      <p className={styles.soft}>
        {say('consent.card.version', { language: say.language(card.language), version: card.version })}
      </p>
    </section>
  )
}
