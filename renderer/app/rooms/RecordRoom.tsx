// The room for recording: what goes on, what waits, and what is to be said before the next one begins.
import { useState } from 'react'
import { BeginForm } from '../../features/record/BeginForm.tsx'
import { Finished } from '../../features/record/Finished.tsx'
import { QuestionsDesk } from '../../features/record/QuestionsDesk.tsx'
import { TakesWaiting } from '../../features/record/TakesWaiting.tsx'
import { UnderWay } from '../../features/record/UnderWay.tsx'
import type { RecordDraft } from '../../features/record/record-draft.ts'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import { useNavigation } from '../navigation.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import { chooseSound } from '../take/chosen-sound.ts'
import { openRecorderWindow } from '../take/recorder-window.ts'
import { underWay, useTake } from '../take/use-take.ts'
import styles from '../../features/record/record.module.css'

interface InStory {
  readonly testimony: string
  readonly recording: string
}

export default function RecordRoom() {
  const say = useWords()
  const { place, go } = useNavigation()
  const take = useTake()
  const [isBlocked, setBlocked] = useState(false)
  const [finished, setFinished] = useState<InStory | null>(null)
  const openWindow = (): void => setBlocked(!openRecorderWindow())
  const now = take === undefined ? null : underWay(take)
  const came = useCameFrom(place.room === 'record' ? place.testimony : undefined)
  return (
    <div className={styles.room}>
      <RoomHeader title={say('record.title')} about={say('record.about')} />
      {take !== undefined && now !== null && (
        <UnderWay
          take={take}
          id={now}
          isBlocked={isBlocked}
          onOpenWindow={() => {
            chooseSound({ begin: now })
            openWindow()
          }}
        />
      )}
      {finished !== null && (
        <Finished
          key={finished.recording}
          recording={finished.recording}
          onStory={() => go({ room: 'story', testimony: finished.testimony })}
          onTalk={() => go({ room: 'consent', testimony: finished.testimony })}
        />
      )}
      {take !== undefined && (
        <TakesWaiting
          changed={`${now} ${take.take}`}
          isRecording={now !== null}
          onGoOn={(again) => {
            chooseSound({ begin: again })
            openWindow()
          }}
          onFinished={(testimony, recording) => setFinished({ testimony, recording })}
        />
      )}
      {take !== undefined && now === null && came !== null && (
        <BeginForm key={came.sitting?.testimony ?? ''} first={came} onBegun={openWindow} />
      )}
      <QuestionsDesk />
    </div>
  )
}

/** The story that somebody came from, for another sitting of it; null while it is read. */
function useCameFrom(testimony: string | undefined): Partial<RecordDraft> | null {
  const { value, failure } = useAnswer(
    [],
    async (archive, signal): Promise<Partial<RecordDraft>> => {
      if (testimony === undefined) return {}
      const { story } = await archive.story.read({ testimony }, signal)
      const { title, language } = story.testimony
      return { which: 'sitting', sitting: { testimony, title, narratorName: story.narrator.name, language } }
    },
    [testimony],
    { keepOld: true },
  )
  return failure !== null ? {} : (value ?? null)
}
