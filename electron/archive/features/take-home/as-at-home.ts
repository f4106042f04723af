// What was saved in her copy of a damaged recording is not known at home: there the damaged one stands for it, which is as long.
import type { HerState } from '../../../../shared/domain/take-home/state.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { damagedFirst } from '../../store/repairs.ts'

export function asAtHome<S extends Pick<HerState, 'passages' | 'redactions'>>(archive: ReadableArchive, state: S): S {
  const atHome = damagedFirst(archive)
  return {
    ...state,
    passages: state.passages.map((passage) =>
      passage.recording === null ? passage : { ...passage, recording: atHome(passage.recording) },
    ),
    // What is silent in both of them at once is said once.
    redactions: state.redactions.map(({ stretches, ...redaction }) => {
      if (stretches === undefined) return redaction
      const own = stretches.filter(({ recording }) => atHome(recording) === recording)
      for (const { recording, ...one } of stretches) {
        const home = atHome(recording)
        const isSaid = own.some(
          ({ recording: its, startMs, endMs }) => its === home && startMs === one.startMs && endMs === one.endMs,
        )
        if (!isSaid) own.push({ ...one, recording: home })
      }
      return { ...redaction, stretches: own }
    }),
  }
}
