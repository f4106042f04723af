// The ways from chosen words to a mark on them: buttons beside the words, commands, and the panels that make or change one.
import { useState } from 'react'
import type { SoundHand } from '../../../features/marks/sound-hand.ts'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useCommand } from '../../commands.tsx'
import { MarkDialogs, type Marking } from './MarkDialogs.tsx'
import type { StoryEditor } from './working/use-story-editor.ts'

interface Chosen {
  readonly working: StoryEditor
  readonly sound: SoundHand | null
  readonly isPossible: boolean
}

export function useMarkChosen({ working, sound, isPossible }: Chosen) {
  const say = useWords()
  const { editor, live, chosen, keptFirst, onArchive } = working
  const [marking, onMarking] = useState<Marking | null>(null)
  const start = (kind: 'label' | 'takeOut' | 'tie'): void =>
    void keptFirst().then(
      () => {
        // NOTE: the caret has the focus before the panel opens, so that the panel gives it back to the words.
        editor?.focus()
        onMarking({ kind, chosen: editor?.chosen() ?? chosen })
      },
      () => undefined,
    )
  useCommand({ id: 'marks.label', run: () => start('label'), when: isPossible })
  useCommand({ id: 'marks.takeOut', run: () => start('takeOut'), when: isPossible })
  useCommand({ id: 'marks.tie', run: () => start('tie'), when: isPossible })
  return {
    start,
    onMarking,
    buttons: (
      <>
        <Button small kind="primary" onPress={() => start('label')}>
          {say('marks.label.act')}
        </Button>
        <Button small onPress={() => start('takeOut')}>
          {say('marks.takeOut.act')}
        </Button>
        <Button small onPress={() => start('tie')}>
          {say('writing.tie')}
        </Button>
      </>
    ),
    dialog: marking !== null && (
      <MarkDialogs
        read={live}
        marking={marking}
        sound={sound}
        onArchive={onArchive}
        onClose={() => onMarking(null)}
        onMarked={() => {
          const at = editor?.here()
          if (at !== undefined) editor?.goTo(at.passage, at.offset)
        }}
      />
    ),
  }
}
