// Where a line of a transcript begins with who speaks or when, in the layouts people type; it only proposes, others accept.
import { clockPattern } from './clock-times.ts'

export type LabelForm = 'colon' | 'bold' | 'bracket' | 'angle' | 'dash' | 'point' | 'tab' | 'alone' | 'timed'

/** What stands at the head of a line; `length` is in UTF-16 units of the line, label and the space after it. */
export interface LineHead {
  readonly name: string
  readonly form: LabelForm | null
  readonly time: string
  readonly endTime: string
  readonly timeStyle: TimeStyle | null
  readonly length: number
  /** Where the time alone ends, for when the name turns out to be none. */
  readonly timeLength: number
}

export type TimeStyle = '[' | '(' | '{' | '<' | 'bare' | 'short'

const range = String.raw`(${clockPattern})(?:\s*(?:-->|->|[-–—])\s*(${clockPattern}))?`
const bracketedTime = new RegExp(String.raw`^\s*([[({<【])\s*${range}\s*[\])}>】](?:\s*[-–—](?=\s))?\s*`, 'u')
const bareTime = new RegExp(String.raw`^\s*${range}(?=\s|$)(?:\s*[-–—](?=\s))?\s*`, 'u')
const timeAfterName = new RegExp(String.raw`^(?:\s*([[({<【])\s*${range}\s*[\])}>】]|[\s,]+${range})`, 'u')

// A name: up to forty letters, marks, digits, spaces and the few signs that names hold; it begins with a letter.
const name = String.raw`\p{L}[\p{L}\p{M}\p{N} .'’\-&/#_,·]{0,39}`
const boldName = new RegExp(
  String.raw`^(\*\*\*|\*\*|__|\*|_)(${name}?)\s*(?:\(([^()]{1,20})\))?\s*([:：.]?)\1\s*([:：]?)(?:\s+|$|(?<=：))`,
  'u',
)
const bracketName = new RegExp(String.raw`^([[<【])(${name})[\]>】]\s*[:：]?(?:\s+|$)`, 'u')
const colonName = new RegExp(
  String.raw`^(${name}?)\s*(?:\(([^()0-9]{1,30})\)\s*)?(?::(?:\s+|$|(?=["“«‘'*\p{Lo}]))|：\s*)`,
  'u',
)
const dashName = new RegExp(String.raw`^(${name}?)\s*(?:—|–|--|-)(?:\s+|$)`, 'u')
// Not the initials of "A. G. Hart".
const pointName = /^([QA])\.(?:\s+(?!\p{Lu}\.)|$)/u
const tabName = /^([\p{L}][\p{L}\p{M}. ]{0,19}?)(?:\t\s*|\s{3,})/u
const justName = new RegExp(String.raw`^(${name})\s*$`, 'u')

/** Reads the head of a line, or null where it has none. */
export function readLineHead(line: string): LineHead | null {
  const first = line.charCodeAt(skipSpace(line, 0))
  if (Number.isNaN(first)) return null
  const time = readTime(line)
  const from = time === null ? skipSpace(line, 0) : time.length
  const label = readName(line.slice(from), time !== null)
  if (time === null && label === null) return null
  return {
    name: label?.name ?? '',
    form: label?.form ?? null,
    time: time?.time ?? label?.time ?? '',
    endTime: time?.endTime ?? label?.endTime ?? '',
    timeStyle: time?.style ?? (label !== null && label.time !== '' ? '[' : null),
    length: from + (label?.length ?? 0),
    timeLength: time?.length ?? 0,
  }
}

interface NameHead {
  readonly name: string
  readonly form: LabelForm
  readonly time: string
  readonly endTime: string
  readonly length: number
}

function readTime(line: string): { time: string; endTime: string; style: TimeStyle; length: number } | null {
  const bracketed = bracketedTime.exec(line)
  if (bracketed !== null) {
    const open = bracketed[1] === '【' ? '[' : bracketed[1]
    return {
      time: bracketed[2] ?? '',
      endTime: bracketed[3] ?? '',
      style: open as TimeStyle,
      length: bracketed[0].length,
    }
  }
  const bare = bareTime.exec(line)
  if (bare === null) return null
  const time = bare[1] ?? ''
  const short = /^\d+:\d\d$/.test(time) && bare[2] === undefined
  return { time, endTime: bare[2] ?? '', style: short ? 'short' : 'bare', length: bare[0].length }
}

function readName(rest: string, timed: boolean): NameHead | null {
  const bold = boldName.exec(rest)
  if (bold !== null && (bold[4] !== '' || bold[5] !== '' || bold[0].length === rest.length))
    return withTime(rest, bold[2], 'bold', bold[0].length)
  const bracket = bracketName.exec(rest)
  if (bracket !== null) return withTime(rest, bracket[2], bracket[1] === '<' ? 'angle' : 'bracket', bracket[0].length)
  const colon = colonName.exec(rest)
  if (colon !== null) return withTime(rest, colon[1], 'colon', colon[0].length)
  const before = nameBeforeTime(rest)
  if (before !== null) return before
  const point = pointName.exec(rest)
  if (point !== null) return withTime(rest, point[1], 'point', point[0].length)
  const dash = dashName.exec(rest)
  if (dash !== null) return withTime(rest, dash[1], 'dash', dash[0].length)
  const tab = tabName.exec(rest)
  if (tab !== null) return withTime(rest, tab[1], 'tab', tab[0].length)
  const alone = justName.exec(rest)
  return alone === null ? null : withTime(rest, alone[1], timed ? 'timed' : 'alone', rest.length)
}

/** `NAME (00:12:03)`, `NAME (00:12:03): text`, `Speaker 1  0:00` on a line of its own. */
function nameBeforeTime(rest: string): NameHead | null {
  const digit = rest.slice(0, 80).search(/\d{1,3}:\d\d/)
  if (digit < 2) return null
  let cut = digit
  while (cut > 0 && /[\s[({<【,]/.test(rest[cut - 1] ?? '')) cut--
  const found = new RegExp(String.raw`^${name}$`, 'u').exec(rest.slice(0, cut))
  const time = timeAfterName.exec(rest.slice(cut))
  if (found === null || time === null) return null
  const after = rest.slice(cut + time[0].length)
  const tail = /^\s*(?:[:：]\s*|[-–—]\s+)?/.exec(after)?.[0].length ?? 0
  // NOTE: without brackets the time must end the line or be followed by a colon, or "Maria 10:30 came" would be a speaker.
  if (time[1] === undefined && after.trim() !== '' && !/^\s*[:：]/.test(after)) return null
  return {
    name: rest.slice(0, cut),
    form: 'timed',
    time: time[2] ?? time[4] ?? '',
    endTime: time[3] ?? time[5] ?? '',
    length: cut + time[0].length + tail,
  }
}

/** Takes in a bracketed time right after the label. */
function withTime(rest: string, found: string | undefined, form: LabelForm, length: number): NameHead {
  const after = bracketedTime.exec(rest.slice(length))
  const label = (found ?? '').trim()
  if (after === null) return { name: label, form, time: '', endTime: '', length }
  return { name: label, form, time: after[2] ?? '', endTime: after[3] ?? '', length: length + after[0].length }
}

function skipSpace(line: string, from: number): number {
  let at = from
  while (at < line.length && /\s/.test(line[at] ?? '')) at++
  return at
}
