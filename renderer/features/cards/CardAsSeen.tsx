// A card as it is put before her: picture, name, what it is for, who could see it, the worst; in its own language throughout.
import { directionOf } from '../../../shared/domain/languages/direction.ts'
import { UsePicture } from '../../ui/UsePicture.tsx'
import { useWords } from '../../words/say.tsx'
import type { WordedCard } from './card-shapes.ts'
import styles from './cards.module.css'

/** @param level of the card's own heading; its parts are one below */
export function CardAsSeen({ card, level }: { card: WordedCard; level: 2 | 3 }) {
  const say = useWords()
  const { use, language, title, says, whoCouldSee, worstCase, headings } = card
  const Title = `h${level}` as const
  const Part = `h${(level + 1) as 3 | 4}` as const
  const foreign = headings === null ? { lang: say.locale, dir: say.direction } : {}
  return (
    <article className={styles.card} lang={language} dir={directionOf(language)}>
      <header className={styles.cardTop}>
        <UsePicture use={use} />
        <Title>{title}</Title>
      </header>
      <Part {...foreign}>{headings?.says ?? say('consent.card.for')}</Part>
      <p>{says}</p>
      <Part {...foreign}>{headings?.whoCouldSee ?? say('consent.card.who')}</Part>
      <p>{whoCouldSee}</p>
      <div className={styles.worst}>
        <Part {...foreign}>{headings?.worstCase ?? say('consent.card.worst')}</Part>
        <p>{worstCase}</p>
      </div>
    </article>
  )
}
