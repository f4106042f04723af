// How far a machine is that listens, how long it may still take, and the way to stop it.
import { useEffect, useState } from 'react'
import { Progress } from '../../ui/Progress.tsx'
import { useWords, type Say } from '../../words/say.tsx'
import { cancelTranscribing, type UnderWay } from './under-way.ts'

/** Below this nothing is guessed: milliseconds. */
const tooEarly = 3_000

function timeLeft(say: Say, { done, listensSince }: UnderWay, now: number): string {
  const spent = now - listensSince
  if (done === null) return say('transcribing.going.getting')
  if (spent < tooEarly || done <= 0.005) return say('transcribing.left.counting')
  const minutes = (spent * (1 - done)) / done / 60_000
  if (minutes < 1) return say('transcribing.left.moment')
  if (minutes < 90) return say('transcribing.left.minutes', { minutes: Math.round(minutes) })
  return say('transcribing.left.hours', { hours: Math.round(minutes / 60) })
}

export function Listening({ underWay, isHere }: { underWay: UnderWay; isHere: boolean }) {
  const say = useWords()
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const ticking = setInterval(() => setNow(performance.now()), 1_000)
    return () => clearInterval(ticking)
  }, [])
  return (
    <section aria-label={say('transcribing.going')}>
      <Progress
        label={say(isHere ? 'transcribing.going' : 'transcribing.going.elsewhere')}
        value={underWay.done}
        note={timeLeft(say, underWay, now)}
        onCancel={cancelTranscribing}
      />
      <p>{say('transcribing.going.goOn')}</p>
    </section>
  )
}
