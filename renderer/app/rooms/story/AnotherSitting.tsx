// The way from a story to recording more of it.
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useNavigation } from '../../navigation.tsx'

export function AnotherSitting({ testimony }: { testimony: string }) {
  const say = useWords()
  const { go } = useNavigation()
  return <Button onPress={() => go({ room: 'record', testimony })}>{say('record.another')}</Button>
}
