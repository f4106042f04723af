// What a consent card says, in its own language and direction, its headings too where they are known in that language.
import type { ReactNode } from 'react'
import { directionOf } from '../../../shared/domain/languages/direction.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Card } from './consent-shapes.ts'
import styles from './consent.module.css'

type Said = Pick<Card, 'language' | 'title' | 'says' | 'whoCouldSee' | 'worstCase' | 'headings'>

/** All of it in the order in which it is read aloud. */
export const spokenCard = ({ title, says, whoCouldSee, worstCase, headings }: Said): string =>
  headings === null
    ? [title, says, whoCouldSee, worstCase].join('\n')
    : [title, says, `${headings.whoCouldSee}.`, whoCouldSee, `${headings.worstCase}.`, worstCase].join('\n')

interface CardFaceProps {
  readonly card: Said
  /** How the title of the card is drawn. */
  readonly title: (words: string) => ReactNode
  /** What the headings of its parts are: one level below the title's. */
  readonly heads: 'h3' | 'h4'
}

export function CardFace({ card, title, heads: Heading }: CardFaceProps) {
  const say = useWords()
  const { language, says, whoCouldSee, worstCase, headings } = card
  const own = { lang: language, dir: directionOf(language) }
  const ofHeading = headings === null ? { lang: say.locale, dir: say.direction } : own
  return (
    <div {...own}>
      {title(card.title)}
      <Heading className={styles.cardHead} {...ofHeading}>
        {headings?.says ?? say('consent.card.for')}
      </Heading>
      <p>{says}</p>
      <Heading className={styles.cardHead} {...ofHeading}>
        {headings?.whoCouldSee ?? say('consent.card.who')}
      </Heading>
      <p>{whoCouldSee}</p>
      <div className={styles.worst}>
        <Heading className={styles.cardHead} {...ofHeading}>
          {headings?.worstCase ?? say('consent.card.worst')}
        </Heading>
        <p>{worstCase}</p>
      </div>
    </div>
  )
}

/** Which language is shown, where there is no card in the one that is wanted, and whether anybody has checked its words. */
export function CardNotes({ card, wanted }: { readonly card: Card; readonly wanted: string }) {
  const say = useWords()
  return (
    <>
      {card.language !== wanted && (
        <Notice kind="care">
          {say('consent.card.instead', { wanted: say.language(wanted), shown: say.language(card.language) })}
        </Notice>
      )}
      {!card.checked && <p className={styles.soft}>{say('consent.card.unchecked')}</p>}
    </>
  )
}
