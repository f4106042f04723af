// Opens the archive with the 24 words of the paper key.
import { useId, useRef, useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { whatIsWrong } from './paper-words.ts'
import fields from '../../ui/field.module.css'
import styles from './Door.module.css'

const wordsOfKey = 24

/** Words without the numbers and dots that stand beside them on the paper. */
export function paperWords(typed: string): string[] {
  return typed
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s\d.,;:]+/)
    .filter((word) => word !== '')
}

export function OpenWithPaperKey({
  folder,
  onOpened,
  onPassphrase,
}: {
  folder: string
  onOpened: () => void
  onPassphrase: () => void
}) {
  const say = useWords()
  const archive = useArchive()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [count, setCount] = useState(0)
  const [opening, setOpening] = useState(false)
  const [wrong, setWrong] = useState<readonly string[]>([])

  const open = async (): Promise<void> => {
    const input = field.current
    if (input === null || opening) return
    const words = paperWords(input.value)
    if (words.length !== wordsOfKey) {
      setWrong([say('door.paper.needed', { count: words.length })])
      return input.focus()
    }
    setOpening(true)
    setWrong([])
    try {
      await archive.door.openWithPaperKey({ folder, words: words.join(' ') })
      input.value = ''
      onOpened()
    } catch (thrown) {
      const code = codeOf(thrown)
      const look =
        code === 'wrongPaperKey'
          ? await archive.door.lookAtPaperWords({ words: words.join(' ') }).catch(() => null)
          : null
      setWrong(look === null ? [say.failure(code)] : whatIsWrong(say, look))
      setOpening(false)
      requestAnimationFrame(() => input.focus())
    }
  }

  return (
    <>
      <h2>{say('door.paper.title')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <div className={fields.field}>
          <label htmlFor={id} className={fields.label}>
            {say('door.paper.words')}
          </label>
          <div id={`${id}-note`} className={fields.note}>
            {say('door.paper.note')}
          </div>
          <textarea
            id={id}
            ref={field}
            className={fields.box}
            rows={4}
            dir="auto"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby={`${id}-note ${id}-count ${id}-wrong`}
            aria-invalid={wrong.length > 0 || undefined}
            onInput={(event) => setCount(paperWords(event.currentTarget.value).length)}
          />
          <div id={`${id}-count`} className={fields.note}>
            {say('door.paper.count', { count })}
          </div>
          <div id={`${id}-wrong`} className={fields.wrong} role="alert">
            {wrong.map((sentence) => (
              <p key={sentence} className={styles.wrongWord}>
                {sentence}
              </p>
            ))}
          </div>
        </div>
        {opening && <Progress label={say('door.open.opening')} value={null} note={say('door.open.openingNote')} />}
        <Button kind="primary" type="submit" isDisabled={opening}>
          {say('door.open.press')}
        </Button>
      </form>
      <div className={styles.others}>
        <Button kind="quiet" onPress={onPassphrase}>
          {say('door.paper.withPassphrase')}
        </Button>
      </div>
    </>
  )
}
