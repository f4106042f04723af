// What she says, or has said, in one plain paragraph, which can be read aloud.
import { useUses } from '../../../app/uses.tsx'
import { useWords } from '../../../words/say.tsx'
import { ReadAloud } from '../ReadAloud.tsx'
import { titleOf, useTalk } from './talk.ts'
import { sentencesOf, type Told } from './told-in-words.ts'
import styles from './conversation.module.css'

export function ReadBack({ told }: { readonly told: Told }) {
  const say = useWords()
  const talk = useTalk()
  const { nameOf } = useUses()
  const words = sentencesOf(say, (use) => titleOf(talk, use, nameOf), talk.recipients, told).join(' ')
  return (
    <>
      <p className={styles.readBack} dir={say.direction}>
        {words}
      </p>
      <ReadAloud text={words} language={say.locale} />
    </>
  )
}
