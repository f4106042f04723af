// The archive process as main starts it: places first, then ports, the four words down, and `locked` up.
import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ArchiveProcess, Places } from '../../electron/archive/open-process.ts'
import { watchDoor } from '../../electron/archive/watch-door.ts'
import { createMediaReader } from '../../electron/main/media-reader.ts'
import { care } from '../../shared/contract/care.ts'
import { door } from '../../shared/contract/door.ts'
import { connect } from '../../shared/rpc/client.ts'
import type { MainPort } from '../../shared/rpc/message-port.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import { serve } from '../../shared/rpc/server.ts'

const contract = { door: { state: door.state }, care: { changes: care.changes } } as const
let state: 'none' | 'closed' | 'open'
let role: 'archivist' | 'narrator' | null
let news: EventEmitter
/** How often somebody has asked for the state of the door. */
let asked = 0
let done: string[]
let opened: Places[]
let tellOfRecording: ((underWay: boolean) => Promise<void>) | undefined

/** An archive process that is only a door. */
function onlyADoor(): ArchiveProcess {
  return {
    attachRecorder: () => undefined,
    isIdle: async () => true,
    attach(channel) {
      done.push('attach')
      serve(
        contract,
        {
          door: {
            state: () => {
              asked += 1
              return {
                state,
                folder: '',
                synced: null,
                archivist: null,
                role,
                leftUnmade: false,
                usedPreviousKeyring: false,
                preferences: null,
                version: '',
                builtAt: '',
              }
            },
          },
          care: {
            async *changes(_input, signal) {
              const waiting: string[] = []
              news.on('door', () => waiting.push('door'))
              while (!signal.aborted) {
                await new Promise((resolve) => setTimeout(resolve, 2))
                while (waiting.pop() !== undefined) yield { concept: 'door' as const }
              }
            },
          },
        },
        channel,
        { mayCall: () => null },
      )
    },
    media: {
      find: () =>
        Promise.resolve({
          size: 3,
          type: 'audio/wav',
          read: async function* () {
            yield Uint8Array.of(1, 2, 3)
          },
        }),
    },
    watchRecording: (tell) => void (tellOfRecording = tell),
    lock: () => Promise.resolve(void done.push('lock')),
    close: () => Promise.resolve(void done.push('close')),
  }
}

/** A worker's port in the shape of Electron's. */
function asMainPort(port: MessagePort): MainPort {
  const on = (event: 'message' | 'close', listener: (event: { data: unknown }) => void): unknown =>
    event === 'message'
      ? port.on('message', (data: unknown) => listener({ data }))
      : port.on('close', () => listener({ data: null }))
  return { postMessage: (message) => port.postMessage(message), on, start: () => undefined, close: () => port.close() }
}

async function change(to: typeof state): Promise<void> {
  state = to
  const before = asked
  news.emit('door')
  // Whoever watches has seen this state before there is another.
  await vi.waitFor(() => expect(asked - before).toBeGreaterThanOrEqual(news.listenerCount('door')))
  await new Promise((resolve) => setTimeout(resolve, 30))
}

beforeEach(() => {
  state = 'closed'
  role = null
  news = new EventEmitter()
  done = []
  opened = []
})
afterEach(() => {
  Reflect.deleteProperty(process, 'parentPort')
  vi.restoreAllMocks()
  vi.doUnmock('../../electron/archive/open-process.ts')
})

test('the door is watched: told at each locking, and at nothing else', async () => {
  const locked = vi.fn()
  watchDoor(onlyADoor(), locked)
  await vi.waitFor(() => expect(news.listenerCount('door')).toBe(1))
  await change('closed')
  await change('none')
  await change('open')
  await change('open')
  expect(locked).toHaveBeenCalledTimes(0)
  await change('closed')
  expect(locked).toHaveBeenCalledTimes(1)
  await change('closed')
  expect(locked).toHaveBeenCalledTimes(1)
  await change('open')
  await change('none')
  expect(locked).toHaveBeenCalledTimes(2)
})

test('the door is watched: told when somebody else comes to the window of an open archive', async () => {
  const [locked, handedOver] = [vi.fn(), vi.fn()]
  watchDoor(onlyADoor(), locked, handedOver)
  await vi.waitFor(() => expect(news.listenerCount('door')).toBe(1))
  role = 'archivist'
  await change('open')
  await change('open')
  expect(handedOver).toHaveBeenCalledTimes(0)
  role = 'narrator'
  await change('open')
  expect(handedOver).toHaveBeenCalledTimes(1)
  role = 'archivist'
  await change('open')
  expect(handedOver).toHaveBeenCalledTimes(2)
  role = null
  await change('closed')
  expect([handedOver.mock.calls.length, locked.mock.calls.length]).toEqual([2, 1])
})

test('the entry opens at its places, serves its ports, locks, says so, and closes', async () => {
  const parent = Object.assign(new EventEmitter(), { postMessage: vi.fn() })
  Object.defineProperty(process, 'parentPort', { value: parent, configurable: true })
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
  vi.resetModules()
  vi.doMock('../../electron/archive/open-process.ts', () => ({
    openArchiveProcess: (places: Places) => {
      opened.push(places)
      return onlyADoor()
    },
  }))
  await import('../../electron/archive/index.ts')
  const tell = (data: object, ports: MainPort[] = []): boolean => parent.emit('message', { data, ports })

  expect(() => tell({ kind: 'lock' })).toThrow('places')
  tell({ kind: 'places', dataFolder: '/somewhere' })
  expect(opened).toEqual([{ dataFolder: '/somewhere', host: 'electron', startTranscriber: expect.any(Function) }])
  await vi.waitFor(() => expect(news.listenerCount('door')).toBe(1))

  const page = new MessageChannel()
  tell({ kind: 'attach' }, [asMainPort(page.port1)])
  const client = connect(contract, workerPortChannel(page.port2))
  expect((await client.door.state({})).state).toBe('closed')

  const media = new MessageChannel()
  tell({ kind: 'media' }, [asMainPort(media.port1)])
  const found = await createMediaReader(workerPortChannel(media.port2)).find('media', 'x', '')
  expect(new Uint8Array(await new Response(found.read(0, 3)).arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3))

  await change('open')
  role = 'narrator'
  await change('open')
  expect(parent.postMessage.mock.calls).toEqual([[{ kind: 'handedOver' }]])

  // The window may go on only when main has heard of it; of the end nothing has to be heard.
  let heard = 0
  void tellOfRecording?.(true).then(() => (heard += 1))
  void tellOfRecording?.(true).then(() => (heard += 1))
  expect(parent.postMessage.mock.calls.slice(1)).toEqual(Array(2).fill([{ kind: 'recording', underWay: true }]))
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(heard).toBe(0)
  tell({ kind: 'recordingHeard' })
  await vi.waitFor(() => expect(heard).toBe(1))
  tell({ kind: 'recordingHeard' })
  await vi.waitFor(() => expect(heard).toBe(2))
  await tellOfRecording?.(false)
  expect(parent.postMessage.mock.calls.at(-1)).toEqual([{ kind: 'recording', underWay: false }])

  tell({ kind: 'lock' })
  expect(done).toContain('lock')
  await change('closed')
  expect(parent.postMessage.mock.calls).toContainEqual([{ kind: 'locked' }])
  // What was shown stays in a program's memory until it ends, so it asks to be ended.
  await vi.waitFor(() => expect(parent.postMessage.mock.calls.at(-1)).toEqual([{ kind: 'spent' }]))

  expect(exit).not.toHaveBeenCalled()
  tell({ kind: 'close' })
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0))
  expect(done.at(-1)).toBe('close')
  page.port2.close()
  media.port2.close()
})
