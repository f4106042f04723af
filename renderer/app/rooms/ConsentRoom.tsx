// The room of the consent conversation, with her beside the archivist.
import { Conversation } from '../../features/consent/conversation/Conversation.tsx'
import { Receipt } from '../../features/receipt/Receipt.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import { useNavigation, type Place } from '../navigation.tsx'
import { RoomHeader } from '../RoomHeader.tsx'
import { ScopeOfAnswer } from './ScopeOfAnswer.tsx'

type ConsentPlace = Extract<Place, { room: 'consent' }>

export default function ConsentRoom() {
  const { place } = useNavigation()
  return place.room === 'consent' ? <OneConversation key={place.testimony} place={place} /> : null
}

function OneConversation({ place }: { place: ConsentPlace }) {
  const say = useWords()
  const { go } = useNavigation()
  const { testimony } = place
  const { value, failure } = useAnswer(
    ['story'],
    async (archive, signal) => (await archive.story.read({ testimony }, signal)).story.testimony,
    [testimony],
  )
  const leave = (): void => go({ room: 'story', testimony })
  const back = <Button onPress={leave}>{say('talk.back.archivist')}</Button>
  if (failure !== null)
    return (
      <Notice kind="care" said action={back}>
        {say.failure(failure)}
      </Notice>
    )
  if (value === undefined) return null
  return (
    <>
      <RoomHeader title={say('talk.begin.archivist')} about={say('talk.about', { title: value.title })}>
        <Receipt narrator={value.narrator} language={value.language} who="archivist" />
        {back}
      </RoomHeader>
      <Conversation
        testimony={testimony}
        title={{ text: value.title, language: value.language }}
        who="archivist"
        herEvidence={null}
        isCopy={false}
        choosePassages={(props) => <ScopeOfAnswer testimony={testimony} wrong={null} {...props} />}
        first={place.use ?? null}
        onlyAgain={place.onlyAgain ?? false}
        onLeave={leave}
        onNames={() => go({ room: 'story', testimony, beside: 'about' })}
      />
    </>
  )
}
