// Her headings: each names the stretch of her story that begins at its passage.
import type { Section } from '../../../shared/domain/writing/beside.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './writing.module.css'

interface HeadingsProps {
  /** In the order of the story. */
  readonly sections: readonly Section[]
  readonly onChange: (section: Section) => void
  readonly onRemove: (section: Section) => void
  readonly onJump: (passage: string) => void
}

export function Headings({ sections, onChange, onRemove, onJump }: HeadingsProps) {
  const say = useWords()
  return (
    <section className={styles.part}>
      <h2 className={styles.head}>{say('writing.headings')}</h2>
      {sections.length === 0 && <p className={styles.none}>{say('writing.headings.none')}</p>}
      {sections.map((section) => (
        <div key={section.id} className={styles.actions}>
          <Button kind="quiet" onPress={() => onJump(section.passage)}>
            <bdi className={styles.hers}>{section.heading}</bdi>
          </Button>
          <Button small onPress={() => onChange(section)}>
            {say('writing.heading.change')}
          </Button>
          <Button small onPress={() => onRemove(section)}>
            {say('writing.heading.remove')}
          </Button>
        </div>
      ))}
    </section>
  )
}
