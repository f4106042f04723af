// How an excerpt's sound goes along: in which format, as one file or one for each passage, its loudness evened or not.
import type { PlannedClip } from './sound-plan.ts'

export const soundFormats = ['wav', 'flac', 'opus'] as const
export type SoundFormat = (typeof soundFormats)[number]

export const soundFileChoices = ['one', 'each'] as const

export interface SoundAs {
  readonly format: SoundFormat
  readonly files: (typeof soundFileChoices)[number]
  readonly evened: boolean
}

/** As it goes along where nothing else was asked for. */
export const plainSound: SoundAs = { format: 'wav', files: 'one', evened: false }

export function isPlain({ format, files, evened }: SoundAs): boolean {
  return format === 'wav' && files === 'one' && !evened
}

/** One file of an excerpt's sound: its name in the folder, and the clips in it with their times in that file. */
export interface SoundPart {
  readonly path: string
  readonly clips: readonly PlannedClip[]
}

/** @param clips where each lies when all are in one file */
export function partsOf(as: SoundAs, clips: readonly PlannedClip[]): SoundPart[] {
  if (as.files === 'one') return [{ path: `sound.${as.format}`, clips }]
  return clips.map(({ clip, startMs, endMs }, at) => ({
    path: `sound-${at + 1}.${as.format}`,
    clips: [{ clip, startMs: 0, endMs: endMs - startMs, pauseBeforeMs: 0 }],
  }))
}
