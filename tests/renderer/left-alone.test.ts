// An archivist's window locks when nobody uses it, sooner where nobody sees it, and not while something is at work.
import { expect, test } from 'vitest'
import { leftAloneMs, unseenMs, watchLeftAlone, workingEvent } from '../../renderer/app/left-alone.ts'

function watched() {
  const page = new EventTarget()
  let [now, unseen, left] = [0, false, 0]
  let tick = (): void => {}
  const stop = watchLeftAlone(page, () => (left += 1), {
    now: () => now,
    every: (work) => {
      tick = work
      return () => void (tick = () => {})
    },
    isUnseen: () => unseen,
  })
  return {
    page,
    stop,
    left: () => left,
    see: (is: boolean) => void (unseen = !is),
    wait(ms: number) {
      now += ms
      tick()
    },
  }
}

test('after twenty minutes, once', () => {
  const { wait, left } = watched()
  wait(leftAloneMs - 1)
  expect(left()).toBe(0)
  wait(1)
  wait(leftAloneMs)
  expect(left()).toBe(1)
})

test('sooner where the page is not seen', () => {
  const { wait, left, see } = watched()
  see(false)
  wait(unseenMs - 1)
  expect(left()).toBe(0)
  wait(1)
  expect(left()).toBe(1)
})

test.each(['pointermove', 'keydown', 'timeupdate', workingEvent])('%s is use', (kind) => {
  const { page, wait, left } = watched()
  wait(leftAloneMs - 1)
  page.dispatchEvent(new Event(kind))
  wait(leftAloneMs - 1)
  expect(left()).toBe(0)
  wait(1)
  expect(left()).toBe(1)
})

test('it can be stopped', () => {
  const { wait, left, stop } = watched()
  stop()
  wait(2 * leftAloneMs)
  expect(left()).toBe(0)
})
