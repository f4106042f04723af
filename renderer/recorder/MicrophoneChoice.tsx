// Which microphone: the one that records, or another one that goes on in the same recording.
import { useEffect, useState } from 'react'
import { microphones, type Microphone } from './sound/capture.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { useWords } from '../words/say.tsx'

/** Stands for whichever the system takes: a list's option needs an id. */
const systems = 'default'

/** The microphones that there are, read again whenever one comes or goes. */
export function useMicrophones(asked: unknown): readonly Microphone[] {
  const [found, setFound] = useState<readonly Microphone[]>([])
  useEffect(() => {
    let isOver = false
    const look = (): void => {
      void microphones().then((list) => {
        if (!isOver) setFound(list)
      })
    }
    look()
    navigator.mediaDevices.addEventListener('devicechange', look)
    return () => {
      isOver = true
      navigator.mediaDevices.removeEventListener('devicechange', look)
    }
  }, [asked])
  return found
}

interface MicrophoneFieldProps {
  /** Empty for the system's own. */
  readonly value: string
  readonly onChange: (id: string) => void
  /** Whatever changes when names may have become known. */
  readonly asked: unknown
}

export function MicrophoneField({ value, onChange, asked }: MicrophoneFieldProps) {
  const say = useWords()
  const found = useMicrophones(asked).filter(({ id }) => id !== systems)
  return (
    <Choice
      label={say('record.microphone')}
      value={value === '' || !found.some(({ id }) => id === value) ? systems : value}
      onChange={(id) => onChange(id === systems ? '' : id)}
      options={[
        { id: systems, name: say('record.microphone.default') },
        ...found.map(({ id, name }, at) => ({
          id,
          name: name === '' ? say('record.microphone.nameless', { number: at + 1 }) : name,
        })),
      ]}
    />
  )
}

/** Takes another microphone, or the same one again. */
export function TakeMicrophone({ now, onTake }: { now: string; onTake: (id: string) => void }) {
  const say = useWords()
  const [chosen, setChosen] = useState(now)
  const found = useMicrophones(now)
  // NOTE: one that has gone is shown as the machine's own, and that is what is taken then.
  const isGone = found.length > 0 && !found.some(({ id }) => id === chosen)
  const wanted = isGone ? '' : chosen
  return (
    <div>
      <MicrophoneField value={wanted} onChange={setChosen} asked={now} />
      <Button onPress={() => onTake(wanted)}>{say('recorder.microphone.take')}</Button>
    </div>
  )
}
