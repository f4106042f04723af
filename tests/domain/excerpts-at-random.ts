// Random stories, marks, ledgers and selections for the gate: most of what is asked for is in order, and each thing that
// would hold an excerpt comes now and then.
import { mirrorFor } from '../../shared/domain/mirror/excerpt-mirror.ts'
import { gate } from '../../shared/domain/gate/gate.ts'
import type { GateQuestion } from '../../shared/domain/gate/question.ts'
import type { GateReason } from '../../shared/domain/gate/reasons.ts'
import type { KeyEnd } from '../../shared/domain/consent/key-ends.ts'
import type { Conditions, ConsentBody, LedgerBody, LedgerEntry, Scope } from '../../shared/domain/consent/ledger.ts'
import { stances, type Label, type Range, type Redaction, type Tie } from '../../shared/domain/marks/marks.ts'
import { mirrorHash } from '../../shared/domain/mirror/mirror.ts'
import { reaches } from '../../shared/domain/reach.ts'
import { shownPieces } from '../../shared/domain/marks/redaction.ts'
import { wordsToRead, type Reading } from '../../shared/domain/sound/readings.ts'
import { useOf } from '../../shared/domain/consent/uses.ts'
import type { Passage, Story } from '../../shared/domain/story.ts'
import { slowGate, soundAloneIn } from './gate-slow.ts'
import { chanceFrom } from '../support/dice.ts'

// Words that are no forms of each other in any language.
const plainWords = ['brimu', 'kolfa', 'zentok', 'wugda', 'pilvo', 'thorax', 'mundip', 'glyco', 'vasque', 'hexo']
const secrets = ['Qworj', 'Ysprik', 'Jumfeb']
const labelWords = ['droxil', 'fenkub', 'nazgot']
const refused = 'skwimp'
const herName = 'Marivolk'
const uses = ['readingRoom', 'press', 'myCircle'] as const
const begun = Date.parse('2026-01-01T00:00:00.000Z')
const day = 24 * 3600 * 1000

/** From 0 to below 1. */
export type Dice = () => number

const sha256 = (text: string): string => {
  let hash = 0
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return String(hash)
}

export interface RandomExcerpt {
  readonly question: GateQuestion
  /** Sign-offs that carry the hash of the mirror as it is. */
  readonly mirrorSeen: ReadonlySet<string>
}

export function randomExcerpt(seed: number): RandomExcerpt {
  const throwDice = chanceFrom(seed)
  const chance = (part: number) => throwDice() < part
  const under = (limit: number) => Math.floor(throwDice() * limit)
  const one = <T>(all: readonly T[]): T => all[under(all.length)] as T
  const some = <T>(all: readonly T[], part: number): T[] => all.filter(() => chance(part))
  const rarely = <T>(value: T, other: T): T => (chance(0.04) ? value : other)

  const use = one(uses)
  const turns = [
    { id: 't1', speaker: 's1' },
    { id: 't2', speaker: 's2' },
    { id: 't3', speaker: 's1' },
  ]
  const passages = Array.from({ length: 1 + under(7) }, (_, at): Passage => {
    const words = Array.from({ length: 1 + under(6) }, () => (chance(0.04) ? one(secrets) : one(plainWords)))
    const timed = chance(0.95)
    return {
      id: `p${at + 1}`,
      turn: one(turns).id,
      text: `${words.join(' ')}.`,
      language: 'en',
      direction: 'ltr',
      recording: 'rec',
      startMs: timed ? at * 5_000 : null,
      endMs: timed ? (at + 1) * 5_000 : null,
      wordTimes: [],
    }
  })
  const ids = passages.map(({ id }) => id)
  const chosen = chance(0.02) ? [] : chance(0.25) ? ids : ids.filter(() => chance(0.6))
  const story: Story = {
    testimony: {
      id: 't',
      narrator: 'n',
      title: 'T',
      titleBy: 'archivist',
      language: 'en',
      createdAt: new Date(begun).toISOString(),
      revision: 1,
    },
    narrator: {
      id: 'n',
      name: herName,
      names: chance(0.3)
        ? { [one(['circle', 'readers', 'anyone'] as const)]: one(['Zuzka', herName, one(secrets)]) }
        : {},
      existence: one(['byName', 'byPseudonym', 'byPseudonym', 'countedOnly'] as const),
      refusedWords: [{ word: refused, instead: '' }],
    },
    speakers: [
      { id: 's1', name: herName, role: 'narrator' },
      { id: 's2', name: 'Ines', role: 'interviewer' },
    ],
    turns,
    passages,
    recordings: [
      { id: 'rec', media: 'm', sitting: 1, format: 'wav', durationMs: 60_000, channels: 1, sampleRate: 16_000 },
    ],
  }
  const over = (passage: Passage, start = 0, end = passage.text.length): Range => ({
    id: `${passage.id}-${start}`,
    passage: passage.id,
    start,
    end,
    quote: passage.text.slice(start, end),
    startMs: null,
    endMs: null,
    unresolved: rarely(true, false),
  })
  const label = (at: number): Label => ({
    id: `l${at}`,
    words: one(labelWords),
    language: 'en',
    meaning: rarely(one(secrets), ''),
    assertedBy: one(['narrator', 'narrator', 'court', 'press'] as const),
    stance: chance(0.1) ? 'none' : one(stances.slice(1)),
    colour: 1,
    author: 'Ana',
    ranges: some(passages, 0.3).map((passage) => ({ ...over(passage), unresolved: false })),
  })
  const redaction = (at: number): Redaction => {
    const passage = one(passages)
    const words = [...passage.text.matchAll(/[A-Za-z]+/g)]
    const { index, 0: word } = words.find(({ 0: found }) => secrets.includes(found)) ?? one(words)
    return {
      id: `r${at}`,
      thing: one(['place', 'other', 'employer', 'voice'] as const),
      reach: one(reaches.slice(1)),
      way: one(['removed', 'pseudonym', 'vaguer'] as const),
      replacement: rarely(one(secrets), 'somebody'),
      why: '',
      author: 'Ana',
      ranges: [over(passage, index, index + word.length)],
    }
  }
  const tie = (at: number): Tie => ({
    id: `tie${at}`,
    kind: one(['together', 'neverAlone', 'neverAsTitle'] as const),
    reason: '',
    author: herName,
    ranges: some(passages, 0.35).map((passage) => over(passage)),
  })
  const several = <T>(most: number, make: (at: number) => T): T[] =>
    chance(0.6) ? [] : Array.from({ length: 1 + under(most) }, (_, at) => make(at))
  const marks = {
    labels: several(3, label),
    redactions: several(2, redaction),
    ties: several(2, tie),
    seals: chance(0.06) ? [{ id: 'seal', passage: one(passages).id }] : [],
    notTheSame: [],
  }
  const sections = some(passages, 0.3).map(({ id }) => ({ id: `h${id}`, passage: id, heading: `on ${id}` }))

  const writes = (): string => {
    const words = Array.from({ length: 1 + under(3) }, () => one(plainWords))
    if (chance(0.03)) words.push(one(secrets))
    if (chance(0.015)) words.push(refused)
    if (chance(0.015)) words.push(herName)
    if (chance(0.03)) return `about ${one(passages).text}`
    return words.join(' ')
  }
  const wordsAbout = ['w1', 'w2'].map((id) => ({
    id,
    kind: one(['synopsis', 'keyword', 'altText'] as const),
    language: 'en',
    text: writes(),
    author: rarely(one(secrets), 'Ana'),
    at: new Date(begun).toISOString(),
    seen: chance(0.8) ? ('yes' as const) : one(['no', 'disagrees'] as const),
    answer: '',
  }))
  const recipient = { id: 'r1', name: rarely(one(secrets), 'Hall'), language: 'en' }
  const excerpt = {
    id: 'x',
    testimony: 't',
    use,
    recipient,
    passages: chosen,
    withSound: chance(0.3),
    framing: {
      title: rarely('', writes()),
      introduction: chance(0.3) ? writes() : '',
      keywords: chance(0.3) ? [chance(0.5) ? one(labelWords) : writes()] : [],
      captions: chance(0.3) ? [{ passage: one(passages).id, text: writes(), author: rarely(one(secrets), 'Ana') }] : [],
      about: chance(0.25) ? some(['w1', 'w2', 'w9'], 0.3) : [],
      author: chance(0.2) ? '' : rarely(one(secrets), 'Ana'),
    },
  }

  const conditions = (): Conditions => ({
    recipients: rarely(['r2'], chance(0.1) ? ['r1', 'r2'] : []),
    nameAs: chance(0.06) ? one(['Zuzka', herName, one(secrets)]) : null,
    voice: chance(0.08) ? 'other' : 'own',
    until: chance(0.06) ? new Date(begun + under(40) * day).toISOString() : null,
    times: chance(0.06) ? 1 + under(2) : null,
    noCutting: rarely(true, false),
  })
  const scope = (): Scope => {
    const named = some(ids, 0.4)
    const section = sections[under(sections.length)]
    if (named.length === 0 || chance(0.6)) return { kind: 'testimony' }
    if (section === undefined || chance(0.6)) return { kind: 'passages', passages: named }
    return { kind: 'section', section: section.id, heading: section.heading, passages: named }
  }
  const consent = (answer?: ConsentBody['answer']): LedgerBody => ({
    kind: 'consent',
    testimony: 't',
    scope: answer === undefined ? scope() : { kind: 'testimony' },
    use: chance(0.85) ? use : one(uses),
    answer: answer ?? one(['yes', 'yes', 'yes', 'no', 'notYet', 'askEachTime', 'withdrawn'] as const),
    conditions: conditions(),
    cardLanguage: 'en',
    cardVersion: 1,
  })
  const contentHash = chance(0.98) ? 'now' : null
  const signOff = (mirror?: string): LedgerBody => ({
    kind: 'signOff',
    testimony: 't',
    excerpt: rarely('another', 'x'),
    use: rarely(one(uses), use),
    recipient: rarely('r2', 'r1'),
    contentHash: rarely('before', 'now'),
    ...(mirror === undefined ? {} : { mirror }),
  })
  const beside = { sections, wordsAbout }
  const known = { excerpt, story, marks, beside, sha256, contentHash }
  const rightMirror = mirrorHash(
    mirrorFor({ ...known, ledger: [], timesUsed: new Map(), spentSignOffs: new Set(), moment: '' }),
    sha256,
  )
  const bodies: LedgerBody[] = [
    consent(chance(0.9) ? 'yes' : undefined),
    ...several(3, () => consent()),
    ...(chance(0.97) ? [{ kind: 'reviewed', testimony: 't', revision: 1 } as const] : []),
    ...(chance(0.1) ? [{ kind: 'coolingOffWaived', testimony: 't' } as const] : []),
    ...(chance(0.15)
      ? [{ kind: 'mirror', testimony: 't', threshold: one([null, 30, 50, 80]), toReader: chance(0.5) } as const]
      : []),
    ...(chance(0.05) ? [{ kind: 'eventCame', testimony: 't', entry: `e${1 + under(3)}` } as const] : []),
    ...(chance(0.1) ? [signOff()] : []),
    ...(chance(0.05)
      ? [
          {
            kind: 'signOffRefused',
            testimony: 't',
            excerpt: 'x',
            contentHash: one(['now', 'before']),
            why: '',
          } as const,
        ]
      : []),
    ...(chance(0.96) ? [signOff(chance(0.3) ? rarely('wrong', rightMirror) : undefined)] : []),
    ...(chance(0.05) ? [consent()] : []),
    ...(chance(0.04) ? [signOff(rightMirror)] : []),
  ]
  const ledger = bodies.map((body, at): LedgerEntry => ({
    sequence: at + 1,
    id: `e${at + 1}`,
    narrator: 'n',
    certainty: 'attested',
    by: 'Ana',
    evidence: { kind: 'inPerson', note: '' },
    at: new Date(begun + at * day).toISOString(),
    body,
    previous: '',
    hash: '',
  }))
  // NOTE: drawn last, so that everything else stays as it was drawn.
  const silent = (at: number): Redaction => {
    const startMs = under(60_000)
    const stretch = { id: `s${at}`, recording: rarely('gone', 'rec'), startMs, endMs: startMs + 1 + under(8_000) }
    const { id, thing, reach, way } = {
      id: `a${at}`,
      thing: 'other',
      reach: one(reaches.slice(1)),
      way: 'silence',
    } as const
    return { id, thing, reach, way, replacement: '', why: '', author: 'Ana', ranges: [], stretches: [stretch] }
  }
  const keyEndAt = (): KeyEnd[] => {
    if (!chance(0.15)) return []
    const after = under(ledger.length)
    return [
      { at: new Date(begun + (chance(0.5) ? after - 0.5 : after - 8) * day).toISOString(), after, opened: chance(0.3) },
    ]
  }
  const asked: GateQuestion = {
    ...known,
    ledger,
    timesUsed: new Map(ledger.filter(() => chance(0.1)).map(({ id }) => [id, 1 + under(2)])),
    spentSignOffs: new Set(chance(0.05) ? [one(ledger).id] : []),
    moment: new Date(begun + (chance(0.95) ? 20 + under(20) : under(9)) * day).toISOString(),
    keyEnds: keyEndAt(),
  }
  const redactions = [...marks.redactions, ...several(2, silent)]
  const readings = passages.flatMap((passage): Reading[] => {
    if (!chance(0.6)) return []
    const read = wordsToRead(shownPieces(passage, marks, useOf(use).reach))
    const [id, durationMs, sampleRate] = [`d${passage.id}`, 3_000, 48_000] as const
    const words = chance(0.15) ? passage.text : chance(0.1) ? `${read} So.` : read
    const of = chance(0.1) ? one(ids) : passage.id
    return [{ id, passage: of, words, durationMs, sampleRate, voice: 'person', reader: '', isApproved: chance(0.85) }]
  })
  const question: GateQuestion = { ...asked, marks: { ...marks, redactions }, readings }
  const mirrorSeen = new Set(
    ledger.flatMap(({ id, body }) => (body.kind === 'signOff' && body.mirror === rightMirror ? [id] : [])),
  )
  return { question, mirrorSeen }
}

export interface Compared {
  readonly tried: number
  /** How many both let go. */
  readonly open: number
  /** Seeds of what the gate let go and the slow one holds. */
  readonly leaked: readonly number[]
  /** Seeds of what the gate held and the slow one lets go. */
  readonly heldTooMuch: readonly number[]
  readonly kinds: ReadonlySet<GateReason['kind']>
  /** Seeds of what the gate let go with sound in it that is taken out. */
  readonly heard: readonly number[]
  /** How many clips that were let go have sound taken out by itself in them. */
  readonly silenced: number
}

/** @param blind what the gate is not told, to see that it is noticed */
export function compareGates(count: number, first: number, blind = (question: GateQuestion) => question): Compared {
  const leaked: number[] = []
  const heldTooMuch: number[] = []
  const kinds = new Set<GateReason['kind']>()
  const heard: number[] = []
  let open = 0
  let silenced = 0
  for (let seed = first; seed < first + count; seed += 1) {
    const { question, mirrorSeen } = randomExcerpt(seed)
    const fast = gate(blind(question))
    const slow = slowGate(question, mirrorSeen)
    if (fast.open && slow) open += 1
    if (fast.open && !slow) leaked.push(seed)
    if (!fast.open && slow) heldTooMuch.push(seed)
    if (fast.open) {
      const found = soundAloneIn(question, fast.releasable.content)
      silenced += found.clips
      if (found.heard) heard.push(seed)
    }
    if (!fast.open) for (const { kind } of fast.reasons) kinds.add(kind)
  }
  return { tried: count, open, leaked, heldTooMuch, kinds, heard, silenced }
}
