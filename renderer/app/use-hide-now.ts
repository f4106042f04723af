// Hide now, as every shell has it above its page and hands it to its dialogs.
import type { HideButton } from '../ui/hide-context.ts'
import { useWords } from '../words/say.tsx'
import { useArchive } from './archive.tsx'
import { hideNow } from './hide.ts'

export function useHideNow(): HideButton {
  const say = useWords()
  const archive = useArchive()
  return { name: say('shell.hideNow'), run: () => void hideNow(archive) }
}
