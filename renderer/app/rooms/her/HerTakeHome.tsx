// Take it with her: everything of hers, and a copy that opens on another machine.
import { PackDecisions } from '../../../features/take-home/PackDecisions.tsx'
import { TakeWithYou } from '../../../features/take-home/TakeWithYou.tsx'
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
      {about.isCopy && <PackDecisions narrator={about.narrator} />}
      <TakeWithYou narrator={about.narrator} who="her" hasPassphrase={about.hasPassphrase} isCopy={about.isCopy} />
    </div>
  )
}
