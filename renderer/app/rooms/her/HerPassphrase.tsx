// Her passphrase and her paper, on her terms: set, opened, changed, forgotten, done away with. What cannot be recovered is
// said before each.
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useHerAbout } from './her-about.tsx'
import { ForgetPassphrase } from './ForgetPassphrase.tsx'
import { HerPaper } from './HerPaper.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { OpenKey } from './OpenKey.tsx'
import { OpenWithHerPaper } from './OpenWithHerPaper.tsx'
import styles from './HerRooms.module.css'

type Step = 'set' | 'open' | 'change' | 'forget' | 'firstPaper' | 'paper' | 'forgotten'

export function HerPassphrase() {
  const say = useWords()
  const announce = useAnnounce()
  const { about, again } = useHerAbout()
  const [step, setStep] = useState<Step | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const end = (said: string | null, next: Step | null = null): void => {
    setStep(next)
    setDone(said)
    if (said !== null) announce(said)
    again()
  }
  const { hasPassphrase, hasPaper, keyOpen, isCopy } = about
  const leave = (): void => end(null)
  return (
    <>
      <p>
        {say(hasPassphrase ? (keyOpen ? 'her.passphrase.isOpen' : 'her.passphrase.isClosed') : 'her.passphrase.none')}
      </p>
      {hasPassphrase && (
        <p>
          {say(hasPaper ? 'her.paper.has' : 'her.paper.hasNone')}
          {isCopy && ` ${say(hasPaper ? 'her.paper.inCopy' : 'her.paper.notInCopy')}`}
        </p>
      )}
      {done !== null && <Notice>{done}</Notice>}
      {step === null && (
        <div className={styles.row}>
          {!hasPassphrase && <Button onPress={() => setStep('set')}>{say('her.passphrase.set')}</Button>}
          {hasPassphrase && !keyOpen && <Button onPress={() => setStep('open')}>{say('her.passphrase.open')}</Button>}
          {hasPassphrase && !keyOpen && (
            <Button onPress={() => setStep('forgotten')}>{say('her.passphrase.forgotten')}</Button>
          )}
          {hasPassphrase && <Button onPress={() => setStep('change')}>{say('her.passphrase.change')}</Button>}
          {hasPassphrase && !isCopy && (
            <Button onPress={() => setStep('paper')}>{say(hasPaper ? 'her.paper.another' : 'her.paper.make')}</Button>
          )}
          {hasPassphrase && !isCopy && (
            <Button onPress={() => setStep('forget')}>{say('her.passphrase.forget')}</Button>
          )}
        </div>
      )}
      {step === 'open' && (
        <OpenKey
          onOpened={() => end(say('her.passphrase.opened'))}
          onForgotten={() => {
            setDone(null)
            setStep('forgotten')
          }}
        />
      )}
      {(step === 'set' || step === 'change') && (
        <NewPassphrase
          isFirst={step === 'set'}
          onDone={() =>
            step === 'set'
              ? end(say('her.passphrase.wasSet'), isCopy ? null : 'firstPaper')
              : end(say('her.passphrase.wasChanged'))
          }
          onLeave={leave}
        />
      )}
      {(step === 'firstPaper' || step === 'paper') && (
        <HerPaper
          as={step === 'firstPaper' ? 'first' : hasPaper ? 'another' : 'later'}
          onDone={() => end(say('her.paper.wasMade'))}
          onLeave={leave}
        />
      )}
      {step === 'forgotten' && hasPaper && (
        <OpenWithHerPaper onDone={() => end(say('her.paper.wasOpened'))} onLeave={leave} />
      )}
      {step === 'forgotten' && !hasPaper && (
        <Notice
          kind="care"
          said
          title={say('her.paper.hasNone')}
          action={
            <Button small onPress={leave}>
              {say('her.change.leave')}
            </Button>
          }
        >
          {say('her.paper.forgottenWithout')}
        </Notice>
      )}
      {step === 'forget' && (
        <ForgetPassphrase hasPaper={hasPaper} onDone={() => end(say('her.passphrase.wasForgotten'))} onLeave={leave} />
      )}
    </>
  )
}
