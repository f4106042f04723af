// Passages of her story, ticked one by one, each by its first words.
import type { Passage } from '../../../shared/domain/story.ts'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { useWords } from '../../words/say.tsx'
import type { Walk } from './walk.ts'
import styles from './with-her.module.css'

interface WhichPassagesProps {
  readonly passages: readonly Passage[]
  readonly walk: Walk
  readonly sealed: ReadonlySet<string>
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  /** What is wrong with the choice, in words. */
  readonly wrong: string | null
}

const shownLetters = 140

export function WhichPassages({ passages, walk, sealed, chosen, onChoose, wrong }: WhichPassagesProps) {
  const say = useWords()
  return (
    <fieldset className={styles.fields}>
      <legend>{say('her.tie.passages')}</legend>
      {wrong !== null && (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
      {passages.map((passage) => {
        const { id, text, language, direction } = passage
        const role = walk.roleOf(passage)
        return (
          <CheckBox
            key={id}
            isSelected={chosen.has(id)}
            onChange={(isIn) => {
              const next = new Set(chosen)
              if (isIn) next.add(id)
              else next.delete(id)
              onChoose(next)
            }}
          >
            {sealed.has(id) ? (
              say('her.where.sealed')
            ) : (
              <>
                {role !== 'narrator' && (
                  <span className={styles.soft}>
                    {say('her.asked', { who: walk.speakerOf(passage) || say(`uses.role.${role}`) })}{' '}
                  </span>
                )}
                <bdi lang={language} dir={direction} className={role === 'narrator' ? styles.hers : undefined}>
                  {text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text}
                </bdi>
              </>
            )}
          </CheckBox>
        )
      })}
    </fieldset>
  )
}
