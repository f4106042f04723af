// The story's words with their times in the sound, as WebVTT captions.
import { tidy } from '../markup.ts'
import type { ShownPassage } from '../../../../shared/domain/excerpts/excerpt.ts'
import { plainPiece, soundFilesOf, type Room } from './room.ts'

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

/** What stands in the silence before a passage: that something lies between, and which passages are not heard. */
function betweenCues(room: Room, passage: ShownPassage): string[] {
  const { words, heard, content } = room
  const before = content.passages.filter(({ number }) => number < passage.number)
  const unheard = before.slice(before.findLastIndex(({ number }) => heard.has(number)) + 1)
  const gap = [...unheard, passage].some(({ gapBefore }) => gapBefore) ? [`… ${words.between} …`] : []
  return [...gap, ...unheard.map(({ number }) => words.notHeard.replace('{number}', () => String(number)))]
}

/** The captions of each sound file: a cue for each passage in it, and one for each silence between two. WebVTT after W3C CR 2019. */
export function captions(room: Room): { readonly path: string; readonly text: string }[] {
  const { content, heard, words } = room
  return soundFilesOf(room).map(({ sound, captions: path }) => {
    const cues = content.passages.flatMap((passage) => {
      const at = heard.get(passage.number)
      if (at === undefined || at.path !== sound) return []
      const said = cueText(passage.pieces.map((piece) => plainPiece(room, piece)).join(''))
      const who = passage.readBy === null ? words.roles[passage.role] : words.readers[passage.readBy]
      const own = `${cueTime(at.startMs)} --> ${cueTime(at.endMs)}\n<v ${who}>${said}`
      const between = betweenCues(room, passage)
      if (at.pauseBeforeMs === 0 || between.length === 0) return [own]
      const pause = `${cueTime(at.startMs - at.pauseBeforeMs)} --> ${cueTime(at.startMs)}`
      return [`${pause}\n[${cueText(between.join(' '))}]`, own]
    })
    return { path, text: `${['WEBVTT', ...cues].join('\n\n')}\n` }
  })
}
