// Ledgers at random, each asked about in both readings: the program's and the slow one.
import { answersIn, type DatedLineage, type History } from '../../shared/domain/consent/lineage.ts'
import type { EffectiveAnswer, Question } from '../../shared/domain/consent/effective-answer.ts'
import {
  answers,
  type Conditions,
  type LedgerBody,
  type LedgerEntry,
  type Scope,
} from '../../shared/domain/consent/ledger.ts'
import type { UseName } from '../../shared/domain/consent/uses.ts'
import { slowAnswer, type SlowAnswer, type SlowEntry, type SlowStory } from './effective-answer-slow.ts'
import { diceFrom } from '../support/dice.ts'

export type Asking = (
  ledger: readonly LedgerEntry[],
  timesUsed: ReadonlyMap<string, number>,
  history: History,
) => (question: Question) => EffectiveAnswer

export interface Compared {
  readonly differences: number
  /** How often the answer was each of the three. */
  readonly said: Readonly<Record<SlowAnswer, number>>
  /** The first that differed, as JSON. */
  readonly first: string | null
}

function chance(seed: number) {
  const below = diceFrom(seed)
  return {
    below,
    oneIn: (count: number) => below(count) === 0,
    one: <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0],
    some: <T>(from: readonly T[]): T[] => from.filter(() => below(2) === 0),
  }
}

type Chance = ReturnType<typeof chance>

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString()
const uses = ['readingRoom', 'press', 'court'] as const
const recipients = ['r1', 'r2'] as const
const lastDay = 12

function storyAtRandom({ below, oneIn }: Chance): SlowStory {
  const passages = ['p1', 'p2', 'p3', 'p4']
  const changes: SlowStory['changes'][number][] = []
  for (let when = 0; when < lastDay && changes.length < 2; when += 1) {
    if (!oneIn(12)) continue
    const at = below(passages.length)
    const passage = passages[at] ?? 'p1'
    if (oneIn(2)) {
      const other = `q${changes.length}`
      passages.splice(at + 1, 0, other)
      changes.push({ kind: 'split', passage, other, when: day(when) })
    } else if (at + 1 < passages.length && passages.length > 1) {
      const [other = ''] = passages.splice(at + 1, 1)
      changes.push({ kind: 'join', passage, other, when: day(when) })
    }
  }
  const headings = ['s1', 's2'].flatMap((section) =>
    oneIn(3) ? [] : [{ section, passage: passages[below(passages.length)] ?? 'p1' }],
  )
  return {
    passages,
    headings: headings.filter((one, at) => headings.findIndex((h) => h.passage === one.passage) === at),
    changes,
  }
}

function scopeAtRandom({ one, some, below }: Chance, passages: readonly string[]): Scope {
  const named = some(passages)
  const chosen = named.length === 0 ? [passages[below(passages.length)] ?? 'p1'] : named
  const kind = one(['testimony', 'section', 'passages'] as const)
  if (kind === 'testimony') return { kind }
  return kind === 'passages'
    ? { kind, passages: chosen }
    : { kind, section: one(['s1', 's2']), heading: 'A heading', passages: chosen }
}

function conditionsAtRandom({ oneIn, some, below }: Chance): Conditions {
  const until = oneIn(3) ? day(below(lastDay + 6)) : null
  return {
    recipients: oneIn(3) ? some(recipients) : [],
    nameAs: null,
    voice: 'own',
    // The same moment can be written with or without its fraction.
    until: until !== null && oneIn(2) ? until.replace('.000Z', 'Z') : until,
    ...(oneIn(4) ? { untilEvent: 'My sister is here' } : {}),
    times: oneIn(4) ? 1 + below(2) : null,
    noCutting: oneIn(8),
  }
}

const rest = {
  narrator: 'n',
  certainty: 'attested',
  by: 'Ana',
  evidence: { kind: 'inPerson', note: '' },
  previous: '',
  hash: '',
} as const

function ledgerAtRandom(by: Chance, story: SlowStory): LedgerEntry[] {
  const everyPassage = [...new Set([...story.passages, ...story.changes.map(({ other }) => other)])]
  const entries: LedgerEntry[] = []
  let moment = 0
  const length = by.below(9)
  for (let sequence = 1; sequence <= length; sequence += 1) {
    moment = Math.min(lastDay, moment + by.below(4))
    const asked = entries[by.below(entries.length)]
    const body: LedgerBody =
      asked !== undefined && by.oneIn(7)
        ? { kind: 'eventCame', testimony: 't', entry: asked.id }
        : by.oneIn(15)
          ? { kind: 'reviewed', testimony: 't', revision: 1 }
          : {
              kind: 'consent',
              testimony: 't',
              scope: scopeAtRandom(by, everyPassage),
              use: by.one(['readingRoom', 'readingRoom', ...uses]),
              answer: by.one(['yes', 'yes', ...answers]),
              conditions: conditionsAtRandom(by),
              cardLanguage: 'en',
              cardVersion: 1,
            }
    entries.push({ ...rest, sequence, id: `e${sequence}`, at: day(moment), body })
  }
  return entries
}

function slowly(entry: LedgerEntry): SlowEntry {
  const { id, at, body } = entry
  const none = { use: '', answer: 'no', scope: 'testimony', section: '', passages: [], recipients: [] } as const
  const blank = { ...none, until: null, times: null, conditions: '' }
  if (body.kind !== 'consent')
    return { ...blank, id, at, kind: 'eventCame', about: body.kind === 'eventCame' ? body.entry : '' }
  const { scope, conditions } = body
  return {
    id,
    at,
    kind: 'consent',
    about: '',
    use: body.use,
    answer: body.answer,
    scope: scope.kind,
    section: scope.kind === 'section' ? scope.section : '',
    passages: scope.kind === 'testimony' ? [] : scope.passages,
    recipients: conditions.recipients,
    until: conditions.until,
    times: conditions.times,
    conditions: JSON.stringify(Object.entries(conditions).sort(([one], [other]) => (one < other ? -1 : 1))),
  }
}

/** Asks `count` random ledgers, twice each, with a clock that goes on and is set back. */
export function compareAnswers(count: number, seed: number, asking: Asking = answersIn): Compared {
  const by = chance(seed)
  const said = { open: 0, ask: 0, closed: 0 }
  let differences = 0
  let first: string | null = null
  for (let at = 0; at < count; at += 1) {
    const story = storyAtRandom(by)
    const ledger = ledgerAtRandom(by, story)
    const used = Object.fromEntries(ledger.flatMap(({ id }) => (by.oneIn(3) ? [[id, by.below(3)]] : [])))
    const lineage: DatedLineage[] = story.changes.map(({ when, ...change }) => ({ ...change, at: 1, until: when }))
    const sections = story.headings.map(({ section, passage }) => ({ id: section, passage, heading: 'A heading' }))
    const history = { lineage, living: new Set(story.passages), sections }
    const answer = asking(ledger, new Map(Object.entries(used)), history)
    const clock: string[] = []
    for (let look = 0; look < 2; look += 1) {
      clock.push(day(by.below(lastDay + 8)))
      const moment = clock.toSorted().at(-1) ?? ''
      const passage = by.one(['p1', 'p2', 'p3', 'p4', 'q0', 'q1', 'nowhere'])
      const use: UseName = by.one(['readingRoom', 'readingRoom', ...uses])
      const recipient = by.one([...recipients, 'r3'])
      const given = answer({ passage, use, recipient, moment })
      const ours: SlowAnswer = given.open ? 'open' : given.opensBySignOff ? 'ask' : 'closed'
      const question = { passage, use, recipient, clock: [...clock], used, onlyNamed: use === 'court' }
      const theirs = slowAnswer(ledger.map(slowly), story, question)
      said[theirs] += 1
      if (ours === theirs) continue
      differences += 1
      first ??= JSON.stringify({ ledger, story, question, ours: given, theirs })
    }
  }
  return { differences, said, first }
}

/** The same with one rule left out, for the control: `seen` is what of the ledger and of the moment is looked at. */
export function withoutRule(rule: 'events' | 'sections' | 'splits' | 'counts' | 'clock'): Asking {
  return (ledger, timesUsed, history) => {
    const answer = answersIn(
      rule === 'events' ? ledger.filter(({ body }) => body.kind !== 'eventCame') : ledger,
      rule === 'counts' ? new Map() : timesUsed,
      {
        ...history,
        lineage: rule === 'splits' ? [] : history.lineage,
        sections: rule === 'sections' ? [] : history.sections,
      },
    )
    return (question) => answer(rule === 'clock' ? { ...question, moment: day(0) } : question)
  }
}
export const rulesLeftOut = ['events', 'sections', 'splits', 'counts', 'clock'] as const
