// A field for the 24 words of a paper key. What is typed stays in the field alone, as with a passphrase.
import { useId, useState, type Ref } from 'react'
import { useWords } from '../../words/say.tsx'
import { paperWords } from './paper-words.ts'
import fields from '../../ui/field.module.css'
import styles from './Door.module.css'

export function PaperWordsField({
  inputRef,
  wrong,
  ofSheets = false,
  label,
}: {
  inputRef: Ref<HTMLTextAreaElement>
  /** A sentence each. */
  wrong: readonly string[]
  /** The words of several sheets, and not those of the paper key. */
  ofSheets?: boolean
  /** Where they are not those of the paper key. */
  label?: string
}) {
  const say = useWords()
  const id = useId()
  const [count, setCount] = useState(0)
  return (
    <div className={fields.field}>
      <label htmlFor={id} className={fields.label}>
        {label ?? say(ofSheets ? 'door.sheets.all' : 'door.paper.words')}
      </label>
      <div id={`${id}-note`} className={fields.note}>
        {say(ofSheets ? 'door.sheets.allNote' : 'door.paper.note')}
      </div>
      <textarea
        id={id}
        ref={inputRef}
        className={fields.box}
        rows={ofSheets ? 9 : 4}
        dir="auto"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={`${id}-note ${id}-count ${id}-wrong`}
        aria-invalid={wrong.length > 0 || undefined}
        onInput={(event) => setCount(paperWords(event.currentTarget.value).length)}
      />
      <div id={`${id}-count`} className={fields.note}>
        {ofSheets
          ? say('door.sheets.count', { count, sheets: Math.floor(count / 24) })
          : say('door.paper.count', { count })}
      </div>
      <div id={`${id}-wrong`} className={fields.wrong} role="alert">
        {wrong.map((sentence) => (
          <p key={sentence} className={styles.wrongWord}>
            {sentence}
          </p>
        ))}
      </div>
    </div>
  )
}
