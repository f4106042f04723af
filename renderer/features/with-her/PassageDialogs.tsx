// The one dialog that is open over a passage, if any.
import type { Passage } from '../../../shared/domain/story.ts'
import { useWords } from '../../words/say.tsx'
import type { About, ReadStory } from './her-shapes.ts'
import { LabelIt } from './LabelIt.tsx'
import { NotForEveryone } from './NotForEveryone.tsx'
import type { Opened } from './PassageActions.tsx'
import { SayIt } from './SayIt.tsx'
import { SealPassage, type SealPassageProps } from './SealPassage.tsx'
import { TakeOut } from './TakeOut.tsx'
import { TieIt } from './TieIt.tsx'
import type { HerWork } from './use-her-work.ts'
import { walkOf } from './walk.ts'

interface PassageDialogsProps {
  readonly opened: Opened | null
  readonly read: ReadStory
  readonly about: About
  readonly passage: Passage
  /** Where its sound is. */
  readonly found: SealPassageProps['found']
  readonly hasSpoken: boolean
  readonly sealed: ReadonlySet<string>
  readonly work: HerWork
  readonly again: () => void
  readonly onPassphrase: () => void
  readonly onSpoken: (answer: string) => void
  readonly onClose: () => void
}

export function PassageDialogs(props: PassageDialogsProps) {
  const { opened, read, about, passage, found, hasSpoken, sealed, work, again, onPassphrase, onSpoken, onClose } = props
  const say = useWords()
  const { story } = read
  const testimony = story.testimony.id
  if (opened === 'takeOut')
    return (
      <TakeOut
        testimony={testimony}
        passage={passage}
        passages={story.passages}
        onKeep={(places, words) => work.takeOut(places, words)}
        onClose={onClose}
      />
    )
  if (opened === 'notEveryone')
    return <NotForEveryone onKeep={(from) => work.notForEveryone(passage, from)} onClose={onClose} />
  if (opened === 'seal')
    return (
      <SealPassage
        of={{ testimony, passage: passage.id }}
        found={found}
        hasPassphrase={about.hasPassphrase}
        mayMakePaper={about.hasPassphrase && !about.hasPaper && !about.isCopy}
        isCopy={about.isCopy}
        hasSpoken={hasSpoken}
        onSeal={() => work.seal(passage, about.keyOpen)}
        onSealed={() => work.isSealed(passage, about.keyOpen)}
        onPassphrase={onPassphrase}
        onClose={onClose}
      />
    )
  if (opened === 'sayIt')
    return (
      <SayIt
        testimony={testimony}
        passage={passage.id}
        isSealed={sealed.has(passage.id)}
        keyOpen={about.keyOpen}
        onKept={(answer) => {
          again()
          onSpoken(answer)
          onClose()
        }}
        onClose={onClose}
      />
    )
  if (opened === 'label') {
    const languages = [
      passage.language,
      story.testimony.language,
      say.locale,
      ...story.passages.map((one) => one.language),
    ]
    return (
      <LabelIt
        passage={passage}
        languages={[...new Set(languages)]}
        onKeep={(stretches, label) => work.label(passage, stretches, label)}
        onClose={onClose}
      />
    )
  }
  if (opened === 'tie')
    return (
      <TieIt
        passage={passage}
        passages={story.passages}
        walk={walkOf(story)}
        sealed={sealed}
        onKeep={(passages, kind, reason) => work.tie(passage, passages, kind, reason)}
        onClose={onClose}
      />
    )
  return null
}
