// What an importer makes of a file: a transcript without ids, and what the archivist should know before it is kept.
import type { SpeakerRole, WordTime } from './story.ts'

export interface ImportedPassage {
  readonly text: string
  /** Milliseconds; null where the file gives none. */
  readonly startMs: number | null
  readonly endMs: number | null
  /** Offsets are into `text`; empty where the file times no words. */
  readonly wordTimes: readonly WordTime[]
  /** How many words `text` has. */
  readonly words: number
}

/** `speaker` is an index into `speakers`. */
export interface ImportedTurn {
  readonly speaker: number
  readonly passages: readonly ImportedPassage[]
}

export interface ImportedSpeaker {
  /** As the file writes it ("Q", "MRS. ADAMS"); empty where the file names nobody. */
  readonly name: string
  /** A guess, shown in the preview to be corrected. */
  readonly role: SpeakerRole
}

/** Something the file held that a transcript cannot carry, or that had to be mended to be read. */
export type ImportNotice =
  | 'encodingGuessed'
  | 'brokenBytesReplaced'
  | 'cuesSkipped'
  | 'timesOutOfOrder'
  | 'timesMissing'
  | 'stylesLeftOut'
  | 'regionsLeftOut'
  | 'positionsLeftOut'
  | 'notesLeftOut'
  | 'soundCutShort'
  | 'soundNotPlayable'
  | 'pictureLeftOut'
  | 'tagsLeftOut'

export interface ImportedTranscript {
  readonly title: string
  /** BCP 47, `und` where nothing tells. */
  readonly language: string
  readonly speakers: readonly ImportedSpeaker[]
  readonly turns: readonly ImportedTurn[]
  readonly notices: readonly ImportNotice[]
}

/** Kinds of sound files; no browser opens those of the second line, which are heard only where they hold plain samples. */
export type SoundFormat =
  | ('wav' | 'mp3' | 'm4a' | 'ogg' | 'flac' | 'webm' | 'aac')
  | ('aiff' | 'wma' | 'ape' | 'wv' | 'mpc' | 'dsf' | 'caf' | 'au' | 'amr' | 'w64')

/** What a sound file says of itself; times in milliseconds, `sampleRate` in hertz. What it does not tell is 0. */
export interface ImportedSound {
  readonly format: SoundFormat
  readonly codec: string
  readonly durationMs: number
  readonly channels: number
  readonly sampleRate: number
  readonly notices: readonly ImportNotice[]
}

/** In the order in which they matter to somebody who brings them in. */
export const soundSayings = ['place', 'recordedOn', 'person', 'device', 'title', 'note', 'picture'] as const

/** Something else that a sound file says: shown once where it is brought in, and kept nowhere but in the file itself. */
export interface SoundSaying {
  readonly kind: (typeof soundSayings)[number]
  /** As the file writes it; empty for a picture. */
  readonly value: string
}
