// A channel that comes again where whoever it reached was just taking leave, and another is about to take the place.
import { channelOver, type Channel } from './channel.ts'

const mostTimes = 12
const pauseMs = 250

/**
 * Opened anew, with what was sent so far, as long as no message has come over it and `isFinal` does not say that its end is
 * one: three seconds at the most.
 */
export function patientChannel(open: () => Channel, isFinal: () => boolean): Channel {
  let times = 0
  let isAnswered = false
  let isShut = false
  let sent: unknown[] = []
  let current: Channel | undefined
  const end = channelOver({
    post(message) {
      if (!isAnswered) sent.push(message)
      current?.send(message)
    },
    shut() {
      isShut = true
      current?.close()
    },
  })

  function attempt(): void {
    if (isShut) return
    times += 1
    const mine = open()
    current = mine
    mine.onMessage((message) => {
      isAnswered = true
      sent = []
      end.arrived(message)
    })
    for (const message of sent) mine.send(message)
    mine.onClose(() => {
      current = undefined
      if (isAnswered || isShut || times === mostTimes || isFinal()) end.gone()
      else setTimeout(attempt, pauseMs)
    })
  }
  attempt()
  return end.channel
}
