// Erasing in her own session: what is hers, by her hand. When everything of hers is gone, so is this window.
import { EraseSheet } from '../../../features/erase/EraseSheet.tsx'
import { titleOfErasing } from '../../../features/erase/title-of-erasing.ts'
import { useWords } from '../../../words/say.tsx'
import { useArchive } from '../../archive.tsx'
import { lockNow } from '../../hide.ts'
import { useHerPlace, type HerPlace } from './her-place.tsx'
import { OpenKey } from './OpenKey.tsx'
import styles from './HerRooms.module.css'

type ErasePlace = Extract<HerPlace, { room: 'erase' }>

export default function HerErase() {
  const { place } = useHerPlace()
  return place.room === 'erase' ? <Erase key={JSON.stringify(place.target)} place={place} /> : null
}

function Erase({ place: { target, from } }: { place: ErasePlace }) {
  const say = useWords()
  const archive = useArchive()
  const { go } = useHerPlace()
  const done = (): void => {
    if (target.kind === 'narrator') void lockNow(archive)
    else if (target.kind === 'story') go({ room: 'stories' })
    else go({ room: 'story', testimony: target.testimony, passage: null, list: true })
  }
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{titleOfErasing(say, target, 'her')}</h1>
      <EraseSheet
        target={target}
        who="her"
        openKey={(onOpened) => <OpenKey onOpened={onOpened} />}
        onLeave={() => go(from)}
        onDone={done}
      />
    </div>
  )
}
