// Taking sound out by itself: what is heard there, from whom, why. Nothing is chosen beforehand.
import { useState, type FormEvent } from 'react'
import type { RedactedThing } from '../../../../shared/domain/marks/marks.ts'
import type { Stretch } from '../../../features/story/drawn-sound.ts'
import { writtenTime } from '../../../features/story/written-time.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import type { TakenFrom } from '../../../features/with-her/reach-choices.ts'
import { FromWhomTakenOut, ThingTakenOut, WhyTakenOut } from '../../../features/with-her/TakenOutFields.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { useWords } from '../../../words/say.tsx'
import { useDoing } from '../../use-doing.ts'
import rooms from './HerRooms.module.css'

export interface SoundOutWords {
  readonly thing: RedactedThing
  readonly reach: TakenFrom
  readonly why: string
}

interface HerTakeSoundOutProps {
  readonly stretch: Stretch
  readonly onKeep: (words: SoundOutWords) => Promise<void>
  readonly onClose: () => void
}

export function HerTakeSoundOut({ stretch, onKeep, onClose }: HerTakeSoundOutProps) {
  const say = useWords()
  const doing = useDoing()
  const [thing, setThing] = useState<RedactedThing | null>(null)
  const [reach, setReach] = useState<TakenFrom | null>(null)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const missing = (is: boolean): string | null => (tried && is ? say('her.missing') : null)
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (thing === null || reach === null) return
    doing.run(async () => {
      await onKeep({ thing, reach, why: why.trim() })
      onClose()
    })
  }
  return (
    <Dialog title={say('her.takeSoundOut')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} noValidate className={rooms.form}>
        <p>{say('her.near.from', { start: writtenTime(stretch.startMs), end: writtenTime(stretch.endMs) })}</p>
        <ThingTakenOut
          label={say('her.takeSoundOut.thing')}
          value={thing}
          onChange={setThing}
          wrong={missing(thing === null)}
        />
        <FromWhomTakenOut of="sound" value={reach} onChange={setReach} wrong={missing(reach === null)} />
        <WhyTakenOut value={why} onChange={setWhy} />
        <p className={rooms.soft}>{say('her.takeSoundOut.wordsStay')}</p>
        <Failed failure={doing.failure} />
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy}>
            {say('her.takeOut.keep')}
          </Button>
          <Button onPress={onClose}>{say('her.change.leave')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
