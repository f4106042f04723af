// Her passphrase, typed for one deed. It stays in the field alone: it is read at the press and goes no other way.
import type { ReactNode, RefObject } from 'react'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'

interface Props {
  readonly input: RefObject<HTMLInputElement | null>
  readonly note?: ReactNode
  readonly wrong: ReactNode
  readonly isDisabled: boolean
  readonly onFilled: (isFilled: boolean) => void
}

export function HerPassphrase({ input, note, wrong, isDisabled, onFilled }: Props) {
  const say = useWords()
  return (
    <TextField
      label={say('takeHome.passphrase')}
      {...(note === undefined ? {} : { note })}
      type="password"
      autoComplete="off"
      maxLength={1_000}
      dir="auto"
      inputRef={input}
      wrong={wrong}
      isDisabled={isDisabled}
      onChange={(typed) => onFilled(typed !== '')}
    />
  )
}
