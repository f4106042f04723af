// The room for bringing in; takes what was dropped or pasted anywhere in the window.
import { useEffect } from 'react'
import { BringIn } from '../../features/bring-in/BringIn.tsx'
import { useBatch } from '../../features/bring-in/use-batch.ts'
import { useWords } from '../../words/say.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import { arrivedEvent, takeDroppedFiles, takePastedText } from '../dropped-files.ts'
import { useNavigation } from '../navigation.tsx'

export default function BringInRoom() {
  const say = useWords()
  const { go } = useNavigation()
  const { work } = useBatch()

  useEffect(() => {
    const take = (): void => {
      work.addFiles(takeDroppedFiles())
      const text = takePastedText()
      if (text !== null && text.trim() !== '') work.paste(text)
    }
    take()
    window.addEventListener(arrivedEvent, take)
    return () => window.removeEventListener(arrivedEvent, take)
  }, [work])

  return (
    <>
      <RoomHeader title={say('bringIn.title')} />
      <BringIn onOpen={(testimony) => go({ room: 'story', testimony })} onShelf={() => go({ room: 'shelf' })} />
    </>
  )
}
