// A plain text taken apart: which characters are labels and times, and which paragraphs, of whom and when, remain.
import { acceptSpeakers } from './accepted-speakers.ts'
import { clockPattern, frameRateOf, readClock } from './clock-times.ts'
import { readFrontMatter } from './front-matter.ts'
import type { FrontMatter } from './front-matter.ts'
import { findWrapping, goesOn } from './paragraphs.ts'
import { readServiceLines } from './service-lines.ts'
import type { ServiceLines } from './service-lines.ts'
import { readLineHead } from './speaker-labels.ts'
import type { LineHead, TimeStyle } from './speaker-labels.ts'
import { nameKey } from './speaker-names.ts'

/** `label` is the speaker's name as first written, empty before anybody is named. `turn` grows with each label. */
export interface Paragraph {
  readonly label: string
  readonly turn: number
  readonly mark: number
  readonly lines: string[]
}

/** Where a time mark stood, in milliseconds; `endMs` where the mark was a span. */
export interface TimeMark {
  readonly startMs: number
  readonly endMs: number | null
}

export interface Layout {
  readonly paragraphs: readonly Paragraph[]
  readonly marks: readonly TimeMark[]
  readonly front: FrontMatter
  /** UTF-16 spans of the source that are labels, times or front matter and so in no paragraph. */
  readonly taken: readonly { readonly start: number; readonly end: number }[]
}

const inlineTime = new RegExp(
  String.raw`([[({<【])\s*(${clockPattern})(?:\s*(?:-->|->|[-–—])\s*(${clockPattern}))?\s*[\])}>】]`,
  'gu',
)

/** Lines of a text, whatever ends them: LF, CR, CRLF, form feed, vertical tab, NEL, U+2028, U+2029. */
const lineEnds = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

export function layOut(text: string): Layout {
  const { lines, offsets } = splitLines(text)
  const heads = lines.map((line) => readLineHead(line))
  const service = readServiceLines(lines)
  for (const index of service.taken) heads[index] = null
  const front = withService(readFrontMatter(without(lines, service.taken), countKeys(heads)), service)
  for (const index of front.lines) heads[index] = null
  const told = without(lines, service.taken)
  const broken = findWrapping(
    told,
    told.map(() => false),
  ).wrapped
  const starts = lines.map(
    (line, index) =>
      line.trim() !== '' &&
      !front.lines.has(index) &&
      (!broken || index === 0 || (lines[index - 1] ?? '').trim() === ''),
  )
  const startHeads = heads.filter(
    (head, index): head is LineHead => head !== null && head.form !== null && starts[index] === true,
  )
  const speakers = acceptSpeakers(heads, starts.filter(Boolean).length, startHeads)
  const styles = acceptTimes(lines, heads, speakers)
  return walk(lines, offsets, heads, front, speakers, styles)
}

function splitLines(text: string): { lines: string[]; offsets: number[] } {
  const lines: string[] = []
  const offsets: number[] = []
  let start = 0
  for (const match of text.matchAll(lineEnds)) {
    lines.push(text.slice(start, match.index))
    offsets.push(start)
    start = match.index + match[0].length
  }
  lines.push(text.slice(start))
  offsets.push(start)
  return { lines, offsets }
}

/** The same lines, empty where they are taken. */
function without(lines: readonly string[], taken: ReadonlySet<number>): readonly string[] {
  return taken.size === 0 ? lines : lines.map((line, index) => (taken.has(index) ? '' : line))
}

function withService(front: FrontMatter, { title, taken }: ServiceLines): FrontMatter {
  return {
    ...front,
    title: front.title || title,
    taken: new Set([...front.taken, ...taken]),
    lines: new Set([...front.lines, ...taken]),
  }
}

function countKeys(heads: readonly (LineHead | null)[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const head of heads)
    if (head !== null && head.form !== null) counts.set(nameKey(head.name), (counts.get(nameKey(head.name)) ?? 0) + 1)
  return counts
}

/** Ways of writing a time that this text uses for marks: they recur and go forward; "(10:30)" once in prose does not. */
function acceptTimes(
  lines: readonly string[],
  heads: readonly (LineHead | null)[],
  speakers: ReadonlySet<string>,
): ReadonlySet<TimeStyle> {
  const found = new Map<TimeStyle, number[]>()
  const atName = new Set<TimeStyle>()
  const add = (style: TimeStyle, time: string): void => {
    const times = found.get(style) ?? []
    times.push(readClock(time, 25) ?? 0)
    found.set(style, times)
  }
  for (const [index, line] of lines.entries()) {
    const head = heads[index] ?? null
    if (head !== null && (head.timeStyle === 'bare' || head.timeStyle === 'short') && head.timeLength > 0) {
      const alone = line.trim().length === head.time.length
      const named = head.form !== null && speakers.has(nameKey(head.name))
      if (named) atName.add(head.timeStyle)
      if (named || alone || head.timeStyle === 'bare') add(head.timeStyle, head.time)
    }
    if (!/\d:\d\d/.test(line)) continue
    for (const match of line.matchAll(inlineTime))
      add((match[1] === '【' ? '[' : match[1]) as TimeStyle, match[2] ?? '')
  }
  const accepted = new Set<TimeStyle>()
  for (const [style, times] of found) {
    let forward = 0
    for (let i = 1; i < times.length; i++) if ((times[i] ?? 0) >= (times[i - 1] ?? 0)) forward++
    const least = style === '[' || style === '{' || atName.has(style) ? 1 : 2
    if (times.length >= least && forward >= (times.length - 1) * 0.8) accepted.add(style)
  }
  return accepted
}

function walk(
  lines: readonly string[],
  offsets: readonly number[],
  heads: readonly (LineHead | null)[],
  front: FrontMatter,
  speakers: ReadonlySet<string>,
  styles: ReadonlySet<TimeStyle>,
): Layout {
  const paragraphs: Paragraph[] = []
  const marks: TimeMark[] = []
  const taken: { start: number; end: number }[] = []
  const labels = new Map<string, string>()
  const frameRate = frameRateOf(heads.map((head) => head?.time ?? ''))
  const labelOf = (head: LineHead | null): LineHead | null =>
    head !== null && head.form !== null && speakers.has(nameKey(head.name)) ? head : null
  const wrapping = findWrapping(
    without(lines, front.taken),
    heads.map((head) => labelOf(head) !== null),
  )
  let label = ''
  let turn = 0
  let open: Paragraph | null = null
  let previous = ''

  const mark = (start: string, end: string): void => {
    const startMs = readClock(start, frameRate)
    if (startMs === null) return
    marks.push({ startMs, endMs: end === '' ? null : readClock(end, frameRate) })
    open = null
  }
  const put = (text: string): void => {
    if (text.trim() === '') return
    if (open === null) paragraphs.push((open = { label, turn, mark: marks.length - 1, lines: [] }))
    open.lines.push(text)
  }

  for (const [index, line] of lines.entries()) {
    const offset = offsets[index] ?? 0
    const trimmed = line.trim()
    if (front.taken.has(index)) {
      taken.push({ start: offset, end: offset + line.length })
      continue
    }
    if (trimmed === '' || front.lines.has(index) || (previous !== '' && !goesOn(previous, trimmed, wrapping)))
      open = null
    previous = trimmed
    const head = heads[index] ?? null
    let from = 0
    const speaking = labelOf(head)
    if (speaking !== null) {
      const key = nameKey(speaking.name)
      if (!labels.has(key)) labels.set(key, speaking.name.replace(/[*_]/g, '').trim())
      label = labels.get(key) ?? ''
      turn++
      open = null
      if (speaking.time !== '') mark(speaking.time, speaking.endTime)
      from = speaking.length
    } else if (head !== null && head.timeLength > 0 && head.timeStyle !== null && styles.has(head.timeStyle)) {
      mark(head.time, head.endTime)
      from = head.timeLength
    }
    if (from > 0) taken.push({ start: offset, end: offset + from })
    if (/\d:\d\d/.test(line.slice(from))) {
      for (const match of line.matchAll(inlineTime)) {
        if (match.index < from || !styles.has((match[1] === '【' ? '[' : match[1]) as TimeStyle)) continue
        put(line.slice(from, match.index))
        mark(match[2] ?? '', match[3] ?? '')
        from = match.index + match[0].length
        taken.push({ start: offset + match.index, end: offset + from })
      }
    }
    put(line.slice(from))
  }
  return { paragraphs, marks, front, taken }
}
