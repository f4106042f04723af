// A machine that slept is found out when it wakes, and one that is only busy is not.
import { afterEach, expect, test, vi } from 'vitest'
import { lockAfterSleep } from '../../electron/browser/lock-after-sleep.ts'

afterEach(() => void vi.useRealTimers())

test('an hour that nobody saw locks, once; time that passes does not', () => {
  vi.useFakeTimers()
  const slept = vi.fn()
  const stop = lockAfterSleep(slept)
  vi.advanceTimersByTime(3_600_000)
  expect(slept).toHaveBeenCalledTimes(0)
  vi.setSystemTime(Date.now() + 3_600_000)
  vi.advanceTimersByTime(60_000)
  expect(slept).toHaveBeenCalledTimes(1)
  stop()
  vi.setSystemTime(Date.now() + 3_600_000)
  vi.advanceTimersByTime(60_000)
  expect(slept).toHaveBeenCalledTimes(1)
})
