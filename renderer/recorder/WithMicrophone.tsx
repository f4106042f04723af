// Which microphone records, that the machine uses another one by now, and a way to take another.
import { useEffect } from 'react'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/say.tsx'
import { TakeMicrophone } from './MicrophoneChoice.tsx'
import type { Recording } from './recording-now.ts'

interface WithMicrophoneProps {
  readonly now: Pick<Recording, 'capture' | 'microphone' | 'isAnotherOwn'>
  /** Said once to people who listen to the screen. */
  readonly announce: (text: string) => void
  readonly onTake: (id: string) => void
}

export function WithMicrophone({ now, announce, onTake }: WithMicrophoneProps) {
  const say = useWords()
  const { id, name } = now.microphone
  const known = name === '' ? say('record.microphone.nameless', { number: 1 }) : name
  const records = say('recorder.microphone.is', { name: known })
  const isOn = now.capture === 'on'
  useEffect(() => {
    if (isOn) announce(records)
  }, [isOn, records, announce])
  if (!isOn) return null
  return (
    <>
      {now.isAnotherOwn ? (
        <Notice kind="note" said>
          {say('recorder.microphone.changed', { name: known })}
        </Notice>
      ) : (
        <p>{records}</p>
      )}
      <Disclosure title={say('recorder.microphone')}>
        <TakeMicrophone now={id} onTake={onTake} />
      </Disclosure>
    </>
  )
}
