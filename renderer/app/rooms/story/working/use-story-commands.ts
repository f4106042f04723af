// What can be called by key or by name while a story is worked on.
import type { EditorHandle } from '../../../../editor/index.ts'
import { useWords } from '../../../../words/say.tsx'
import { useCommand } from '../../../commands.tsx'
import type { StoryEditor } from './use-story-editor.ts'

interface Called {
  readonly working: StoryEditor
  /** Where the player is; null where nothing is loaded. */
  readonly at: () => { readonly ms: number } | null
  /** Whether the time of the sound may be written into the words. */
  readonly mayWrite: boolean
  readonly onFind: () => void
  readonly onSnapshot: () => void
}

export function useStoryCommands({ working, at, mayWrite, onFind, onSnapshot }: Called): void {
  const say = useWords()
  const { editor, live, chosen } = working
  useCommand({ id: 'story.find', run: onFind })
  useCommand({
    id: 'story.choosePassage',
    when: editor !== null,
    run: () => {
      if (editor !== null) chooseOneMore(editor, live.story.passages)
    },
  })
  useCommand({
    id: 'story.letGo',
    when: chosen.length > 0,
    run: () => editor?.goTo(editor.here().passage, editor.here().offset),
  })
  useCommand({ id: 'story.snapshot', run: onSnapshot })
  useCommand({
    id: 'story.timestamp',
    when: mayWrite && editor !== null,
    run: () => {
      const place = at()
      if (place !== null) editor?.commands.insertText(`${say('writing.timestamp.text', { time: say.time(place.ms) })} `)
    },
  })
}

/** The passage of the caret as a whole, or one more after those that are chosen already. */
function chooseOneMore(editor: EditorHandle, passages: StoryEditor['live']['story']['passages']): void {
  const spans = editor.chosen()
  const [first] = spans
  const last = spans.at(-1)
  const whole = spans.every(({ passage, start, end }) => start === 0 && end === editor.passage(passage)?.text.length)
  const until = last === undefined ? editor.here().passage : last.passage
  const at = passages.findIndex(({ id }) => id === until)
  // NOTE: there is nothing to choose in a passage without words, as a sealed one is here.
  const after = passages.slice(at + 1).find(({ text }) => text.trim() !== '')
  const next = last !== undefined && whole ? (after?.id ?? until) : until
  editor.choosePassages(first?.passage ?? until, next)
}
