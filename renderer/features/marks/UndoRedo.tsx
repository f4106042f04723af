// Undo and redo of marks, by button and by key; what was undone is said. Undo in a text field stays the field's own.
import { useEffect } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { useCommand } from '../../app/commands.tsx'
import type { Marks } from '../../../shared/domain/marks/marks.ts'
import { UndoLane } from '../../ui/UndoLane.tsx'
import { useWords } from '../../words/say.tsx'
import { changeBetween } from './change-between.ts'

interface UndoRedoProps {
  readonly testimony: string
  readonly marks: Marks
  readonly undo: boolean
  readonly redo: boolean
  /** She has gone through the story: what was marked before that is hers to take back. */
  readonly herVersion: boolean
  /** The focus is in a field that has an undo of its own. */
  readonly isWriting: boolean
  /** What is written is kept before, and nothing is written meanwhile. */
  readonly onArchive: <T>(work: () => Promise<T>) => Promise<T>
  readonly onDone: () => void
}

const nothingTo = { undo: 'nothingToUndo', redo: 'nothingToRedo' } as const

const onWindows = (): boolean => /win/i.test(navigator.platform)

export function UndoRedo({ testimony, marks, undo, redo, herVersion, isWriting, onArchive, onDone }: UndoRedoProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const go = (way: 'undo' | 'redo'): void => {
    if (way === 'undo' ? !undo : !redo) return announce(herVersion ? say('marks.hersNow') : say.failure(nothingTo[way]))
    onArchive(() => archive.marks[way]({ testimony })).then(
      (after) => {
        const change = changeBetween(marks, after.marks)
        announce(say(`marks.${way}.did`, { what: say(`marks.did.${change.kind}`, { words: change.words }) }))
        onDone()
      },
      (thrown: unknown) => announce(say.failure(codeOf(thrown))),
    )
  }
  const windows = onWindows()
  useCommand({ id: 'marks.undo', run: () => go('undo'), when: !isWriting })
  useCommand({ id: 'marks.redo', run: () => go('redo'), when: !isWriting })
  useEffect(() => {
    if (!windows || isWriting) return
    // NOTE: the key of the other systems works on Windows too; one command has one key in the registry.
    const pressed = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || !event.shiftKey || event.altKey || event.code !== 'KeyZ' || event.defaultPrevented) return
      event.preventDefault()
      go('redo')
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
  return (
    <UndoLane
      name={say('marks.lane')}
      label={say('marks.undoRedo')}
      why={herVersion && !undo ? say('marks.hersNow') : undefined}
      undo={{ name: say('marks.undo'), run: () => go('undo'), isDisabled: !undo }}
      redo={{ name: say('marks.redo'), run: () => go('redo'), isDisabled: !redo }}
    />
  )
}
