// Any file of words in: finds out what it is and hands it to the reader of its format.
import { Failure } from '../../../shared/contract/failure.ts'
import type { ImportedTranscript } from '../../../shared/domain/imported.ts'
import { decodeText } from './decode-text.ts'
import { readPlainText } from './plain-text.ts'
import { recognise, type FileKind } from './recognise.ts'
import { readSubRip } from './subrip.ts'
import { readWebVtt } from './webvtt.ts'

const headLength = 4096

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
  if (kind === 'unknown') throw new Failure('formatUnknown')
  const read = kind === 'webvtt' ? readWebVtt : kind === 'subrip' ? readSubRip : readPlainText
  const transcript = read(text, name)
  return { ...transcript, notices: [...new Set([...notices, ...transcript.notices])] }
}
