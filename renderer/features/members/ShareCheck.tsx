// Two words of each sheet are typed back: sheets that cannot be read do not count.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import type { Shares } from './ShareSheets.tsx'
import styles from './members.module.css'

interface ShareCheckProps {
  readonly sheets: Shares['sheets']
  /** Gives the numbers of the sheets that are not right yet, or why it could not be looked at. */
  readonly confirm: (words: string[][]) => Promise<readonly number[] | FailureCode>
  readonly onShowAgain: () => void
  /** The archive was locked meanwhile. */
  readonly onGone: () => void
  readonly onRight: () => void
  /** What it means to stop here. */
  readonly children: ReactNode
}

export function ShareCheck({ sheets, confirm, onShowAgain, onGone, onRight, children }: ShareCheckProps) {
  const say = useWords()
  const first = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState<readonly (readonly string[])[]>(() =>
    sheets.map(({ check }) => check.map(() => '')),
  )
  const [comparing, setComparing] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => first.current?.focus(), [])

  const compare = async (): Promise<void> => {
    setComparing(true)
    setWrong(null)
    const said = await confirm(words.map((of) => of.map((word) => word.trim().toLowerCase().normalize('NFC'))))
    setComparing(false)
    if (said === 'notFound' || said === 'locked') return onGone()
    if (typeof said === 'string') return setWrong(say.failure(said))
    if (said.length === 0) return onRight()
    setWrong(
      say('members.shares.wrong', { sheets: say.list(said.map((number) => say('members.shares.sheet', { number }))) }),
    )
  }

  const type = (sheet: number, nth: number, typed: string): void =>
    setWords(words.map((of, at) => (at === sheet ? of.map((word, place) => (place === nth ? typed : word)) : of)))

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void compare()
      }}
    >
      <h3>{say('members.shares.check')}</h3>
      <p>{say('members.shares.checkSays')}</p>
      {sheets.map(({ number, check }, sheet) => (
        <div key={number} className={styles.fields}>
          {check.map((place, nth) => (
            <TextField
              key={place}
              label={say('members.shares.word', { number, place: place + 1 })}
              value={words[sheet]?.[nth] ?? ''}
              onChange={(typed) => type(sheet, nth, typed)}
              autoComplete="off"
              maxLength={40}
              dir="ltr"
              {...(sheet === 0 && nth === 0 ? { inputRef: first } : {})}
            />
          ))}
        </div>
      ))}
      {wrong !== null && (
        <Notice kind="care" said>
          {wrong}
        </Notice>
      )}
      {children}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={comparing || words.flat().some((word) => word.trim() === '')}>
          {comparing ? say('door.check.comparing') : say('door.check.press')}
        </Button>
        <Button onPress={onShowAgain} isDisabled={comparing}>
          {say('door.check.showAgain')}
        </Button>
      </div>
    </form>
  )
}
