// The consent card itself: what it is for, who could see it, and the honest worst that could happen.
import { Choice } from '../../ui/Choice.tsx'
import { languageCodes, languages } from '../../words/index.ts'
import { useWords } from '../../words/say.tsx'
import type { Card } from './consent-shapes.ts'
import { ReadAloud } from './ReadAloud.tsx'
import styles from './consent.module.css'

/** The languages that cards are written in; a card is switched apart from the rest of the screen. */
export const cardLanguages = [...new Set(languageCodes.map((code) => languages[code].locale))]

interface Props {
  readonly card: Card
  readonly language: string
  readonly onLanguage: (language: string) => void
}

export function CardWords({ card, language, onLanguage }: Props) {
  const say = useWords()
  const { says, whoCouldSee, worstCase, version, title } = card
  return (
    <section className={styles.card}>
      <div className={styles.cardTop}>
        <Choice
          label={say('consent.card.language')}
          value={language}
          onChange={onLanguage}
          options={cardLanguages.map((id) => ({ id, name: say.language(id) }))}
        />
        <ReadAloud language={card.language} text={[title, says, whoCouldSee, worstCase].join('\n')} />
      </div>
      {card.language !== language && <p className={styles.soft}>{say('consent.card.missing')}</p>}
      <div lang={card.language} dir="auto">
        <h3 className={styles.cardTitle}>{title}</h3>
      </div>
      <h4>{say('consent.card.for')}</h4>
      <p lang={card.language} dir="auto">
        {says}
      </p>
      <h4>{say('consent.card.who')}</h4>
      <p lang={card.language} dir="auto">
        {whoCouldSee}
      </p>
      <div className={styles.worst}>
        <h4>{say('consent.card.worst')}</h4>
        <p lang={card.language} dir="auto">
          {worstCase}
        </p>
      </div>
      <p className={styles.soft}>{say('consent.card.version', { language: say.language(card.language), version })}</p>
    </section>
  )
}
