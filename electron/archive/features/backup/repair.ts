// Repairs what can be repaired, and deletes nothing: what cannot be is named, and what can still be read of it is saved.
import type { repairs } from '../../../../shared/contract/backup.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure } from '../../as-failure.ts'
import type { Session } from '../../session.ts'
import { mediaNames, readMedia } from '../../store/media-rows.ts'
import { forgetBrokenPeaks, rebuildSearch, recordingOf } from '../../store/repairs.ts'
import { inTurn } from '../sound-anew/in-turn.ts'
import { describeMedia, type DamagedFile } from './damaged.ts'
import { putAside } from './put-aside.ts'
import { saveReadable } from './save-readable.ts'

type Done = { what: (typeof repairs)[number]; count: number }
export type DamagedRecording = DamagedFile & { readonly savedMs: number | null; readonly lostBytes: number }

export type RepairStep =
  | { kind: 'working'; part: 'looking' | 'saving'; done: number; total: number }
  | { kind: 'repaired'; done: Done[]; damaged: DamagedRecording[]; aside: string | null }

/** Throws Failure diskFull, diskFailing, cancelled. What was repaired by then stays repaired. */
export async function* repair(session: Session, signal: AbortSignal): AsyncGenerator<RepairStep> {
  try {
    yield* repairAll(session, signal)
  } catch (error) {
    if (signal.aborted) throw new Failure('cancelled')
    throw asFailure(error)
  }
}

async function* repairAll(session: Session, signal: AbortSignal): AsyncGenerator<RepairStep> {
  const done: Done[] = []
  const tell = (what: Done['what'], count: number): void => {
    if (count > 0) done.push({ what, count })
  }
  tell('searchRebuilt', session.save(['shelf', 'story'], rebuildSearch))
  tell('peaksForgotten', session.save(['story'], forgetBrokenPeaks))
  // NOTE: in turn, because what is being sealed, opened, erased or brought home lies there before a row names it.
  const aside = await inTurn(session, () => putAside(session))
  tell('strayPutAside', aside.count)

  const found: { media: string; missing: boolean }[] = []
  for await (const step of damagedMedia(session, signal)) {
    if ('media' in step) found.push(step)
    else yield { kind: 'working', part: 'looking', ...step }
  }
  const damaged: DamagedRecording[] = []
  const total = found.reduce((sum, { media }) => sum + readMedia(session.database, media).size, 0)
  let reached = 0
  for (const { media, missing } of found) {
    const described = describeMedia(session.database, media, missing)
    const recording = recordingOf(session.database, media)
    const size = readMedia(session.database, media).size
    if (recording === null || missing || recording.saved !== null) {
      tell('stillMissing', missing ? 1 : 0)
      const savedMs = recording?.saved == null ? null : recording.durationMs
      damaged.push({ ...described, savedMs, lostBytes: recording?.lostBytes ?? size })
      reached += size
      continue
    }
    const saving = saveReadable(session, recording, signal)
    for (let next = await saving.next(); ; next = await saving.next()) {
      if (next.done === true) {
        const isSaved = next.value.recording !== null
        tell(isSaved ? 'savedAsOwn' : 'nothingReadable', 1)
        damaged.push({
          ...described,
          savedMs: isSaved ? recording.durationMs : null,
          lostBytes: next.value.lostBytes,
        })
        break
      }
      reached += next.value
      yield { kind: 'working', part: 'saving', done: reached, total }
    }
  }
  yield { kind: 'repaired', done: together(done), damaged, aside: aside.folder }
}

function together(done: readonly Done[]): Done[] {
  const sums = new Map<Done['what'], number>()
  for (const { what, count } of done) sums.set(what, (sums.get(what) ?? 0) + count)
  return [...sums].map(([what, count]) => ({ what, count }))
}

/** Every recording to its last byte: how many bytes are done, and each that is not as it was written. */
export async function* damagedMedia(
  session: Session,
  signal: AbortSignal,
): AsyncGenerator<{ done: number; total: number } | { media: string; missing: boolean }> {
  const { database } = session
  const names = [...mediaNames(database)]
  const total = names.reduce((sum, name) => sum + readMedia(database, name).size, 0)
  let before = 0
  for (const media of names) {
    let read = 0
    try {
      const reader = await session.reader(media)
      for await (const piece of reader.stream(0, reader.size)) {
        if (signal.aborted) throw new Failure('cancelled')
        read += piece.length
        yield { done: before + read, total }
      }
    } catch (error) {
      const code = error instanceof Failure ? error.code : 'broken'
      if (code !== 'mediaMissing' && code !== 'mediaDamaged' && code !== 'diskFailing') throw error
      yield { media, missing: code === 'mediaMissing' }
    } finally {
      await session.closeReader(media)
    }
    before += readMedia(database, media).size
    yield { done: before, total }
  }
}
