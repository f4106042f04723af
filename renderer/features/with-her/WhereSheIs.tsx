// The passages of her story with what she has said to each, in words and by shape. Nothing here counts how far she has come.
import type { Passage } from '../../../shared/domain/story.ts'
import { useWords } from '../../words/say.tsx'
import type { Progress } from './her-shapes.ts'
import { Looks } from './Looks.tsx'
import { looksOf } from './looks-of.ts'
import type { Walk } from './walk.ts'
import styles from './WhereSheIs.module.css'
import room from './with-her.module.css'

interface WhereSheIsProps {
  readonly passages: readonly Passage[]
  readonly walk: Walk
  readonly progress: Progress
  readonly sealed: ReadonlySet<string>
  readonly waiting: ReadonlySet<string>
  readonly onGo: (passage: string) => void
}

const shownLetters = 160

export function WhereSheIs({ passages, walk, progress, sealed, waiting, onGo }: WhereSheIsProps) {
  const say = useWords()
  return (
    <ol className={styles.where} aria-label={say('her.where.list')}>
      {passages.map((passage) => {
        const { id, text, language, direction } = passage
        const role = walk.roleOf(passage)
        return (
          <li key={id} className={styles.whereRow} data-voice={role === 'narrator' ? 'hers' : 'others'}>
            <button type="button" className={styles.whereGo} onClick={() => onGo(id)}>
              {role !== 'narrator' && (
                <span className={room.soft}>{walk.speakerOf(passage) || say(`uses.role.${role}`)} </span>
              )}
              {sealed.has(id) ? (
                <span>{say('her.where.sealed')}</span>
              ) : (
                <span lang={language} dir={direction} className={styles.whereWords}>
                  {text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text}
                </span>
              )}
            </button>
            <Looks states={looksOf(progress, sealed, id)} />
            {waiting.has(id) && <p className={room.soft}>{say('her.where.waits')}</p>}
          </li>
        )
      })}
    </ol>
  )
}
