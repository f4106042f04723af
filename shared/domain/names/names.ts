// How she is called outside: the name she chose for that reach, or a wider one's; nothing where she chose none.
import { reaches, type Reach } from '../reach.ts'
import type { Narrator } from '../story.ts'

/** Her name for a reach, null where none may be given. The archive itself and she see the name they work with. */
export function nameFor(narrator: Narrator, reach: Reach): string | null {
  if (narrator.existence === 'countedOnly' || narrator.existence === 'notCounted') {
    if (reach !== 'narrator' && reach !== 'archive') return null
  }
  for (const wider of reaches.slice(reaches.indexOf(reach))) {
    const name = narrator.names[wider]
    if (name !== undefined && name.trim() !== '') return name
  }
  return reach === 'narrator' || reach === 'archive' ? narrator.name : null
}
