// Says when a process that has had an archive open may end: it is locked, nothing is recorded, and nothing is at work.
import { contract } from '../../shared/contract/index.ts'
import { connect } from '../../shared/rpc/client.ts'
import type { ArchiveProcess } from './open-process.ts'
import { overwriteLetGo } from './store/let-go.ts'
import { channelPair, watchDoor } from './watch-door.ts'
import { watchTake } from './watch-take.ts'

export interface UntilSpent {
  /** A window has come. One that comes after the lock is not left alone. */
  came(): void
  /** A window has gone: where the lock came too early to end the process, it may end now. */
  left(): void
}

const againMs = 100
/** What is let go late, by what was still at work at the lock, is written over in a second and a third round. */
const overwrittenAgainMs = [500, 3_000]
const mostTimes = 50
/** A page that is loaded anew is back by then. */
const gonePatienceMs = 500

interface Told {
  /** Once: the process may end. */
  readonly spent: () => void
  /** At each lock, before anything else. */
  readonly locked?: () => void
  /** Each time that somebody else is at the window of the open archive. */
  readonly handedOver?: () => void
}

/**
 * Calls `spent` once, after a lock that `locked` was told of. A take that is under way goes on first, and what was begun before the lock is finished,
 * such as taking the archive off this machine; where a window came meanwhile, it is when that has gone.
 * NOTE: while a take goes on, what the database had in memory is written over instead: the key of the take lay there.
 */
export function untilSpent(
  archive: Pick<ArchiveProcess, 'attach' | 'attachRecorder' | 'isIdle'>,
  { spent, locked, handedOver }: Told,
): UntilSpent {
  let wasLocked = false
  let isVisited = false
  let isRecording = false
  let isSpent = false
  const [asking, answering] = channelPair()
  archive.attach(answering)
  const { door } = connect(contract, asking)
  watchTake(archive, (underWay) => void (isRecording = underWay))

  async function look(times: number): Promise<void> {
    if (!wasLocked || isVisited || isRecording || isSpent) return
    const isIdle = await archive.isIdle()
    const { state } = await door.state({})
    if (state === 'open' || isVisited || isRecording) return
    if (isIdle) {
      isSpent = true
      spent()
    } else if (times < mostTimes) lookAgain(againMs, times + 1)
  }
  const lookAgain = (ms: number, times = 0): void =>
    void setTimeout(() => void look(times).catch(() => undefined), ms).unref()
  const atLock = (): void => {
    locked?.()
    wasLocked = true
    isVisited = false
    if (isRecording) {
      overwriteLetGo()
      for (const ms of overwrittenAgainMs) setTimeout(() => (isRecording ? overwriteLetGo() : undefined), ms).unref()
    }
    void look(0).catch(() => undefined)
  }
  watchDoor(archive, atLock, handedOver)
  return {
    came: () => void (isVisited = wasLocked),
    left() {
      isVisited = false
      lookAgain(gonePatienceMs)
    },
  }
}
