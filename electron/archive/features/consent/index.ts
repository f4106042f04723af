// What she has answered: each answer an entry in the ledger, and the answer in effect worked out anew each time.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { consent as contract } from '../../../../shared/contract/consent.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import {
  answersIn,
  heirsOf,
  passagesOfSections,
  saidNow,
  type History,
} from '../../../../shared/domain/consent/lineage.ts'
import type { EffectiveAnswer } from '../../../../shared/domain/consent/effective-answer.ts'
import { coolingOffMs } from '../../../../shared/domain/gate/gate.ts'
import { herLine, isLoosened } from '../../../../shared/domain/mirror/her-line.ts'
import {
  appended,
  decisionHash,
  type ConsentBody,
  type Evidence,
  type LedgerBody,
  type LedgerEntry,
  type Scope,
} from '../../../../shared/domain/consent/ledger.ts'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import { sha256 } from '../../sha256.ts'
import type { OpenSession, Session } from '../../session.ts'
import { answeringWords } from '../../starters.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { readUses } from '../../store/cards.ts'
import { readSections } from '../../store/beside.ts'
import { insertEntry, insertSignature, lastEntry, readLedger, signatureOf, whatCounts } from '../../store/ledger.ts'
import { readLineage } from '../../store/lineage.ts'
import { keysForgottenOf } from '../../store/narrator-keys.ts'
import { papersUsedOf } from '../../store/narrator-papers.ts'
import { disclosuresOf } from '../../store/register.ts'
import { narratorOf, readStory } from '../../store/stories.ts'
import { sign } from '../../vault/narrator-key.ts'
import { cardLanguages, cardsIn, requireCard, usesNamed } from './cards.ts'
import { requireEvidence } from './evidence.ts'
import { requireHerKey } from '../hers-to-decide.ts'
import { pruneDrafts } from '../transcribing/drafts.ts'

/** How often each consent entry has been relied on in the register. */
export function timesUsed(session: Session, testimony: string): Map<string, number> {
  const used = new Map<string, number>()
  for (const { consentEntries } of disclosuresOf(session.database, testimony)) {
    for (const entry of consentEntries) used.set(entry, (used.get(entry) ?? 0) + 1)
  }
  return used
}

/**
 * NOTE: files and stretches of sound are kept at home: an answer in a copy of her own that named one could not be brought
 * there, nor any that she gave with it. There her signature shows that she decided.
 */
function isInHerCopy(actor: Session['actor']): boolean {
  return actor.role === 'narrator' && actor.handedOverBy === null
}

function withoutFile(body: LedgerBody): LedgerBody {
  if (body.kind !== 'consent' || body.teachBack?.file === undefined) return body
  return { ...body, teachBack: { said: body.teachBack.said } }
}

/** How it is known that she decided: she signs, or an archivist says so. */
function known({ actor }: Session, evidence: Evidence): Pick<LedgerEntry, 'certainty' | 'by' | 'evidence'> {
  if (actor.role === 'archivist') return { certainty: 'attested', by: actor.name, evidence }
  // She is at the window herself, whatever the window says.
  const inPerson: Evidence = isInHerCopy(actor)
    ? { kind: 'inPerson', note: evidence.note }
    : { ...evidence, kind: 'inPerson' }
  if (actor.key !== null) return { certainty: 'signed', by: actor.name, evidence: inPerson }
  // In a copy of her own there is nobody to attest what she has not signed.
  if (actor.handedOverBy === null) throw new Failure('noPassphrase')
  return { certainty: 'attested', by: actor.handedOverBy, evidence: inPerson }
}

/** What changes with a decision of hers. */
export const decided = ['consent', 'shelf', 'excerpts', 'givenOut'] as const

/**
 * Adds what she decided to the ledger: signed in her own session where her key is open, else attested by an archivist.
 * Throws Failure noPassphrase in a copy of her own whose key is not open; notFound, rangeOutside where the evidence is
 * not of this testimony.
 */
export function keepDecision(session: Session, body: LedgerBody, evidence: Evidence): LedgerEntry {
  return session.save(decided, (archive) => addDecision(session, archive, body, evidence))
}

/** The same within a transaction, for what must be kept together with it or not at all. */
export function addDecision(
  session: Session,
  archive: WritableArchive,
  asked: LedgerBody,
  evidence: Evidence,
): LedgerEntry {
  requireEvidence(archive, evidence, asked)
  const body = isInHerCopy(session.actor) ? withoutFile(asked) : asked
  const entry = appended(
    lastEntry(archive),
    {
      id: session.newId(),
      narrator: narratorOf(archive, body.testimony),
      ...known(session, evidence),
      at: session.moment(),
      body,
    },
    sha256,
  )
  insertEntry(archive, entry)
  const { actor } = session
  if (entry.certainty === 'signed' && actor.role === 'narrator' && actor.key !== null)
    insertSignature(archive, entry.id, actor.key.id, sign(actor.key, 'ledger entry', decisionHash(entry, sha256)))
  return entry
}

/** How the passages of a story came out of each other and belong together, for what was answered of them. */
export function historyOf({ database }: Session, testimony: string): History {
  const living = new Set(readStory(database, testimony).passages.map(({ id }) => id))
  return { lineage: readLineage(database, testimony), living, sections: readSections(database, testimony) }
}

function shown(use: UseName, answer: EffectiveAnswer) {
  return {
    use,
    open: answer.open,
    because: answer.open ? null : answer.because,
    until: answer.conditions?.until ?? null,
  }
}

function shownDetail(body: LedgerBody) {
  const { kind } = body
  if (kind === 'signOffRefused') return { kind, why: body.why }
  if (kind === 'mirror') return { kind, threshold: body.threshold, toReader: body.toReader }
  if (kind === 'outside') return { kind, wish: body.wish }
  return kind === 'replacement' ? { kind, says: body.says, words: body.words, language: body.language } : undefined
}

function shownEntry({ id, at, certainty, by, evidence, body }: LedgerEntry) {
  const consent = body.kind === 'consent' ? body : null
  return {
    id,
    at,
    certainty,
    by,
    evidence,
    kind: body.kind,
    use: body.kind === 'consent' || body.kind === 'signOff' ? body.use : null,
    answer: consent?.answer ?? null,
    scope:
      consent === null
        ? null
        : consent.scope.kind === 'testimony'
          ? consent.scope
          : { ...consent.scope, passages: [...consent.scope.passages] },
    conditions: consent === null ? null : { ...consent.conditions, recipients: [...consent.conditions.recipients] },
    cardLanguage: consent?.cardLanguage ?? null,
    cardVersion: consent?.cardVersion ?? null,
    teachBack: consent?.teachBack ?? null,
    reviewAt: consent?.reviewAt ?? null,
    renews: consent?.renews ?? null,
    about: body.kind === 'eventCame' ? body.entry : undefined,
    detail: shownDetail(body),
  }
}

/** When she went through it first, and until when nothing may leave after that; null where she has not, or waived it. */
export function reviewState(session: Session, testimony: string) {
  const ledger = whatCounts(session.database, testimony)
  const reviewed = ledger.find(({ body }) => body.kind === 'reviewed')
  const waived = ledger.some(({ body }) => body.kind === 'coolingOffWaived')
  return {
    reviewedAt: reviewed?.at ?? null,
    coolingOffUntil:
      reviewed === undefined || waived ? null : new Date(Date.parse(reviewed.at) + coolingOffMs).toISOString(),
  }
}

/** All that she has answered of a testimony, as it is now. */
export function standing(session: Session, testimony: string) {
  const ledger = whatCounts(session.database, testimony)
  const history = historyOf(session, testimony)
  const answer = answersIn(ledger, timesUsed(session, testimony), history)
  const moment = session.moment()
  // NOTE: no recipient is meant here, so a yes for named recipients shows as open and is checked again at the gate.
  const ask = (passage: string, use: UseName) => {
    const anybody = answer({ passage, use, recipient: '', moment })
    const first = anybody.conditions?.recipients[0]
    if (anybody.open || anybody.because !== 'otherRecipient' || first === undefined) return anybody
    return answer({ passage, use, recipient: first, moment })
  }
  const named = new Map<UseName, Set<string>>()
  for (const { body } of saidNow(ledger, history)) {
    if (body.kind !== 'consent' || body.scope.kind === 'testimony') continue
    const heirs = body.scope.passages.flatMap((passage) => heirsOf(passage, history))
    named.set(body.use, new Set([...(named.get(body.use) ?? []), ...heirs]))
  }
  return {
    entries: readLedger(session.database, testimony).map((entry) => ({
      ...shownEntry(entry),
      signature: signatureOf(session.database, entry),
    })),
    wholeStory: readUses(session.database).map(({ use }) => shown(use, ask('', use))),
    passages: [...named].flatMap(([use, passages]) =>
      [...passages].map((passage) => ({ ...shown(use, ask(passage, use)), passage })),
    ),
    ...reviewState(session, testimony),
    herLine: herLine(ledger),
    keysForgotten: keysForgottenOf(session.database, narratorOf(session.database, testimony)),
    papersUsed: papersUsedOf(session.database, narratorOf(session.database, testimony)),
  }
}

/** What an answer is about must be there: its passages, for a section those that belong to it now, and what it renews. */
function requireScope(session: Session, { testimony, scope, use, renews }: ConsentBody): void {
  const { database } = session
  const renewed = renews === undefined ? null : readLedger(database, testimony).find(({ id }) => id === renews)?.body
  if (renewed !== null && (renewed?.kind !== 'consent' || renewed.use !== use)) throw new Failure('notFound')
  if (scope.kind === 'testimony') return
  const history = historyOf(session, testimony)
  const known = scope.kind === 'passages' ? history.living : new Set(passagesOfSections(history).get(scope.section))
  if (!scope.passages.every((passage) => known.has(passage))) throw new Failure('notFound')
}

/** A section under the heading that it has, whatever is said of it. */
function withItsHeading({ database }: Session, testimony: string, scope: Scope): Scope {
  if (scope.kind !== 'section') return scope
  const heading = readSections(database, testimony).find(({ id }) => id === scope.section)?.heading
  if (heading === undefined) throw new Failure('notFound')
  return { ...scope, heading }
}

/** The answer with this id, which waits for an event. */
function requireWaiting(session: Session, testimony: string, id: string): void {
  const body = readLedger(session.database, testimony).find((entry) => entry.id === id)?.body
  if (body?.kind !== 'consent' || body.conditions.untilEvent === undefined) throw new Failure('notFound')
}

export function consentHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    uses: ({ language }) => ({ uses: usesNamed(open(), language) }),
    cards: ({ language }) => ({
      cards: cardsIn(open(), language),
      languages: cardLanguages(open()),
      answering: answeringWords(language),
    }),
    read: ({ testimony }) => standing(open(), testimony),
    answer({ testimony, evidence, ...answered }) {
      const session = open()
      const body: ConsentBody = {
        kind: 'consent',
        testimony,
        ...answered,
      }
      requireScope(session, body)
      requireCard(session, body.use, body.cardLanguage, body.cardVersion)
      keepDecision(session, { ...body, scope: withItsHeading(session, testimony, body.scope) }, evidence)
      // A no to machines is one to what a machine has written already.
      if (body.use === 'machines') pruneDrafts(session, testimony)
      return standing(session, testimony)
    },
    eventCame({ testimony, entry, evidence }) {
      const session = open()
      requireWaiting(session, testimony, entry)
      keepDecision(session, { kind: 'eventCame', testimony, entry }, evidence)
      return standing(session, testimony)
    },
    reviewed({ testimony, evidence }) {
      const session = open()
      const { revision } = readStory(session.database, testimony).testimony
      keepDecision(session, { kind: 'reviewed', testimony, revision }, evidence)
      return standing(session, testimony)
    },
    waiveCoolingOff({ testimony, evidence }) {
      const session = open()
      requireHerKey(session, testimony)
      keepDecision(session, { kind: 'coolingOffWaived', testimony }, evidence)
      return standing(session, testimony)
    },
    mirror({ testimony, threshold, toReader, evidence }) {
      const session = open()
      if (isLoosened(herLine(whatCounts(session.database, testimony)), { threshold, toReader }))
        requireHerKey(session, testimony)
      keepDecision(session, { kind: 'mirror', testimony, threshold, toReader }, evidence)
      return standing(session, testimony)
    },
  }
}
