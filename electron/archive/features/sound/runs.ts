// A rendered sound as stretches that sound and stretches that are nothing, in turn: what is heard between two redactions is
// one of them, whatever clip it is from.
import { zonesOf, type SoundToCheck } from './zones.ts'

export interface Run {
  readonly sounds: boolean
  /** In samples, from the beginning of the file. */
  readonly from: number
  readonly until: number
}

/** A place that is nothing because something was taken out there; numbered through all clips, without the pauses. */
export interface TakenOutPlace {
  readonly from: number
  readonly until: number
}

export function lengthOf(sound: SoundToCheck): number {
  return zonesOf(sound).reduce((sum, { length }) => sum + length / 2, 0)
}

/** NOTE: where one clip ends another run begins: each clip has its own loudness. */
export function runsOf({ sampleRate, clips }: SoundToCheck): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const planned of clips) {
    const begins = at
    for (const { kind, length } of zonesOf({ sampleRate, clips: [planned] })) {
      const sounds = kind === 'heard' || kind === 'edge'
      const last = runs.at(-1)
      const until = at + length / 2
      const goesOn = last?.sounds === sounds && (!sounds || last.from >= begins)
      if (last !== undefined && goesOn) runs[runs.length - 1] = { ...last, until }
      else runs.push({ sounds, from: at, until })
      at = until
    }
  }
  return runs
}

export function takenOutPlaces(sound: SoundToCheck): TakenOutPlace[] {
  let at = 0
  return zonesOf(sound).flatMap(({ kind, length }) => {
    const from = at
    at += length / 2
    return kind === 'silent' ? [{ from, until: at }] : []
  })
}
