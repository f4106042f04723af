// What she has answered: each answer an entry in the ledger, and the answer in effect worked out anew each time.
import type { Handlers } from '../../../shared/contract/define.ts'
import type { consent as contract } from '../../../shared/contract/consent.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import { effectiveAnswer, type EffectiveAnswer } from '../../../shared/domain/effective-answer.ts'
import { coolingOffMs } from '../../../shared/domain/gate.ts'
import {
  appended,
  type ConsentBody,
  type Evidence,
  type LedgerBody,
  type LedgerEntry,
} from '../../../shared/domain/ledger.ts'
import { useNames, uses, type UseName } from '../../../shared/domain/uses.ts'
import { sha256 } from '../sha256.ts'
import type { OpenSession, Session } from '../session.ts'
import { consentCards } from '../starters.ts'
import { insertEntry, lastEntry, readLedger } from '../store/ledger.ts'
import { disclosuresOf } from '../store/register.ts'
import { narratorOf, readStory } from '../store/stories.ts'

/** How often each consent entry has been relied on in the register. */
export function timesUsed(session: Session, testimony: string): Map<string, number> {
  const used = new Map<string, number>()
  for (const { consentEntries } of disclosuresOf(session.database, testimony)) {
    for (const entry of consentEntries) used.set(entry, (used.get(entry) ?? 0) + 1)
  }
  return used
}

/** Adds an attested entry to the ledger: she decided, an archivist wrote it down, with evidence. */
export function attest(session: Session, body: LedgerBody, evidence: Evidence): LedgerEntry {
  return session.save(['consent', 'shelf', 'excerpts', 'givenOut'], (archive) => {
    const entry = appended(
      lastEntry(archive),
      {
        id: session.newId(),
        narrator: narratorOf(archive, body.testimony),
        certainty: 'attested',
        by: session.about.archivist,
        evidence,
        at: session.moment(),
        body,
      },
      sha256,
    )
    insertEntry(archive, entry)
    return entry
  })
}

const isConsent = (entry: LedgerEntry): entry is LedgerEntry<ConsentBody> => entry.body.kind === 'consent'

function shown(use: UseName, answer: EffectiveAnswer) {
  return {
    use,
    open: answer.open,
    because: answer.open ? null : answer.because,
    until: answer.conditions?.until ?? null,
  }
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
          : { kind: 'passages' as const, passages: [...consent.scope.passages] },
    conditions: consent === null ? null : { ...consent.conditions, recipients: [...consent.conditions.recipients] },
    cardLanguage: consent?.cardLanguage ?? null,
    cardVersion: consent?.cardVersion ?? null,
  }
}

function standing(session: Session, testimony: string) {
  const ledger = readLedger(session.database, testimony)
  const consents = ledger.filter(isConsent)
  const used = timesUsed(session, testimony)
  const moment = session.moment()
  // NOTE: no recipient is meant here, so a yes for named recipients shows as open and is checked again at the gate.
  const ask = (passage: string, use: UseName) => {
    const asked = consents.findLast(
      ({ body }) => body.use === use && (body.scope.kind === 'testimony' || body.scope.passages.includes(passage)),
    )
    return effectiveAnswer(consents, used, {
      passage,
      use,
      recipient: asked?.body.conditions.recipients[0] ?? '',
      moment,
    })
  }
  const named = new Map<UseName, Set<string>>()
  for (const { body } of consents) {
    if (body.scope.kind !== 'passages') continue
    named.set(body.use, new Set([...(named.get(body.use) ?? []), ...body.scope.passages]))
  }
  const reviewed = ledger.find(({ body }) => body.kind === 'reviewed')
  const waived = ledger.some(({ body }) => body.kind === 'coolingOffWaived')
  return {
    entries: ledger.map(shownEntry),
    wholeStory: useNames.map((use) => shown(use, ask('', use))),
    passages: [...named].flatMap(([use, passages]) =>
      [...passages].map((passage) => ({ ...shown(use, ask(passage, use)), passage })),
    ),
    reviewedAt: reviewed?.at ?? null,
    coolingOffUntil:
      reviewed === undefined || waived ? null : new Date(Date.parse(reviewed.at) + coolingOffMs).toISOString(),
  }
}

function requirePassages(session: Session, body: ConsentBody): void {
  if (body.scope.kind === 'testimony') return
  const known = new Set(readStory(session.database, body.testimony).passages.map(({ id }) => id))
  if (!body.scope.passages.every((passage) => known.has(passage))) throw new Failure('notFound')
}

export function consentHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    cards({ language }) {
      const { cards, version, language: written } = consentCards(language)
      return { cards: useNames.map((use) => ({ use, ...uses[use], language: written, version, ...cards[use] })) }
    },
    read: ({ testimony }) => standing(open(), testimony),
    answer({ testimony, evidence, scope, use, answer, conditions, cardLanguage, cardVersion }) {
      const session = open()
      const body: ConsentBody = {
        kind: 'consent',
        testimony,
        scope,
        use,
        answer,
        conditions,
        cardLanguage,
        cardVersion,
      }
      requirePassages(session, body)
      attest(session, body, evidence)
      return standing(session, testimony)
    },
    reviewed({ testimony, evidence }) {
      const session = open()
      const { revision } = readStory(session.database, testimony).testimony
      attest(session, { kind: 'reviewed', testimony, revision }, evidence)
      return standing(session, testimony)
    },
    waiveCoolingOff({ testimony, evidence }) {
      const session = open()
      attest(session, { kind: 'coolingOffWaived', testimony }, evidence)
      return standing(session, testimony)
    },
  }
}
