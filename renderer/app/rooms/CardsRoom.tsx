// The room of consent cards, reached from the settings.
import { CardDesk } from '../../features/cards/CardDesk.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { useNavigation } from '../navigation.tsx'
import { RoomHeader } from '../RoomHeader.tsx'

export default function CardsRoom() {
  const say = useWords()
  const { go } = useNavigation()
  return (
    <>
      <RoomHeader title={say('cards.title')} about={say('cards.about')}>
        <Button onPress={() => go({ room: 'settings' })}>{say('cards.back')}</Button>
      </RoomHeader>
      <CardDesk onPrint={() => window.print()} />
    </>
  )
}
