// The transcriber in Electron: asked for by the archive process, started by main with nothing but a port, ended with either.
import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import type { ForkOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { transcriberOfMain } from '../../electron/archive/transcriber-of-main.ts'
import { createTranscriber, type TranscriberStart } from '../../electron/main/transcriber-process.ts'
import type { MainPort } from '../../shared/rpc/message-port.ts'

function asMainPort(port: MessageChannel['port1']): MainPort {
  const on = (event: 'message' | 'close', listener: (event: { data: unknown }) => void): unknown =>
    event === 'message'
      ? port.on('message', (data: unknown) => listener({ data }))
      : port.on('close', () => listener({ data: null }))
  return { postMessage: (message) => port.postMessage(message), on, start: () => undefined, close: () => port.close() }
}

function stand() {
  const children: (EventEmitter & { kill: () => void; killed: number; ports: unknown[] })[] = []
  const forks: ForkOptions[] = []
  const start = {
    fork: (_entry: string, _given: string[], options: ForkOptions) => {
      const child = Object.assign(new EventEmitter(), {
        killed: 0,
        ports: [] as unknown[],
        postMessage: (_message: unknown, ports: unknown[]) => void child.ports.push(...ports),
        kill: () => void (child.killed += 1),
      })
      children.push(child)
      forks.push(options)
      return child
    },
    createChannel: () => {
      const { port1, port2 } = new MessageChannel()
      return { port1: asMainPort(port1), port2: asMainPort(port2) }
    },
    transcriberEntry: '/somewhere/transcriber.js',
  } as unknown as TranscriberStart
  return { children, forks, start }
}

test('main starts it bare: no surroundings, no output, no port but one; a second ends the first', () => {
  const { children, forks, start } = stand()
  const ended = vi.fn()
  const transcriber = createTranscriber(
    start,
    { HOME: '/home/ana', SystemRoot: 'C:\\Windows', NODE_OPTIONS: 'x' },
    ended,
  )
  transcriber.start()
  expect(forks[0]).toMatchObject({
    env: { SystemRoot: 'C:\\Windows', OMP_WAIT_POLICY: 'passive' },
    execArgv: [],
    stdio: 'ignore',
    allowLoadingUnsignedLibraries: false,
  })
  expect(Object.keys(forks[0]?.env ?? {})).toHaveLength(2)
  expect(children[0]?.ports).toHaveLength(1)
  transcriber.start()
  expect(children.map(({ killed }) => killed)).toEqual([1, 0])
  children[0]?.emit('exit', 0)
  expect(ended).not.toHaveBeenCalled()
  children[1]?.emit('exit', 1)
  expect(ended).toHaveBeenCalledTimes(1)
})

test('the archive asks, waits for the port, speaks over it, and is told of the end once', async () => {
  const asked: boolean[] = []
  const transcriber = transcriberOfMain((wanted) => asked.push(wanted))
  const process = transcriber.start()
  const heard: unknown[] = []
  const ended = vi.fn()
  process.onMessage((message) => heard.push(message))
  process.onEnd(ended)
  process.post({ kind: 'load', model: '/m.bin', mostBytes: 1, threads: 1 })
  const { port1, port2 } = new MessageChannel()
  const there: unknown[] = []
  port2.on('message', (message) => there.push(message))
  transcriber.came(asMainPort(port1))
  port2.postMessage({ kind: 'ready' })
  await vi.waitFor(() => expect([heard.length, there.length]).toEqual([1, 1]))
  expect(there[0]).toMatchObject({ kind: 'load' })
  process.kill()
  transcriber.ended()
  expect(asked).toEqual([true, false])
  expect(ended).toHaveBeenCalledTimes(1)
  port2.close()
})

test('one that died is told of; a port that comes too late is closed', async () => {
  const transcriber = transcriberOfMain(() => undefined)
  const process = transcriber.start()
  const ended = vi.fn()
  process.onEnd(ended)
  transcriber.ended()
  expect(ended).toHaveBeenCalledTimes(1)
  const { port1, port2 } = new MessageChannel()
  const closed = new Promise((resolve) => port2.on('close', () => resolve(true)))
  transcriber.came(asMainPort(port1))
  expect(await closed).toBe(true)
})
