// Taking words out: which, what they are, from whom, and what stands there instead. Nothing is chosen beforehand.
import { useState, type FormEvent } from 'react'
import { redactionWays, type RedactedThing, type RedactionWay } from '../../../shared/domain/marks/marks.ts'
import type { Span } from '../../../shared/domain/marks/ranges.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import type { TakenFrom } from './reach-choices.ts'
import { SamePlaces } from './SamePlaces.tsx'
import { FromWhomTakenOut, ThingTakenOut, WhyTakenOut } from './TakenOutFields.tsx'
import { useSameWords } from './use-same-words.ts'
import { chosenIn, noWords, WhichWords } from './WhichWords.tsx'
import styles from './with-her.module.css'

export interface TakenOutWords {
  readonly thing: RedactedThing
  readonly reach: TakenFrom
  readonly way: RedactionWay
  readonly replacement: string
  readonly why: string
}

interface TakeOutProps {
  readonly testimony: string
  readonly passage: Passage
  readonly passages: readonly Passage[]
  readonly onKeep: (places: readonly Pick<Span, 'passage' | 'start' | 'end'>[], words: TakenOutWords) => Promise<void>
  readonly onClose: () => void
}

export function TakeOut({ testimony, passage, passages, onKeep, onClose }: TakeOutProps) {
  const say = useWords()
  const doing = useDoing()
  const [which, setWhich] = useState(noWords)
  const [thing, setThing] = useState<RedactedThing | null>(null)
  const [reach, setReach] = useState<TakenFrom | null>(null)
  const [way, setWay] = useState<RedactionWay | null>(null)
  const [instead, setInstead] = useState('')
  const [why, setWhy] = useState('')
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [tried, setTried] = useState(false)
  const stretches = chosenIn(which, passage)
  const [only] = stretches
  const looked = which.much === 'some' && stretches.length === 1 && only !== undefined ? only : null
  const { places } = useSameWords(testimony, passage, looked)
  const needsInstead = way === 'pseudonym' || way === 'vaguer'
  const missing = (is: boolean): string | null => (tried && is ? say('her.missing') : null)

  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const what = which.much === 'all' ? 'passage' : thing
    if (stretches.length === 0 || what === null || reach === null || way === null || places === null) return
    if (needsInstead && instead.trim() === '') return
    const elsewhere = places.filter((_, index) => !left.has(index))
    doing.run(async () => {
      await onKeep(
        [
          ...stretches.map(({ start, end }) => ({ passage: passage.id, start, end })),
          ...elsewhere.map((place) => ({ passage: place.passage, start: place.start, end: place.end })),
        ],
        { thing: what, reach, way, replacement: needsInstead ? instead.trim() : '', why: why.trim() },
      )
      onClose()
    })
  }
  return (
    <Dialog title={say('her.takeOut')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} noValidate className={styles.form}>
        <WhichWords
          passage={passage}
          which={which}
          onWhich={(next) => {
            setWhich(next)
            setLeft(new Set())
          }}
          tried={tried}
        />
        {places !== null && places.length > 0 && (
          <SamePlaces places={places} passages={passages} left={left} onLeft={setLeft} />
        )}
        {which.much === 'some' && (
          <ThingTakenOut
            label={say('her.takeOut.thing')}
            value={thing}
            onChange={setThing}
            wrong={missing(thing === null)}
          />
        )}
        <FromWhomTakenOut of="words" value={reach} onChange={setReach} wrong={missing(reach === null)} />
        <Answers
          label={say('her.takeOut.way')}
          value={way}
          onChange={setWay}
          options={redactionWays.map((id) => ({ id, name: say(`her.takeOut.way.${id}`) }))}
          wrong={missing(way === null)}
        />
        {needsInstead && (
          <TextField
            label={say('her.takeOut.instead')}
            value={instead}
            onChange={setInstead}
            dir="auto"
            maxLength={2_000}
            wrong={missing(instead.trim() === '')}
          />
        )}
        <WhyTakenOut value={why} onChange={setWhy} />
        <p className={styles.soft}>{say('her.takeOut.sound')}</p>
        <Failed failure={doing.failure} />
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy || places === null}>
            {say('her.takeOut.keep')}
          </Button>
          <Button onPress={onClose}>{say('her.change.leave')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
