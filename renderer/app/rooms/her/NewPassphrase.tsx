// A passphrase of her own, typed twice; six words are proposed. What nobody can bring back is said first.
import { useRef, useState } from 'react'
import { OwnPassphrase } from '../../../features/door/OwnPassphrase.tsx'
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { ProposedPassphrase } from '../../../features/door/ProposedPassphrase.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
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
  const fresh = useRef<HTMLInputElement>(null)
  const again = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<{ where: 'old' | 'fresh' | 'again'; says: string } | null>(null)
  const keep = async (): Promise<void> => {
    const [first, second, before] = [fresh.current, again.current, old.current]
    if (first === null || second === null || busy) return
    if (first.value === '') return setWrong({ where: 'fresh', says: say('her.passphrase.needed') })
    if (first.value !== second.value) return setWrong({ where: 'again', says: say('her.passphrase.notSame') })
    setBusy(true)
    setWrong(null)
    try {
      if (isFirst) await archive.herSession.setPassphrase({ passphrase: first.value })
      else await archive.herSession.changePassphrase({ old: before?.value ?? '', passphrase: first.value })
      for (const input of [first, second, before]) if (input !== null) input.value = ''
      onDone()
    } catch (thrown) {
      const code = codeOf(thrown)
      const isOld = code === 'wrongPassphrase' || (code === 'badInput' && !isFirst)
      setWrong({ where: isOld ? 'old' : 'fresh', says: isOld ? say('her.passphrase.wrong') : say.failure(code) })
      setBusy(false)
    }
  }
  const at = (where: 'old' | 'fresh' | 'again'): string | null => (wrong?.where === where ? wrong.says : null)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <Notice kind="care" title={say('her.passphrase.before')}>
        <p>{say('her.passphrase.before.does')}</p>
        <p>{say('her.passphrase.before.lost')}</p>
        <p>{say('her.passphrase.before.write')}</p>
      </Notice>
      {!isFirst && (
        <PassphraseField
          label={say('her.passphrase.old')}
          wrong={at('old')}
          inputRef={old}
          isDisabled={busy}
          autoFocus
        />
      )}
      <Disclosure title={say('her.passphrase.propose')}>
        <ProposedPassphrase onProposed={() => {}} />
      </Disclosure>
      <OwnPassphrase inputRef={fresh} wrong={at('fresh')} />
      <PassphraseField label={say('door.make.again')} wrong={at('again')} inputRef={again} isDisabled={busy} isNew />
      {busy && <Progress label={say('her.opening')} value={null} />}
      <div className={styles.row}>
        <Button kind="primary" type="submit" isDisabled={busy}>
          {say('her.passphrase.keep')}
        </Button>
        <Button onPress={onLeave}>{say('her.change.leave')}</Button>
      </div>
    </form>
  )
}
