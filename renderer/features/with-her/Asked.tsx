// What others said just before a passage: smaller, signed, in the face of everybody who is not she.
import type { Passage } from '../../../shared/domain/story.ts'
import { useWords } from '../../words/say.tsx'
import type { Walk } from './walk.ts'
import styles from './with-her.module.css'

export function Asked({ passages, walk, hidden }: { passages: readonly Passage[]; walk: Walk; hidden: boolean }) {
  const say = useWords()
  if (passages.length === 0 || hidden) return null
  return (
    <div className={styles.asked} data-voice="others">
      {passages.map((passage) => (
        <p key={passage.id} dir={passage.direction}>
          <bdi>{say('her.asked', { who: walk.speakerOf(passage) || say(`uses.role.${walk.roleOf(passage)}`) })}</bdi>{' '}
          <bdi lang={passage.language} dir={passage.direction}>
            {passage.text}
          </bdi>
        </p>
      ))}
    </div>
  )
}
