// The way from a story to a first draft by machine. Where nothing is written yet it offers itself, if somebody turned it on.
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'

export function DraftWay({ onGo }: { onGo: () => void }) {
  const say = useWords()
  return (
    <p>
      <Button onPress={onGo}>{say('transcribing.open')}</Button>
    </p>
  )
}

export function DraftOffer({ onGo }: { onGo: () => void }) {
  const say = useWords()
  const { value } = useAnswer(['transcribing'], (archive, signal) => archive.transcribing.settings({}, signal), [])
  if (value === undefined || value.model === null) return null
  return (
    <Notice title={say('transcribing.way.title')} action={<Button onPress={onGo}>{say('transcribing.open')}</Button>}>
      {say('transcribing.way.says')}
    </Notice>
  )
}
