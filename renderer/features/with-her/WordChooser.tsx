// The words of a passage as buttons: pressed ones are chosen. One stop for Tab, arrows go from word to word.
import { useRef, useState } from 'react'
import { useWords } from '../../words/say.tsx'
import { wholeWords } from './whole-words.ts'
import styles from './WordChooser.module.css'
import room from './with-her.module.css'

interface WordChooserProps {
  readonly text: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly chosen: ReadonlySet<number>
  readonly onChosen: (chosen: ReadonlySet<number>) => void
}

export function WordChooser({ text, language, direction, chosen, onChosen }: WordChooserProps) {
  const say = useWords()
  const words = wholeWords(text, language)
  const [here, setHere] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  const goTo = (index: number): void => {
    const to = Math.max(0, Math.min(words.length - 1, index))
    setHere(to)
    place.current?.querySelectorAll<HTMLElement>('button')[to]?.focus()
  }
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  const steps: Readonly<Record<string, number>> = {
    [forward]: here + 1,
    ArrowDown: here + 1,
    [back]: here - 1,
    ArrowUp: here - 1,
    Home: 0,
    End: words.length - 1,
  }
  return (
    <div role="group" aria-label={say('her.choose.words')} className={styles.chooser}>
      <p className={room.soft}>{say('her.choose.how')}</p>
      <div className={styles.words} ref={place} lang={language} dir={direction}>
        {words.map((word, index) => (
          <button
            key={word.start}
            type="button"
            className={styles.word}
            aria-pressed={chosen.has(index)}
            tabIndex={index === here ? 0 : -1}
            onFocus={() => setHere(index)}
            onClick={() => {
              const next = new Set(chosen)
              if (!next.delete(index)) next.add(index)
              onChosen(next)
            }}
            onKeyDown={(event) => {
              const to = steps[event.key]
              if (to === undefined) return
              event.preventDefault()
              goTo(to)
            }}
          >
            {word.text}
          </button>
        ))}
      </div>
    </div>
  )
}
