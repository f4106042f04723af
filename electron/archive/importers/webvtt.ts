// WebVTT in: voices become speakers, cues passages, inner times the times of words; what a transcript cannot carry is named.
import type { ImportedTranscript, ImportNotice } from '../../../shared/domain/imported.ts'
import type { WordTime } from '../../../shared/domain/story.ts'
import { captionsToTranscript } from './caption-turns.ts'
import type { Caption, CaptionPiece } from './caption-turns.ts'
import { parseWebVtt } from './webvtt-cues.ts'
import type { WebVttCue, WebVttFile } from './webvtt-cues.ts'
import { plainSettings } from './webvtt-settings.ts'
import { parseCueText } from './webvtt-text.ts'
import type { WebVttNode } from './webvtt-text.ts'

export { parseWebVtt } from './webvtt-cues.ts'

/**
 * Reads WebVTT (W3C WebVTT 1) as a transcript.
 * @throws Failure `captionsBroken` where it is not WebVTT, `nothingInside` where no cue has words.
 */
export function readWebVtt(text: string, fileName: string): ImportedTranscript {
  const file = parseWebVtt(text)
  const captions = file.cues.map((cue): Caption => ({
    startMs: cue.startMs,
    endMs: cue.endMs,
    pieces: readPieces(cue),
  }))
  return captionsToTranscript(captions, fileName, headerLanguage(file.header), findNotices(file, captions))
}

/** The header line "Language: en" that YouTube and others write. */
function headerLanguage(header: string): string {
  const tag = /^Language:[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*$/im.exec(header)?.[1] ?? ''
  return tag === '' ? '' : (Intl.getCanonicalLocales(tag)[0] ?? '')
}

function findNotices(file: WebVttFile, captions: readonly Caption[]): Set<ImportNotice> {
  const notices = new Set<ImportNotice>()
  if (file.dropped > 0 || captions.some((caption) => caption.pieces.every((piece) => piece.text.trim() === '')))
    notices.add('cuesSkipped')
  if (file.stylesheets.length > 0) notices.add('stylesLeftOut')
  if (file.regions.length > 0) notices.add('regionsLeftOut')
  if (file.notes > 0) notices.add('notesLeftOut')
  if (file.cues.some(({ settings }) => settings !== plainSettings && !isPlain(settings)))
    notices.add('positionsLeftOut')
  if (file.cues.some((cue) => /<(?:[ibu]|ruby|rt|lang|c\.|v\.|[a-z]+\.)/.test(cue.text))) notices.add('tagsLeftOut')
  return notices
}

function isPlain(settings: WebVttCue['settings']): boolean {
  const names = Object.keys(plainSettings) as (keyof WebVttCue['settings'])[]
  return names.every((name) => settings[name] === plainSettings[name])
}

interface OpenPiece {
  voice: string | null
  text: string
  wordTimes: WordTime[]
}

/** A cue's words by voice, with the times of its words where inner timestamps give them. */
function readPieces(cue: WebVttCue): CaptionPiece[] {
  const nodes = parseCueText(cue.text)
  const timed = timestampsOf(nodes).filter((ms) => ms >= cue.startMs && ms <= cue.endMs)
  const pieces: OpenPiece[] = []
  let at = cue.startMs
  // NOTE: time only goes on, so what was passed is never looked at again.
  let passed = 0
  const nextAfter = (ms: number): number => {
    while (passed < timed.length && (timed[passed] ?? 0) <= ms) passed += 1
    return timed[passed] ?? cue.endMs
  }
  const walk = (node: WebVttNode, voice: string | null): void => {
    if (node.kind === 'time') at = Math.min(Math.max(at, node.ms), Math.max(at, cue.endMs))
    else if (node.kind === 'element')
      for (const child of node.children)
        walk(child, node.tag === 'v' && node.annotation !== '' ? node.annotation : voice)
    else {
      let piece = pieces[pieces.length - 1]
      if (piece === undefined || piece.voice !== voice) pieces.push((piece = { voice, text: '', wordTimes: [] }))
      if (timed.length > 0) addWordTime(piece, node.text, at, nextAfter(at))
      piece.text += node.text
    }
  }
  for (const node of nodes) walk(node, null)
  return pieces.map((piece) => ({ ...piece, text: oneSpaced(piece.text) }))
}

/** Line breaks stay, for labels and dashes; every other white space counts as one space, so that offsets hold. */
function oneSpaced(text: string): string {
  return text.replace(/[^\S\n]/g, ' ')
}

function addWordTime(piece: OpenPiece, text: string, startMs: number, endMs: number): void {
  const lead = text.length - text.trimStart().length
  const length = text.trim().length
  if (length === 0 || endMs < startMs) return
  const start = piece.text.length + lead
  piece.wordTimes.push({ start, end: start + length, startMs, endMs })
}

function timestampsOf(nodes: readonly WebVttNode[]): number[] {
  return nodes.flatMap((node) =>
    node.kind === 'time' ? [node.ms] : node.kind === 'element' ? timestampsOf(node.children) : [],
  )
}
