// A story for the rules to be asked about: testimony `t` of narrator `n`, one turn `t1` of hers, what is not given left plain.
import type { Narrator, Passage, Recording, Story } from '../../shared/domain/story.ts'
import { reviewedAt } from './gate-ledger.ts'

export function passageOf(id: string, text: string, over: Partial<Passage> = {}): Passage {
  return {
    id,
    turn: 't1',
    text,
    language: 'en',
    direction: 'ltr',
    recording: null,
    startMs: null,
    endMs: null,
    wordTimes: [],
    ...over,
  }
}

/** `passages`, or texts that become `p1`, `p2` and so on. */
export function plainStory(
  passages: readonly (Passage | string)[],
  narrator: Partial<Narrator> = {},
  recordings: readonly Recording[] = [],
): Story {
  return {
    testimony: {
      id: 't',
      narrator: 'n',
      title: '',
      titleBy: 'archivist',
      language: 'en',
      createdAt: reviewedAt,
      revision: 1,
    },
    narrator: { id: 'n', name: '', names: {}, existence: 'byPseudonym', refusedWords: [], ...narrator },
    speakers: [{ id: 's1', name: '', role: 'narrator' }],
    turns: [{ id: 't1', speaker: 's1' }],
    passages: passages.map((one, at) => (typeof one === 'string' ? passageOf(`p${at + 1}`, one) : one)),
    recordings,
  }
}
