// Doing away with her passphrase: with it, what is only hers is opened first; without it, that is lost. Both are said before.
import { useState } from 'react'
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Answers } from '../../../ui/Answers.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
import { useTypedPassphrase } from './use-typed-passphrase.ts'
import styles from './HerRooms.module.css'

interface ForgetPassphraseProps {
  readonly hasPaper: boolean
  readonly onDone: () => void
  readonly onLeave: () => void
}

export function ForgetPassphrase({ hasPaper, onDone, onLeave }: ForgetPassphraseProps) {
  const say = useWords()
  const archive = useArchive()
  const [knows, setKnows] = useState<'yes' | 'no' | null>(null)
  const typed = useTypedPassphrase({ needed: say('her.passphrase.needed'), wrong: say('her.passphrase.wrong') })
  const [isSoundLost, setSoundLost] = useState(false)
  const forget = (): void => {
    const sound = isSoundLost ? 'readable' : 'back'
    const open = (passphrase: string): Promise<unknown> =>
      archive.herSession.forgetPassphrase({ passphrase, sound }).catch((thrown: unknown) => {
        if (codeOf(thrown) === 'sealedSoundDamaged') setSoundLost(true)
        throw thrown
      })
    if (knows === 'yes') typed.use(open, onDone)
    if (knows === 'no') typed.goWithout(() => archive.herSession.forgetPassphrase({ passphrase: null }).then(onDone))
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        forget()
      }}
    >
      <Answers<'yes' | 'no'>
        label={say('her.forget.knows')}
        value={knows}
        onChange={(one) => {
          setKnows(one)
          typed.clear()
          setSoundLost(false)
        }}
        options={[
          { id: 'yes', name: say('her.forget.yes') },
          { id: 'no', name: say('her.forget.no') },
        ]}
      />
      {knows !== null && (
        <Notice kind="care">
          {hasPaper && <p>{say(knows === 'yes' ? 'her.forget.paper' : 'her.forget.no.paper')}</p>}
          <p>{say(knows === 'yes' ? 'her.forget.yes.says' : 'her.forget.no.says')}</p>
          <p>{say('her.forget.offRecord')}</p>
          {knows === 'no' && <p>{say('her.forget.no.waits')}</p>}
          <p>{say('her.forget.stays')}</p>
        </Notice>
      )}
      {knows === 'yes' && (
        <PassphraseField
          label={say('her.passphrase')}
          wrong={typed.failure === 'sealedSoundDamaged' ? null : typed.wrong}
          inputRef={typed.field}
          isDisabled={typed.busy}
        />
      )}
      {knows === 'yes' && isSoundLost && (
        <Notice kind="care" said>
          {say('her.forget.soundLost')}
        </Notice>
      )}
      {knows === 'no' && typed.wrong !== null && (
        <Notice kind="care" said>
          {typed.wrong}
        </Notice>
      )}
      {typed.busy && <Progress label={say('her.opening')} value={null} />}
      <div className={styles.row}>
        {knows !== null && (
          <Button type="submit" isDisabled={typed.busy}>
            {say(
              knows === 'no' ? 'her.forget.pressLost' : isSoundLost ? 'her.forget.pressSoundLost' : 'her.forget.press',
            )}
          </Button>
        )}
        <Button onPress={onLeave}>{say('her.change.leave')}</Button>
      </div>
    </form>
  )
}
