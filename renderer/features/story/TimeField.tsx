// A moment in the sound, written as a person writes it; up and down go by a tenth of a second.
import { useState, type KeyboardEvent } from 'react'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { timeFrom, writtenTime } from './written-time.ts'

const nudgeMs = 100

interface TimeFieldProps {
  readonly label: string
  /** Milliseconds. */
  readonly value: number | null
  readonly onChange: (ms: number | null) => void
  readonly wrong?: string | null
}

export function TimeField({ label, value, onChange, wrong = null }: TimeFieldProps) {
  const say = useWords()
  /** What is being written; null while it says what `value` is. */
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? (value === null ? '' : writtenTime(value))
  const isUnread = draft !== null && draft.trim() !== '' && timeFrom(draft) === null
  const take = (): void => {
    if (draft === null || isUnread) return
    onChange(draft.trim() === '' ? null : timeFrom(draft))
    setDraft(null)
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') return take()
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const from = timeFrom(shown)
    if (from === null) return
    onChange(Math.max(0, from + (event.key === 'ArrowUp' ? nudgeMs : -nudgeMs)))
    setDraft(null)
  }
  return (
    <TextField
      label={label}
      value={shown}
      dir="ltr"
      inputMode="text"
      autoComplete="off"
      onChange={setDraft}
      onBlur={take}
      onKeyDown={pressed}
      wrong={isUnread ? say('story.close.unread') : wrong}
    />
  )
}
