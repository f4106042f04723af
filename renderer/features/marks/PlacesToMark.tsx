// The places that will be taken out: each with the line it stands in and, where the story has sound, its time there.
import { CheckBox } from '../../ui/CheckBox.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkForm.module.css'
import { exactTime } from './exact-time.ts'
import type { SoundHand } from './sound-hand.ts'
import type { PlaceToMark } from './spans-to-mark.ts'
import { TimesFields } from './TimesFields.tsx'

export interface TickedPlace extends PlaceToMark {
  readonly ticked: boolean
}

interface PlacesToMarkProps {
  readonly places: readonly TickedPlace[]
  readonly onPlaces: (places: readonly TickedPlace[]) => void
  /** Without a box, because these are what was chosen. */
  readonly fixed: boolean
  readonly sound: SoundHand | null
}

export function PlacesToMark({ places, onPlaces, fixed, sound }: PlacesToMarkProps) {
  const say = useWords()
  const change = (index: number, to: Partial<TickedPlace>): void =>
    onPlaces(places.map((place, nth) => (nth === index ? { ...place, ...to } : place)))
  return (
    <ul className={styles.places}>
      {places.map((place, index) => {
        const { passage, start, before, text, after, recording, exact, ticked } = place
        const line = (
          <span className={styles.line} dir="auto">
            {before}
            <mark>{text.length > 400 ? `${text.slice(0, 400)}…` : text}</mark>
            {after}
          </span>
        )
        return (
          <li key={`${passage} ${start}`} className={styles.place}>
            {fixed ? (
              line
            ) : (
              <CheckBox isSelected={ticked} onChange={(is) => change(index, { ticked: is })}>
                {line}
              </CheckBox>
            )}
            {ticked &&
              recording !== null &&
              sound !== null &&
              (exact ? (
                <p className={styles.note}>
                  {say('marks.times.exact', {
                    start: exactTime(say, place.startMs ?? 0),
                    end: exactTime(say, place.endMs ?? 0),
                  })}
                </p>
              ) : (
                <>
                  <p className={styles.note}>
                    {say(place.startMs === null ? 'marks.times.unknown' : 'marks.times.whole')}
                  </p>
                  <TimesFields
                    recording={recording}
                    times={place}
                    sound={sound}
                    onTimes={(times) => change(index, times)}
                  />
                </>
              ))}
          </li>
        )
      })}
    </ul>
  )
}
