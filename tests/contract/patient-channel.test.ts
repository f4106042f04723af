// A page that reaches a process which is about to end reaches the next one, with what it asked, and shows nothing of it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { channelOver, type ChannelEnd } from '../../shared/rpc/channel.ts'
import { patientChannel } from '../../shared/rpc/patient-channel.ts'

interface Opened {
  readonly end: ChannelEnd
  readonly sent: unknown[]
}
let opened: Opened[]
beforeEach(() => {
  vi.useFakeTimers()
  opened = []
})
afterEach(() => void vi.useRealTimers())

function open() {
  const sent: unknown[] = []
  const end = channelOver({ post: (message) => void sent.push(message), shut: () => undefined })
  opened.push({ end, sent })
  return end.channel
}

test('what was asked is asked again of the next one, and its answer arrives', () => {
  const channel = patientChannel(open, () => false)
  const [heard, gone] = [vi.fn(), vi.fn()]
  channel.onMessage(heard)
  channel.onClose(gone)
  channel.send('state')
  opened[0]?.end.gone()
  channel.send('words')
  vi.advanceTimersByTime(250)
  expect(opened.map(({ sent }) => sent)).toEqual([['state'], ['state', 'words']])
  opened[1]?.end.arrived('closed')
  expect(heard.mock.calls).toEqual([['closed']])
  // From its first answer on an end is an end, and nothing is asked twice.
  opened[1]?.end.gone()
  vi.advanceTimersByTime(60_000)
  expect([opened.length, gone.mock.calls.length]).toEqual([2, 1])
})

test('where nobody takes the place it ends after three seconds; where its end is one, or it is closed, at once', () => {
  const gone = vi.fn()
  patientChannel(open, () => false).onClose(gone)
  for (let ms = 0; ms < 3_000; ms += 250) {
    expect(gone).not.toHaveBeenCalled()
    opened.at(-1)?.end.gone()
    vi.advanceTimersByTime(250)
  }
  expect([opened.length, gone.mock.calls.length]).toEqual([12, 1])

  const elsewhere = vi.fn()
  patientChannel(open, () => true).onClose(elsewhere)
  opened.at(-1)?.end.gone()
  expect(elsewhere).toHaveBeenCalledTimes(1)

  const mine = patientChannel(open, () => false)
  opened.at(-1)?.end.gone()
  mine.close()
  vi.advanceTimersByTime(60_000)
  expect(opened.length).toBe(14)
})
