// Cards on paper: one, or all that she is asked about, each on a page of its own. Not shown in the window.
import { useWords } from '../../words/say.tsx'
import type { WordedCard } from './card-shapes.ts'
import { CardAsSeen } from './CardAsSeen.tsx'
import { wordingInWords } from './wording-in-words.ts'
import styles from './CardSheet.module.css'

export function CardSheet({ cards }: { cards: readonly WordedCard[] }) {
  const say = useWords()
  return (
    <div className={styles.sheet} data-print-sheet data-testid="card-sheet">
      {cards.map((card) => (
        <section key={card.use} className={styles.page}>
          <CardAsSeen card={card} level={2} />
          {!card.checked && <p className={styles.wording}>{say('consent.card.unchecked')}</p>}
          <p className={styles.wording}>
            {say('cards.wording.language', {
              language: say.language(card.language),
              wording: wordingInWords(say, card),
            })}
          </p>
        </section>
      ))}
    </div>
  )
}
