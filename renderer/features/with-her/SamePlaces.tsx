// Every other place where the same words stand, each with what is around it; all of them go out too, but those she leaves.
import type { Passage } from '../../../shared/domain/story.ts'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { useWords } from '../../words/say.tsx'
import type { SamePlace } from './use-same-words.ts'
import styles from './with-her.module.css'

interface SamePlacesProps {
  readonly places: readonly SamePlace[]
  readonly passages: readonly Passage[]
  readonly left: ReadonlySet<number>
  readonly onLeft: (left: ReadonlySet<number>) => void
}

const around = 36

export function SamePlaces({ places, passages, left, onLeft }: SamePlacesProps) {
  const say = useWords()
  return (
    <fieldset className={styles.fields}>
      <legend>{say('her.takeOut.same', { count: places.length })}</legend>
      {places.map(({ passage, start, end }, index) => {
        const found = passages.find(({ id }) => id === passage)
        const text = found?.text ?? ''
        return (
          <CheckBox
            key={`${passage} ${start}`}
            isSelected={!left.has(index)}
            onChange={(isIn) => {
              const next = new Set(left)
              if (isIn) next.delete(index)
              else next.add(index)
              onLeft(next)
            }}
          >
            <span lang={found?.language} dir={found?.direction}>
              {start > around ? '…' : ''}
              {text.slice(Math.max(0, start - around), start)}
              <b>{text.slice(start, end)}</b>
              {text.slice(end, end + around)}
              {end + around < text.length ? '…' : ''}
            </span>
          </CheckBox>
        )
      })}
    </fieldset>
  )
}
