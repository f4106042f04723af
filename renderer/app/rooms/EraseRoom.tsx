// The room of erasing: a passage, a story, or everything of somebody.
import { EraseSheet } from '../../features/erase/EraseSheet.tsx'
import { titleOfErasing } from '../../features/erase/title-of-erasing.ts'
import { useWords } from '../../words/say.tsx'
import type { EraseTarget } from '../../../shared/contract/erase.ts'
import { useNavigation } from '../navigation.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import styles from './excerpts-rooms.module.css'

export default function EraseRoom() {
  const { place } = useNavigation()
  return place.room === 'erase' ? <Erase key={JSON.stringify(place.target)} target={place.target} /> : null
}

function Erase({ target }: { target: EraseTarget }) {
  const say = useWords()
  const { go } = useNavigation()
  const back = (): void =>
    target.kind === 'narrator' ? go({ room: 'shelf' }) : go({ room: 'story', testimony: target.testimony })
  return (
    <div className={styles.room}>
      <RoomHeader title={titleOfErasing(say, target, 'archivist')} />
      <EraseSheet
        target={target}
        who="archivist"
        onLeave={back}
        onDone={() => (target.kind === 'passages' ? back() : go({ room: 'shelf' }))}
        onAskBack={(disclosure) => go({ room: 'givenOut', disclosure })}
        onBackUp={() => go({ room: 'settings' })}
      />
    </div>
  )
}
