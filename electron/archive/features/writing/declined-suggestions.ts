// Suggestions that whoever is at the window has declined: until it is left, or the words change, one can be brought back.
// NOTE: in memory alone. What she said no to is not kept anywhere, and is gone with her session.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { writing as contract } from '../../../../shared/contract/writing.ts'
import type { Story } from '../../../../shared/domain/story.ts'
import type { OpenSession, Session } from '../../session.ts'
import { putSuggestion, type KeptSuggestion } from '../../store/beside.ts'
import { readStory } from '../../store/stories.ts'

interface Declined {
  readonly testimony: string
  readonly suggestion: KeptSuggestion
}

/** By the time at the window: it ends when somebody else comes to it, and at lock. */
const declined = new WeakMap<AbortSignal, readonly Declined[]>()
const declinedNow = ({ atWindow }: Session): readonly Declined[] => declined.get(atWindow) ?? []

/** What stands now where a suggestion would change it; null where it is gone. */
export function standing(story: Story, passage: string | null): string | null {
  if (passage === null) return story.testimony.title
  return story.passages.find(({ id }) => id === passage)?.text ?? null
}

export function rememberDeclined(session: Session, testimony: string, suggestion: KeptSuggestion): void {
  declined.set(session.atWindow, [...declinedNow(session), { testimony, suggestion }])
}

export function forgetDeclined(session: Session, testimony: string): void {
  const left = declinedNow(session).filter((one) => one.testimony !== testimony)
  declined.set(session.atWindow, left)
}

/** What whoever is at the window can bring back: it would change words that still stand. */
export function readDeclined(session: Session, story: Story): KeptSuggestion[] {
  return declinedNow(session)
    .filter((one) => one.testimony === story.testimony.id)
    .map(({ suggestion }) => suggestion)
    .filter(({ passage, before }) => standing(story, passage) === before)
}

export function declinedHandlers(open: OpenSession): Pick<Handlers<typeof contract>, 'bringBackSuggestion'> {
  return {
    bringBackSuggestion({ testimony, suggestion: id }) {
      const session = open()
      const found = readDeclined(session, readStory(session.database, testimony)).find((one) => one.id === id)
      if (found === undefined) throw new Failure('changedMeanwhile')
      session.save(['story', 'shelf'], (archive) => putSuggestion(archive, testimony, found))
      const left = declinedNow(session).filter(({ suggestion }) => suggestion.id !== id)
      declined.set(session.atWindow, left)
      return {}
    },
  }
}
