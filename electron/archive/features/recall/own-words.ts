// Whether words that leave with a recall say what is taken out, a name of hers, or a word she refuses.
import { findAgain } from '../../../../shared/domain/words/same-words.ts'
import { mayBeNamed } from '../../../../shared/domain/gate/gate.ts'
import type { Excerpt, Recipient } from '../../../../shared/domain/excerpts/excerpt.ts'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import type { Session } from '../../session.ts'
import { erasedAt } from '../../store/erase/tombstones.ts'
import { readMarks } from '../../store/marks.ts'
import { readStory } from '../../store/stories.ts'

const nobody: Recipient = { id: '', name: '', language: 'en' }

/** How to ask of words that go to whoever `use` reaches. */
export function tellingOf({ database }: Session, testimony: string, use: UseName): (words: string) => boolean {
  // Of what was erased nothing is known here any more that words could tell.
  if (erasedAt(database, 'testimony', testimony) !== null) return () => false
  const story = readStory(database, testimony)
  const marks = readMarks(database, testimony)
  const excerpt: Excerpt = {
    id: '',
    testimony,
    use,
    recipient: nobody,
    passages: [],
    withSound: false,
    framing: { title: '', introduction: '', keywords: [], author: '', captions: [], about: [] },
  }
  const { name } = story.narrator
  return (words) =>
    words.trim() !== '' &&
    (!mayBeNamed(words, { excerpt, story, marks }) || (name.trim() !== '' && findAgain(words, name).length > 0))
}
