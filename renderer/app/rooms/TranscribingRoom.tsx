// The room of a story's drafts by machine, reached from the story.
import { DraftsOfStory } from '../../features/transcribing/DraftsOfStory.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import { useNavigation } from '../navigation.tsx'
import { RoomHeader } from '../RoomHeader.tsx'

export default function TranscribingRoom() {
  const { place } = useNavigation()
  return place.room === 'transcribing' ? <OneStory key={place.testimony} testimony={place.testimony} /> : null
}

function OneStory({ testimony }: { testimony: string }) {
  const say = useWords()
  const { go } = useNavigation()
  const { value, failure } = useAnswer(
    ['story'],
    async (archive, signal) => (await archive.story.read({ testimony }, signal)).story.testimony,
    [testimony],
    { keepOld: true },
  )
  const story = (): void => go({ room: 'story', testimony })
  const back = <Button onPress={story}>{say('transcribing.back')}</Button>
  if (failure !== null)
    return (
      <Notice kind="care" said action={back}>
        {say.failure(failure)}
      </Notice>
    )
  if (value === undefined) return null
  return (
    <>
      <RoomHeader title={say('transcribing.title')} about={say('transcribing.about', { title: value.title })}>
        {back}
      </RoomHeader>
      <DraftsOfStory
        testimony={testimony}
        language={value.language}
        onSettings={() => go({ room: 'settings' })}
        onTalk={() => go({ room: 'consent', testimony, use: 'machines' })}
        onStory={story}
      />
    </>
  )
}
