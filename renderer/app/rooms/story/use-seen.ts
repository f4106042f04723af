// A story exactly as somebody would get it, asked of the archive anew for each way of looking at it.
import type { ShownView } from '../../../features/story/ViewAsSwitch.tsx'
import { useAnswer, type Answer } from '../../archive.tsx'
import type { SeenBy } from './SeenStory.tsx'

/** Null while the whole story is looked at. What is written is kept before it is asked. */
export function useSeen(testimony: string, view: ShownView, keptFirst: () => Promise<void>): Answer<SeenBy | null> {
  return useAnswer(
    ['story', 'marks'],
    async (client, signal) => {
      if (view === 'whole') return null
      await keptFirst()
      return client.story.viewAs({ testimony, reach: view }, signal)
    },
    [testimony, view],
  )
}
