// The mirror: the whole story beside what is chosen of it, by her headings and her labels. Computed from marks only.
import type { Section } from '../writing/beside.ts'
import { canonical } from '../canonical.ts'
import { countWords } from '../words/count-words.ts'
import type { Sha256 } from '../consent/ledger.ts'
import type { Label, Marks } from '../marks/marks.ts'
import { plainWords } from '../words/letters-that-are-one.ts'
import { isShown } from '../marks/shown-label.ts'
import { merged, type Stretch } from '../sound/silences.ts'
import type { Passage, Story } from '../story.ts'

/** How much of a story. `ms`: milliseconds of sound, what sounds at the same time once; 0 where nothing is timed. */
export interface Amount {
  readonly passages: number
  readonly words: number
  readonly ms: number
}

/** `id`: a section's, or the first label's of that name; null for what stands before her first heading, whose `name` is ''. */
export interface MirrorRow {
  readonly id: string | null
  readonly name: string
  /** BCP 47 */
  readonly language: string
  /** False for a label that she does not want shown or that is not hers. */
  readonly isShown: boolean
  readonly whole: Amount
  readonly selection: Amount
}

export interface Mirror {
  readonly whole: Amount
  readonly selection: Amount
  /** Words that are the narrator's own, in each. */
  readonly narratorWords: { readonly whole: number; readonly selection: number }
  /** In the order of the telling; none where she has made no headings. */
  readonly sections: readonly MirrorRow[]
  /** Labels that are hers, or to which she has taken a stance. */
  readonly labels: readonly MirrorRow[]
  /** Whether what is chosen stands in the order in which it was told. */
  readonly inOrder: boolean
}

interface Measured {
  readonly words: number
  readonly isHers: boolean
  readonly heard: readonly (Stretch & { readonly recording: string })[]
}

/** Stretches of each passage's sound, by its id, that do not count; null where nobody knows which. */
export type Silent = ReadonlyMap<string, readonly Stretch[] | null>

interface Group extends Pick<MirrorRow, 'id' | 'name' | 'language' | 'isShown'> {
  readonly passages: ReadonlySet<string>
}

/** A story measured once, so that each choice of passages is held beside it quickly. */
export interface Telling {
  /** By passage, in the order of the telling. */
  readonly measured: ReadonlyMap<string, Measured>
  readonly sections: readonly Group[]
  readonly labels: readonly Group[]
}

function without({ startMs, endMs }: Stretch, silent: readonly Stretch[]): Stretch[] {
  let left: Stretch[] = [{ startMs, endMs }]
  for (const gap of silent)
    left = left.flatMap((one) => [
      { startMs: one.startMs, endMs: Math.min(one.endMs, gap.startMs) },
      { startMs: Math.max(one.startMs, gap.endMs), endMs: one.endMs },
    ])
  return left.filter((one) => one.endMs > one.startMs)
}

/** Until when a passage sounds: its own end, else where the next one of its recording begins, else the recording's end. */
function heardIn({ passages, recordings }: Story, at: number, silent: Silent): Measured['heard'] {
  const { id = '', recording, startMs, endMs } = passages[at] ?? { recording: null, startMs: null, endMs: null }
  const gaps = silent.get(id) ?? []
  if (recording === null || startMs === null || silent.get(id) === null) return []
  const next = () => {
    for (let place = at + 1; place < passages.length; place += 1) {
      const one = passages[place]
      if (one?.recording === recording && one.startMs !== null) return one.startMs
    }
    return recordings.find(({ id }) => id === recording)?.durationMs ?? startMs
  }
  const until = endMs ?? next()
  return without({ startMs, endMs: until }, merged(gaps)).map((one) => ({ recording, ...one }))
}

function sectionsOf(story: Story, sections: readonly Section[]): Group[] {
  const heads = new Map(sections.map((section) => [section.passage, section]))
  const groups: (Omit<Group, 'passages'> & { passages: Set<string> })[] = []
  const { language } = story.testimony
  for (const { id } of story.passages) {
    const head = heads.get(id)
    if (head !== undefined || groups.length === 0)
      groups.push({ id: head?.id ?? null, name: head?.heading ?? '', language, isShown: true, passages: new Set() })
    groups.at(-1)?.passages.add(id)
  }
  return groups.some(({ id }) => id !== null) ? groups : []
}

const isDecided = ({ assertedBy, stance }: Label): boolean => assertedBy === 'narrator' || stance !== 'none'

function labelsOf(story: Story, { labels }: Pick<Marks, 'labels'>): Group[] {
  const here = new Set(story.passages.map(({ id }) => id))
  const groups = new Map<string, Omit<Group, 'passages'> & { passages: Set<string> }>()
  for (const label of labels.filter(isDecided)) {
    const { id, words, language, ranges } = label
    const key = `${isShown(label) ? 'shown' : 'not shown'} ${plainWords(words)}`
    const group = groups.get(key) ?? { id, name: words, language, isShown: isShown(label), passages: new Set() }
    groups.set(key, group)
    for (const { passage, unresolved } of ranges) if (!unresolved && here.has(passage)) group.passages.add(passage)
  }
  return [...groups.values()].filter(({ passages }) => passages.size > 0)
}

/**
 * Words and times of every passage, and which of them stand under each heading and label. A passage counts whole under
 * each label that any of it has. What she has sealed is a passage without words.
 */
export function tellingOf(
  story: Story,
  sections: readonly Section[],
  marks: Pick<Marks, 'labels' | 'seals'>,
  silent: Silent = new Map(),
): Telling {
  const sealed = new Set(marks.seals.map(({ passage }) => passage))
  const roles = new Map(story.speakers.map(({ id, role }) => [id, role]))
  const hers = new Set(story.turns.filter(({ speaker }) => roles.get(speaker) === 'narrator').map(({ id }) => id))
  const measure = ({ id, text, turn }: Passage, at: number): [string, Measured] => [
    id,
    { words: sealed.has(id) ? 0 : countWords(text), isHers: hers.has(turn), heard: heardIn(story, at, silent) },
  ]
  return {
    measured: new Map(story.passages.map(measure)),
    sections: sectionsOf(story, sections),
    labels: labelsOf(story, marks),
  }
}

function amountOf(measured: readonly Measured[]): Amount {
  const heard = Map.groupBy(
    measured.flatMap((one) => one.heard),
    ({ recording }) => recording,
  )
  const ms = [...heard.values()].flatMap(merged).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  return { passages: measured.length, words: wordsIn(measured), ms: Math.round(ms) }
}

const wordsIn = (measured: readonly Measured[]): number => measured.reduce((sum, { words }) => sum + words, 0)

/** @param chosen ids of passages, in the order in which they are to stand */
export function mirrorOf({ measured, sections, labels }: Telling, chosen: readonly string[]): Mirror {
  const wanted = new Set(chosen)
  const pick = (ids: Iterable<string>) => [...ids].flatMap((id) => measured.get(id) ?? [])
  const row = ({ passages, ...group }: Group): MirrorRow => ({
    ...group,
    whole: amountOf(pick(passages)),
    selection: amountOf(pick([...passages].filter((id) => wanted.has(id)))),
  })
  const all = [...measured.values()]
  const told = [...measured.keys()].filter((id) => wanted.has(id))
  const selected = pick(told)
  return {
    whole: amountOf(all),
    selection: amountOf(selected),
    narratorWords: {
      whole: wordsIn(all.filter(({ isHers }) => isHers)),
      selection: wordsIn(selected.filter(({ isHers }) => isHers)),
    },
    sections: sections.map(row),
    labels: labels.map(row),
    inOrder: [...wanted].filter((id) => measured.has(id)).every((id, at) => id === told[at]),
  }
}

/** Headings and labels of which nothing is chosen, and those of which all is, while something else of the story is not. */
export function extremesOf({ whole, selection, sections, labels }: Mirror): {
  readonly gone: readonly MirrorRow[]
  readonly all: readonly MirrorRow[]
} {
  const rows = [...sections, ...labels]
  const isPart = selection.passages < whole.passages
  return {
    gone: rows.filter((row) => row.selection.passages === 0),
    all: isPart ? rows.filter((row) => row.selection.passages === row.whole.passages) : [],
  }
}

/** How much of her own words is chosen, in whole percent, rounded down; 0 where the story has none of hers. */
export function shareOfHerWords({ narratorWords: { whole, selection } }: Mirror): number {
  return whole === 0 ? 0 : Math.floor((selection * 100) / whole)
}

/** SHA-256 (hex) of a mirror, for her to say yes to exactly this one. */
export function mirrorHash(mirror: Mirror, sha256: Sha256): string {
  return sha256(canonical(mirror))
}
