// How an item is called: its title, else the name of its file.
import type { Say } from '../../words/say.tsx'
import type { PreviewItem } from './batch-state.ts'

export function nameOf(say: Say, item: PreviewItem): string {
  if (item.title.trim() !== '') return item.title
  const file = item.transcriptName ?? item.soundName
  if (file === null) return say('bringIn.untitled')
  return file === '' ? say('bringIn.pasted') : file
}
