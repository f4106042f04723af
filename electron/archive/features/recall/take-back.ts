// She takes back what she said yes to, by degrees: no new uses; or what is out is asked back too. Sealing to her key is
// in her own session.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Evidence, Scope } from '../../../../shared/domain/consent/ledger.ts'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import type { Session } from '../../session.ts'
import { nearestCard } from '../../store/cards.ts'
import { insertRecall, insertStep } from '../../store/recalls.ts'
import { disclosuresOf } from '../../store/register.ts'
import { readStory } from '../../store/stories.ts'
import { addDecision, decided } from '../consent/index.ts'
import { closedInTestimony } from './closed.ts'
import { begun, standingOf, stepNow, type Standing } from './state.ts'

export type Degree = 'stopNew' | 'pullBack'

export interface TakingBack {
  readonly testimony: string
  readonly scope: Scope
  readonly uses: readonly UseName[]
  readonly degree: Degree
  readonly evidence: Evidence
  /** BCP 47: what she was asked in. */
  readonly language: string
}

const nothingMore = { recipients: [], nameAs: null, voice: 'own', until: null, times: null, noCutting: false } as const

/** Rows in which something is closed that is not being called back. */
function owedIn(session: Session, testimony: string): Standing[] {
  const ask = closedInTestimony(session, testimony)
  const waiting: ReadonlySet<string> = new Set(['owed', 'letBe', 'openAgain'])
  return disclosuresOf(session.database, testimony)
    .map((row) => standingOf(session, row, ask(row)))
    .filter(({ closed, state }) => closed.length > 0 && waiting.has(state))
}

/** Throws Failure notFound for a passage that is not in her story. */
function requirePassages(session: Session, testimony: string, scope: Scope): void {
  if (scope.kind === 'testimony') return
  const known = new Set(readStory(session.database, testimony).passages.map(({ id }) => id))
  if (!scope.passages.every((passage) => known.has(passage))) throw new Failure('notFound')
}

/** A withdrawal for each use, and what comes of it for what was given out; gives the rows that a recall is begun for. */
export function takeBack(
  session: Session,
  { testimony, scope, uses, degree, evidence, language }: TakingBack,
): string[] {
  requirePassages(session, testimony, scope)
  const cards = uses.map((use) => {
    const card = nearestCard(session.database, use, language)
    if (card === null) throw new Failure('notFound')
    return { use, cardLanguage: card.language, cardVersion: card.version }
  })
  const by = session.actor.name
  // NOTE: one transaction. Taken back and not called back, though she asked for it, would look like "no new uses".
  return session.save(decided, (archive) => {
    const before = new Set(owedIn(session, testimony).map(({ disclosure }) => disclosure.id))
    for (const card of cards)
      addDecision(
        session,
        archive,
        { kind: 'consent', testimony, scope, answer: 'withdrawn', conditions: nothingMore, ...card },
        evidence,
      )
    const owed = owedIn(session, testimony).filter(({ disclosure: { use } }) => uses.includes(use))
    for (const standing of owed) {
      const { disclosure, closed, recalls } = standing
      if (degree === 'pullBack') begun(session, archive, standing, by)
      // What she wanted back before stays wanted.
      else if (!before.has(disclosure.id) && recalls.length === 0) {
        const passages = closed.map(({ given }) => given.passage)
        const salt = Buffer.from(session.surroundings.random(32))
        const recall = { id: session.newId(), disclosure: disclosure.id, passages, salt, at: session.moment(), by }
        insertRecall(archive, recall)
        insertStep(archive, stepNow(session, recall.id, { kind: 'letBe', by, note: evidence.note }))
      }
    }
    return degree === 'pullBack' ? owed.map(({ disclosure }) => disclosure.id) : []
  })
}
