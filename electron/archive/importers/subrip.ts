// SubRip (.srt) and YouTube's SBV in, in the many shapes they are found in; nobody ever wrote a standard for either.
import { Failure } from '../../../shared/contract/failure.ts'
import type { ImportedTranscript, ImportNotice } from '../../../shared/domain/imported.ts'
import { captionsToTranscript } from './caption-turns.ts'
import type { Caption } from './caption-turns.ts'
import { decodeCharacterReferences } from './character-references.ts'

const time = String.raw`(-?)\s*(?:(\d{1,4})\s*:\s*)?(\d{1,3})\s*:\s*(\d{1,2})(?:\s*[.,:;]\s*(\d{1,4}))?`
const arrowLine = new RegExp(String.raw`^\s*${time}\s*-{1,3}\s*>\s*${time}(.*)$`)
const commaLine =
  /^\s*()(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:\.(\d{1,3}))\s*,\s*()(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:\.(\d{1,3}))()\s*$/
const tags =
  /\{\\[^{}]*\}|\{[YyCcFfSsPp]:[^{}]*\}|<\/?(?:b|i|u|s|em|strong|font|span|c|v|ruby|rt|br)(?:[\s.=][^<>]*)?\/?>/gi

interface Timing {
  readonly line: number
  readonly startMs: number
  readonly endMs: number
  readonly placed: boolean
}

/**
 * Reads SubRip or SBV as a transcript: missing numbers, dots for commas, missing hours and blank lines inside words are borne.
 * @throws Failure `captionsBroken` where no line is a pair of times, `nothingInside` where no caption has words.
 */
export function readSubRip(text: string, fileName: string): ImportedTranscript {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r]/)
  const timings = lines.flatMap((line, index) => readTiming(line, index))
  if (timings.length === 0) throw new Failure('captionsBroken')
  const numbered = timings.filter(({ line }) => isNumber(lines[line - 1])).length * 2 > timings.length
  const notices = new Set<ImportNotice>()
  if (timings.some((timing) => timing.placed)) notices.add('positionsLeftOut')
  if (lines.some((line) => line.includes('-->') && readTiming(line, 0).length === 0)) notices.add('cuesSkipped')
  const captions = timings.map((timing, index): Caption => {
    const next = timings[index + 1]?.line ?? lines.length
    const last =
      index + 1 < timings.length && isNumber(lines[next - 1]) && (numbered || (lines[next - 2] ?? '').trim() === '')
        ? next - 1
        : next
    const words = lines
      .slice(timing.line + 1, last)
      .join('\n')
      .trim()
    const bare = words.replace(/<br\s*\/?>|\[br\]|\\[Nn]/gi, '\n').replace(tags, '')
    if (bare !== words) notices.add('tagsLeftOut')
    if (bare.trim() === '') notices.add('cuesSkipped')
    return {
      startMs: timing.startMs,
      endMs: timing.endMs,
      pieces: [{ voice: null, text: decodeCharacterReferences(bare), wordTimes: [] }],
    }
  })
  const before = lines.slice(0, timings[0]?.line ?? 0).filter((line) => line.trim() !== '' && !isNumber(line))
  if (before.length > 0) notices.add('notesLeftOut')
  return captionsToTranscript(captions, fileName, '', notices)
}

function readTiming(line: string, index: number): Timing[] {
  const match = arrowLine.exec(line) ?? commaLine.exec(line)
  if (match === null) return []
  return [{ line: index, startMs: toMs(match, 1), endMs: toMs(match, 6), placed: (match[11] ?? '').trim() !== '' }]
}

function toMs(match: RegExpExecArray, from: number): number {
  const [sign = '', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match.slice(from, from + 5)
  const ms =
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
  return sign === '-' && ms > 0 ? -ms : ms
}

function isNumber(line: string | undefined): boolean {
  return line !== undefined && /^\s*\d{1,7}\s*$/.test(line)
}
