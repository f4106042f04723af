// Taking sound out by itself, moving its edges and putting it back: each as one call with its way back.
import { useEffect } from 'react'
import type { FailureCode } from '../../../../shared/contract/failure.ts'
import type { Redaction, SoundStretch } from '../../../../shared/domain/marks/marks.ts'
import type { Stretch } from '../../../features/story/drawn-sound.ts'
import type { ReadStory } from '../../../features/with-her/her-shapes.ts'
import { useSteps, type Step } from '../../../features/with-her/use-steps.ts'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useArchive } from '../../archive.tsx'
import { useDoing } from '../../use-doing.ts'
import type { SoundOutWords } from './HerTakeSoundOut.tsx'

export interface HerSilences {
  readonly last: Step | null
  readonly busy: boolean
  readonly failure: FailureCode | null
  readonly takeOut: (recording: string, stretch: Stretch, words: SoundOutWords) => Promise<void>
  /** `onMoved` where it was kept. */
  readonly move: (stretch: SoundStretch, to: Stretch, onMoved: () => void) => void
  readonly putBack: (redaction: Redaction) => void
  readonly takeBack: () => void
}

export function useHerSilences({ story }: ReadStory, again: () => void): HerSilences {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const steps = useSteps()
  const testimony = story.testimony.id
  const said = steps.last?.said ?? null
  useEffect(() => {
    if (said !== null) announce(said)
  }, [said, announce])
  const did = (words: string): void => {
    again()
    steps.did({
      said: words,
      passage: '',
      undo: async () => {
        await archive.marks.undo({ testimony })
        again()
      },
    })
  }
  return {
    last: steps.last,
    busy: doing.busy,
    failure: doing.failure,
    async takeOut(recording, { startMs, endMs }, words) {
      const stretches = [{ recording, startMs, endMs }]
      await archive.marks.takeOutSound({ testimony, stretches, way: 'silence', replacement: '', ...words })
      did(say(`her.did.takenOut.${words.reach}`))
    },
    move: (stretch, { startMs, endMs }, onMoved) =>
      doing.run(async () => {
        await archive.marks.setTakenOutStretch({ testimony, stretch: stretch.id, startMs, endMs })
        did(say('her.did.edges'))
        onMoved()
      }),
    putBack: (redaction) =>
      doing.run(async () => {
        await archive.marks.putBack({ testimony, redaction: redaction.id })
        did(say('her.did.putBack'))
      }),
    takeBack: () =>
      doing.run(async () => {
        const step = await steps.takeBack()
        announce(step === null ? say('failures.nothingToUndo') : say('her.undone', { what: step.said }))
      }),
  }
}
