// Starts the transcriber for the ordinary browser's host: a child process, spoken to over its pipe and nothing else.
import { fork } from 'node:child_process'
import type { StartTranscriber } from '../../shared/contract/transcriber-messages.ts'

/** Windows loads nothing without the first; the second keeps the engine's threads from waiting in circles. */
function barest(): Record<string, string> {
  const root = process.env['SystemRoot']
  return { ...(root === undefined ? {} : { SystemRoot: root }), OMP_WAIT_POLICY: 'passive' }
}

/** @param entry the built program of the transcriber */
export function transcriberAt(entry: string): StartTranscriber {
  return () => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      env: barest(),
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let ended = false
    const listeners: (() => void)[] = []
    const end = (): void => {
      if (ended) return
      ended = true
      for (const listener of listeners) listener()
    }
    child.once('exit', end)
    child.once('error', end)
    return {
      post(message) {
        if (child.connected) child.send(message, () => undefined)
      },
      onMessage: (listener) => void child.on('message', listener),
      onEnd: (listener) => void listeners.push(listener),
      kill: () => void child.kill('SIGKILL'),
    }
  }
}
