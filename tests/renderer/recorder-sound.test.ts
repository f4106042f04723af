// The recorder's own parts, without a microphone: seconds of samples, levels in words, sending in order, troubles in time.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { hidingAfter } from '../../renderer/recorder/hiding.ts'
import { levelOf, loudnessOf } from '../../renderer/recorder/sound/loudness.ts'
import { plainSeconds, sampleRate, sixteenBit, type Second } from '../../renderer/recorder/sound/seconds.ts'
import { mostHeld, Sending } from '../../renderer/recorder/sound/sending.ts'
import { watchCapture } from '../../renderer/recorder/sound/watch-capture.ts'
import { Failure } from '../../shared/contract/failure.ts'

const samplesOf = ({ bytes }: Second): number[] => [...new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)]

describe('seconds', () => {
  test('are exactly a second each, to the sample, and what is left is handed on when it is asked for', async () => {
    const seconds: Second[] = []
    const gathering = plainSeconds(1, (second) => seconds.push(second))
    let next = 0
    for (let block = 0; block < 120; block += 1)
      gathering.push([Float32Array.from({ length: 960 }, () => (next++ % 32_000) / 32_768)])
    expect(seconds.map(({ frames }) => frames)).toEqual([sampleRate, sampleRate])
    await gathering.flush()
    await gathering.flush()
    expect(seconds.map(({ frames }) => frames)).toEqual([sampleRate, sampleRate, 120 * 960 - 2 * sampleRate])
    expect(seconds.flatMap(samplesOf)).toEqual(Array.from({ length: 120 * 960 }, (_, at) => at % 32_000))
  })

  test('of two channels lie side by side, and one microphone is given to both', () => {
    const seconds: Second[] = []
    const gathering = plainSeconds(2, (second) => seconds.push(second))
    const left = new Float32Array(960).fill(0.5)
    for (let block = 0; block < 25; block += 1) gathering.push([left, new Float32Array(960).fill(-0.25)])
    for (let block = 0; block < 25; block += 1) gathering.push([left])
    const samples = samplesOf(seconds[0] ?? { frames: 0, bytes: new Uint8Array(), level: 'none' })
    expect([samples.length, samples[0], samples[1], samples.at(-2), samples.at(-1)]).toEqual([
      96_000, 16_384, -8_192, 16_384, 16_384,
    ])
  })

  test('of what is forgotten nothing is handed on', async () => {
    const seconds: Second[] = []
    const gathering = plainSeconds(1, (second) => seconds.push(second))
    gathering.push([new Float32Array(960).fill(0.5)])
    gathering.forget()
    await gathering.flush()
    expect(seconds).toEqual([])
  })

  test('samples are rounded and never wrap around', () => {
    expect([0, 0.5 / 32_768, -1, 1, 2, -2, 0.25].map(sixteenBit)).toEqual([
      0, 1, -32_768, 32_767, 32_767, -32_768, 8_192,
    ])
  })
})

test.each([
  ['none', 0, 0],
  ['quiet', 0.003, 0],
  ['good', 0.2, 0],
  ['loud', 0.93, 0],
  ['clipped', 0.2, 5],
  ['loud', 0.93, 1],
] as const)('the level of a second is %s', (level, amplitude, ended) => {
  const samples = Float32Array.from({ length: 4_800 }, (_, at) => amplitude * Math.sin(at / 10))
  samples.fill(1, 100, 100 + ended)
  expect(levelOf(loudnessOf([samples]))).toBe(level)
})

describe('sending', () => {
  const second = (frames: number): Second => ({ frames, bytes: new Uint8Array(2), level: 'good' })
  const sent: [frames: number, epoch: number, sequence: number][] = []
  const said: unknown[] = []
  let answer: () => Promise<{ keptMs: number }>
  const make = (): Sending =>
    new Sending({
      append: ({ frames }, epoch, sequence) => {
        sent.push([frames, epoch, sequence])
        return answer()
      },
      onKept: (keptMs) => said.push(keptMs),
      onFailure: (code) => said.push(code),
      onTooMuch: (is) => said.push(is),
    })
  beforeEach(() => {
    sent.length = said.length = 0
    answer = () => Promise.resolve({ keptMs: 7 })
  })
  afterEach(() => void vi.useRealTimers())

  test('is in order, counts from 0 in each epoch, and never sends twice what was kept', async () => {
    const sending = make()
    sending.put(second(9))
    sending.begin(3)
    for (const frames of [1, 2, 3]) sending.put(second(frames))
    await sending.settle(1_000)
    sending.begin(3)
    sending.put(second(4))
    await sending.settle(1_000)
    sending.begin(4)
    sending.put(second(5))
    await sending.settle(1_000)
    expect(sent).toEqual([
      [1, 3, 0],
      [2, 3, 1],
      [3, 3, 2],
      [4, 3, 3],
      [5, 4, 0],
    ])
    expect(said).toEqual([7, 7, 7, 7, 7])
  })

  test('throws away what it holds of an older epoch, and after stale sound until there is a new one', async () => {
    const sending = make()
    sending.begin(0)
    const first = Promise.withResolvers<{ keptMs: number }>()
    answer = () => first.promise
    for (const frames of [1, 2, 3]) sending.put(second(frames))
    sending.begin(1)
    answer = () => Promise.reject(new Failure('staleSound'))
    first.resolve({ keptMs: 1 })
    sending.put(second(4))
    sending.put(second(5))
    await sending.settle(1_000)
    sending.put(second(6))
    expect(sent).toEqual([
      [1, 0, 0],
      [4, 1, 0],
    ])
    expect(sending.isOpen).toBe(false)
    answer = () => Promise.resolve({ keptMs: 2 })
    sending.begin(2)
    sending.put(second(7))
    await sending.settle(1_000)
    expect(sent.at(-1)).toEqual([7, 2, 0])
  })

  test('tries again what a full disk did not take, holds no more than a few, and says that', async () => {
    vi.useFakeTimers()
    const sending = make()
    sending.begin(0)
    answer = () => Promise.reject(new Failure('diskFull'))
    for (let frames = 1; frames <= mostHeld + 5; frames += 1) sending.put(second(frames))
    await vi.advanceTimersByTimeAsync(2_500)
    expect(sent).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
    ])
    expect(said).toEqual([true, 'diskFull', 'diskFull', 'diskFull'])
    answer = () => Promise.resolve({ keptMs: 1 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent.slice(3).map(([frames]) => frames)).toEqual(Array.from({ length: mostHeld }, (_, at) => at + 1))
    expect(said.at(-1)).not.toBe(true)
    expect(said).toContain(false)
  })

  test('what is said in between stands between the sound before it and the sound after it', async () => {
    const sending = make()
    sending.begin(0)
    sending.put(second(1))
    sending.inTurn(async () => void sent.push([-1, -1, -1]))
    sending.put(second(2))
    await sending.settle(1_000)
    expect(sent.map(([frames]) => frames)).toEqual([1, -1, 2])
  })
})

describe('a microphone that is watched', () => {
  const track = Object.assign(new EventTarget(), { readyState: 'live' as MediaStreamTrackState, muted: false })
  const context = Object.assign(new EventTarget(), {
    state: 'running' as AudioContextState,
    resume: vi.fn(() => Promise.resolve()),
  })
  const said: unknown[] = []
  let now = 0
  const pass = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 100) {
      now += 100
      vi.advanceTimersByTime(100)
    }
  }
  beforeEach(() => {
    vi.useFakeTimers()
    said.length = 0
    Object.assign(track, { readyState: 'live', muted: false })
    Object.assign(context, { state: 'running' })
  })
  afterEach(() => void vi.useRealTimers())
  const watch = () =>
    watchCapture(
      { track, context },
      (trouble) => said.push(trouble),
      () => said.push('lull'),
      () => now,
    )

  test('is gone, muted or suspended: each is said within two seconds, and that it is well again', () => {
    const watched = watch()
    const sounds = (): void => {
      for (let at = 0; at < 10; at += 1) watched.block(false)
    }
    sounds()
    Object.assign(track, { muted: true })
    track.dispatchEvent(new Event('mute'))
    Object.assign(track, { muted: false })
    track.dispatchEvent(new Event('unmute'))
    expect(said).toEqual(['muted', null])
    Object.assign(context, { state: 'suspended' })
    context.dispatchEvent(new Event('statechange'))
    pass(1_800)
    expect(said).toEqual(['muted', null, 'lull', 'asleep'])
    expect(context.resume).toHaveBeenCalled()
    Object.assign(context, { state: 'running' })
    sounds()
    Object.assign(track, { readyState: 'ended' })
    pass(200)
    expect(said.slice(4)).toEqual([null, 'unplugged'])
    watched.end()
    pass(5_000)
    expect(said).toHaveLength(6)
  })

  test('gives nothing but silence: said after a second and a half of it, and not sooner', () => {
    const watched = watch()
    for (let at = 0; at < 74; at += 1) watched.block(true)
    expect(said).toEqual([])
    watched.block(true)
    watched.block(false)
    expect(said).toEqual(['silent', null])
    watched.end()
  })
})

test('hidden, it waits for the lock and then for the opening', () => {
  expect(hidingAfter('no', true)).toBe('no')
  expect(hidingAfter('open', true)).toBe('open')
  expect(hidingAfter('open', false)).toBe('locked')
  expect(hidingAfter('locked', false)).toBe('locked')
  expect(hidingAfter('locked', true)).toBe('no')
})
