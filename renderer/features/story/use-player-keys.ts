// The player's commands, so that hands stay on the text, with the distances that somebody chose.
import { useEffect } from 'react'
import { useCommand } from '../../app/commands.tsx'
import { usePreferences } from '../../app/preferences.tsx'
import type { SoundPlayer } from './sound-player.ts'

/** `ready` when there is something to play. They work above a dialog too; only Escape belongs to dialogs, menus and fields. */
export function usePlayerKeys(player: SoundPlayer, ready: boolean): void {
  const { skipMs, stepBackMs } = usePreferences().keys
  useEffect(() => player.stepBackBy(stepBackMs), [player, stepBackMs])
  const always = { when: ready, everywhere: true }
  useCommand({ id: 'story.playPause', run: player.toggle, ...always })
  useCommand({ id: 'story.play', run: player.play, ...always })
  useCommand({ id: 'story.pause', run: player.pause, ...always })
  useCommand({ id: 'story.back', run: () => player.nudge(-skipMs), ...always })
  useCommand({ id: 'story.forward', run: () => player.nudge(skipMs), ...always })
  useCommand({ id: 'story.slower', run: () => player.changeRate(-1), ...always })
  useCommand({ id: 'story.faster', run: () => player.changeRate(1), ...always })
}
