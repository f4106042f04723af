// The gate: an excerpt either may leave, as exactly what she signed off, or here is every reason why not.
import { answersIn, heirsOf, type DatedLineage } from './consent-lineage.ts'
import type { Beside } from './beside.ts'
import type { EffectiveAnswer } from './effective-answer.ts'
import type { Excerpt, RedactedExcerpt, ReleasableExcerpt } from './excerpt.ts'
import type { FramingPart, GateReason } from './gate-reasons.ts'
import { mirrorOf, tellingOf, type Mirror } from './mirror.ts'
import type { ConsentBody, LedgerEntry, Sha256, SignOffBody } from './ledger.ts'
import type { Label, Marks } from './marks.ts'
import { isHiddenFrom } from './reach.ts'
import { redactExcerpt } from './redact-excerpt.ts'
import { refusedWordsIn } from './refused-words.ts'
import { findAgain, findPartAgain, findSameWords, partsOfName, plainWords, type Again } from './same-words.ts'
import { isShown } from './shown-label.ts'
import { silencesFor } from './silences.ts'
import { longerWordsIn, withoutOthers, type Find } from './somebody-else.ts'
import type { Story } from './story.ts'
import { namesNeverTitle, tieReasons } from './tie-reasons.ts'
import { useOf } from './uses.ts'

/** Seven days from her first review; hers alone to waive. */
export const coolingOffMs = 7 * 24 * 60 * 60 * 1000

export interface GateQuestion {
  readonly excerpt: Excerpt
  readonly story: Story
  readonly marks: Marks
  /** The testimony's entries in the order of the ledger. */
  readonly ledger: readonly LedgerEntry[]
  /** How often each consent entry has been relied on in the register. */
  readonly timesUsed: ReadonlyMap<string, number>
  /** Sign-offs that the register has already used: each opens one giving out. */
  readonly spentSignOffs: ReadonlySet<string>
  /** The latest moment that the archive has seen, ISO 8601 UTC. */
  readonly moment: string
  /** Which passages were split and joined, and when; none where nothing was. */
  readonly lineage?: readonly DatedLineage[]
  /** SHA-256 (hex) of the files made from this very content; null when they have not been made. */
  readonly contentHash: string | null
  /** Her headings and what others wrote about her; without it there are no headings, and no words about her were seen. */
  readonly beside?: Pick<Beside, 'sections' | 'wordsAbout'> | undefined
  /** For the hash of the mirror; without it no sign-off counts below her line. */
  readonly sha256?: Sha256 | undefined
}

export type GateAnswer =
  | { readonly open: true; readonly releasable: ReleasableExcerpt }
  | { readonly open: false; readonly reasons: readonly GateReason[] }

const isConsent = (entry: LedgerEntry): entry is LedgerEntry<ConsentBody> => entry.body.kind === 'consent'
const isSignOff = (entry: LedgerEntry): entry is LedgerEntry<SignOffBody> => entry.body.kind === 'signOff'

/** The effective answer for each passage of an excerpt. */
export function answersFor(question: GateQuestion): Map<string, EffectiveAnswer> {
  const { excerpt, story, ledger, timesUsed, moment, lineage = [], beside } = question
  const living = new Set(story.passages.map(({ id }) => id))
  const answer = answersIn(ledger, timesUsed, { lineage, living, sections: beside?.sections })
  return new Map(
    excerpt.passages.map((passage) => [
      passage,
      answer({ passage, use: excerpt.use, recipient: excerpt.recipient.id, moment }),
    ]),
  )
}

function takesBack({ answer, use, scope }: ConsentBody, excerpt: Excerpt): boolean {
  if (use !== excerpt.use || (answer !== 'no' && answer !== 'withdrawn')) return false
  return scope.kind === 'testimony' || scope.passages.some((passage) => excerpt.passages.includes(passage))
}

function signOffReason(question: GateQuestion): {
  readonly signOff: LedgerEntry<SignOffBody> | null
  readonly reason: GateReason | null
} {
  const { excerpt, ledger, contentHash, spentSignOffs } = question
  if (contentHash === null) return { signOff: null, reason: { kind: 'notPrepared' } }
  // NOTE: a no or a withdrawal ends every sign-off before it, so that a later yes alone does not let the old bytes go.
  const takenBack = ledger.findLast((entry) => isConsent(entry) && takesBack(entry.body, excerpt))?.sequence ?? 0
  const all = ledger.filter(isSignOff).filter(({ body }) => body.excerpt === excerpt.id)
  // NOTE: a giving out spends every sign-off before it, so that two in a row are not two licences.
  const lastSpent = all.findLast(({ id }) => spentSignOffs.has(id))?.sequence ?? 0
  const hers = all.filter(({ sequence }) => sequence > Math.max(takenBack, lastSpent))
  const exact = hers.findLast(
    ({ body }) =>
      body.contentHash === contentHash && body.use === excerpt.use && body.recipient === excerpt.recipient.id,
  )
  if (exact !== undefined) return { signOff: exact, reason: null }
  return { signOff: null, reason: { kind: hers.length > 0 ? 'changedSinceSignOff' : 'notSignedOff' } }
}

function coolingOffReason(ledger: readonly LedgerEntry[], moment: string): GateReason | null {
  const reviewed = ledger.find(({ body }) => body.kind === 'reviewed')
  if (reviewed === undefined) return { kind: 'notReviewed' }
  if (ledger.some(({ body }) => body.kind === 'coolingOffWaived')) return null
  const until = new Date(Date.parse(reviewed.at) + coolingOffMs).toISOString()
  return moment < until ? { kind: 'coolingOff', until } : null
}

function consentReasons(
  question: GateQuestion,
  answers: ReadonlyMap<string, EffectiveAnswer>,
  signOff: LedgerEntry | null,
): GateReason[] {
  const reasons: GateReason[] = []
  for (const [passage, answer] of answers) {
    const asked = question.ledger.find(({ id }) => id === answer.entry)
    const signedAfter = signOff !== null && asked !== undefined && signOff.sequence > asked.sequence
    if (!answer.open && !(answer.opensBySignOff && signedAfter)) {
      reasons.push({ kind: 'notAllowed', passage, because: answer.because })
      continue
    }
    if (answer.conditions?.noCutting === true && cuts(question, asked)) reasons.push({ kind: 'wholeOnly', passage })
    if (question.excerpt.withSound && answer.conditions?.voice === 'other')
      reasons.push({ kind: 'voiceNotAllowed', passage })
  }
  return reasons
}

function cuts({ excerpt, story, lineage = [] }: GateQuestion, entry: LedgerEntry | undefined): boolean {
  if (entry === undefined || !isConsent(entry)) return true
  const { scope } = entry.body
  const living = new Set(story.passages.map(({ id }) => id))
  const whole =
    scope.kind !== 'testimony'
      ? scope.passages.flatMap((passage) => heirsOf(passage, { lineage, living })).filter((id) => living.has(id))
      : story.passages.map(({ id }) => id)
  return whole.some((passage) => !excerpt.passages.includes(passage))
}

function framingTexts(excerpt: Excerpt, marks: Marks, nameAs: string | null): { part: FramingPart; text: string }[] {
  const chosen = new Set(excerpt.passages)
  const labels = marks.labels.filter(
    (label) => isShown(label) && label.ranges.some(({ passage }) => chosen.has(passage)),
  )
  return [
    { part: 'title', text: excerpt.framing.title },
    { part: 'introduction', text: excerpt.framing.introduction },
    ...excerpt.framing.keywords.map((text) => ({ part: 'keyword' as const, text })),
    ...labels.flatMap(({ words, meaning }) => [words, meaning].map((text) => ({ part: 'label' as const, text }))),
    ...(nameAs === null ? [] : [{ part: 'nameAs' as const, text: nameAs }]),
    { part: 'recipient', text: excerpt.recipient.name },
  ]
}

function markReasons({ excerpt, story, marks }: GateQuestion, nameAs: string | null): GateReason[] {
  const { reach } = useOf(excerpt.use)
  const chosen = new Set(excerpt.passages)
  const reasons: GateReason[] = []
  for (const label of marks.labels) {
    const range = label.ranges.find(({ passage }) => chosen.has(passage))
    if (range !== undefined && label.stance === 'none' && label.assertedBy !== 'narrator') {
      reasons.push({ kind: 'labelWithoutStance', passage: range.passage, label: label.id, words: label.words })
    }
  }
  if (excerpt.withSound) {
    for (const where of silencesFor(story, marks, reach).unknown) reasons.push({ kind: 'soundTimeMissing', ...where })
  }
  const texts = framingTexts(excerpt, marks, nameAs)
  const { author } = excerpt.framing
  for (const redaction of marks.redactions) {
    if (!isHiddenFrom(redaction.reach, reach)) continue
    const unresolved = redaction.ranges.find((range) => range.unresolved)
    if (unresolved !== undefined)
      reasons.push({ kind: 'redactionUnresolved', passage: unresolved.passage, redaction: redaction.id })
    if (redaction.thing === 'voice' || redaction.thing === 'passage') continue
    const quotes = new Map(redaction.ranges.map(({ quote }) => [plainWords(quote), quote]))
    const parts = new Map(
      redaction.thing === 'name' ? [...quotes.values()].flatMap(partsOfName).map((one) => [plainWords(one), one]) : [],
    )
    const said = new Set<string>()
    const elsewhere = (passage: string, words: string, find: Find): GateReason => {
      const there = story.passages.find(({ id }) => id === passage)
      const longer = there === undefined ? [] : longerWordsIn(there, marks, reach, words, find)
      const reason = { kind: 'takenOutElsewhere', passage, redaction: redaction.id, words } as const
      return longer.length === 0 ? reason : { ...reason, longer }
    }
    for (const words of quotes.values()) {
      const find = withoutOthers((text) => findAgain(text, words), words, marks.notTheSame)
      const places = takenOutElsewhere({ excerpt, story, marks }, words, chosen, find)
      for (const { passages } of places) {
        reasons.push(elsewhere(passages[0], words, find))
        for (const passage of passages) said.add(passage)
      }
      for (const { part, text } of texts) {
        const found = part === 'recipient' ? findSameWords(text, words, 0) : find(text)
        if (found.length > 0) reasons.push({ kind: 'takenOutInFraming', part, words })
      }
      if (findAgain(author, words).length > 0) reasons.push({ kind: 'signatureTells', words })
    }
    for (const [plainPart, words] of parts) {
      if (quotes.has(plainPart)) continue
      const find = withoutOthers((text) => findPartAgain(text, words), words, marks.notTheSame)
      for (const passage of readableAgain({ excerpt, story, marks }, chosen, find))
        if (!said.has(passage)) reasons.push(elsewhere(passage, words, find))
      for (const { part, text } of texts)
        if (part !== 'recipient' && find(text).length > 0) reasons.push({ kind: 'takenOutInFraming', part, words })
      if (findPartAgain(author, words).length > 0) reasons.push({ kind: 'signatureTells', words })
    }
  }
  const hers = new Set(marks.labels.filter(isShown).map(({ words }) => plainWords(words)))
  const isHers = ({ stance, words }: Label) => stance === 'none' && hers.has(plainWords(words))
  // The name that the archive works with is not the one she gave for these readers.
  const { name } = story.narrator
  const given = nameAs !== null && findSameWords(nameAs, name, 0).length > 0
  for (const { part, text } of name.trim() === '' || given ? [] : texts) {
    if (part !== 'recipient' && findAgain(text, name).length > 0) reasons.push({ kind: 'herName', part })
  }
  const notHers = marks.labels
    .filter((label) => !isShown(label) && !isHers(label))
    .map(({ words }) => ({ word: words, instead: '' }))
  for (const { part, text } of texts) {
    if (part === 'label' || part === 'nameAs' || part === 'recipient') continue
    const refused = part === 'keyword' ? [...story.narrator.refusedWords, ...notHers] : story.narrator.refusedWords
    for (const { word, instead } of refusedWordsIn(text, refused))
      reasons.push({ kind: 'refusedWord', part, word, instead })
  }
  return reasons
}

type Shown = Pick<GateQuestion, 'excerpt' | 'story' | 'marks'>

/** Whether a folder may have this name: it says nothing that was taken out and no word that she refuses. */
export function mayBeNamed(name: string, { excerpt, story, marks }: Shown): boolean {
  const { reach } = useOf(excerpt.use)
  const hidden = marks.redactions.filter(
    ({ thing, reach: from }) => isHiddenFrom(from, reach) && thing !== 'voice' && thing !== 'passage',
  )
  const quotes = hidden.flatMap(({ ranges }) => ranges.map(({ quote }) => quote))
  const parts = hidden.flatMap(({ thing, ranges }) =>
    thing === 'name' ? ranges.flatMap(({ quote }) => partsOfName(quote)) : [],
  )
  return (
    quotes.every((words) => findAgain(name, words).length === 0) &&
    // NOTE: whatever its capitals: a folder's name is often written without any.
    parts.every((part) => findAgain(name, part).length === 0) &&
    refusedWordsIn(name, story.narrator.refusedWords).length === 0 &&
    !namesNeverTitle(name, { story, marks })
  )
}

/** Where a stretch of a passage is taken out for the readers of this excerpt. */
function coverOf({ excerpt, marks }: Shown) {
  const { reach } = useOf(excerpt.use)
  const hiding = marks.redactions.filter((other) => isHiddenFrom(other.reach, reach))
  const covered = hiding.flatMap(({ ranges }) => ranges)
  const isCovered = (passage: string, start: number, end: number) =>
    covered.some((range) => range.passage === passage && range.start <= start && range.end >= end)
  return { hiding, isCovered }
}

/** The passages in which something can still be read again: in their words, or in what stands instead of others. */
function readableAgain(shown: Shown, chosen: ReadonlySet<string>, find: Find): string[] {
  const { hiding, isCovered } = coverOf(shown)
  const instead = hiding
    .filter(({ way, replacement }) => (way === 'pseudonym' || way === 'vaguer') && find(replacement).length > 0)
    .flatMap(({ ranges }) => ranges.map(({ passage }) => passage))
  const readable = shown.story.passages.filter(
    ({ id, text }) => chosen.has(id) && find(text).some(([start, , end]) => !isCovered(id, start, end)),
  )
  return [...new Set([...readable.map(({ id }) => id), ...instead.filter((id) => chosen.has(id))])]
}

/**
 * The same words, still readable in a passage that would leave: what was taken out once must be taken out everywhere,
 * also where the end of a passage cuts them in two, and in what is put in the place of something else.
 *
 * @returns each with the passage that the reason is about first, and with the other one where they are cut in two
 */
function takenOutElsewhere(
  shown: Shown,
  words: string,
  chosen: ReadonlySet<string>,
  find: Find,
): { passages: readonly [string, ...string[]] }[] {
  const { isCovered } = coverOf(shown)
  const left = shown.story.passages.filter(({ id }) => chosen.has(id))
  const cut = left.flatMap((first, at): [string, string][] => {
    const second = left[at + 1]
    return second === undefined
      ? []
      : cutInTwo(first.text, second.text, words, find).flatMap(([start, end]): [string, string][] => {
          if (!isCovered(first.id, start, first.text.trimEnd().length)) return [[first.id, second.id]]
          return isCovered(second.id, second.text.length - second.text.trimStart().length, end)
            ? []
            : [[second.id, first.id]]
        })
  })
  const again = readableAgain(shown, chosen, find)
  const byPassage = new Map<string, readonly [string, ...string[]]>(again.map((passage) => [passage, [passage]]))
  for (const pair of cut) byPassage.set(pair[0], pair)
  return [...byPassage.values()].map((passages) => ({ passages }))
}

/** Words that begin at the end of one text and go on in the next: where they begin in the first and end in the second. */
function cutInTwo(first: string, second: string, words: string, find: Find): [start: number, end: number][] {
  const near = 4 * words.length + 32
  const from = Math.max(0, first.length - near)
  const border = first.length - from + 1
  if (!plainWords(words).includes(' ')) return []
  return find(`${first.slice(from)} ${second.slice(0, near)}`)
    .filter(([start, , end]: Again) => start < border - 1 && end > border)
    .map(([start, , end]) => [start + from, end - border])
}

/** The whole story beside this excerpt, as she is shown it. */
export function mirrorFor({ excerpt, story, marks, beside }: GateQuestion): Mirror {
  return mirrorOf(tellingOf(story, beside?.sections ?? [], marks), excerpt.passages)
}

/** What would be read of it, as things are now. */
export function contentOf(question: GateQuestion): RedactedExcerpt {
  const { excerpt, story, marks } = question
  return redactExcerpt(excerpt, story, marks, answersFor(question))
}

/** Every reason why an excerpt may not leave now, or the only ReleasableExcerpt there is. */
export function gate(asked: GateQuestion): GateAnswer {
  const { excerpt, story, marks, ledger, moment, contentHash } = asked
  const known = new Set(story.passages.map(({ id }) => id))
  const passages = excerpt.passages.filter((passage) => known.has(passage))
  const answers = answersFor(asked)
  const content = redactExcerpt(excerpt, story, marks, answers)
  const { signOff, reason: unsigned } = signOffReason(asked)
  const reasons: GateReason[] = [
    ...(passages.length === 0 ? [{ kind: 'nothingChosen' } as const] : []),
    ...(excerpt.framing.title.trim() === '' ? [{ kind: 'titleMissing' } as const] : []),
    ...consentReasons(asked, answers, signOff),
    ...markReasons(asked, content.narratorName),
    ...tieReasons(asked),
  ]
  const waiting = coolingOffReason(ledger, moment)
  if (waiting !== null) reasons.push(waiting)
  if (unsigned !== null) reasons.push(unsigned)
  if (reasons.length > 0 || signOff === null || contentHash === null) return { open: false, reasons }
  const releasable: Omit<ReleasableExcerpt, symbol> = {
    excerpt,
    content,
    contentHash,
    revision: story.testimony.revision,
    passages,
    redactions: marks.redactions
      .filter(
        ({ reach, ranges }) =>
          isHiddenFrom(reach, content.reach) && ranges.some(({ passage }) => passages.includes(passage)),
      )
      .map(({ id }) => id),
    consentEntries: [...new Set([...answers.values()].flatMap(({ entry }) => entry ?? []))],
    signOff: signOff.id,
  }
  return { open: true, releasable: releasable as ReleasableExcerpt }
}
