// Another person reads it: a reading of exactly the words that would be heard, in place of her own voice.
import type { Piece } from '../excerpts/excerpt.ts'

export const readingVoices = ['person', 'machine'] as const
export type ReadingVoice = (typeof readingVoices)[number]

export interface Reading {
  readonly id: string
  readonly passage: string
  /** What was read, as `wordsToRead` gave it then. */
  readonly words: string
  readonly durationMs: number
  readonly sampleRate: number
  readonly voice: ReadingVoice
  /** Who read it; empty where nobody is named. */
  readonly reader: string
  /** Somebody has listened to it and said that it may be used. */
  readonly isApproved: boolean
}

const leftOut = '…'

/** What is to be read aloud of a passage: nothing of what is taken out, and what stands instead where something does. */
export function wordsToRead(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'gap' ? leftOut : piece.text)).join('')
}

/** Whether anything is left to be read. */
export function hasWordsToRead(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words)
}

/** The newest approved reading of exactly these words; undefined where they must be read, or read anew. */
export function readingOf<R extends Reading>(
  readings: readonly R[],
  passage: string,
  pieces: readonly Piece[],
): R | undefined {
  const words = wordsToRead(pieces)
  return readings.find((reading) => reading.isApproved && reading.passage === passage && reading.words === words)
}
