// The field of a passphrase that is used at once, and that it is being used.
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import type { TypedPassphrase } from './use-typed-passphrase.ts'

export function TypedPassphraseField({ label, typed }: { readonly label: string; readonly typed: TypedPassphrase }) {
  const say = useWords()
  return (
    <>
      <PassphraseField label={label} wrong={typed.wrong} inputRef={typed.field} isDisabled={typed.busy} autoFocus />
      {typed.busy && <Progress label={say('her.opening')} value={null} />}
    </>
  )
}
