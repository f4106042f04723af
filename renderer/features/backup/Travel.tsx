// Travel mode, a step after the other: a backup elsewhere, tried from the medium, and then nothing here.
import { useState } from 'react'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import type { Generation } from './backup-shapes.ts'
import { HowItGoes } from './HowItGoes.tsx'
import { MakeBackup } from './MakeBackup.tsx'
import { TryBackup } from './TryBackup.tsx'
import { useSteps } from './use-steps.ts'
import styles from './backup.module.css'

export function Travel() {
  const say = useWords()
  const [isOn, setOn] = useState(false)
  return (
    <section className={styles.part} aria-labelledby="settings-travel">
      <h2 id="settings-travel">{say('travel.title')}</h2>
      <p>{say('travel.says')}</p>
      {isOn ? (
        <Leaving onNot={() => setOn(false)} />
      ) : (
        <div className={styles.actions}>
          <Button onPress={() => setOn(true)}>{say('travel.begin')}</Button>
        </div>
      )}
    </section>
  )
}

function Leaving({ onNot }: { onNot: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const { value: state } = useAnswer([], (client, signal) => client.backup.state({}, signal), [])
  const [made, setMade] = useState<Generation | null>(null)
  const [isTried, setTried] = useState(false)
  const { steps, run, stop } = useSteps<'comparing', never>()
  if (state === undefined) return null
  const leave = (): void => {
    if (made === null) return
    // NOTE: when it is done there is no archive, and this page goes.
    void run((signal) => archive.backup.leave({ root: made.root, generation: made.id }, signal)).catch(() => undefined)
  }
  const isWorking = steps.state === 'working'
  return (
    <>
      <div className={styles.step}>
        <h3>{say('travel.step1')}</h3>
        <p>{say('travel.step1Says')}</p>
        <MakeBackup
          start={state.last?.root ?? ''}
          onMade={({ root, generation, madeAt }) => {
            setMade({ root, id: generation, madeAt })
            setTried(false)
          }}
        />
      </div>
      <div className={styles.step}>
        <h3>{say('travel.step2')}</h3>
        <p>{say('travel.step2Says')}</p>
        {made === null ? (
          <p className={styles.soft}>{say('travel.needsStep')}</p>
        ) : (
          <TryBackup key={made.id} start="" only={made} onTried={({ damaged }) => setTried(damaged.length === 0)} />
        )}
      </div>
      <div className={styles.step}>
        <h3>{say('travel.step3')}</h3>
        <p>{say('travel.step3Says')}</p>
        <p className={styles.soft}>{say('travel.flash')}</p>
        <p className={styles.soft}>{say('travel.door')}</p>
        {!isTried && <p className={styles.soft}>{say('travel.needsStep')}</p>}
        <HowItGoes
          steps={steps}
          onStop={stop}
          label={() => say('travel.comparing')}
          stopped={{ title: say('travel.failed'), says: say('backup.failedSays') }}
          failed={{ title: say('travel.failed') }}
        />
        <div className={styles.actions}>
          <Button kind="primary" onPress={leave} isDisabled={!isTried || isWorking}>
            {say('travel.press')}
          </Button>
          <Button onPress={onNot} isDisabled={isWorking}>
            {say('travel.not')}
          </Button>
        </div>
      </div>
    </>
  )
}
