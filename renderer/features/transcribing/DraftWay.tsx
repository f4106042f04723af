// The way from a story to a first draft by machine.
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'

/** `isBare`: nobody has written anything down yet. */
export function DraftWay({ isBare = false, onGo }: { isBare?: boolean; onGo: () => void }) {
  const say = useWords()
  const way = <Button onPress={onGo}>{say('transcribing.open')}</Button>
  if (!isBare) return <p>{way}</p>
  return (
    <Notice title={say('transcribing.way.title')} action={way}>
      {say('transcribing.way.says')}
    </Notice>
  )
}
