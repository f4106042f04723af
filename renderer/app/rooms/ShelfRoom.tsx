// The room of the shelf, with what is still waiting to be brought in.
import { BackupDue } from '../../features/backup/BackupDue.tsx'
import { PendingBatch } from '../../features/bring-in/PendingBatch.tsx'
import { RecordingGoesOn } from '../../features/record/RecordingGoesOn.tsx'
import { Shelf } from '../../features/shelf/Shelf.tsx'
import { wholeShelf, type ShelfLook, type ShelfWish } from '../../features/shelf/shelf-wish.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import { useNavigation } from '../navigation.tsx'
import { useWhileOpen } from '../while-open.ts'

export default function ShelfRoom() {
  const say = useWords()
  const { go } = useNavigation()
  const [wish, setWish] = useWhileOpen<ShelfWish>('shelf.wish', wholeShelf)
  const [look, setLook] = useWhileOpen<ShelfLook>('shelf.look', 'cards')
  const bringIn = (): void => go({ room: 'bringIn' })
  return (
    <>
      <RoomHeader title={say('shelf.title')}>
        <Button kind="primary" onPress={bringIn}>
          {say('shelf.bringIn')}
        </Button>
      </RoomHeader>
      <RecordingGoesOn onGo={() => go({ room: 'record' })} />
      <BackupDue onGo={() => go({ room: 'settings' })} />
      <PendingBatch onGo={bringIn} />
      <Shelf
        wish={wish}
        onWish={setWish}
        look={look}
        onLook={setLook}
        onOpen={(testimony) => go({ room: 'story', testimony })}
        onLookAgain={(testimony) => go({ room: 'consent', testimony, onlyAgain: true })}
        onBringIn={bringIn}
      />
    </>
  )
}
