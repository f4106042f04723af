// Opens the archive with the sheets of trusted people, one after the other. What is wrong with one is said before the next.
import { useRef, useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { useFocusNext } from '../../app/use-focus-next.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { paperWords, wordsOfKey } from './paper-words.ts'
import { PaperWordsField } from './PaperWordsField.tsx'
import { whatIsWrongWithSheet } from './sheet-words.ts'
import styles from './Door.module.css'

interface OpenWithSheetsProps {
  readonly folder: string
  readonly onOpened: () => void
  readonly onPassphrase: () => void
}

/** NOTE: the words lie in the page until it opens or goes; the page goes at every lock. */
interface Given {
  readonly number: number
  readonly words: string
}

export function OpenWithSheets({ folder, onOpened, onPassphrase }: OpenWithSheetsProps) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLTextAreaElement>(null)
  const open = useRef<HTMLButtonElement>(null)
  const [given, setGiven] = useState<readonly Given[]>([])
  const [needed, setNeeded] = useState<number | null>(null)
  const [added, setAdded] = useState<number | null>(null)
  const [doing, setDoing] = useState<'looking' | 'opening' | null>(null)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const focusNext = useFocusNext()
  const more = needed === null ? null : Math.max(0, needed - given.length)

  const refuse = (sentences: readonly string[]): void => {
    setWrong(sentences)
    setDoing(null)
    focusNext(() => field.current)
  }

  const add = async (): Promise<void> => {
    const input = field.current
    if (input === null || doing !== null) return
    setAdded(null)
    const typed = paperWords(input.value)
    if (typed.length !== wordsOfKey) return refuse([say('door.sheets.is.count', { count: typed.length })])
    setWrong([])
    setDoing('looking')
    const words = typed.join(' ')
    try {
      const look = await archive.door.lookAtShares({ folder, sheets: [...given.map((one) => one.words), words] })
      const sheet = look.sheets.at(-1)
      if (sheet?.is !== 'usable' || sheet.number === null) return refuse(whatIsWrongWithSheet(say, sheet))
      input.value = ''
      setGiven([...given, { number: sheet.number, words }])
      setNeeded(look.needed)
      setAdded(sheet.number)
      setDoing(null)
      const isEnough = look.needed !== null && look.usable >= look.needed
      focusNext(() => (isEnough ? open.current : field.current))
    } catch (thrown) {
      refuse([say.failure(codeOf(thrown))])
    }
  }

  const openNow = async (): Promise<void> => {
    if (doing !== null) return
    setDoing('opening')
    setWrong([])
    setAdded(null)
    try {
      await archive.door.openWithShares({ folder, sheets: given.map(({ words }) => words) })
      setGiven([])
      onOpened()
    } catch (thrown) {
      refuse([say.failure(codeOf(thrown))])
    }
  }

  return (
    <>
      <h2>{say('door.sheets.title')}</h2>
      <p>{say('door.sheets.says')}</p>
      <p role="status">
        {added !== null && `${say('door.sheets.added', { number: added })} `}
        {more !== null && (more === 0 ? say('door.sheets.enough') : say('door.sheets.more', { more }))}
      </p>
      {given.length > 0 && (
        <ul className={styles.sheets} aria-label={say('door.sheets.given')}>
          {given.map(({ number }) => (
            <li key={number}>
              {say('door.sheets.one', { number })}
              <Button
                small
                onPress={() => {
                  const left = given.filter((one) => one.number !== number)
                  setGiven(left)
                  setAdded(null)
                  if (left.length === 0) setNeeded(null)
                  field.current?.focus()
                }}
              >
                {say('door.sheets.leave', { number })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {more === 0 ? (
        <>
          {wrong.length > 0 && (
            <Notice kind="care" said>
              {wrong.join(' ')}
            </Notice>
          )}
          {doing === 'opening' && (
            <Progress label={say('door.open.opening')} value={null} note={say('door.open.openingNote')} />
          )}
          <Button ref={open} kind="primary" onPress={() => void openNow()} isDisabled={doing !== null}>
            {say('door.open.press')}
          </Button>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <PaperWordsField key={given.length} inputRef={field} wrong={wrong} label={say('door.sheets.words')} />
          {doing === 'looking' && <Progress label={say('door.sheets.looking')} value={null} />}
          <Button kind="primary" type="submit" isDisabled={doing !== null}>
            {say('door.sheets.add')}
          </Button>
        </form>
      )}
      <div className={styles.others}>
        <Button kind="quiet" onPress={onPassphrase}>
          {say('door.paper.withPassphrase')}
        </Button>
      </div>
    </>
  )
}
