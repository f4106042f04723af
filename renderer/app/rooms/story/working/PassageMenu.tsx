// What can be done with the passage that the caret is in.
import type { Caret, EditorHandle } from '../../../../editor/index.ts'
import type { Speaker } from '../../../../../shared/domain/story.ts'
import { Menu } from '../../../../ui/Menu.tsx'
import { useWords } from '../../../../words/say.tsx'

export interface PassageMenuProps {
  readonly editor: EditorHandle
  readonly here: Caret | null
  readonly speakers: readonly Speaker[]
  readonly nameOf: (speaker: Speaker) => string
  /** Where the player is, in the recording that it plays; null where there is no sound. */
  readonly at: () => { readonly recording: string; readonly ms: number } | null
  readonly hasSound: boolean
  readonly mayWrite: boolean
  readonly onTimes: (passage: string) => void
  readonly onLanguage: (passage: string) => void
  readonly onHeading: (passage: string) => void
  readonly onSuggest: (passage: string) => void
  readonly onTap: (passage: string) => void
}

const nudgeMs = 100

export function PassageMenu(props: PassageMenuProps) {
  const { editor, here, speakers, nameOf, at, hasSound, mayWrite, onTimes, onLanguage, onHeading, onSuggest, onTap } =
    props
  const say = useWords()
  const passage = here?.passage ?? ''
  const { commands } = editor
  const setTime = (edge: 'start' | 'end'): void => {
    const place = at()
    const own = editor.passage(passage)
    if (place === null || own === null) return
    const same = own.recording === place.recording
    const startMs = edge === 'start' ? place.ms : same ? (own.startMs ?? 0) : 0
    const endMs = edge === 'end' ? place.ms : same ? own.endMs : null
    commands.setTimes(passage, {
      recording: place.recording,
      startMs,
      endMs: endMs !== null && endMs > startMs ? endMs : null,
    })
  }
  const items = [
    ...(mayWrite
      ? [
          { id: 'split', name: say('writing.passage.split'), run: () => void commands.splitPassage() },
          { id: 'join', name: say('writing.passage.join'), run: () => void commands.joinWithBefore() },
        ]
      : []),
    { id: 'suggest', name: say('writing.suggest'), run: () => onSuggest(passage) },
    ...speakers.map((speaker) => ({
      id: `turn ${speaker.id}`,
      name: say('writing.passage.splitTurn', { name: nameOf(speaker) }),
      run: () => void commands.splitTurn(speaker.id),
    })),
    { id: 'language', name: say('writing.passage.language'), run: () => onLanguage(passage) },
    { id: 'heading', name: say('writing.passage.heading'), run: () => onHeading(passage) },
    ...(hasSound
      ? [
          { id: 'startHere', name: say('writing.passage.startHere'), run: () => setTime('start') },
          { id: 'endHere', name: say('writing.passage.endHere'), run: () => setTime('end') },
          {
            id: 'splitHere',
            name: say('writing.passage.splitHere'),
            run: () => {
              const place = at()
              if (place !== null) commands.splitAtTime(passage, place.ms)
            },
          },
          {
            id: 'startEarlier',
            name: say('writing.passage.nudge.startEarlier'),
            run: () => void commands.nudge(passage, 'start', -nudgeMs),
          },
          {
            id: 'startLater',
            name: say('writing.passage.nudge.startLater'),
            run: () => void commands.nudge(passage, 'start', nudgeMs),
          },
          {
            id: 'endEarlier',
            name: say('writing.passage.nudge.endEarlier'),
            run: () => void commands.nudge(passage, 'end', -nudgeMs),
          },
          {
            id: 'endLater',
            name: say('writing.passage.nudge.endLater'),
            run: () => void commands.nudge(passage, 'end', nudgeMs),
          },
          { id: 'times', name: say('writing.passage.times'), run: () => onTimes(passage) },
          { id: 'tap', name: say('writing.tap'), run: () => onTap(passage) },
        ]
      : []),
  ]
  return (
    <Menu small name={say('writing.passage')} items={items.map((item) => ({ ...item, isDisabled: here === null }))} />
  )
}
