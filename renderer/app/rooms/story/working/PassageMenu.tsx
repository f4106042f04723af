// What can be done with the passage that the caret is in.
import { useState } from 'react'
import type { Caret, EditorHandle, Joining } from '../../../../editor/index.ts'
import type { Passage, Speaker } from '../../../../../shared/domain/story.ts'
import { Menu, type MenuPart } from '../../../../ui/Menu.tsx'
import { useWords } from '../../../../words/say.tsx'

export interface PassageMenuProps {
  readonly editor: EditorHandle
  readonly here: Caret | null
  readonly speakers: readonly Speaker[]
  readonly nameOf: (speaker: Speaker) => string
  /** Where the player is, in the recording that it plays; null where there is no sound. */
  readonly at: () => { readonly recording: string; readonly ms: number } | null
  readonly hasSound: boolean
  readonly onTimes: (passage: string) => void
  readonly onLanguage: (passage: string) => void
  readonly onHeading: (passage: string) => void
  readonly onSuggest: (passage: string) => void
  readonly onTap: (passage: string) => void
  /** How many passages are chosen; one where there is only the caret. */
  readonly count: number
  readonly onErase: (passage: string) => void
}

interface Opened {
  readonly at: { readonly recording: string; readonly ms: number } | null
  readonly own: Passage | null
  readonly joining: Joining
  readonly isSealed: boolean
}

type Item = MenuPart['items'][number]

const nudgeMs = 100

export function PassageMenu(props: PassageMenuProps) {
  const {
    editor,
    here,
    speakers,
    nameOf,
    at,
    hasSound,
    onTimes,
    onLanguage,
    onHeading,
    onSuggest,
    onTap,
    onErase,
    count,
  } = props
  const say = useWords()
  // The moment at which the menu was opened: where the player was says what can be done.
  const [opened, setOpened] = useState<Opened>()
  const passage = here?.passage ?? ''
  const { commands } = editor
  const own = opened?.own ?? null
  const now = opened?.at ?? null
  const inside =
    now !== null && own !== null && own.startMs !== null && now.recording === own.recording && now.ms > own.startMs
      ? own.endMs === null || now.ms < own.endMs
      : false

  const setTime = (edge: 'start' | 'end'): void => {
    const place = at()
    const is = editor.passage(passage)
    if (place === null || is === null) return
    const same = is.recording === place.recording
    const startMs = edge === 'start' ? place.ms : same ? (is.startMs ?? 0) : 0
    const endMs = edge === 'end' ? place.ms : same ? is.endMs : null
    commands.setTimes(passage, {
      recording: place.recording,
      startMs,
      endMs: endMs !== null && endMs > startMs ? endMs : null,
    })
  }
  /** The words have the focus before anything opens, so that what is opened gives it back to them. */
  const item = (id: string, name: string, run: () => void, isPossible = true): Item => ({
    id,
    name,
    isDisabled: here === null || !isPossible,
    run: () =>
      afterClosing(() => {
        editor.focus()
        run()
      }),
  })
  const nudge = (id: 'startEarlier' | 'startLater' | 'endEarlier' | 'endLater', edge: 'start' | 'end', by: number) =>
    item(
      id,
      say(`writing.passage.nudge.${id}`),
      () => void commands.nudge(passage, edge, by),
      isOpen && (edge === 'start' ? own?.startMs : own?.endMs) !== null,
    )
  const joining = opened?.joining ?? 'alone'
  const isOpen = opened?.isSealed !== true
  const joinName = say(
    joining === 'twoRecordings' || joining === 'sealed' ? `writing.passage.join.${joining}` : 'writing.passage.join',
  )
  const parts: MenuPart[] = [
    {
      heading: say(isOpen ? 'writing.passage.words' : 'writing.sealed'),
      items: [
        item('split', say('writing.passage.split'), () => void commands.splitPassage(), isOpen),
        item('join', joinName, () => void commands.joinWithBefore(), joining === 'joins'),
        item('suggest', say('writing.suggest'), () => onSuggest(passage), isOpen),
        item('heading', say('writing.passage.heading'), () => onHeading(passage)),
        item('language', say('writing.passage.language'), () => onLanguage(passage), isOpen),
      ],
    },
    {
      heading: say('writing.passage.who'),
      items: speakers.map((speaker) =>
        item(
          `turn ${speaker.id}`,
          say('writing.passage.splitTurn', { name: nameOf(speaker) }),
          () => void commands.splitTurn(speaker.id),
          isOpen,
        ),
      ),
    },
  ]
  if (hasSound)
    parts.push({
      heading: say('writing.passage.sound'),
      items: [
        item('startHere', say('writing.passage.startHere'), () => setTime('start'), isOpen && now !== null),
        item('endHere', say('writing.passage.endHere'), () => setTime('end'), isOpen && now !== null && now.ms > 0),
        item(
          'splitHere',
          say('writing.passage.splitHere'),
          () => {
            const place = at()
            if (place !== null) commands.splitAtTime(passage, place.ms)
          },
          isOpen && inside,
        ),
        nudge('startEarlier', 'start', -nudgeMs),
        nudge('startLater', 'start', nudgeMs),
        nudge('endEarlier', 'end', -nudgeMs),
        nudge('endLater', 'end', nudgeMs),
        item('times', say('writing.passage.times'), () => onTimes(passage), isOpen),
        item('tap', say('writing.tap'), () => onTap(passage)),
      ],
    })
  parts.push({
    heading: say('erase.heading'),
    items: [item('erase', say('erase.open.passages', { count }), () => onErase(passage))],
  })
  return (
    <Menu
      small
      name={say('writing.passage')}
      items={[]}
      parts={parts}
      onOpen={() =>
        setOpened({
          at: at(),
          own: editor.passage(passage),
          joining: commands.joining(),
          isSealed: editor.isSealed(passage),
        })
      }
    />
  )
}

/** NOTE: a menu that closes gives the focus back to its button in the frame after. */
function afterClosing(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work))
}
