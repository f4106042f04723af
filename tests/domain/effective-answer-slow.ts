// The answer in effect once more, slowly and obviously: the rules of DOMAIN.md read one after the other. It shares no
// code with the program, and goes through the whole history of a story for every single question.

export interface SlowEntry {
  readonly id: string
  readonly at: string
  readonly kind: 'consent' | 'eventCame'
  /** Of word that an event has come: the entry that waited for it. */
  readonly about: string
  readonly use: string
  readonly answer: 'yes' | 'no' | 'notYet' | 'askEachTime' | 'withdrawn'
  readonly scope: 'testimony' | 'section' | 'passages'
  readonly section: string
  readonly passages: readonly string[]
  readonly recipients: readonly string[]
  readonly until: string | null
  readonly times: number | null
  /** All conditions as text, to tell two yeses apart. */
  readonly conditions: string
}

export interface SlowStory {
  /** Passages in the order of the telling. */
  readonly passages: readonly string[]
  readonly headings: readonly { readonly section: string; readonly passage: string }[]
  readonly changes: readonly { kind: 'split' | 'join'; passage: string; other: string; when: string }[]
}

export interface SlowQuestion {
  readonly passage: string
  readonly use: string
  readonly recipient: string
  /** Everything that the clock has ever shown, in the order in which it was looked at. */
  readonly clock: readonly string[]
  readonly used: Readonly<Record<string, number>>
  readonly onlyNamed: boolean
}

/** `open`, `ask` (closed, but her sign-off of one exact excerpt opens it) or `closed`. */
export type SlowAnswer = 'open' | 'ask' | 'closed'

interface Said {
  readonly answer: SlowAnswer
  readonly conditions: string
}

/** Whether an entry was said of this passage: named then, or cut off later from one that was, or (closing) in its section now. */
function isAbout(entry: SlowEntry, passage: string, story: SlowStory): boolean {
  if (entry.scope === 'testimony') return true
  if (wasNamed(entry, passage, story)) return true
  if (entry.scope !== 'section' || entry.answer === 'yes') return false
  let current: string[] = []
  for (const one of story.passages) {
    const here = story.headings.filter((heading) => heading.passage === one).map(({ section }) => section)
    if (here.length > 0) current = here
    if (one === passage) return current.includes(entry.section)
  }
  return false
}

function wasNamed(entry: SlowEntry, passage: string, story: SlowStory): boolean {
  if (entry.scope === 'testimony') return false
  const named = new Set(entry.passages)
  for (const change of story.changes) {
    if (change.kind !== 'split' || !named.has(change.passage)) continue
    if (entry.answer === 'yes' ? entry.at < change.when : entry.at <= change.when) named.add(change.other)
  }
  return named.has(passage)
}

/** What one entry says, whatever else was said. */
function says(entry: SlowEntry, all: readonly SlowEntry[], question: SlowQuestion): SlowAnswer {
  if (entry.answer === 'no' || entry.answer === 'withdrawn') return 'closed'
  if (question.onlyNamed && entry.recipients.length === 0) return 'closed'
  if (entry.recipients.length > 0 && !entry.recipients.includes(question.recipient)) return 'closed'
  if (entry.answer === 'notYet') return 'ask'
  // Setting the clock back reopens nothing: whatever the clock has shown, it has been.
  if (entry.until !== null && question.clock.some((moment) => new Date(moment) > new Date(entry.until ?? '')))
    return 'closed'
  if (entry.times !== null && (question.used[entry.id] ?? 0) >= entry.times) return 'closed'
  if (all.some((other) => other.kind === 'eventCame' && other.about === entry.id)) return 'closed'
  return entry.answer === 'askEachTime' ? 'ask' : 'open'
}

function forOne(entries: readonly SlowEntry[], passage: string, story: SlowStory, question: SlowQuestion): Said {
  const about = entries.filter(
    (entry) => entry.kind === 'consent' && entry.use === question.use && isAbout(entry, passage, story),
  )
  // 1. No entry: no.
  let said: Said = { answer: 'closed', conditions: '' }
  let isFirst = true
  const wider: SlowEntry[] = []
  // 2. The narrowest scope that has an entry decides; within one scope the latest.
  for (const scope of ['testimony', 'section', 'passages'] as const) {
    const here = about.filter((entry) => entry.scope === scope)
    const latest = here.at(-1)
    if (latest !== undefined) {
      const narrow = { answer: says(latest, entries, question), conditions: latest.conditions }
      // 5. Withdrawn: closed from that moment, so what a narrower answer opened before does not count any more. What it
      // closed still does.
      const takenBackSince = wider.some(
        (entry) => entry.answer === 'withdrawn' && entries.indexOf(entry) > entries.indexOf(latest),
      )
      if (isFirst || !takenBackSince) said = narrow
      else if (said.answer !== 'closed' && narrow.answer !== 'open') said = narrow
      isFirst = false
    }
    wider.push(...here)
  }
  return said
}

/** Passages whose words were joined into this one and are in it still, with when. */
function within(passage: string, story: SlowStory): [string, string][] {
  let parts = new Map<string, Map<string, string>>()
  for (const { kind, passage: one, other, when } of story.changes) {
    const next = new Map([...parts].map(([id, inner]) => [id, new Map(inner)]))
    if (kind === 'split') next.set(other, new Map(parts.get(one) ?? []))
    else {
      const all = new Map(parts.get(one) ?? [])
      for (const [id, then] of parts.get(other) ?? []) all.set(id, then)
      all.set(other, when)
      next.set(one, all)
    }
    parts = next
  }
  return [...(parts.get(passage) ?? [])].filter(([id]) => !story.passages.includes(id))
}

export function slowAnswer(entries: readonly SlowEntry[], story: SlowStory, question: SlowQuestion): SlowAnswer {
  const all: Said[] = [forOne(entries, question.passage, story, question)]
  for (const [other, when] of within(question.passage, story)) {
    const hasAnsweredSince = entries.some(
      (entry) =>
        entry.kind === 'consent' &&
        entry.use === question.use &&
        entry.at > when &&
        wasNamed(entry, question.passage, story),
    )
    if (!hasAnsweredSince) all.push(forOne(entries, other, story, question))
  }
  if (all.some(({ answer }) => answer === 'closed')) return 'closed'
  // Words that she allowed in different ways are allowed in none of them together.
  const yeses = all.filter(({ answer }) => answer === 'open')
  if (yeses.some(({ conditions }) => conditions !== yeses[0]?.conditions)) return 'closed'
  return yeses.length === all.length ? 'open' : 'ask'
}
