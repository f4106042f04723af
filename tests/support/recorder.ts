// A recorder's window as a test plays it: it attends, and sends seconds of samples that are known again anywhere.
import { MessageChannel } from 'node:worker_threads'
import { connect } from '../../shared/rpc/client.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import { contract, type ArchiveClient } from '../../shared/contract/index.ts'
import type { ArchiveProcess } from '../../electron/archive/open-process.ts'
import type { TestArchive } from './archive.ts'

export type RecorderClient = ArchiveClient['recorder']
export type RecorderState = Awaited<ReturnType<typeof stateOf>>

export const agreed = { kind: 'inPerson', note: 'She said yes' } as const
export const rate = 8_000

/** A second of noise of its own: no 32 samples of it stand in any other. */
export function second(number: number, sampleRate = rate): Uint8Array {
  const samples = new Uint8Array(sampleRate * 2)
  let state = Math.imul(number + 1, 0x9e37_79b1) | 1
  for (let at = 0; at < samples.length; at += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    samples[at] = state & 255
  }
  return samples
}

export function seconds(from: number, to: number, sampleRate = rate): Buffer {
  return Buffer.concat(Array.from({ length: to - from }, (_, at) => second(from + at, sampleRate)))
}

/** The state as it is now. */
export async function stateOf(recorder: RecorderClient) {
  for await (const state of recorder.state({})) return state
  throw new Error('no state')
}

/** Waits until the state is as wanted. */
export async function until(
  recorder: RecorderClient,
  is: (state: RecorderState) => boolean,
  ms = 8_000,
): Promise<RecorderState> {
  const signal = AbortSignal.timeout(ms)
  let last: RecorderState | null = null
  for await (const state of recorder.state({}, signal)) {
    last = state
    if (is(state)) return state
  }
  throw new Error(`it never came: ${JSON.stringify(last)}`)
}

export interface RecorderWindow {
  readonly recorder: RecorderClient
  /** Resolves when another window took its place. */
  readonly ended: Promise<void>
  send(take: string, bytes: Uint8Array, more?: { readonly epoch?: number; readonly sequence?: number }): Promise<number>
  /** Sends seconds `from` to before `to`, as they are due in the epoch that is. */
  sendSeconds(take: string, from: number, to: number): Promise<void>
  close(): void
}

/** A window over a channel of its own that attends. */
export async function openWindow(process: ArchiveProcess, sampleRate = rate): Promise<RecorderWindow> {
  const { port1, port2 } = new MessageChannel()
  process.attachRecorder(workerPortChannel(port1))
  const { recorder } = connect(contract, workerPortChannel(port2))
  const attending = recorder.attend({})[Symbol.asyncIterator]()
  await attending.next()
  const ended = attending.next().then(
    () => undefined,
    () => undefined,
  )
  let epoch = -1
  let next = 0
  async function send(take: string, bytes: Uint8Array, more: { epoch?: number; sequence?: number } = {}) {
    const now = more.epoch ?? (await stateOf(recorder)).epoch
    if (now !== epoch) {
      epoch = now
      next = 0
    }
    const sequence = more.sequence ?? next
    const { keptMs } = await recorder.append({
      take,
      epoch: now,
      sequence,
      frames: bytes.length / 2,
      bytes: Uint8Array.from(bytes),
      level: 'good',
    })
    next = sequence + 1
    return keptMs
  }
  return {
    recorder,
    ended,
    send,
    async sendSeconds(take, from, to) {
      for (let at = from; at < to; at += 1) await send(take, second(at, sampleRate))
    },
    close: () => port2.close(),
  }
}

export const newStory = {
  narrator: null,
  narratorName: 'Amaranta',
  title: 'The night shift',
  language: 'en',
} as const

export async function beginTake(client: ArchiveClient, story: { testimony: string } | typeof newStory = newStory) {
  return client.recording.begin({ story, agreed, codec: 'pcm', sampleRate: rate, channels: 1 })
}

/** Finishes it; gives the id of the recording. */
export async function finish(client: ArchiveClient, take: string, offRecord: 'destroy' | 'seal' = 'destroy') {
  let made = ''
  for await (const { recording } of client.recording.finish({ take, offRecord })) made = recording ?? made
  return made
}

/** The whole of a recording as it is heard. */
export async function heard(archive: TestArchive, testimony: string, recording: string): Promise<Buffer> {
  const { story } = await archive.client.story.read({ testimony })
  const media = story.recordings.find(({ id }) => id === recording)?.media ?? ''
  return soundOf(archive, 'media', media)
}

export async function soundOf(archive: TestArchive, kind: 'media' | 'offRecord', id: string): Promise<Buffer> {
  const found = await archive.process.media.find(kind, id, '')
  const pieces: Buffer[] = []
  for await (const piece of found.read(0, found.size)) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}
