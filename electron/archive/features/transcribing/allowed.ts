// Whether a machine may listen to a story at all, and to which parts of it: only what nobody has written down yet, and
// nothing that is taken out or sealed for anybody.
import { effectiveAnswer, isAnswer, isConsent } from '../../../../shared/domain/consent/effective-answer.ts'
import { merged, type Stretch } from '../../../../shared/domain/sound/silences.ts'
import type { Recording, Story } from '../../../../shared/domain/story.ts'
import type { Session } from '../../session.ts'
import { whatCounts } from '../../store/ledger.ts'
import { damagedFirst } from '../../store/repairs.ts'
import { isHerVersion } from '../../store/revisions.ts'
import { silencesHere } from '../silences-here.ts'

/** Shorter than this there is no word in it. */
const shortestMs = 400

export type Refused =
  | 'saidNo'
  | 'takenBack'
  | 'notYet'
  | 'herVersion'
  | 'soundTimesMissing'
  | 'nothingUnwritten'
  | 'noSound'

/**
 * What she has said of machines, where it keeps this one away too. Her card is about learning and sorting; a machine that
 * writes down is not that, so that nothing said is not a no here: then she is asked. But a no to machines is believed
 * whole, and so is a "not yet".
 */
function herAnswer(session: Session, testimony: string): 'saidNo' | 'takenBack' | 'notYet' | null {
  const entries = whatCounts(session.database, testimony).filter(isAnswer)
  const question = { passage: '', use: 'machines', recipient: '', moment: session.moment() } as const
  const answer = effectiveAnswer(entries, new Map(), question)
  if (answer.open) return null
  if (answer.because === 'no') return 'saidNo'
  if (answer.because === 'withdrawn') return 'takenBack'
  // NOTE: a yes to machines is for those whom she names, none of which this is; a "not yet" is to every one of them.
  const entry = entries.filter(isConsent).find(({ id }) => id === answer.entry)
  return entry?.body.answer === 'notYet' ? 'notYet' : null
}

/** Where a machine may listen, by recording; empty lists where everything is written down. */
export interface Unwritten {
  readonly refused: Refused | null
  readonly stretches: ReadonlyMap<string, Stretch[]>
}

function without(whole: Stretch, closed: readonly Stretch[]): Stretch[] {
  const open: Stretch[] = []
  let at = whole.startMs
  for (const { startMs, endMs } of merged(closed)) {
    if (startMs > at) open.push({ startMs: at, endMs: Math.min(startMs, whole.endMs) })
    at = Math.max(at, endMs)
  }
  if (at < whole.endMs) open.push({ startMs: at, endMs: whole.endMs })
  return open.filter(({ startMs, endMs }) => endMs - startMs >= shortestMs)
}

function writtenIn(story: Story, { id, durationMs }: Recording, first: (recording: string) => string): Stretch[] {
  const isHeard = (recording: string | null) => recording !== null && first(recording) === first(id)
  const timed = story.passages.filter(({ recording, text }) => isHeard(recording) && text.trim() !== '')
  return timed.flatMap(({ startMs, endMs }, index) => {
    if (startMs === null) return []
    const next = timed.slice(index + 1).find((later) => later.startMs !== null && later.startMs > startMs)
    return [{ startMs, endMs: endMs ?? next?.startMs ?? durationMs }]
  })
}

/** What may be listened to in a story now. `hidden` is what no machine may hear whatever is written. */
export function unwritten(session: Session, story: Story): Unwritten & { hidden: ReadonlyMap<string, Stretch[]> } {
  const testimony = story.testimony.id
  const { byRecording, unknown } = silencesHere(session, story, 'anyone')
  const first = damagedFirst(session.database)
  const stretches = new Map(
    story.recordings.map((recording) => [
      recording.id,
      without({ startMs: 0, endMs: recording.durationMs }, [
        ...writtenIn(story, recording, first),
        ...(byRecording.get(recording.id) ?? []),
      ]),
    ]),
  )
  const refused = ((): Refused | null => {
    if (story.recordings.length === 0) return 'noSound'
    const hers = herAnswer(session, testimony)
    if (hers !== null) return hers
    if (isHerVersion(session.database, testimony)) return 'herVersion'
    // NOTE: where it is not known where something taken out is spoken, a machine would write it down again.
    if (unknown.length > 0) return 'soundTimesMissing'
    return [...stretches.values()].some((open) => open.length > 0) ? null : 'nothingUnwritten'
  })()
  return { refused, stretches, hidden: byRecording }
}

export const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
