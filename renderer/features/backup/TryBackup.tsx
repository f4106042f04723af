// Tries a backup with what somebody types, as a restore would; says what is damaged.
import { useState } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { OpensNow, useOpensNow } from '../../app/OpensWith.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { type Checked, type Generation } from './backup-shapes.ts'
import { ChooseBackup } from './ChooseBackup.tsx'
import { DamagedFiles } from './DamagedFiles.tsx'
import { HowItGoes } from './HowItGoes.tsx'
import { useSteps } from './use-steps.ts'
import styles from './backup.module.css'

interface TryBackupProps {
  /** Where the last one was made; empty where there is none. */
  readonly start: string
  /** Given where it is this one that is tried, and no other. */
  readonly only?: Generation
  readonly onTried?: (checked: Checked, generation: Generation) => void
}

export function TryBackup({ start, only, onTried }: TryBackupProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const [picked, setPicked] = useState<Generation | null>(null)
  const { hand, fields } = useOpensNow()
  const { steps, run, stop } = useSteps<'reading' | 'opening', Checked>()
  const chosen = only ?? picked
  const isWorking = steps.state === 'working'
  const attempt = async (): Promise<void> => {
    const opensWith = hand.read()
    if (opensWith === null || chosen === null) return
    try {
      const asked = { root: chosen.root, generation: chosen.id, opensWith }
      const came = await run((signal) => archive.backup.check(asked, signal))
      if (came === null) return
      hand.empty()
      announce(say(came.damaged.length === 0 ? 'backup.whole' : 'backup.damaged'))
      onTried?.(came, chosen)
    } catch (thrown) {
      await hand.says(thrown)
    }
  }
  return (
    <>
      {only === undefined && <ChooseBackup start={start} chosen={picked} onChoose={setPicked} isDisabled={isWorking} />}
      {chosen !== null && (
        <form
          className={styles.part}
          onSubmit={(event) => {
            event.preventDefault()
            void attempt()
          }}
        >
          <OpensNow fields={fields} question={say('backup.opensWith')} ofPassphrase={say('backup.passphrase')} />
          <div className={styles.actions}>
            <Button type="submit" isDisabled={isWorking}>
              {say('backup.tryPress')}
            </Button>
          </div>
        </form>
      )}
      <HowItGoes
        steps={steps}
        onStop={stop}
        label={(part) => say(part === 'opening' ? 'backup.opening' : 'backup.reading')}
        note={say('backup.goOn')}
        stopped={{ title: say('backup.tryFailed'), says: say('backup.failedSays') }}
        failed={{ title: say('backup.tryFailed') }}
      />
      {steps.state === 'done' && <Tried checked={steps.came} />}
    </>
  )
}

function Tried({ checked }: { checked: Checked }) {
  const say = useWords()
  const { damaged, stories, recordings, madeAt, fromMedium } = checked
  if (damaged.length === 0)
    return (
      <Notice title={say('backup.whole')}>
        <p>{say('backup.wholeSays', { stories, recordings, when: say.moment(madeAt) })}</p>
        <p>{say(fromMedium ? 'backup.fromMedium' : 'backup.fromMemory')}</p>
      </Notice>
    )
  return (
    <Notice kind="care" title={say('backup.damaged')}>
      <DamagedFiles damaged={damaged} />
      <p>{say('backup.damagedSays')}</p>
    </Notice>
  )
}
