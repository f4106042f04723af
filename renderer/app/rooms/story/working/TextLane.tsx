// Undo and redo of writing: a lane of its own, which never undoes what was taken out.
import { Button } from '../../../../ui/Button.tsx'
import { useWords } from '../../../../words/say.tsx'
import type { EditorHandle } from '../../../../editor/index.ts'
import { useCommand } from '../../../commands.tsx'
import styles from './WorkingStory.module.css'

interface TextLaneProps {
  readonly editor: EditorHandle
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export function TextLane({ editor, canUndo, canRedo }: TextLaneProps) {
  const say = useWords()
  useCommand({ id: 'writing.undo', name: say('writing.undo'), run: () => void editor.commands.undo(), when: canUndo })
  useCommand({ id: 'writing.redo', name: say('writing.redo'), run: () => void editor.commands.redo(), when: canRedo })
  return (
    <div className={styles.lane} role="group" aria-label={say('writing.lanes')}>
      <Button small kind="quiet" isDisabled={!canUndo} onPress={() => void editor.commands.undo()}>
        {say('writing.undo')}
      </Button>
      <Button small kind="quiet" isDisabled={!canRedo} onPress={() => void editor.commands.redo()}>
        {say('writing.redo')}
      </Button>
    </div>
  )
}
