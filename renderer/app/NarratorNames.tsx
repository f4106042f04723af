// How she is called: her name for herself, and one for each reach where she wants another.
import type { Reach } from '../../shared/domain/reach.ts'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'
import type { NarratorDraft } from './use-narrator-draft.ts'

const named = ['archive', 'circle', 'readers', 'anyone'] as const satisfies readonly Reach[]

/** What is said in one way about her and in another way to her. */
const sentences = {
  archivist: { name: 'story.narrator.name', note: 'story.narrator.name.note' },
  narrator: { name: 'her.about.name', note: 'her.about.name.note' },
} as const

interface NarratorNamesProps {
  /** Whom the sentences speak to. */
  readonly speaksTo: keyof typeof sentences
  readonly draft: NarratorDraft
}

export function NarratorNames({ speaksTo, draft: { name, names, change } }: NarratorNamesProps) {
  const say = useWords()
  const ids = sentences[speaksTo]
  return (
    <>
      <TextField
        label={say(ids.name)}
        note={say(ids.note)}
        value={name}
        onChange={(to) => change({ name: to })}
        dir="auto"
        maxLength={2_000}
      />
      {named.map((reach) => (
        <TextField
          key={reach}
          label={say(`${ids.name}.${reach}`)}
          value={names[reach] ?? ''}
          dir="auto"
          maxLength={2_000}
          onChange={(one) => change({ names: { ...names, [reach]: one } })}
        />
      ))}
    </>
  )
}
