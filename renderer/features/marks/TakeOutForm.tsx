// Taking words out: what, from whom, how; the same words elsewhere; and where all of it is in the sound.
import { useEffect, useState, type FormEvent } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkForm.module.css'
import { PlacesToMark, type TickedPlace } from './PlacesToMark.tsx'
import type { SoundHand } from './sound-hand.ts'
import { asSpan, placeToMark, type WordsAt } from './spans-to-mark.ts'
import { answered, askedOf, type TakeOutWords } from './take-out-words.ts'
import { TakeOutQuestions } from './TakeOutQuestions.tsx'
import { timesHold } from './TimesFields.tsx'

interface TakeOutFormProps {
  readonly testimony: string
  readonly passages: readonly Passage[]
  readonly chosen: readonly WordsAt[]
  readonly sound: SoundHand | null
  readonly onKeep: (spans: readonly ReturnType<typeof asSpan>[], words: TakeOutWords) => Promise<void>
  readonly onClose: () => void
}

export function TakeOutForm({ testimony, passages, chosen, sound, onKeep, onClose }: TakeOutFormProps) {
  const say = useWords()
  const placed = (spans: readonly WordsAt[]): readonly TickedPlace[] =>
    spans.flatMap((span) => {
      const passage = passages.find(({ id }) => id === span.passage)
      return passage === undefined ? [] : [{ ...placeToMark(passage, span), ticked: true }]
    })
  const [asked, setAsked] = useState(() => askedOf(null))
  const [places, setPlaces] = useState(() => placed(chosen))
  const [others, setOthers] = useState<readonly TickedPlace[]>([])
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const looking = useSameWords(testimony, places, (found) => setOthers(placed(found)))

  const all = [...places, ...others.filter(({ ticked }) => ticked)]
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const words = answered(asked)
    if (words === null || looking || !all.every(timesHold)) return
    doing.run(async () => {
      await onKeep(all.map(asSpan), words)
      onClose()
    })
  }
  const allTicked = others.every(({ ticked }) => ticked)
  const unheard = sound !== null && all.some(({ recording, startMs }) => recording !== null && startMs === null)
  return (
    <Dialog title={say('marks.takeOut.new')} isOpen onClose={onClose} wide>
      <form onSubmit={keep} className={styles.form} noValidate>
        <PlacesToMark places={places} onPlaces={setPlaces} fixed sound={sound} />
        {others.length > 0 && (
          <section className={styles.form} aria-label={say('marks.same', { count: others.length })}>
            <h3 className={styles.head}>{say('marks.same', { count: others.length })}</h3>
            <CheckBox
              isSelected={allTicked}
              isIndeterminate={!allTicked && others.some(({ ticked }) => ticked)}
              onChange={(ticked) => setOthers(others.map((place) => ({ ...place, ticked })))}
            >
              {say('marks.same.all')}
            </CheckBox>
            <PlacesToMark places={others} onPlaces={setOthers} fixed={false} sound={sound} />
          </section>
        )}
        <TakeOutQuestions asked={asked} onAsked={setAsked} tried={tried} />
        {unheard && <Notice kind="care">{say('marks.times.stillHeard')}</Notice>}
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={doing.busy || looking}>
            {say('marks.takeOut.keep', { count: all.length })}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Looks once for the same words elsewhere; only for one stretch of words short enough to be a name or a place. */
function useSameWords(
  testimony: string,
  places: readonly TickedPlace[],
  onFound: (spans: readonly WordsAt[]) => void,
): boolean {
  const archive = useArchive()
  const [only] = places
  const [words] = useState(places.length === 1 && only !== undefined && only.text.length <= 120 ? only.text : null)
  const [looking, setLooking] = useState(words !== null)
  useEffect(() => {
    if (words === null) return
    const leaving = new AbortController()
    archive.marks.sameWords({ testimony, words }, leaving.signal).then(
      ({ spans }) => {
        if (leaving.signal.aborted) return
        onFound(
          spans.filter(
            (span) =>
              !places.some(
                (place) => place.passage === span.passage && place.start < span.end && span.start < place.end,
              ),
          ),
        )
        setLooking(false)
      },
      () => {
        if (!leaving.signal.aborted) setLooking(false)
      },
    )
    return () => leaving.abort()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, for the words that were chosen
  }, [archive, testimony, words])
  return looking
}
