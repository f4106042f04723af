// Some words are typed back from a paper before what stands on it counts: a paper that cannot be read is none.
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'

export interface WordAsked {
  /** Its place on the paper. */
  readonly place: number
  readonly label: string
}

interface TypeBackProps {
  /** What is asked; stands above the fields. */
  readonly title: ReactNode
  /** One list of words a sheet of paper. */
  readonly sheets: readonly (readonly WordAsked[])[]
  /** Around the words of a sheet; without it they stand as they are. */
  readonly around?: (words: ReactNode) => ReactNode
  /** The class name of what the buttons stand in. */
  readonly actions: string | undefined
  /** A sentence where they are not right yet; null where whoever asked has gone on. */
  readonly compare: (words: string[][]) => Promise<string | null>
  readonly onShowAgain: () => void
  /** What it means to stop here. */
  readonly children: ReactNode
}

export function TypeBack({ title, sheets, around, actions, compare, onShowAgain, children }: TypeBackProps) {
  const say = useWords()
  const first = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState<readonly (readonly string[])[]>(() => sheets.map((sheet) => sheet.map(() => '')))
  const [comparing, setComparing] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => first.current?.focus(), [])

  const compareNow = async (): Promise<void> => {
    setComparing(true)
    setWrong(null)
    const said = await compare(words.map((of) => of.map((word) => word.trim().toLowerCase().normalize('NFC'))))
    if (said === null) return
    setWrong(said)
    setComparing(false)
  }
  const type = (sheet: number, nth: number, typed: string): void =>
    setWords(words.map((of, at) => (at === sheet ? of.map((word, place) => (place === nth ? typed : word)) : of)))

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void compareNow()
      }}
    >
      {title}
      {sheets.map((asked, sheet) => {
        const fields = asked.map(({ place, label }, nth) => (
          <TextField
            key={place}
            label={label}
            value={words[sheet]?.[nth] ?? ''}
            onChange={(typed) => type(sheet, nth, typed)}
            autoComplete="off"
            maxLength={40}
            dir="ltr"
            {...(sheet === 0 && nth === 0 ? { inputRef: first } : {})}
          />
        ))
        return <Fragment key={sheet}>{around === undefined ? fields : around(fields)}</Fragment>
      })}
      {wrong !== null && (
        <Notice kind="care" said>
          {wrong}
        </Notice>
      )}
      {children}
      <div className={actions}>
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
