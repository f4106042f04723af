// Undo and redo of writing: a lane of its own, which never undoes what was taken out.
import { UndoLane } from '../../../../ui/UndoLane.tsx'
import { useWords } from '../../../../words/say.tsx'
import type { EditorHandle } from '../../../../editor/index.ts'
import { useCommand } from '../../../commands.tsx'

interface TextLaneProps {
  readonly editor: EditorHandle
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export function TextLane({ editor, canUndo, canRedo }: TextLaneProps) {
  const say = useWords()
  const undo = (): void => void editor.commands.undo()
  const redo = (): void => void editor.commands.redo()
  useCommand({ id: 'writing.undo', name: say('writing.undo'), run: undo, when: canUndo })
  useCommand({ id: 'writing.redo', name: say('writing.redo'), run: redo, when: canRedo })
  return (
    <UndoLane
      name={say('writing.lane')}
      label={say('writing.lanes')}
      undo={{ name: say('writing.undo'), run: undo, isDisabled: !canUndo }}
      redo={{ name: say('writing.redo'), run: redo, isDisabled: !canRedo }}
    />
  )
}
