// What was saved in her copy of a damaged recording is not known at home: there the damaged one stands for it, which is as long.
import type { HerState } from '../../../../shared/domain/take-home/state.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { damagedBefore } from '../../store/repairs.ts'

export function asAtHome<S extends Pick<HerState, 'passages' | 'redactions'>>(archive: ReadableArchive, state: S): S {
  const before = damagedBefore(archive)
  if (before.size === 0) return state
  const atHome = <R extends string | null>(recording: R): R | string => {
    let at: R | string = recording
    for (let next = before.get(at ?? ''); next !== undefined; next = before.get(next)) at = next
    return at
  }
  return {
    ...state,
    passages: state.passages.map((passage) => ({ ...passage, recording: atHome(passage.recording) })),
    // What is silent in both of them at once is said once.
    redactions: state.redactions.map(({ stretches, ...redaction }) => {
      if (stretches === undefined) return redaction
      const own = stretches.filter(({ recording }) => !before.has(recording))
      for (const one of stretches) {
        const stretch = { ...one, recording: atHome(one.recording) }
        const isSaid = own.some(
          ({ recording, startMs, endMs }) =>
            recording === stretch.recording && startMs === stretch.startMs && endMs === stretch.endMs,
        )
        if (!isSaid) own.push(stretch)
      }
      return { ...redaction, stretches: own }
    }),
  }
}
