// What in the register is closed by now, passage by passage, worked out anew from the ledger each time.
import { answersIn, heirsOf } from '../../../../shared/domain/consent/lineage.ts'
import type { EffectiveAnswer } from '../../../../shared/domain/consent/effective-answer.ts'
import type { ConsentBody, LedgerEntry } from '../../../../shared/domain/consent/ledger.ts'
import type { RecallReason } from '../../../../shared/domain/given-out/recall.ts'
import type { Session } from '../../session.ts'
import { erasedAt } from '../../store/erase/tombstones.ts'
import { whatCounts } from '../../store/ledger.ts'
import { placesGiven, type GivenPlace } from '../../store/prints.ts'
import type { Disclosure } from '../../store/register.ts'
import { historyOf } from '../consent/index.ts'
import { takenOutSince } from './taken-out-since.ts'

export interface ClosedPassage {
  readonly given: GivenPlace
  readonly because: RecallReason
  /** When she said so, or it was taken out, ISO 8601 UTC; null for an end that came by itself. */
  readonly since: string | null
}

/** `closed`: a recall is owed. `ended`: the end came that was agreed before it was given. */
export interface ClosedIn {
  readonly passages: readonly GivenPlace[]
  readonly closed: readonly ClosedPassage[]
  readonly ended: readonly ClosedPassage[]
}

const changedHerMind: ReadonlySet<string> = new Set(['no', 'withdrawn', 'otherRecipient'])
const endedAsAgreed: ReadonlySet<string> = new Set(['expired', 'eventCame'])

/** The passages of a row, with where they are; numbers alone for a row that has no more. */
function givenIn(session: Session, { id, passages }: Disclosure): GivenPlace[] {
  const kept = placesGiven(session.database, id)
  if (kept.length > 0) return kept
  return passages.map((passage, at) => ({ number: at + 1, passage, startMs: null, endMs: null }))
}

/** Of a story that was erased nothing may be outside any more. */
function allClosed(passages: readonly GivenPlace[], since: string): ClosedIn {
  return { passages, closed: passages.map((given) => ({ given, because: 'withdrawn', since })), ended: [] }
}

type Consent = LedgerEntry<ConsentBody>
const isConsent = (entry: LedgerEntry): entry is Consent => entry.body.kind === 'consent'

/** How to ask of the rows of one testimony what of each is closed. Reads its story and its ledger once. */
export function closedInTestimony(session: Session, testimony: string): (disclosure: Disclosure) => ClosedIn {
  const { database } = session
  const gone = erasedAt(database, 'testimony', testimony)
  if (gone !== null) return (row) => allClosed(givenIn(session, row), gone)
  const ledger = whatCounts(database, testimony)
  const entries = new Map(ledger.map((entry) => [entry.id, entry]))
  const history = historyOf(session, testimony)
  const answerOf = answersIn(ledger, new Map(), history)
  const moment = session.moment()
  const sealed = new Map(
    database
      .all<{ passage: string; at: string }>('SELECT passage, at FROM seals WHERE testimony = ?', [testimony])
      .map(({ passage, at }) => [passage, at]),
  )

  /** Her yes stands, but not for what was given: another voice, another name, only the whole. */
  function narrower(answer: EffectiveAnswer & { open: true }, row: Disclosure, given: GivenPlace) {
    if (row.consentEntries.includes(answer.entry)) return null
    const { conditions } = answer
    const reliedOn = row.consentEntries.flatMap((id) => entries.get(id) ?? []).filter(isConsent)
    if (conditions.voice !== 'own' && given.startMs !== null) return 'voice'
    const body = entries.get(answer.entry)?.body
    if (conditions.noCutting && body?.kind === 'consent') {
      const whole = body.scope.kind === 'testimony' ? [...history.living] : body.scope.passages
      const there = new Set(row.passages.flatMap((passage) => heirsOf(passage, history)))
      if (whole.some((passage) => !there.has(passage))) return 'wholeOnly'
    }
    const names = new Set(reliedOn.map(({ body: { conditions: then } }) => then.nameAs))
    return names.size > 0 && !names.has(conditions.nameAs) ? 'otherName' : null
  }

  function reasonFor(passage: string, row: Disclosure, given: GivenPlace): [RecallReason, string | null] | null {
    const erased = erasedAt(database, 'passage', given.passage)
    if (erased !== null) return ['withdrawn', erased]
    const sealedAt = sealed.get(passage)
    if (sealedAt !== undefined) return ['sealed', sealedAt]
    const answer = answerOf({ passage, use: row.use, recipient: row.recipient.id, moment })
    if (answer.open) {
      const why = narrower(answer, row, given)
      return why === null ? null : [why, entries.get(answer.entry)?.at ?? null]
    }
    const said = entries.get(answer.entry ?? '')?.at ?? null
    if (endedAsAgreed.has(answer.because)) return ['ended', null]
    if (changedHerMind.has(answer.because)) return [answer.because as RecallReason, said]
    // NOTE: "not yet" and "ask me each time" are what the giving out itself may have relied on.
    if (answer.opensBySignOff && !row.consentEntries.includes(answer.entry ?? ''))
      return [answer.because as RecallReason, said]
    return null
  }

  const takenOutOf = takenOutSince(session, testimony, history)

  return (row) => {
    const passages = givenIn(session, row)
    const takenOutAt = takenOutOf(row)
    const found = passages.flatMap((given) => {
      // A passage that left may be in several by now: an answer that closes one of them closes it.
      const reasons = heirsOf(given.passage, history).flatMap((heir) => {
        const reason = reasonFor(heir, row, given)
        return reason === null ? [] : [reason]
      })
      const taken = takenOutAt(given)
      const takenOut: [RecallReason, string] | undefined = taken === null ? undefined : ['takenOut', taken]
      const [because, since] = reasons.find(([why]) => why !== 'ended') ?? takenOut ?? reasons[0] ?? [null, null]
      return because === null ? [] : [{ given, because, since }]
    })
    return {
      passages,
      closed: found.filter(({ because }) => because !== 'ended'),
      ended: found.filter(({ because }) => because === 'ended'),
    }
  }
}

/** The rows with what is closed in each, each testimony read once. */
export function closedInAll(session: Session, rows: readonly Disclosure[]): Map<string, ClosedIn> {
  const found = new Map<string, ClosedIn>()
  for (const [testimony, own] of Map.groupBy(rows, (row) => row.testimony)) {
    const ask = closedInTestimony(session, testimony)
    for (const row of own) found.set(row.id, ask(row))
  }
  return found
}
