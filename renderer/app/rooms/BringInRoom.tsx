// The room for bringing in; takes what was dropped or pasted anywhere in the window.
import { useEffect, useState } from 'react'
import { BringIn } from '../../features/bring-in/BringIn.tsx'
import { useBatch } from '../../features/bring-in/use-batch.ts'
import { BringBackDecisions, isDecisionsFile } from '../../features/take-home/BringBackDecisions.tsx'
import { useWords } from '../../words/say.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import { arrivedEvent, takeDroppedFiles, takePastedText } from '../dropped-files.ts'
import { useNavigation } from '../navigation.tsx'

export default function BringInRoom() {
  const say = useWords()
  const { go } = useNavigation()
  const { work } = useBatch()
  const [decisions, setDecisions] = useState<File | null>(null)

  useEffect(() => {
    const take = (): void => {
      const files = takeDroppedFiles()
      const back = files.find(isDecisionsFile)
      if (back !== undefined) setDecisions(back)
      work.addFiles(files.filter((file) => !isDecisionsFile(file)))
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
      <BringBackDecisions file={decisions} onStory={(testimony) => go({ room: 'story', testimony })} />
    </>
  )
}
