// Some of the words are typed back from the paper: an archive whose paper key cannot be read does not count.
import { useEffect, useRef, useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './Door.module.css'

export interface PaperKeyCheckProps {
  /** 0 to 23. */
  places: readonly number[]
  onShowAgain: () => void
  onRight: () => void
}

export function PaperKeyCheck({ places, onShowAgain, onRight }: PaperKeyCheckProps) {
  const say = useWords()
  const archive = useArchive()
  const first = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState<readonly string[]>(() => places.map(() => ''))
  const [comparing, setComparing] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => first.current?.focus(), [])

  const compare = async (): Promise<void> => {
    setComparing(true)
    setWrong(null)
    try {
      const { right } = await archive.door.confirmPaperKey({
        words: words.map((word) => word.trim().toLowerCase().normalize('NFC')),
      })
      if (right) return onRight()
      setWrong(say('door.check.wrong'))
    } catch (thrown) {
      setWrong(say.failure(codeOf(thrown)))
    }
    setComparing(false)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void compare()
      }}
    >
      <h2>{say('door.check.title')}</h2>
      <p>{say('door.check.says')}</p>
      {places.map((place, index) => (
        <TextField
          key={place}
          label={say('door.check.word', { place: place + 1 })}
          value={words[index] ?? ''}
          onChange={(typed) => setWords(words.map((word, at) => (at === index ? typed : word)))}
          autoComplete="off"
          maxLength={40}
          dir="ltr"
          {...(index === 0 ? { inputRef: first } : {})}
        />
      ))}
      {wrong !== null && (
        <Notice kind="care" said>
          {wrong}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={comparing || words.some((word) => word.trim() === '')}>
          {comparing ? say('door.check.comparing') : say('door.check.press')}
        </Button>
        <Button onPress={onShowAgain} isDisabled={comparing}>
          {say('door.check.showAgain')}
        </Button>
      </div>
    </form>
  )
}
