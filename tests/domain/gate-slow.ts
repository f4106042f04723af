// The gate once more, slowly and obviously: may this leave, yes or no? The rules of DOMAIN.md one after the other. It
// shares no code with the program. It knows words that stand by themselves, in the form in which they are sought: forms of
// words have tests of their own.
import type { RedactedExcerpt } from '../../shared/domain/excerpts/excerpt.ts'
import type { GateQuestion } from '../../shared/domain/gate/question.ts'

type Entry = GateQuestion['ledger'][number]
type ConsentEntry = Entry & { readonly body: Extract<Entry['body'], { kind: 'consent' }> }

const from = ['narrator', 'archive', 'circle', 'readers', 'anyone']
const reachOf: Readonly<Record<string, string>> = { myCircle: 'circle', readingRoom: 'readers', press: 'anyone' }

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? []
const says = (text: string, word: string): boolean => wordsOf(text).includes(word.toLowerCase())
const isShown = ({ stance, assertedBy }: { stance: string; assertedBy: string }): boolean =>
  ['mine', 'contested', 'onlyHere'].includes(stance) || (stance === 'none' && assertedBy === 'narrator')

/** What somebody else would read aloud of a passage, letter by letter. */
function readAloud({ story, marks }: GateQuestion, id: string, isHidden: (reach: string) => boolean): string {
  if (marks.seals.some(({ passage }) => passage === id)) return '…'
  const text = story.passages.find((one) => one.id === id)?.text ?? ''
  const hiding = marks.redactions
    .filter(({ reach }) => isHidden(reach))
    .flatMap(({ ranges, way, replacement }) =>
      ranges.filter(({ passage }) => passage === id).map(({ start, end }) => ({ start, end, way, replacement })),
    )
  let read = ''
  for (let at = 0; at <= text.length;) {
    const over = hiding.filter(({ start }) => start === at)
    if (over.length === 0) {
      read += text.charAt(at)
      at += 1
      continue
    }
    // All that touch or overlap are one.
    const group = [...over]
    let end = Math.max(...over.map((one) => one.end))
    for (let grown = true; grown;) {
      const more = hiding.filter((one) => !group.includes(one) && one.start >= at && one.start <= end)
      grown = more.length > 0
      group.push(...more)
      end = Math.max(end, ...more.map((one) => one.end))
    }
    const [first] = group
    const agree = group.every(({ way, replacement }) => way === first?.way && replacement === first.replacement)
    const isSaid = agree && (first?.way === 'pseudonym' || first?.way === 'vaguer') && first.replacement !== ''
    read += isSaid ? (first?.replacement ?? '') : '…'
    at = end
  }
  return hiding.length > 0 && !/[a-z]/i.test(read) ? '…' : read
}

/** The entry that decides for a passage, and what it comes to. */
function decided(
  question: GateQuestion,
  passage: string,
): { entry: ConsentEntry | null; says: 'open' | 'ask' | 'closed' } {
  const { excerpt, ledger, story, moment, timesUsed, beside } = question
  const sectionNow = (): string | null => {
    let current: string | null = null
    for (const { id } of story.passages) {
      current = beside?.sections.find((one) => one.passage === id)?.id ?? current
      if (id === passage) return current
    }
    return null
  }
  const isAbout = ({ body: { scope, answer } }: ConsentEntry): boolean => {
    if (scope.kind === 'testimony' || scope.passages.includes(passage)) return true
    return scope.kind === 'section' && answer !== 'yes' && scope.section === sectionNow()
  }
  const said = ({ id, body: { answer, conditions } }: ConsentEntry): 'open' | 'ask' | 'closed' => {
    if (answer === 'no' || answer === 'withdrawn') return 'closed'
    if (conditions.recipients.length > 0 && !conditions.recipients.includes(excerpt.recipient.id)) return 'closed'
    if (answer === 'notYet') return 'ask'
    if (conditions.until !== null && moment > conditions.until) return 'closed'
    if (conditions.times !== null && (timesUsed.get(id) ?? 0) >= conditions.times) return 'closed'
    if (ledger.some(({ body }) => body.kind === 'eventCame' && body.entry === id)) return 'closed'
    return answer === 'askEachTime' ? 'ask' : 'open'
  }
  const consents = ledger
    .filter((entry): entry is ConsentEntry => entry.body.kind === 'consent')
    .filter((entry) => entry.body.use === excerpt.use && isAbout(entry))
  let now: ReturnType<typeof decided> | null = null
  const wider: ConsentEntry[] = []
  for (const scope of ['testimony', 'section', 'passages']) {
    const here = consents.filter(({ body }) => body.scope.kind === scope)
    const latest = here.at(-1)
    if (latest !== undefined) {
      const narrow = { entry: latest, says: said(latest) }
      const takenBack = wider.some(({ body, sequence }) => body.answer === 'withdrawn' && sequence > latest.sequence)
      // What was taken back more widely since opens no more; what it closed still holds.
      const isForever = narrow.says === 'closed' && ['no', 'withdrawn'].includes(latest.body.answer)
      if (now === null || !takenBack || isForever) now = narrow
      else if (narrow.says !== 'open' && now.says !== 'closed') now = narrow
    }
    wider.push(...here)
  }
  return now ?? { entry: null, says: 'closed' }
}

/**
 * Whether this may leave.
 *
 * @param mirrorSeen the id of a sign-off that carries the hash of the mirror as it is now; null where none does
 */
export function slowGate(question: GateQuestion, mirrorSeen: ReadonlySet<string>): boolean {
  const { excerpt, story, marks, ledger, moment, contentHash, spentSignOffs, beside } = question
  const { framing } = excerpt
  const reach = reachOf[excerpt.use] ?? 'anyone'
  const isHidden = (hiddenFrom: string) => from.indexOf(reach) >= from.indexOf(hiddenFrom)
  const isChosen = (id: string) => excerpt.passages.includes(id)
  const chosen = story.passages.filter(({ id }) => isChosen(id))
  const sealed = marks.seals.map(({ passage }) => passage)

  // Something is chosen, under a title, and none of it is sealed.
  if (chosen.length === 0 || framing.title.trim() === '') return false
  if (sealed.some(isChosen)) return false

  // She has gone through it, and has had her seven days, or did without.
  const reviewed = ledger.find(({ body }) => body.kind === 'reviewed')
  if (reviewed === undefined) return false
  const week = 7 * 24 * 3600 * 1000
  const unheard = ({ sequence, at }: Entry): boolean =>
    (question.keyEnds ?? []).some(({ at: endedAt, after, opened }) => {
      const isOver = (day: string) => new Date(day).getTime() - new Date(endedAt).getTime() >= week
      return !opened && sequence > after && !(isOver(at) && isOver(moment))
    })
  const isFromBefore = ({ sequence }: Entry): boolean => (question.keyEnds ?? []).some(({ after }) => sequence <= after)
  const waived = ledger.some((entry) => entry.body.kind === 'coolingOffWaived' && !unheard(entry))
  if (!waived && new Date(moment).getTime() - new Date(reviewed.at).getTime() < 7 * 24 * 3600 * 1000) return false

  // She has said yes to exactly these bytes, for this use and this recipient, and nothing has come after it.
  const ends = ledger.filter((entry) => {
    const { body } = entry
    if (body.kind === 'signOffRefused') return body.excerpt === excerpt.id
    if (body.kind === 'signOff') return body.excerpt === excerpt.id && spentSignOffs.has(entry.id)
    if (body.kind !== 'consent' || body.use !== excerpt.use) return false
    if (body.answer !== 'no' && body.answer !== 'withdrawn') return false
    return body.scope.kind === 'testimony' || body.scope.passages.some(isChosen)
  })
  const signOff = ledger.findLast(
    (entry) =>
      !unheard(entry) &&
      !(entry.certainty === 'attested' && isFromBefore(entry)) &&
      entry.body.kind === 'signOff' &&
      entry.body.excerpt === excerpt.id &&
      entry.body.use === excerpt.use &&
      entry.body.recipient === excerpt.recipient.id &&
      entry.body.contentHash === contentHash,
  )
  if (signOff === undefined || ends.some(({ sequence }) => sequence >= signOff.sequence)) return false

  // Her line: less of her words than she said, and she has not seen this mirror.
  let threshold: number | null = null
  for (const entry of ledger) {
    if (entry.body.kind !== 'mirror') continue
    const said = entry.body.threshold
    threshold = unheard(entry) && (said ?? 0) < (threshold ?? 0) ? threshold : said
  }
  if (threshold !== null) {
    const hers = (passages: typeof story.passages) =>
      passages
        .filter(({ id, turn }) => {
          const speaker = story.turns.find((one) => one.id === turn)?.speaker
          return !sealed.includes(id) && story.speakers.find((one) => one.id === speaker)?.role === 'narrator'
        })
        .reduce((sum, { text }) => sum + text.split(' ').length, 0)
    const all = hers(story.passages)
    const share = all === 0 ? 0 : hers(chosen) / all
    if (share < threshold / 100 && !mirrorSeen.has(signOff.id)) return false
  }

  // Each passage is allowed, as she allowed it.
  const names: (string | null)[] = []
  const { narrator } = story
  const unnamed = ['countedOnly', 'notCounted'].includes(narrator.existence)
  const named = Object.entries(narrator.names).filter(([, name]) => name.trim() !== '')
  const wider = from.slice(from.indexOf(reach))
  const nearest = wider.find((one) => named.some(([forReach]) => forReach === one))
  const ownName = unnamed ? null : (named.find(([forReach]) => forReach === nearest)?.[1] ?? null)
  for (const { id } of chosen) {
    const { entry, says: comesTo } = decided(question, id)
    if (entry === null || comesTo === 'closed') return false
    if (comesTo === 'ask' && signOff.sequence < entry.sequence) return false
    const { scope, conditions } = entry.body
    const whole = scope.kind === 'testimony' ? story.passages.map((one) => one.id) : scope.passages
    if (conditions.noCutting && !whole.every(isChosen)) return false
    if (excerpt.withSound && conditions.voice === 'other') {
      const read = readAloud(question, id, isHidden)
      const isRead = question.readings?.some((one) => one.passage === id && one.isApproved && one.words === read)
      if (/[a-z]/i.test(read) && isRead !== true) return false
    }
    names.push(conditions.nameAs ?? ownName)
  }
  const nameAs = !unnamed && new Set(names).size === 1 ? (names[0] ?? null) : null

  // Labels of others wait for her; whatever is taken out must be known to its place.
  const over = (ranges: readonly { passage: string }[]) => ranges.some(({ passage }) => isChosen(passage))
  if (marks.labels.some((one) => one.stance === 'none' && one.assertedBy !== 'narrator' && over(one.ranges)))
    return false
  const hiding = marks.redactions.filter((one) => isHidden(one.reach))
  if (hiding.some(({ ranges }) => ranges.some(({ unresolved }) => unresolved))) return false
  if (excerpt.withSound && story.recordings.length > 0) {
    const untimed = (id: string) => story.passages.some((one) => one.id === id && one.startMs === null)
    if (hiding.some(({ ranges }) => ranges.some(({ passage }) => untimed(passage)))) return false
    if (sealed.some(untimed)) return false
  }

  // What is taken out once is not said anywhere else: in no passage that leaves, nor in what stands instead of others.
  const about = (beside?.wordsAbout ?? []).filter(({ id }) => framing.about.includes(id))
  const captions = framing.captions.filter(({ passage }) => isChosen(passage))
  const labels = marks.labels.filter((one) => isShown(one) && over(one.ranges))
  const written = [framing.title, framing.introduction, ...captions.map(({ text }) => text)]
  const aboutTexts = about.flatMap(({ text, author }) => [text, author])
  const labelTexts = labels.flatMap(({ words, meaning }) => [words, meaning])
  const authors = framing.author === '' ? [] : [framing.author, ...captions.map(({ author }) => author)]
  const around = [...written, ...framing.keywords, ...aboutTexts, ...labelTexts, nameAs ?? '']
  for (const { thing, ranges } of hiding) {
    if (thing === 'voice' || thing === 'passage') continue
    for (const { quote } of ranges) {
      if ([...around, ...authors, excerpt.recipient.name].some((text) => says(text, quote))) return false
      for (const { id, text } of chosen) {
        const cover = hiding.flatMap((other) => other.ranges.filter(({ passage }) => passage === id))
        for (const { index, 0: word } of text.matchAll(/[A-Za-z]+/g)) {
          const isCovered = cover.some(({ start, end }) => start <= index && end >= index + word.length)
          if (word.toLowerCase() === quote.toLowerCase() && !isCovered) return false
        }
        const instead = hiding.filter(({ way, ranges: here }) => {
          return (way === 'pseudonym' || way === 'vaguer') && here.some(({ passage }) => passage === id)
        })
        if (instead.some(({ replacement }) => says(replacement, quote))) return false
      }
    }
  }

  // Neither a name she has not given, nor a word she does not want of her, nor words about her that she has not seen.
  if (nameAs !== narrator.name && around.some((text) => says(text, narrator.name))) return false
  for (const { word } of narrator.refusedWords)
    if ([...written, ...framing.keywords, ...aboutTexts].some((text) => says(text, word))) return false
  const hers = marks.labels.filter(isShown).map(({ words }) => words)
  const notHers = marks.labels.filter((one) => !isShown(one) && !(one.stance === 'none' && hers.includes(one.words)))
  const keywords = [...framing.keywords, ...about.filter(({ kind }) => kind === 'keyword').map(({ text }) => text)]
  if (notHers.some(({ words }) => keywords.some((text) => says(text, words)))) return false
  const isSeen = (id: string) => beside?.wordsAbout.some((one) => one.id === id && one.seen === 'yes') === true
  if (!framing.about.every(isSeen)) return false

  // What she asked of passages.
  for (const { kind, ranges } of marks.ties) {
    const tied = ranges.filter(({ unresolved, quote }) => !unresolved || quote === '').map(({ passage }) => passage)
    const touched = chosen.some(({ id }) => tied.includes(id))
    if (kind === 'together' && touched && !tied.every(isChosen)) return false
    if (kind === 'neverAlone' && touched && chosen.every(({ id }) => tied.includes(id))) return false
    if (kind !== 'neverAsTitle') continue
    const outstanding = [
      framing.title,
      ...framing.keywords,
      ...captions.map(({ text }) => text),
      ...about.map(({ text }) => text),
    ]
    for (const { text } of story.passages.filter(({ id }) => tied.includes(id))) {
      const words = wordsOf(text)
      const length = Math.min(4, words.length)
      for (let first = 0; length > 0 && first + length <= words.length; first += 1) {
        const phrase = ` ${words.slice(first, first + length).join(' ')} `
        if (outstanding.some((one) => ` ${wordsOf(one).join(' ')} `.includes(phrase))) return false
      }
    }
  }
  return true
}

/**
 * Looks at every tenth millisecond of every clip that would leave: nothing is heard of what is taken out by itself, nor
 * of the tenth of a second on either side of it.
 */
export function soundAloneIn(
  { excerpt, marks }: Pick<GateQuestion, 'excerpt' | 'marks'>,
  { sound }: Pick<RedactedExcerpt, 'sound'>,
): { readonly heard: boolean; readonly clips: number } {
  const reach = from.indexOf(reachOf[excerpt.use] ?? 'anyone')
  let heard = false
  let clips = 0
  for (const { recording, startMs, endMs, silences } of sound) {
    let isIn = false
    for (const redaction of marks.redactions) {
      if (from.indexOf(redaction.reach) > reach) continue
      for (const taken of redaction.stretches ?? []) {
        if (taken.recording !== recording) continue
        for (let at = startMs; at < endMs; at += 10) {
          if (at < taken.startMs - 100 || at > taken.endMs + 100) continue
          isIn = true
          if (!silences.some((silence) => silence.startMs <= at && at <= silence.endMs)) heard = true
        }
      }
    }
    if (isIn) clips += 1
  }
  return { heard, clips }
}
