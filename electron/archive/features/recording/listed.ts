// The takes that wait to be put into their stories, each told by the end of its file: an hour is not read to say that it
// is an hour.
import { stat } from 'node:fs/promises'
import { takeFile } from '../../files/take-names.ts'
import { readRecords } from '../../files/take-reader.ts'
import { longestSealed, readSound } from '../../files/take-record.ts'
import type { Session } from '../../session.ts'
import { listTakes, takeSecret, type ListedTake } from '../../store/takes.ts'
import { undecidedMs } from './off-record-parts.ts'
import type { Recorder } from './recorder.ts'
import { bytesMissing, freeBytes } from './room.ts'
import { frameRate } from './taken.ts'

/** How much sound is kept and how many gaps are in it, by the last records that hold. */
async function endOf(session: Session, take: ListedTake): Promise<{ keptMs: number; gaps: number; bytes: number }> {
  const file = takeFile(session.folder, take.file)
  const secretKey = takeSecret(session.database, take.id)
  try {
    const { size } = await stat(file)
    let position = 0
    let gaps = 0
    // NOTE: what is damaged at the end may go back further than this; then all of it is read.
    for (const from of [Math.max(0, size - 2 * longestSealed), 0]) {
      for await (const { record } of readRecords(file, take.publicKey, secretKey, from)) {
        position = record.type === 'sound' ? record.position + readSound(record.payload).frames : record.position
        gaps = record.gaps + (record.type === 'gap' ? 1 : 0)
        record.payload.fill(0)
      }
      if (position > 0 || from === 0) break
    }
    return { keptMs: (position * 1000) / frameRate(take), gaps, bytes: size }
  } catch {
    return { keptMs: 0, gaps: 0, bytes: 0 }
  } finally {
    secretKey.fill(0)
  }
}

export async function listedTakes(session: Session, recorder: Recorder) {
  const free = await freeBytes(session.folder).catch(() => Infinity)
  const takes = []
  for (const take of listTakes(session.database)) {
    const { keptMs, gaps, bytes } = await endOf(session, take)
    takes.push({
      take: take.id,
      testimony: take.testimony,
      title: take.title,
      narratorName: take.narratorName,
      beganAt: take.beganAt,
      keptMs,
      gaps,
      underWay: recorder.underWay === take.id,
      offRecordMs: await undecidedMs(session.folder, take),
      bytesMissing: bytesMissing(free, bytes),
    })
  }
  return takes
}
