// The story's words with their times in the sound, as WebVTT captions.
import { tidy } from '../markup.ts'
import { plainPiece, type Room } from './room.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Cue text: what could be syntax is escaped, `-->` with it; an empty line would end the cue. */
export function cueText(words: string): string {
  return tidy(words)
    .replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? '')
    .replaceAll(/\s*[\n\u2028\u2029]\s*/gu, '\n')
    .trim()
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** `hh:mm:ss.mmm` */
export function cueTime(ms: number): string {
  const whole = Math.round(ms)
  const seconds = Math.floor(whole / 1000)
  const fraction = String(whole % 1000).padStart(3, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${fraction}`
}

/** One cue for each passage that has sound; WebVTT after W3C CR 2019. */
export function captions(room: Room): string {
  const cues = room.content.passages.flatMap((passage) => {
    const heard = room.heard.get(passage.number)
    if (heard === undefined) return []
    const said = cueText(passage.pieces.map((piece) => plainPiece(room, piece)).join(''))
    return [`${cueTime(heard.startMs)} --> ${cueTime(heard.endMs)}\n<v ${room.words.roles[passage.role]}>${said}`]
  })
  return `${['WEBVTT', ...cues].join('\n\n')}\n`
}
