// One line of writing that counts when it is left or Enter is pressed, not at every letter.
import { useEffect, useState } from 'react'
import { TextField } from '../../ui/TextField.tsx'

interface KeptFieldProps {
  label: string
  note?: string
  value: string
  onValue: (value: string) => void
  lang?: string
}

/** The longest that the contract takes. */
const most = 2_000

export function KeptField({ value, onValue, ...rest }: KeptFieldProps) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const take = (): void => {
    if (draft !== value) onValue(draft)
  }
  return (
    <TextField
      {...rest}
      dir="auto"
      value={draft}
      onChange={setDraft}
      maxLength={most}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
      }}
    />
  )
}
