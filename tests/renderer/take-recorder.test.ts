// What the window that records hands on, and in which order: before a press what was heard before it, and nothing of what is
// forgotten; and with which microphone it goes on. The microphone and the archive are played by the test.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Capture } from '../../renderer/recorder/sound/capture.ts'
import type { Block } from '../../renderer/recorder/sound/seconds.ts'
import { TakeRecorder } from '../../renderer/recorder/take-recorder.ts'
import type { RecorderClient, TakeState } from '../../renderer/recorder/take-shapes.ts'

const microphone = vi.hoisted(() => ({
  onBlock: (_block: readonly Float32Array[]): void => {},
  asked: [] as string[],
  track: null as EventTarget | null,
}))
vi.mock('../../renderer/recorder/sound/capture.ts', () => ({
  startCapture: (device: string, _channels: number, onBlock: (block: Block) => void): Promise<Capture> => {
    microphone.asked.push(device)
    microphone.onBlock = onBlock
    const track = Object.assign(new EventTarget(), {
      readyState: 'live',
      muted: false,
      label: 'Desk',
      getSettings: () => ({}),
    })
    microphone.track = track
    const context = Object.assign(new EventTarget(), { state: 'running', resume: () => Promise.resolve() })
    return Promise.resolve({ name: 'Desk', device, track, context, forget() {}, stop() {} } as unknown as Capture)
  },
}))

/** What the archive was asked, in its order: a call, or the loudness of each block that came with `append`. */
let calls: string[]
let states: TakeState[]
let wake = Promise.withResolvers<void>()
let recorder: TakeRecorder
/** Holds the next sound back until it is let go. */
let held: Promise<void> | null

/** A block of a value in hundredths. */
const sounds = (value: number, blocks: number): void => {
  for (let at = 0; at < blocks; at += 1) microphone.onBlock([new Float32Array(960).fill(value / 100)])
}
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10))

async function tell(more: Partial<TakeState>): Promise<void> {
  const state = { take: 'take', state: 'recording', epoch: 1, channels: 1, codec: 'pcm', keptMs: 0, trouble: null }
  states.push({ ...state, microphone: '', ...more } as TakeState)
  wake.resolve()
  await soon()
}

const said =
  (name: string) =>
  (input: object): Promise<object> => {
    calls.push('trouble' in input ? `${name} ${String(input.trouble)}` : name)
    return Promise.resolve({})
  }

beforeEach(async () => {
  const mediaDevices = Object.assign(new EventTarget(), { enumerateDevices: () => Promise.resolve([]) })
  vi.stubGlobal('navigator', { mediaDevices })
  calls = []
  states = []
  held = null
  microphone.asked = []
  recorder = new TakeRecorder({
    async *state() {
      for (;;) {
        const next = states.shift()
        if (next !== undefined) yield next
        else await (wake = Promise.withResolvers<void>()).promise
      }
    },
    async *attend() {
      yield { attending: true }
      await new Promise(() => {})
    },
    async append({ bytes, epoch }: { bytes: Uint8Array; epoch: number }) {
      await held
      const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
      const values = new Set([...samples].map((one) => Math.round((one / 32_768) * 100)))
      calls.push(`${epoch}: ${[...values].join(' ')}`)
      return { keptMs: 0 }
    },
    ...Object.fromEntries(
      ['microphone', 'pause', 'goOn', 'forget', 'goOffRecord', 'backOnRecord', 'stop', 'ask', 'trouble'].map((name) => [
        name,
        said(name),
      ]),
    ),
  } as unknown as RecorderClient)
  recorder.begin()
  await tell({})
  await recorder.listen('')
  calls.length = 0
})
afterEach(() => {
  recorder.end()
  vi.unstubAllGlobals()
})

test.each([
  ['pause', () => recorder.doing()?.pause()],
  ['goOffRecord', () => recorder.doing()?.goOffRecord()],
  ['stop', () => recorder.doing()?.stop('destroy')],
  ['ask', () => recorder.doing()?.ask('Where?')],
] as const)('what was heard before %s is kept before it', async (name, press) => {
  sounds(10, 30)
  await press()
  expect(calls).toEqual(['1: 10', name])
})

test('what is heard while a press is on its way is in no second', async () => {
  sounds(10, 30)
  const letGo = Promise.withResolvers<void>()
  held = letGo.promise
  const pausing = recorder.doing()?.pause()
  await soon()
  sounds(20, 60)
  letGo.resolve()
  await pausing
  expect(calls).toEqual(['1: 10', 'pause'])
  await tell({ state: 'paused', epoch: 2 })
  sounds(30, 60)
  await tell({ state: 'recording', epoch: 3 })
  sounds(40, 50)
  await soon()
  expect(calls).toEqual(['1: 10', 'pause', '3: 40'])
})

test('of what is forgotten nothing is sent any more, neither what is gathered nor what waits', async () => {
  const letGo = Promise.withResolvers<void>()
  held = letGo.promise
  sounds(10, 120)
  const forgetting = recorder.doing()?.forget('lastBit')
  await soon()
  expect(calls).toEqual(['forget'])
  letGo.resolve()
  await forgetting
  await soon()
  // The first second was on its way; what waited behind it, and what was gathered, is not.
  expect(calls).toEqual(['forget', '1: 10'])
  sounds(20, 50)
  await tell({ epoch: 2 })
  sounds(30, 50)
  await soon()
  expect(calls.slice(2)).not.toContain('2: 10')
  expect(calls.at(-1)).toBe('2: 30')
})

test('an epoch that begins by a press in another window begins with nothing of before', async () => {
  sounds(10, 30)
  await tell({ epoch: 2 })
  sounds(20, 50)
  await soon()
  expect(calls).toEqual(['2: 20'])
})

test('what was heard before a microphone is gone comes before that is told', async () => {
  sounds(10, 30)
  Object.assign(microphone.track ?? {}, { readyState: 'ended' })
  microphone.track?.dispatchEvent(new Event('ended'))
  sounds(0, 50)
  await soon()
  expect(calls).toEqual(['1: 10', 'trouble unplugged'])
  expect(recorder.now().trouble).toBe('unplugged')
})

test('another microphone leaves a gap between what was heard before and after', async () => {
  sounds(10, 30)
  await recorder.listen('other')
  sounds(20, 50)
  await soon()
  expect(calls).toEqual(['1: 10', 'trouble changed', 'microphone', 'trouble null', '1: 20'])
})

test('it goes on with the microphone that another window had, until one is taken here', async () => {
  recorder.end()
  const before = microphone.asked.length
  const next = new TakeRecorder({
    async *state() {
      yield {
        take: 'take',
        state: 'recording',
        epoch: 1,
        channels: 1,
        codec: 'pcm',
        keptMs: 9,
        microphone: 'theirs',
      } as TakeState
      await new Promise(() => {})
    },
    async *attend() {
      yield { attending: true }
      await new Promise(() => {})
    },
    microphone: said('microphone'),
    goOn: said('goOn'),
  } as unknown as RecorderClient)
  next.begin()
  await soon()
  await next.doing()?.goOn()
  expect(microphone.asked.slice(before)).toEqual(['theirs'])
  expect(calls).toContain('goOn')
  next.end()
})
