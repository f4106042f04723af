// At the door: an archive comes back from a backup. Folder, which one, where to, what opens it; then everything is compared.
import { useState } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { FolderField } from '../../app/FolderField.tsx'
import { OpensNow, useOpensNow, type OpensNowHand } from '../../app/OpensWith.tsx'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { type Generation, type Restored } from './backup-shapes.ts'
import { ChooseBackup } from './ChooseBackup.tsx'
import { DamagedFiles } from './DamagedFiles.tsx'
import { HowItGoes } from './HowItGoes.tsx'
import { useSteps } from './use-steps.ts'
import styles from './backup.module.css'

interface RestoreProps {
  /** Where the archive is proposed to lie. */
  readonly into: string
  readonly onOpened: () => void
  readonly onBack: () => void
}

export function Restore({ into, onOpened, onBack }: RestoreProps) {
  const say = useWords()
  const archive = useArchive()
  const [chosen, setChosen] = useState<Generation | null>(null)
  const [place, setPlace] = useState(into)
  const { hand, fields } = useOpensNow()
  const { steps, run, stop } = useSteps<'copying' | 'opening', Restored>()
  const isWorking = steps.state === 'working'
  const restore = async (): Promise<void> => {
    const opensWith = hand.read()
    if (opensWith === null || chosen === null) return
    try {
      const asked = { root: chosen.root, generation: chosen.id, into: place.trim(), opensWith }
      await run((signal) => archive.backup.restore(asked, signal))
    } catch (thrown) {
      await hand.says(thrown)
    }
  }
  const isDone = steps.state === 'done'
  return (
    <div className={styles.part}>
      <h2>{say('backup.restore')}</h2>
      {!isDone && (
        <>
          <p>{say('backup.restoreSays')}</p>
          <ChooseBackup start="" chosen={chosen} onChoose={setChosen} isDisabled={isWorking} />
        </>
      )}
      {chosen !== null && (
        <form
          hidden={isDone}
          className={styles.part}
          onSubmit={(event) => {
            event.preventDefault()
            void restore()
          }}
        >
          <FolderField label={say('backup.restore.into')} folder={place} onChange={setPlace} isDisabled={isWorking} />
          <OpensNow fields={fields} question={say('backup.opensWith')} ofPassphrase={say('backup.passphrase')} />
          <div className={styles.actions}>
            <Button kind="primary" type="submit" isDisabled={isWorking || place.trim() === ''}>
              {say('backup.restore.press')}
            </Button>
          </div>
        </form>
      )}
      <HowItGoes
        steps={steps}
        onStop={stop}
        label={(part) => say(part === 'opening' ? 'backup.opening' : 'backup.restore.copying')}
        stopped={{ title: say('backup.restore.stopped'), says: say('backup.restore.stoppedSays') }}
        failed={{ title: say('backup.restore.stopped') }}
      />
      {isDone ? (
        <ComeBack restored={steps.came} hand={hand} onOpened={onOpened} />
      ) : (
        <div className={styles.actions}>
          <Button kind="quiet" onPress={onBack} isDisabled={isWorking}>
            {say('backup.restore.back')}
          </Button>
        </div>
      )}
    </div>
  )
}

function ComeBack({ restored, hand, onOpened }: { restored: Restored; hand: OpensNowHand; onOpened: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const [isOpening, setOpening] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const { folder, madeAt, damaged, newerUnread } = restored
  const when = say.moment(madeAt)
  const open = async (): Promise<void> => {
    const opens = hand.read()
    if (opens === null) return
    setOpening(true)
    try {
      if (opens.kind === 'paper') await archive.door.openWithPaperKey({ folder, words: opens.words })
      else await archive.door.open({ folder, passphrase: opens.words })
      hand.empty()
      onOpened()
    } catch (thrown) {
      setFailure(codeOf(thrown))
      setOpening(false)
    }
  }
  return (
    <>
      {damaged.length === 0 ? (
        <Notice said title={say('backup.restore.done')}>
          {say('backup.restore.doneSays', { when })}
        </Notice>
      ) : (
        <Notice kind="care" said title={say('backup.restore.damaged')}>
          <DamagedFiles damaged={damaged} />
          <p>{say('backup.restore.damagedSays')}</p>
        </Notice>
      )}
      {newerUnread && <Notice kind="care">{say('backup.restore.newerUnread', { when })}</Notice>}
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => void open()} isDisabled={isOpening}>
          {say('backup.restore.open')}
        </Button>
      </div>
    </>
  )
}
