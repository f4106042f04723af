// Who speaks: each one's name, and whether she is the narrator.
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import type { PreviewItem, PreviewSpeaker } from './batch-state.ts'
import type { Correction } from './batch-corrections.ts'
import { KeptField } from './KeptField.tsx'
import styles from './PreviewSpeakers.module.css'

const roles = ['narrator', 'interviewer', 'other'] as const

export function PreviewSpeakers({ item, onCorrect }: { item: PreviewItem; onCorrect: (change: Correction) => void }) {
  const say = useWords()
  const change = (place: number, part: Partial<PreviewSpeaker>): void => {
    const before = item.speakers[place]
    const speakers = item.speakers.map((speaker, at) => (at === place ? { ...speaker, ...part } : speaker))
    const now = speakers[place]
    // The narrator's name follows her name as a speaker, until it has been written by itself. A letter (Q, A) is no name.
    const follows =
      now?.role === 'narrator' &&
      now.name.trim().length > 2 &&
      (item.narratorName === '' || item.narratorName === before?.name)
    onCorrect(follows ? { speakers, narratorName: now.name.trim() } : { speakers })
  }
  return (
    <section className={styles.speakers}>
      <h3>{say('bringIn.whoSpeaks')}</h3>
      <ol className={styles.list}>
        {item.speakers.map((speaker, place) => (
          <li key={place} className={styles.speaker}>
            <KeptField
              label={say('bringIn.speaker.name', { number: place + 1 })}
              value={speaker.name}
              onValue={(name) => change(place, { name })}
            />
            <Choice
              label={say('bringIn.speaker.role', { number: place + 1 })}
              value={speaker.role}
              onChange={(role) => change(place, { role })}
              options={roles.map((role) => ({ id: role, name: say(`bringIn.role.${role}`) }))}
            />
            <span className={styles.said}>{say('bringIn.speaker.said', { count: speaker.words })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
