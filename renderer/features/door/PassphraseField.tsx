// A field for a passphrase. What is typed stays in the field alone: it is read at the press and goes no other way.
import { useId, useState, type ReactNode, type Ref } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from '../../ui/field.module.css'
import own from './PassphraseField.module.css'

export interface PassphraseFieldProps {
  label: string
  note?: ReactNode
  wrong: string | null
  inputRef: Ref<HTMLInputElement>
  isDisabled?: boolean
  autoFocus?: boolean
  isNew?: boolean
  onInput?: (value: string) => void
}

export function PassphraseField({
  label,
  note,
  wrong,
  inputRef,
  isDisabled = false,
  autoFocus = false,
  isNew = false,
  onInput,
}: PassphraseFieldProps) {
  const say = useWords()
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {note !== undefined && (
        <div id={`${id}-note`} className={styles.note}>
          {note}
        </div>
      )}
      <div className={styles.row}>
        <input
          id={id}
          ref={inputRef}
          className={styles.box}
          type={shown ? 'text' : 'password'}
          autoComplete={isNew ? 'new-password' : 'off'}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          dir="auto"
          maxLength={1_000}
          disabled={isDisabled}
          autoFocus={autoFocus}
          aria-invalid={wrong !== null || undefined}
          data-invalid={wrong !== null || undefined}
          aria-describedby={
            [note !== undefined && `${id}-note`, wrong !== null && `${id}-wrong`].filter(Boolean).join(' ') || undefined
          }
          onInput={(event) => onInput?.(event.currentTarget.value)}
        />
        <Button
          aria-pressed={shown}
          onPress={() => setShown(!shown)}
          aria-label={shown ? say('door.open.hide') : say('door.open.show')}
        >
          <Eye open={shown} />
        </Button>
      </div>
      <div id={`${id}-wrong`} className={styles.wrong} role="alert">
        {wrong}
      </div>
    </div>
  )
}

function Eye({ open }: { open: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={own.eye}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z" />
      <circle cx="12" cy="12" r="2.8" />
      {open && <path d="M4 20L20 4" />}
    </svg>
  )
}
