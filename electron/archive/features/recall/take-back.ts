// She takes back what she said yes to, by degrees: no new uses; or what is out is asked back too. Sealing to her key is
// in her own session.
import { Failure } from '../../../../shared/contract/failure.ts'
import { answersIn, heirsOf } from '../../../../shared/domain/consent/lineage.ts'
import { isConsent } from '../../../../shared/domain/consent/effective-answer.ts'
import type { Evidence, OutsideBody, Scope } from '../../../../shared/domain/consent/ledger.ts'
import { saidYesTo, type SaidYes } from '../../../../shared/domain/consent/taken-back.ts'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import type { Session } from '../../session.ts'
import { whatCounts } from '../../store/ledger.ts'
import { disclosuresOf } from '../../store/register.ts'
import { readStory } from '../../store/stories.ts'
import { addDecision, decided, historyOf, timesUsed } from '../consent/index.ts'
import { requireHerKey } from '../hers-to-decide.ts'
import { pruneDrafts } from '../transcribing/drafts.ts'
import { closedInTestimony } from './closed.ts'
import { askedBack, begun, calledBackNow, letBeIn, letBeNow, readStanding, standingOf, type Standing } from './state.ts'

export type Degree = 'stopNew' | 'pullBack'

export interface TakingBack {
  readonly testimony: string
  readonly scope: Scope
  readonly uses: readonly UseName[]
  readonly degree: Degree
  readonly evidence: Evidence
  /** The row she is looking at: what she wants of that one counts, whatever she wanted of it before. */
  readonly disclosure?: string | undefined
}

const nothingMore = { recipients: [], nameAs: null, voice: 'own', until: null, times: null, noCutting: false } as const

function standings(session: Session, testimony: string): Standing[] {
  const ask = closedInTestimony(session, testimony)
  return disclosuresOf(session.database, testimony).map((row) => standingOf(session, row, ask(row)))
}

const closedOf = ({ closed }: Standing): string[] => closed.map(({ given }) => given.passage)

/** Throws Failure notFound for a passage that is not in her story. */
function requirePassages(session: Session, testimony: string, scope: Scope): void {
  if (scope.kind === 'testimony') return
  const known = new Set(readStory(session.database, testimony).passages.map(({ id }) => id))
  if (!scope.passages.every((passage) => known.has(passage))) throw new Failure('notFound')
}

/** What of all this she said yes to. NOTE: to take back what she never gave would say that she once had. */
function yesesIn(session: Session, { testimony, scope, uses }: TakingBack): (SaidYes & { use: UseName })[] {
  const ledger = whatCounts(session.database, testimony)
  const history = historyOf(session, testimony)
  const answer = answersIn(ledger, timesUsed(session, testimony), history)
  const moment = session.moment()
  const used = new Set<UseName>([
    ...disclosuresOf(session.database, testimony).map(({ use }) => use),
    ...ledger.flatMap(({ body }) => (body.kind === 'signOff' ? [body.use] : [])),
  ])
  return uses.flatMap((use) => {
    const consents = ledger.filter(isConsent).filter(({ body }) => body.use === use)
    const answerOf = (passage: string) => answer({ passage, use, recipient: '', moment })
    const said = saidYesTo(scope, consents, answerOf, history.living, used.has(use))
    return said === null ? [] : [{ ...said, use }]
  })
}

/** Of the passages of a row, those that a scope is about. */
function scoped(session: Session, testimony: string, scope: Scope): (passage: string) => boolean {
  if (scope.kind === 'testimony') return () => true
  const history = historyOf(session, testimony)
  return (passage) => heirsOf(passage, history).some((heir) => scope.passages.includes(heir))
}

/**
 * A withdrawal for each use that she said yes to, and what comes of it for what was given out; gives the rows that a
 * recall is begun for. Throws Failure nothingTakenBack where nothing of it changes anything.
 */
export function takeBack(session: Session, asked: TakingBack): string[] {
  const { testimony, scope, uses, degree, evidence, disclosure: looked } = asked
  requirePassages(session, testimony, scope)
  const by = session.actor.name
  const isIn = scoped(session, testimony, scope)
  const outside = (archive: Parameters<typeof begun>[1], disclosure: string, wish: OutsideBody['wish']) =>
    addDecision(session, archive, { kind: 'outside', testimony, disclosure, wish }, evidence)
  // NOTE: one transaction. Taken back and not called back, though she asked for it, would look like "no new uses".
  const { owed, changed } = session.save(decided, (archive) => {
    const before = new Map(standings(session, testimony).map((one) => [one.disclosure.id, new Set(closedOf(one))]))
    const yeses = yesesIn(session, asked)
    for (const { use, scope: part, entry } of yeses) {
      const { cardLanguage, cardVersion } = entry.body
      const card = { cardLanguage, cardVersion }
      addDecision(
        session,
        archive,
        { kind: 'consent', testimony, use, scope: part, answer: 'withdrawn', conditions: nothingMore, ...card },
        evidence,
      )
    }
    const called: string[] = []
    let letBe = 0
    for (const standing of standings(session, testimony).filter(({ disclosure }) => uses.includes(disclosure.use))) {
      const { id } = standing.disclosure
      if (degree === 'pullBack') {
        const after = letBeIn(standing).filter(isIn)
        const waits = closedOf(standing).some((passage) => !standing.wanted.has(passage))
        if (after.length > 0) {
          const passages = [...askedBack(standing).filter((passage) => !standing.wanted.has(passage)), ...after]
          calledBackNow(session, archive, standing, passages, by)
          outside(archive, id, 'askBack')
        } else if (waits) begun(session, archive, standing, by)
        if (after.length > 0 || waits) called.push(id)
        continue
      }
      // What she wanted back before stays wanted, but for the row she is looking at herself.
      const isHers = id === looked && session.actor.role === 'narrator'
      const closed = closedOf(standing).filter((passage) => standing.wanted.get(passage) !== 'letBe' && isIn(passage))
      const already = closed.filter((passage) => before.get(id)?.has(passage) === true)
      const stay = isHers ? closed : closed.filter((passage) => !already.includes(passage))
      if (stay.length === 0) continue
      letBe += 1
      letBeNow(session, archive, standing, stay, { by, note: evidence.note })
      if (stay.some((passage) => already.includes(passage))) {
        requireHerKey(session, testimony)
        outside(archive, id, 'letBe')
      }
    }
    if (yeses.length + called.length + letBe === 0) throw new Failure('nothingTakenBack')
    return { owed: called, changed: yeses }
  })
  if (changed.some(({ use }) => use === 'machines')) pruneDrafts(session, testimony)
  return owed
}

/** What may stay outside is asked back after all, on a new word of hers. Throws Failure nothingOwed, notFound. */
export function callBackAfterAll(session: Session, disclosure: string, evidence: Evidence): void {
  const standing = readStanding(session, disclosure)
  const passages = letBeIn(standing)
  if (passages.length === 0) throw new Failure('nothingOwed')
  const { testimony } = standing.disclosure
  session.save(decided, (archive) => {
    calledBackNow(session, archive, standing, passages, session.actor.name)
    addDecision(session, archive, { kind: 'outside', testimony, disclosure, wish: 'askBack' }, evidence)
  })
}
