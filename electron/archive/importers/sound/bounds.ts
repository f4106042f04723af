// Limits for reading a file that somebody hostile may have made: how much, how often and how long it may be read.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { RandomAccess } from './index.ts'

/** What any sound may take, whatever its size; a machine under load included. */
const leastMs = 8_000
/** NOTE: a long MP3 without a table is walked frame by frame, some 3 MB/s on a slow machine. */
const bytesPerMs = 2_000
/** A demuxer reads a file about twice: its packets, and its end. */
const readOver = 6
const mostAtOnce = 16 * 1024 * 1024
const leastReads = 20_000
/** Frames of sound are seldom smaller. */
const bytesPerRead = 8
/** So often the archive's other work is let in. */
const turnAfterMs = 40

/** As `access`, but whoever reads too much, too often or too long gets Failure `soundUnreadable`. */
export function bounded(access: RandomAccess, now: () => number = () => performance.now()): RandomAccess {
  const { size } = access
  const until = now() + leastMs + size / bytesPerMs
  let bytesLeft = size * readOver + 4 * mostAtOnce
  let readsLeft = leastReads + size / bytesPerRead
  let turn = now()
  return {
    size,
    async read(start, end) {
      const at = now()
      bytesLeft -= end - start
      readsLeft -= 1
      const isSound = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end
      if (!isSound || end - start > mostAtOnce || bytesLeft < 0 || readsLeft < 0 || at > until)
        throw new Failure('soundUnreadable')
      if (at - turn > turnAfterMs) {
        await new Promise((resolve) => setImmediate(resolve))
        turn = now()
      }
      return access.read(Math.min(start, size), Math.min(end, size))
    },
  }
}
