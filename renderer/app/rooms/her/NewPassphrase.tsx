// A passphrase of her own, typed twice; six words are proposed. What nobody can bring back is said first.
import { useRef, useState } from 'react'
import { useNewPassphrase, type WrongAt } from '../../../features/door/NewPassphrase.tsx'
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useArchive } from '../../archive.tsx'
import { useDoing } from '../../use-doing.ts'
import { TypedTwice } from './TypedTwice.tsx'
import styles from './HerRooms.module.css'

interface NewPassphraseProps {
  /** She has none yet. */
  readonly isFirst: boolean
  readonly onDone: () => void
  readonly onLeave: () => void
}

export function NewPassphrase({ isFirst, onDone, onLeave }: NewPassphraseProps) {
  const say = useWords()
  const archive = useArchive()
  const old = useRef<HTMLInputElement>(null)
  const { hand, fields } = useNewPassphrase('own')
  const doing = useDoing()
  const [missing, setMissing] = useState<WrongAt | null>(null)
  const keep = (): void => {
    const read = hand.read()
    setMissing('wrong' in read ? read.wrong : null)
    if ('wrong' in read) return doing.clear()
    const { passphrase } = read
    doing.run(async () => {
      if (isFirst) await archive.herSession.setPassphrase({ passphrase })
      else await archive.herSession.changePassphrase({ old: old.current?.value ?? '', passphrase })
      hand.empty()
      if (old.current !== null) old.current.value = ''
      onDone()
    })
  }
  const { busy, failure } = doing
  const oldIsWrong = failure === 'wrongPassphrase' || (failure === 'badInput' && !isFirst)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Notice kind="care" title={say('her.passphrase.before')}>
        <p>{say('her.passphrase.before.does')}</p>
        <p>{say('her.passphrase.before.lost')}</p>
        <p>{say('her.passphrase.before.write')}</p>
        {isFirst && <p>{say('her.passphrase.before.paper')}</p>}
      </Notice>
      {!isFirst && (
        <PassphraseField
          label={say('her.passphrase.old')}
          wrong={oldIsWrong ? say('her.passphrase.wrong') : null}
          inputRef={old}
          isDisabled={busy}
          autoFocus
        />
      )}
      <TypedTwice
        fields={fields}
        missing={missing}
        failure={oldIsWrong ? null : failure}
        busy={busy}
        onLeave={onLeave}
      />
    </form>
  )
}
