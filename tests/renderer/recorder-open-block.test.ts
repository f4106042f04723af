// What was heard before a press is in no epoch after it, not even the part of 20 ms that lies in the worklet.
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { blocksFrom } from '../../renderer/recorder/sound/blocks.ts'
import type { Capture } from '../../renderer/recorder/sound/capture.ts'
import type { Block } from '../../renderer/recorder/sound/seconds.ts'
import { TakeRecorder } from '../../renderer/recorder/take-recorder.ts'
import type { RecorderClient, TakeState } from '../../renderer/recorder/take-shapes.ts'

interface Processor {
  process(inputs: Float32Array[][]): boolean
}
let make: (port: MessagePort) => Processor
/** Stands in for the microphone alone; what comes of it goes the real way. */
const microphone = vi.hoisted(() => ({
  onBlock: null as ((block: readonly Float32Array[]) => void) | null,
  forgets: 0,
}))
vi.mock('../../renderer/recorder/sound/capture.ts', () => ({
  startCapture: (_device: string, _channels: number, onBlock: (block: Block) => void): Promise<Capture> => {
    microphone.onBlock = onBlock
    const track = Object.assign(new EventTarget(), {
      readyState: 'live',
      muted: false,
      label: '',
      getSettings: () => ({}),
    })
    const context = Object.assign(new EventTarget(), { state: 'running', resume: () => Promise.resolve() })
    const forget = (): void => void (microphone.forgets += 1)
    return Promise.resolve({ name: '', device: '', track, context, forget, stop: () => {} } as unknown as Capture)
  },
}))

beforeAll(async () => {
  const mediaDevices = Object.assign(new EventTarget(), { enumerateDevices: () => Promise.resolve([]) })
  vi.stubGlobal('navigator', { mediaDevices })
  let port: MessagePort
  class FromPort {
    readonly port = port
  }
  vi.stubGlobal('AudioWorkletProcessor', FromPort)
  vi.stubGlobal('registerProcessor', (_name: string, Made: new () => Processor) => {
    make = (mine) => {
      port = mine
      return new Made()
    }
  })
  await import('../../renderer/recorder/sound/blocks-worklet.ts')
})
const ended: (() => void)[] = []
afterEach(() => {
  for (const end of ended.splice(0)) end()
})

test('an open block is thrown away, and so is what is on its way', async () => {
  const { port1, port2 } = new MessageChannel()
  ended.push(() => port1.close())
  const worklet = make(port1)
  const heard: number[] = []
  const blocks = blocksFrom(port2, ([samples]) => heard.push(...new Set(samples)))
  const sound = (value: number, times: number): void => {
    for (let at = 0; at < times; at += 1) worklet.process([[new Float32Array(128).fill(value)]])
  }
  const arrived = async (): Promise<void> => {
    for (let at = 0; at < 5; at += 1) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  sound(1, 8)
  await arrived()
  expect(heard).toEqual([1])
  sound(2, 15) // with what was left: two whole blocks on their way, and one that is open
  blocks.forget()
  blocks.forget()
  await arrived()
  expect(heard).toEqual([1])
  sound(3, 8)
  await arrived()
  expect(heard).toEqual([1, 3])
})

test('each epoch begins with what is heard from then on, whoever pressed', async () => {
  const states: TakeState[] = []
  let wake = Promise.withResolvers<void>()
  const tell = async (more: Partial<TakeState>): Promise<void> => {
    const state = { take: 'take', state: 'recording', epoch: 1, channels: 1, codec: 'pcm', keptMs: 0, trouble: null }
    states.push({ ...state, ...more } as TakeState)
    wake.resolve()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const sent: number[] = []
  const recorder = new TakeRecorder({
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
    microphone: () => Promise.resolve({}),
    append: ({ epoch }: { epoch: number }) => {
      sent.push(epoch)
      return Promise.resolve({ keptMs: 0 })
    },
  } as unknown as RecorderClient)
  ended.push(() => recorder.end())
  recorder.begin()
  await tell({})
  expect(await recorder.listen('')).toBe(true)
  microphone.forgets = 0
  await tell({ keptMs: 1 })
  expect(microphone.forgets).toBe(0)
  // Off the record, on again, and a last bit that is forgotten.
  await tell({ epoch: 2, state: 'offRecord' })
  await tell({ epoch: 4 })
  await tell({ epoch: 5 })
  expect(microphone.forgets).toBe(3)
  for (let at = 0; at < 50; at += 1) microphone.onBlock?.([new Float32Array(960).fill(0.5)])
  await vi.waitFor(() => expect(sent).toEqual([5]))
})
