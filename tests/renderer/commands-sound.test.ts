// The player behind the keys: how far Play steps back, how far back and on go, and the rest while somebody types.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SoundPlayer } from '../../renderer/features/story/sound-player.ts'
import { pauseWhileTypingIn, restMs } from '../../renderer/features/story/use-pause-while-typing.ts'

/** An element that sounds without a sound card: it says when it plays, pauses and has gone to a place, as Chromium does. */
class Sounding extends EventTarget {
  currentTime = 0
  readyState = 4
  duration = 60
  playbackRate = 1
  preservesPitch = false
  src = ''
  hasAttribute = () => this.src !== ''
  removeAttribute = () => (this.src = '')
  load = () => {}
  play = () => {
    this.dispatchEvent(new Event('play'))
    return Promise.resolve()
  }
  pause = () => void this.dispatchEvent(new Event('pause'))
}

let element: Sounding
let player: SoundPlayer
beforeEach(() => {
  vi.useFakeTimers()
  element = new Sounding()
  player = new SoundPlayer()
  player.attach(element as unknown as HTMLAudioElement)
  player.load('one', 'app://sound', 60_000, 0)
  element.dispatchEvent(new Event('loadedmetadata'))
  player.seek(20_000)
})
afterEach(() => void vi.useRealTimers())

describe('Play', () => {
  test('steps back by 1.5 seconds, every time', () => {
    player.toggle()
    expect(element.currentTime).toBe(18.5)
    player.toggle()
    player.toggle()
    expect(element.currentTime).toBe(17)
  })
  test.each([0, 500, 5_000])('steps back by %s ms where somebody wants that', (ms) => {
    player.stepBackBy(ms)
    player.play()
    expect(element.currentTime).toBe(20 - ms / 1000)
  })
  test('does not step back before the beginning', () => {
    player.seek(400)
    player.play()
    expect(element.currentTime).toBe(0)
  })
})

test('back and on go by what they are given, within the sound, and are counted so that they can be said', () => {
  player.nudge(-2_000)
  expect(element.currentTime).toBe(18)
  player.nudge(10_000)
  expect(element.currentTime).toBe(28)
  player.nudge(100_000)
  expect(element.currentTime).toBe(60)
  expect(player.current().jumps).toBe(3)
  player.empty()
  player.nudge(1_000)
  expect(player.current().jumps).toBe(3)
})

test('slower and faster keep the pitch', () => {
  expect(element.preservesPitch).toBe(true)
  player.changeRate(-1)
  player.changeRate(-1)
  expect(element.playbackRate).toBe(0.8)
})

describe('while somebody types', () => {
  /** A field in a page, as far as this listens to one. */
  class Place extends EventTarget {
    closest = () => this
  }
  const place = new Place()
  let stop = (): void => {}
  beforeEach(() => {
    vi.stubGlobal('Element', Place)
    vi.stubGlobal(
      'InputEvent',
      class InputEvent extends Event {
        isComposing = false
      },
    )
    stop = pauseWhileTypingIn(place, player)
    player.play()
  })
  afterEach(() => {
    stop()
    vi.unstubAllGlobals()
  })
  const type = (composing = false) => {
    const event = new InputEvent('input')
    Object.assign(event, { isComposing: composing })
    place.dispatchEvent(event)
  }
  const playing = () => player.current().playing

  test('the sound rests, and goes on when the hands have rested', () => {
    type()
    expect(playing()).toBe(false)
    vi.advanceTimersByTime(restMs - 100)
    type()
    vi.advanceTimersByTime(restMs - 100)
    expect(playing()).toBe(false)
    vi.advanceTimersByTime(200)
    expect(playing()).toBe(true)
  })
  test('it does not go on while an input method is composing', () => {
    type(true)
    vi.advanceTimersByTime(restMs * 10)
    expect(playing()).toBe(false)
    place.dispatchEvent(new Event('compositionend'))
    vi.advanceTimersByTime(restMs)
    expect(playing()).toBe(true)
  })
  test('it does not begin by itself where nothing sounded', () => {
    player.pause()
    type()
    vi.advanceTimersByTime(restMs * 10)
    expect(playing()).toBe(false)
  })
  test('whoever presses Play and Pause meanwhile has decided', () => {
    type()
    player.toggle()
    player.toggle()
    vi.advanceTimersByTime(restMs * 10)
    expect(playing()).toBe(false)
  })
  test('nothing sounds any more once the recording is gone', () => {
    type()
    player.empty()
    vi.advanceTimersByTime(restMs * 10)
    expect(playing()).toBe(false)
  })
})
