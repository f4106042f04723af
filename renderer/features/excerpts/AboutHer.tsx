// Words about her that may go along, each with who wrote it and what she has said to it.
import { CheckBox } from '../../ui/CheckBox.tsx'
import { VoiceOfOthers } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import type { Beside } from './excerpt-shapes.ts'
import styles from './excerpts.module.css'

interface Props {
  readonly wordsAbout: Beside['wordsAbout']
  /** Ids of those that go along. */
  readonly chosen: readonly string[]
  readonly isDisabled: boolean
  readonly onChange: (chosen: readonly string[]) => void
}

export function AboutHer({ wordsAbout, chosen, isDisabled, onChange }: Props) {
  const say = useWords()
  if (wordsAbout.length === 0) return null
  return (
    <section className={styles.aboutHer}>
      <h2>{say('excerpts.aboutHer')}</h2>
      <p className={styles.soft}>{say('excerpts.aboutHer.says')}</p>
      <ul className={styles.aboutList}>
        {wordsAbout.map(({ id, kind, language, text, author, seen }) => (
          <li key={id}>
            <VoiceOfOthers signed={say('excerpts.aboutHer.by', { kind: say(`writing.about.kind.${kind}`), author })}>
              <p lang={language} dir="auto" id={`about-${id}`}>
                {text}
              </p>
              <p className={styles.soft}>{say(`writing.about.seen.${seen}`)}</p>
              <CheckBox
                isSelected={chosen.includes(id)}
                isDisabled={isDisabled}
                aria-describedby={`about-${id}`}
                onChange={(wanted) => onChange(wanted ? [...chosen, id] : chosen.filter((one) => one !== id))}
              >
                {say('excerpts.aboutHer.along')}
              </CheckBox>
            </VoiceOfOthers>
          </li>
        ))}
      </ul>
    </section>
  )
}
