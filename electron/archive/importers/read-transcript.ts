// Any file of words in: finds out what it is and hands it to the reader of its format.
import { Failure } from '../../../shared/contract/failure.ts'
import type { ImportedTranscript } from '../../../shared/domain/imported.ts'
import { mostPassages } from '../store/story-size.ts'
import { decodeText } from './decode-text.ts'
import { readPlainText } from './plain-text.ts'
import { recognise, type FileKind } from './recognise.ts'
import { readSubRip } from './subrip.ts'
import { readWebVtt } from './webvtt.ts'

const headLength = 4096
/** Characters; one that is longer could be kept, and never be read again. */
const longestPassage = 200_000
const dayMs = 24 * 60 * 60 * 1000
/** Eight for each passage that a story can have: what has more cannot be kept, and takes long to read. */
const mostLines = 8 * mostPassages

/**
 * @param name the file's name, for its extension and a title where the text gives none
 * @throws Failure `fileEmpty`, `notText`, `captionsBroken`, `nothingInside`, or `formatUnknown` for what holds no transcript.
 */
export function readTranscript(name: string, bytes: Uint8Array): ImportedTranscript {
  if (bytes.length === 0) throw new Failure('fileEmpty')
  return readTranscriptOf(recognise(name, bytes.subarray(0, headLength)), name, bytes)
}

/** The same for a file whose kind has been told already. */
export function readTranscriptOf(kind: FileKind, name: string, bytes: Uint8Array): ImportedTranscript {
  if (kind === 'sound' || kind === 'picture') throw new Failure('formatUnknown')
  const { text, notices } = decodeText(bytes)
  if (countLines(text) > mostLines) throw new Failure('fileTooLarge')
  if (kind === 'unknown') throw new Failure('formatUnknown')
  const read = kind === 'webvtt' ? readWebVtt : kind === 'subrip' ? readSubRip : readPlainText
  const transcript = withinADay(readAtAll(() => read(text, name)))
  const isTooLong = transcript.turns.some(({ passages }) => passages.some((one) => one.text.length > longestPassage))
  if (isTooLong) throw new Failure('fileTooLarge')
  return { ...transcript, notices: [...new Set([...notices, ...transcript.notices])] }
}

/** NOTE: a line of millions of letters overflows the stack of a regular expression. */
function readAtAll(read: () => ImportedTranscript): ImportedTranscript {
  try {
    return read()
  } catch (error) {
    throw error instanceof RangeError ? new Failure('fileTooLarge') : error
  }
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** NOTE: a story's times are of one day, and one with a later time could be kept and never be read again. */
function withinADay(transcript: ImportedTranscript): ImportedTranscript {
  const isLate = (ms: number | null): boolean => ms !== null && ms > dayMs
  const passages = transcript.turns.flatMap((turn) => turn.passages)
  if (!passages.some(({ startMs, endMs }) => isLate(startMs) || isLate(endMs))) return transcript
  const turns = transcript.turns.map((turn) => ({
    ...turn,
    passages: turn.passages.map((passage) => {
      if (isLate(passage.startMs)) return { ...passage, startMs: null, endMs: null, wordTimes: [] }
      return isLate(passage.endMs) ? { ...passage, endMs: null } : passage
    }),
  }))
  const missing = passages.some(({ startMs }) => isLate(startMs))
  return { ...transcript, turns, notices: missing ? [...transcript.notices, 'timesMissing'] : transcript.notices }
}
