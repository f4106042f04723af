// The ways to erasing a story, or everything of whoever tells it; what is being written is kept first.
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import type { EraseTarget } from '../../../../shared/contract/erase.ts'
import { useNavigation } from '../../navigation.tsx'

interface Props {
  readonly testimony: string
  readonly narrator: string
  readonly keptFirst: () => Promise<unknown>
}

export function EraseWays({ testimony, narrator, keptFirst }: Props) {
  const say = useWords()
  const { go } = useNavigation()
  const erase = (target: EraseTarget): void =>
    void keptFirst().then(
      () => go({ room: 'erase', target }),
      () => undefined,
    )
  return (
    <section aria-labelledby="story-erase">
      <h2 id="story-erase">{say('erase.heading')}</h2>
      <p>
        <Button onPress={() => erase({ kind: 'story', testimony })}>{say('erase.open.story')}</Button>
      </p>
      <p>
        <Button onPress={() => erase({ kind: 'narrator', narrator })}>
          {say('erase.open.narrator', { who: 'archivist' })}
        </Button>
      </p>
    </section>
  )
}
