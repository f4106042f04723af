// Tells when a take is under way and when it is not, open or locked. Asks the way the window that records does.
import { recorder } from '../../shared/contract/recording.ts'
import { connect } from '../../shared/rpc/client.ts'
import type { ArchiveProcess } from './open-process.ts'
import { channelPair } from './watch-door.ts'

/** Calls `tell` with each change; not at first, where none is under way. Ends by itself when the archive process closes. */
export function watchTake(archive: Pick<ArchiveProcess, 'attachRecorder'>, tell: (underWay: boolean) => void): void {
  const [asking, answering] = channelPair()
  archive.attachRecorder(answering)
  const client = connect({ recorder }, asking)

  async function watch(): Promise<void> {
    let was = false
    for await (const { take, state } of client.recorder.state({})) {
      const is = take !== null && state !== 'stopped'
      if (is !== was) tell(is)
      was = is
    }
  }
  watch().catch(() => undefined)
}
