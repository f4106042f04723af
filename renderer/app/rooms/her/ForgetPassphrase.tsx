// Doing away with her passphrase: with it, what is only hers is opened first; without it, that is lost. Both are said before.
import { useRef, useState } from 'react'
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Answers } from '../../../ui/Answers.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
import styles from './HerRooms.module.css'

export function ForgetPassphrase({ onDone, onLeave }: { onDone: () => void; onLeave: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLInputElement>(null)
  const [knows, setKnows] = useState<'yes' | 'no' | null>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const forget = async (): Promise<void> => {
    const typed = field.current?.value ?? ''
    if (knows === null || busy) return
    if (knows === 'yes' && typed === '') return setWrong(say('her.passphrase.needed'))
    setBusy(true)
    setWrong(null)
    try {
      await archive.herSession.forgetPassphrase({ passphrase: knows === 'yes' ? typed : null })
      if (field.current !== null) field.current.value = ''
      onDone()
    } catch (thrown) {
      const code = codeOf(thrown)
      setWrong(code === 'wrongPassphrase' ? say('her.passphrase.wrong') : say.failure(code))
      setBusy(false)
    }
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void forget()
      }}
    >
      <Answers<'yes' | 'no'>
        label={say('her.forget.knows')}
        value={knows}
        onChange={(one) => {
          setKnows(one)
          setWrong(null)
        }}
        options={[
          { id: 'yes', name: say('her.forget.yes') },
          { id: 'no', name: say('her.forget.no') },
        ]}
      />
      {knows !== null && (
        <Notice kind="care">
          <p>{say(knows === 'yes' ? 'her.forget.yes.says' : 'her.forget.no.says')}</p>
          <p>{say('her.forget.stays')}</p>
        </Notice>
      )}
      {knows === 'yes' && (
        <PassphraseField label={say('her.passphrase')} wrong={wrong} inputRef={field} isDisabled={busy} />
      )}
      {knows === 'no' && wrong !== null && (
        <Notice kind="care" said>
          {wrong}
        </Notice>
      )}
      {busy && <Progress label={say('her.opening')} value={null} />}
      <div className={styles.row}>
        {knows !== null && (
          <Button type="submit" isDisabled={busy}>
            {say(knows === 'yes' ? 'her.forget.press' : 'her.forget.pressLost')}
          </Button>
        )}
        <Button onPress={onLeave}>{say('her.change.leave')}</Button>
      </div>
    </form>
  )
}
