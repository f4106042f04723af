// Taking out sound by itself: a stretch of a recording, whatever words lie there or none.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { marks as contract } from '../../../../shared/contract/marks.ts'
import type { SoundStretch } from '../../../../shared/domain/marks/marks.ts'
import type { OpenSession } from '../../session.ts'
import { readMarks } from '../../store/marks.ts'
import { readStory } from '../../store/stories.ts'
import { requireHersToDecide } from '../hers-to-decide.ts'
import { changeMark } from './steps.ts'

type SoundAlone = Pick<Handlers<typeof contract>, 'takeOutSound' | 'setTakenOutStretch'>

export function soundAloneHandlers(open: OpenSession): SoundAlone {
  /** NOTE: an end beyond the recording's is let be: where a file is broken nobody knows its length to the millisecond. */
  function requireInside(testimony: string, stretches: readonly Omit<SoundStretch, 'id'>[]): void {
    const { recordings } = readStory(open().database, testimony)
    const lengths = new Map(recordings.map(({ id, durationMs }) => [id, durationMs]))
    for (const { recording, startMs, endMs } of stretches) {
      const length = lengths.get(recording)
      if (length === undefined) throw new Failure('notFound')
      if (endMs <= startMs || (length > 0 && startMs >= length)) throw new Failure('rangeOutside')
    }
  }

  return {
    takeOutSound({ testimony, stretches, ...words }) {
      const session = open()
      requireInside(testimony, stretches)
      const id = session.newId()
      const taken = stretches.map((stretch) => ({ id: session.newId(), ...stretch }))
      const mark = { id, ...words, author: session.actor.name, ranges: [], stretches: taken }
      return changeMark(session, testimony, id, { kind: 'redaction', mark })
    },
    setTakenOutStretch({ testimony, stretch, startMs, endMs }) {
      const session = open()
      const { redactions } = readMarks(session.database, testimony)
      const redaction = redactions.find(({ stretches = [] }) => stretches.some(({ id }) => id === stretch))
      if (redaction === undefined) throw new Failure('notFound')
      const was = redaction.stretches?.find(({ id }) => id === stretch)
      // Taking more out is an addition; letting any of it be heard again is hers to say.
      const isMore = was !== undefined && startMs <= was.startMs && endMs >= was.endMs
      if (!isMore) requireHersToDecide(session, testimony)
      const moved = (redaction.stretches ?? []).map((one) => (one.id === stretch ? { ...one, startMs, endMs } : one))
      requireInside(testimony, moved)
      return changeMark(session, testimony, redaction.id, {
        kind: 'redaction',
        mark: { ...redaction, stretches: moved },
      })
    },
  }
}
