// At the door: that a recording goes on, how much of it is kept, and a way to its window where that is not there.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { openRecorderWindow } from './recorder-window.ts'
import { underWay, useTake } from './use-take.ts'

export function TakeAtDoor() {
  const say = useWords()
  const take = useTake()
  const [isBlocked, setBlocked] = useState(false)
  if (take === undefined || underWay(take) === null) return null
  const time = say.time(take.keptMs)
  const isAlone = !take.heard && take.state === 'recording'
  return (
    <Notice
      kind={isAlone ? 'care' : 'note'}
      action={isAlone && <Button onPress={() => setBlocked(!openRecorderWindow())}>{say('record.window.open')}</Button>}
    >
      {say(take.state === 'paused' ? 'record.goesOn.paused' : 'record.goesOn', { time })}
      {isAlone && ` ${say(isBlocked ? 'record.blocked' : 'record.window.gone')}`}
    </Notice>
  )
}
