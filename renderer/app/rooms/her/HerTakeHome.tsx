// Take it with her: everything of hers as plain files, and a copy that opens on another machine; from the copy, the way back.
import { PackDecisions } from '../../../features/take-home/PackDecisions.tsx'
import { TakeWithYou } from '../../../features/take-home/TakeWithYou.tsx'
import { useWords } from '../../../words/say.tsx'
import { useHerAbout } from './her-about.tsx'
import styles from './HerRooms.module.css'

export default function HerTakeHome() {
  const say = useWords()
  const { about } = useHerAbout()
  const { narrator, hasPassphrase, isCopy } = about
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{say('her.room.takeHome')}</h1>
      <p className={styles.lead}>{say(isCopy ? 'her.takeHome.copy' : 'her.takeHome.says')}</p>
      {isCopy && <PackDecisions narrator={narrator} />}
      <TakeWithYou narrator={narrator} who="her" hasPassphrase={hasPassphrase} isCopy={isCopy} />
    </div>
  )
}
