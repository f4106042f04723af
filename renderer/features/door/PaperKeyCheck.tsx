// Some of the words are typed back from the paper: an archive whose paper key cannot be read does not count.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { codeOf } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './Door.module.css'

export interface PaperKeyCheckProps {
  /** 0 to 23. */
  places: readonly number[]
  confirm: (words: string[]) => Promise<{ right: boolean }>
  onShowAgain: () => void
  /** The archive was locked meanwhile, and nothing waits for these words any more. */
  onGone: () => void
  onRight: () => void
  /** What it means to stop here. */
  children: ReactNode
}

export function PaperKeyCheck({ places, confirm, onShowAgain, onGone, onRight, children }: PaperKeyCheckProps) {
  const say = useWords()
  const first = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState<readonly string[]>(() => places.map(() => ''))
  const [comparing, setComparing] = useState(false)
  const [gone, setGone] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => first.current?.focus(), [])

  const compare = async (): Promise<void> => {
    setComparing(true)
    setWrong(null)
    try {
      const { right } = await confirm(words.map((word) => word.trim().toLowerCase().normalize('NFC')))
      if (right) return onRight()
      setWrong(say('door.check.wrong'))
    } catch (thrown) {
      const code = codeOf(thrown)
      if (code === 'notFound' || code === 'locked') setGone(true)
      else setWrong(say.failure(code))
    }
    setComparing(false)
  }

  if (gone)
    return (
      <Notice
        kind="care"
        said
        title={say('door.unmade.title')}
        action={<Button onPress={onGone}>{say('door.unmade.again')}</Button>}
      >
        {say('door.unmade.locked')}
      </Notice>
    )
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
      {children}
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
