// The sound of what she sealed or opened in her copy, held against what stands here. Closing it here needs only the public
// half of her key, so it is done as she signed it; opening it needs her, so nothing here is opened by what comes home.
import { widened, type Stretch } from '../sound/silences.ts'
import type { HerState, Words } from './state.ts'

/** A stretch of a recording that is sealed with a passage. */
export interface SoundOfPassage extends Stretch {
  readonly passage: string
  readonly recording: string
}

export interface SoundBrought {
  /** Sealed in her copy, and in its recording here still. */
  readonly toSeal: readonly SoundOfPassage[]
  /** Passages whose sound she opened in her copy: here it stays sealed until she opens it with her key. */
  readonly stillSealed: readonly string[]
}

interface Sides {
  readonly here: HerState
  readonly hers: HerState
  readonly changedHers: (key: string) => boolean
  /** The passages as they are taken, and which of them are sealed then. */
  readonly words: ReadonlyMap<string, Words>
  readonly sealed: ReadonlySet<string>
}

export function soundBroughtHome({ here, hers, changedHers, words, sealed }: Sides): SoundBrought {
  const closedHere = new Set((here.sealedSound ?? []).map(({ passage }) => passage))
  const closedHers = new Set((hers.sealedSound ?? []).map(({ passage }) => passage))
  const wordsClosedHers = new Set(hers.seals.map(({ passage }) => passage))
  // Where she said that the words stay as they are here, open, so does their sound.
  const isTaken = (passage: string): boolean =>
    words.has(passage) && (sealed.has(passage) || !wordsClosedHers.has(passage))
  const isOpenedThere = (passage: string): boolean =>
    changedHers(`sealedSound:${passage}`) || (changedHers(`seal:${passage}`) && !wordsClosedHers.has(passage))
  return {
    toSeal: sealedThere(hers, changedHers, words).filter(({ passage }) => !closedHere.has(passage) && isTaken(passage)),
    stillSealed: [...closedHere].filter(
      (passage) => words.has(passage) && !closedHers.has(passage) && isOpenedThere(passage),
    ),
  }
}

/** NOTE: a copy that does not say what became of the sound may have closed it; so it is closed with its words. */
function sealedThere(
  { seals, sealedSound }: HerState,
  changedHers: (key: string) => boolean,
  words: ReadonlyMap<string, Words>,
): SoundOfPassage[] {
  if (sealedSound !== undefined) return sealedSound.filter(({ passage }) => changedHers(`sealedSound:${passage}`))
  return seals.flatMap(({ passage }) => {
    const { recording, startMs, endMs } = words.get(passage) ?? { recording: null, startMs: null, endMs: null }
    const isPlaced = recording !== null && startMs !== null && endMs !== null && endMs > startMs
    return isPlaced && changedHers(`seal:${passage}`) ? [{ passage, recording, ...widened(startMs, endMs) }] : []
  })
}
