// The player's keys, so that hands stay on the text: Esc, F1 to F4. They are in the registry with the others.
import { useCommand } from '../../app/commands.tsx'
import { useWords } from '../../words/say.tsx'
import type { SoundPlayer } from './sound-player.ts'

const nudgeMs = 2_000

/** `ready` when there is something to play. Dialogs, menus and fields keep Esc for themselves; F1 to F4 work there too. */
export function usePlayerKeys(player: SoundPlayer, ready: boolean, isWriting: boolean): void {
  const say = useWords()
  useCommand({
    id: 'story.playPause',
    name: say('story.player.playPause'),
    keys: 'Escape',
    run: player.toggle,
    when: ready && !isWriting,
  })
  useCommand({
    id: 'story.back',
    name: say('story.player.back'),
    keys: 'F1',
    run: () => player.nudge(-nudgeMs),
    when: ready,
    everywhere: true,
  })
  useCommand({
    id: 'story.forward',
    name: say('story.player.forward'),
    keys: 'F2',
    run: () => player.nudge(nudgeMs),
    when: ready,
    everywhere: true,
  })
  useCommand({
    id: 'story.slower',
    name: say('story.player.slower'),
    keys: 'F3',
    run: () => player.changeRate(-1),
    when: ready,
    everywhere: true,
  })
  useCommand({
    id: 'story.faster',
    name: say('story.player.faster'),
    keys: 'F4',
    run: () => player.changeRate(1),
    when: ready,
    everywhere: true,
  })
}
