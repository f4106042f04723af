// The whole story beside what is chosen of it now, measured once for the story and anew for each choice.
import { useMemo } from 'react'
import type { Marks } from '../../../shared/domain/marks/marks.ts'
import { mirrorOf, tellingOf, type Mirror } from '../../../shared/domain/mirror/mirror.ts'
import type { Beside, Story } from './excerpt-shapes.ts'

export function useMirror(story: Story, marks: Marks, beside: Beside, chosen: readonly string[]): Mirror {
  const { sections } = beside
  const telling = useMemo(() => tellingOf(story, sections, marks), [story, sections, marks])
  return useMemo(() => mirrorOf(telling, chosen), [telling, chosen])
}
