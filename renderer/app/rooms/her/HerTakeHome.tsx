// Take it with her: everything of hers, and a copy that opens on another machine.
import { useWords } from '../../../words/say.tsx'
import { useHerAbout } from './her-about.tsx'
import styles from './HerRooms.module.css'

export default function HerTakeHome() {
  const say = useWords()
  const { about } = useHerAbout()
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{say('her.room.takeHome')}</h1>
      <p className={styles.lead}>{say(about.isCopy ? 'her.takeHome.copy' : 'her.takeHome.says')}</p>
    </div>
  )
}
