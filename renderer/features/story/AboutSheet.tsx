// About a story: its title and language, who tells it and how she is called, who else speaks, words not to be used of her.
import type { Story } from '../../../shared/domain/story.ts'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import { LanguageForm } from './LanguageForm.tsx'
import { NarratorForm } from './NarratorForm.tsx'
import { SpeakerForm } from './SpeakerForm.tsx'
import { TitleForm } from './TitleForm.tsx'

export function AboutSheet({ story }: { story: Story }) {
  const say = useWords()
  const { testimony, narrator, speakers } = story
  return (
    <div className={styles.sheet}>
      <TitleForm key={`${testimony.title} ${testimony.titleBy}`} testimony={testimony} />
      <LanguageForm key={testimony.language} testimony={testimony} />
      <NarratorForm key={JSON.stringify(narrator)} narrator={narrator} />
      <section className={styles.part}>
        <h2 className={styles.head}>{say('story.speakers')}</h2>
        {speakers.map((speaker) => (
          <SpeakerForm
            key={`${speaker.id} ${speaker.name} ${speaker.role}`}
            testimony={testimony.id}
            speaker={speaker}
          />
        ))}
      </section>
    </div>
  )
}
