// The room of settings and care: puts its parts together from what the shell knows.
import { Backups } from '../../features/backup/Backups.tsx'
import { Repair } from '../../features/backup/Repair.tsx'
import { Travel } from '../../features/backup/Travel.tsx'
import { About } from '../../features/settings/About.tsx'
import { CheckArchive } from '../../features/settings/CheckArchive.tsx'
import { ConsentCards } from '../../features/settings/ConsentCards.tsx'
import { Keys } from '../../features/settings/Keys.tsx'
import { LockNow } from '../../features/settings/LockNow.tsx'
import { Looks } from '../../features/settings/Looks.tsx'
import { TurnOn } from '../../features/transcribing/TurnOn.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useArchive } from '../archive.tsx'
import { useDoorState } from '../door-state-context.tsx'
import { lockNow } from '../hide.ts'
import { useNavigation } from '../navigation.tsx'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import { usePreferences } from '../preferences.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import { MembersAndKeys } from './members/MembersAndKeys.tsx'
import styles from './SettingsRoom.module.css'

export default function SettingsRoom() {
  const say = useWords()
  const archive = useArchive()
  const state = useDoorState()
  const { go } = useNavigation()
  const { theme, textSize, change } = usePreferences()
  return (
    <div className={styles.room}>
      <RoomHeader title={say('settings.title')} />
      {state.synced !== null && (
        <Notice kind="care" title={say('settings.synced.title', { service: state.synced })}>
          {say('settings.synced.says', { service: state.synced })}
        </Notice>
      )}
      <Looks languageSwitch={<LanguageSwitch />} theme={theme} textSize={textSize} onChange={change} />
      <LockNow onLock={() => void lockNow(archive)} />
      <ConsentCards onOpen={() => go({ room: 'cards' })} />
      <TurnOn />
      <MembersAndKeys />
      <Backups />
      <CheckArchive />
      <Repair />
      <Travel />
      <Keys />
      <About state={state} now={new Date()} />
    </div>
  )
}
