// Everything that a receipt says, read from what is hers alone.
import { heirsOf, type History } from '../../../../shared/domain/consent/lineage.ts'
import { statusNow } from '../../../../shared/domain/consent/status.ts'
import {
  decisionHash,
  type ConsentBody,
  type LedgerBody,
  type LedgerEntry,
  type Scope,
} from '../../../../shared/domain/consent/ledger.ts'
import { nameFor } from '../../../../shared/domain/names/names.ts'
import { isOutcome } from '../../../../shared/domain/given-out/recall.ts'
import { receiptNumber } from '../../../../shared/domain/given-out/receipt-number.ts'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import type {
  Decided,
  Given,
  Part,
  ReadCard,
  Receipt,
  ReceiptStory,
  Standing,
} from '../../exporters/receipt/receipt.ts'
import { sha256 } from '../../sha256.ts'
import type { Session } from '../../session.ts'
import { readCard } from '../../store/cards.ts'
import { entryOf, readLedger, signatureOf, type LedgerRow } from '../../store/ledger.ts'
import { copyOf } from '../../store/looks.ts'
import { keysForgottenOf } from '../../store/narrator-keys.ts'
import { disclosuresOf, type Disclosure } from '../../store/register.ts'
import { readNarrator } from '../../store/narrators.ts'
import { readStory } from '../../store/stories.ts'
import { usesNamed } from '../consent/cards.ts'
import { historyOf, standing } from '../consent/index.ts'
import { listsNaming } from '../catalogue.ts'
import { closedInTestimony } from '../recall/closed.ts'
import { liftsOf } from '../recall/listed.ts'
import { standingOf } from '../recall/state.ts'
import { readCopyOf } from '../take-home/copy-base.ts'
import { testimoniesOf } from '../take-home/hers.ts'

type Consent = LedgerEntry<ConsentBody>
const isConsent = (entry: LedgerEntry): entry is Consent => entry.body.kind === 'consent'
const narrowness: readonly Scope['kind'][] = ['passages', 'section', 'testimony']

/** All that she decided, about all her stories, in the order in which she did. */
export function decisionsOfHers({ database }: Session, narrator: string): LedgerEntry[] {
  return database
    .all<LedgerRow>(
      'SELECT sequence, id, narrator, certainty, by_whom, evidence, at, body, previous, hash FROM ledger WHERE narrator = ? ORDER BY sequence',
      [narrator],
    )
    .map((row) => entryOf(row))
}

/** Where a passage stands in the telling as it is now, and the words of it that were joined into another. */
function numbersIn(history: History): (passages: readonly string[]) => number[] {
  const places = new Map([...history.living].map((passage, at) => [passage, at + 1]))
  return (passages) => {
    const heirs = passages.flatMap((passage) => heirsOf(passage, history))
    return [...new Set(heirs.flatMap((passage) => places.get(passage) ?? []))].toSorted((a, b) => a - b)
  }
}

function standingIn(session: Session, testimony: string, ledger: readonly LedgerEntry[], history: History): Standing[] {
  const { wholeStory, passages } = standing(session, testimony)
  const numbers = numbersIn(history)
  const consents = ledger.filter(isConsent)
  /** The entry that decides: the latest of the narrowest scope. */
  const deciding = (use: UseName, passage: string | null): Consent | undefined => {
    for (const kind of narrowness) {
      const found = consents.findLast(({ body: { use: other, scope } }) => {
        if (other !== use || scope.kind !== kind) return false
        if (scope.kind === 'testimony') return true
        return passage !== null && scope.passages.some((one) => heirsOf(one, history).includes(passage))
      })
      if (found !== undefined) return found
    }
    return undefined
  }
  return wholeStory.flatMap((whole) => {
    const { use } = whole
    if (!consents.some(({ body }) => body.use === use)) return []
    const said = deciding(use, null)
    const row = (because: Standing['because'], entry: Consent | undefined, part: Part): Standing => ({
      use,
      part,
      because,
      status: statusNow(because, entry?.body.renews !== undefined),
      conditions: entry?.body.conditions ?? null,
      reviewAt: entry?.body.reviewAt ?? null,
    })
    const parts = Map.groupBy(
      passages.filter((passage) => passage.use === use && history.living.has(passage.passage)),
      ({ passage, because }) => `${deciding(use, passage)?.id ?? ''} ${because ?? 'open'}`,
    )
    return [
      row(whole.because, said, { numbers: null, heading: null }),
      ...[...parts.values()].map((same) => {
        const [first] = same
        const entry = first === undefined ? undefined : deciding(use, first.passage)
        const scope = entry?.body.scope
        return row(first?.because ?? null, entry, {
          numbers: numbers(same.map(({ passage }) => passage)),
          heading: scope?.kind === 'section' ? scope.heading : null,
        })
      }),
    ]
  })
}

function partOf({ body }: LedgerEntry, numbers: (passages: readonly string[]) => number[]): Part | null {
  if (body.kind !== 'consent') return null
  const { scope } = body
  if (scope.kind === 'testimony') return { numbers: null, heading: null }
  return { numbers: numbers(scope.passages), heading: scope.kind === 'section' ? scope.heading : null }
}

/** What of a testimony was given out. In her copy it is as it was when the copy was taken. */
function givenOf(session: Session, testimony: string): Given[] {
  const shown = (
    row: Disclosure,
    state: Given['state'],
    closed: number,
    on: string | null,
    heard: Given['heard'],
    lifts: Given['lifts'],
  ): Given => ({
    id: row.id,
    at: row.at,
    recipient: row.recipient.name,
    use: row.use,
    title: row.title,
    passages: row.passages.length,
    files: row.files.map(({ size, sha256: hash }) => ({ size, sha256: hash })),
    state,
    closed,
    on,
    heard,
    lifts,
  })
  if (copyOf(session.database) !== null) {
    const rows = readCopyOf(session.database).base.givenOut as unknown as Disclosure[]
    return rows.filter((row) => row.testimony === testimony).map((row) => shown(row, 'none', 0, null, [], []))
  }
  const closedIn = closedInTestimony(session, testimony)
  return disclosuresOf(session.database, testimony).map((row) => {
    const { state, closed, steps } = standingOf(session, row, closedIn(row))
    const heard = steps.flatMap(({ kind, on }) => (isOutcome(kind) ? [{ kind, on }] : []))
    const lifts = liftsOf(session, row).filter(({ of }) => of === 'own')
    return shown(row, state, closed.length, steps.at(-1)?.on ?? null, heard, lifts)
  })
}

function storyOf(session: Session, id: string): ReceiptStory {
  const { database } = session
  const { testimony } = readStory(database, id)
  const ledger = readLedger(database, id)
  const history = historyOf(session, id)
  const numbers = numbersIn(history)
  const cards = new Set(ledger.flatMap(({ body }) => (isReading(body) ? [cardKey(body)] : [])))
  const answered = new Set(ledger.filter(isConsent).map(({ body }) => body.use))
  return {
    testimony: id,
    title: testimony.title,
    titleBy: testimony.titleBy,
    language: testimony.language,
    standing: standingIn(session, id, ledger, history),
    silent: usesNamed(session, testimony.language)
      .filter(({ use, retired }) => !retired && !answered.has(use))
      .map(({ use }) => use),
    decided: ledger.map((entry): Decided => ({
      entry,
      decision: decisionHash(entry, sha256),
      part: partOf(entry, numbers),
      signature: signatureOf(database, entry),
      isCardRead: entry.body.kind === 'consent' && cards.has(cardKey(entry.body)),
    })),
    given: givenOf(session, id),
  }
}

function cardKey({ use, cardLanguage, cardVersion }: ConsentBody): string {
  return `${use} ${cardLanguage} ${cardVersion}`
}

/** NOTE: whatever is taken back names a card, and nobody needs to have read one for that. */
function isReading(body: LedgerBody): body is ConsentBody {
  return body.kind === 'consent' && body.answer !== 'withdrawn'
}

/** Each card that was read or played to her, once, in the order in which it first was. */
function cardsRead({ database }: Session, ledger: readonly LedgerEntry[]): ReadCard[] {
  const read = new Map<string, ReadCard>()
  for (const { body } of ledger) {
    if (!isReading(body)) continue
    const { use, cardLanguage, cardVersion } = body
    const card = readCard(database, use, cardLanguage, cardVersion)
    if (card === null) continue
    const { title, says, whoCouldSee, worstCase } = card
    const { language, version } = card
    read.set(`${use} ${language} ${version}`, { use, language, version, title, says, whoCouldSee, worstCase })
  }
  return [...read.values()]
}

/**
 * Throws Failure notFound.
 *
 * @param language that the names of the uses are said in
 * @param contact who keeps her words and how to reach them, as somebody wrote it; empty for nothing
 */
export function gatherReceipt(session: Session, narrator: string, language: string, contact: string): Receipt {
  const { database } = session
  const stories = testimoniesOf(database, narrator).map((id) => storyOf(session, id))
  const ledger = decisionsOfHers(session, narrator)
  const her = readNarrator(database, narrator)
  const named = new Set(
    ledger.flatMap(({ body }) => {
      if (body.kind === 'consent') return body.conditions.recipients
      return body.kind === 'signOff' ? [body.recipient] : []
    }),
  )
  const recipients = database
    .all<{ id: string; name: string }>('SELECT id, name FROM recipients')
    .filter(({ id }) => named.has(id))
  return {
    id: session.newId(),
    at: session.moment(),
    narrator,
    name: nameFor(her, 'narrator') ?? her.name,
    existence: her.existence,
    keysForgotten: keysForgottenOf(database, narrator),
    keeper: copyOf(database) === null ? session.about.archivist : '',
    contact: contact.trim(),
    stories,
    // In her copy nobody knows of them.
    lists: copyOf(database) === null ? listsNaming(session, narrator) : [],
    cards: cardsRead(session, ledger),
    useNames: new Map(usesNamed(session, language).map(({ use, name }) => [use, name])),
    recipients: new Map(recipients.map(({ id, name }) => [id, name])),
    number: receiptNumber(ledger, sha256),
    decisions: ledger.length,
  }
}
