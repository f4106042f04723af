// What the sheet is called: exactly what it would erase.
import type { EraseTarget } from '../../../shared/contract/erase.ts'
import type { Say } from '../../words/say.tsx'
import type { Who } from './erase-shapes.ts'

export function titleOfErasing(say: Say, target: EraseTarget, who: Who): string {
  if (target.kind === 'passages') return say('erase.title.passages', { count: target.passages.length })
  return target.kind === 'story' ? say('erase.title.story') : say('erase.title.narrator', { who })
}
