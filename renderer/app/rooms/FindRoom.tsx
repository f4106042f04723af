// The room for finding words in all stories.
import { useEffect } from 'react'
import { Find } from '../../features/find/Find.tsx'
import { nothingYet, type FindWish } from '../../features/find/find-wish.ts'
import { useWords } from '../../words/say.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import { useNavigation } from '../navigation.tsx'
import { useWhileOpen } from '../while-open.ts'

export default function FindRoom() {
  const say = useWords()
  const { place, go } = useNavigation()
  const [wish, setWish] = useWhileOpen<FindWish>('find.wish', nothingYet)
  const asked = place.room === 'find' ? place.words : undefined

  useEffect(() => {
    if (asked !== undefined) setWish({ ...nothingYet, words: asked })
  }, [asked, setWish])

  return (
    <>
      <RoomHeader title={say('find.title')} />
      <Find
        wish={wish}
        onWish={setWish}
        onOpen={(testimony, passage) =>
          go(passage === undefined ? { room: 'story', testimony } : { room: 'story', testimony, passage })
        }
        onBringIn={() => go({ room: 'bringIn' })}
      />
    </>
  )
}
