// The way from chosen passages to an excerpt of them: a button beside the words, a command, and the dialog that begins it.
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useCommand } from '../../commands.tsx'
import { useNavigation } from '../../navigation.tsx'

const BeginExcerpt = lazy(async () => ({
  default: (await import('../../../features/excerpts/BeginExcerpt.tsx')).BeginExcerpt,
}))

interface Chosen {
  readonly testimony: string
  readonly passages: readonly string[]
  readonly isPossible: boolean
}

export function useExcerptOfChosen({ testimony, passages, isPossible }: Chosen) {
  const say = useWords()
  const { go } = useNavigation()
  const [begun, setBegun] = useState<readonly string[] | null>(null)
  const begin = (): void => setBegun(passages)
  useCommand({ id: 'excerpts.ofChosen', name: say('excerpts.ofChosen'), run: begin, when: isPossible })
  return {
    button: (
      <Button small onPress={begin}>
        {say('excerpts.ofChosen.act')}
      </Button>
    ),
    dialog: begun !== null && (
      <Suspense fallback={null}>
        <BeginExcerpt
          testimony={testimony}
          passages={begun}
          isOpen
          onClose={() => setBegun(null)}
          onBegun={(excerpt) => go({ room: 'excerpt', excerpt })}
        />
      </Suspense>
    ),
  }
}
