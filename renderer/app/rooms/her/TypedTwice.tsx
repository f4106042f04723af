// A new passphrase of her own, typed twice, with six words that she may take; then the press that keeps it.
import type { FailureCode } from '../../../../shared/contract/failure.ts'
import type { NewPassphraseFields, WrongAt } from '../../../features/door/NewPassphrase.tsx'
import { OwnPassphrase } from '../../../features/door/OwnPassphrase.tsx'
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { ProposedPassphrase } from '../../../features/door/ProposedPassphrase.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import styles from './HerRooms.module.css'

interface TypedTwiceProps {
  readonly fields: NewPassphraseFields
  readonly missing: WrongAt | null
  /** What came of keeping it, as far as it is not said elsewhere. */
  readonly failure: FailureCode | null
  readonly busy: boolean
  readonly onLeave: () => void
}

export function TypedTwice({ fields, missing, failure, busy, onLeave }: TypedTwiceProps) {
  const say = useWords()
  const wrong = (): string | null => {
    if (missing === 'passphrase') return say('her.passphrase.needed')
    return failure === null ? null : say.failure(failure)
  }
  return (
    <>
      <Disclosure title={say('her.passphrase.propose')}>
        <ProposedPassphrase onProposed={() => {}} />
      </Disclosure>
      <OwnPassphrase inputRef={fields.own} wrong={wrong()} />
      <PassphraseField
        label={say('door.make.again')}
        wrong={missing === 'again' ? say('her.passphrase.notSame') : null}
        inputRef={fields.again}
        isDisabled={busy}
        isNew
      />
      {busy && <Progress label={say('her.opening')} value={null} />}
      <div className={styles.row}>
        <Button kind="primary" type="submit" isDisabled={busy}>
          {say('her.passphrase.keep')}
        </Button>
        <Button onPress={onLeave}>{say('her.change.leave')}</Button>
      </div>
    </>
  )
}
