// Her passphrase, on her terms: set, opened, changed, done away with. What cannot be recovered is said before each.
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useHerAbout } from './her-about.tsx'
import { ForgetPassphrase } from './ForgetPassphrase.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { OpenKey } from './OpenKey.tsx'
import styles from './HerRooms.module.css'

type Step = 'set' | 'open' | 'change' | 'forget'

export function HerPassphrase() {
  const say = useWords()
  const announce = useAnnounce()
  const { about, again } = useHerAbout()
  const [step, setStep] = useState<Step | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const end = (said: string | null): void => {
    setStep(null)
    setDone(said)
    if (said !== null) announce(said)
    again()
  }
  const { hasPassphrase, keyOpen, isCopy } = about
  return (
    <>
      <p>
        {say(hasPassphrase ? (keyOpen ? 'her.passphrase.isOpen' : 'her.passphrase.isClosed') : 'her.passphrase.none')}
      </p>
      {done !== null && <Notice>{done}</Notice>}
      {step === null && (
        <div className={styles.row}>
          {!hasPassphrase && <Button onPress={() => setStep('set')}>{say('her.passphrase.set')}</Button>}
          {hasPassphrase && !keyOpen && <Button onPress={() => setStep('open')}>{say('her.passphrase.open')}</Button>}
          {hasPassphrase && <Button onPress={() => setStep('change')}>{say('her.passphrase.change')}</Button>}
          {hasPassphrase && !isCopy && (
            <Button onPress={() => setStep('forget')}>{say('her.passphrase.forget')}</Button>
          )}
        </div>
      )}
      {step === 'open' && <OpenKey onOpened={() => end(say('her.passphrase.opened'))} />}
      {(step === 'set' || step === 'change') && (
        <NewPassphrase
          isFirst={step === 'set'}
          onDone={() => end(say(step === 'set' ? 'her.passphrase.wasSet' : 'her.passphrase.wasChanged'))}
          onLeave={() => end(null)}
        />
      )}
      {step === 'forget' && (
        <ForgetPassphrase onDone={() => end(say('her.passphrase.wasForgotten'))} onLeave={() => end(null)} />
      )}
    </>
  )
}
