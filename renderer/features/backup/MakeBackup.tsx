// Makes a backup into a folder: how much room is there, how far it is, what came of it.
import { useState } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { FolderField } from '../../app/FolderField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { inMegabytes, type Made } from './backup-shapes.ts'
import { HowItGoes } from './HowItGoes.tsx'
import { useSteps } from './use-steps.ts'
import styles from './backup.module.css'

export function MakeBackup({ start, onMade }: { start: string; onMade?: (made: Made) => void }) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const [folder, setFolder] = useState(start)
  const { steps, run, stop, clear } = useSteps<'copying' | 'readingBack', Made>()
  const isWorking = steps.state === 'working'
  const make = async (): Promise<void> => {
    const came = await run((signal) => archive.backup.make({ folder: folder.trim() }, signal)).catch(() => null)
    if (came === null) return
    announce(say('backup.made'))
    onMade?.(came)
  }
  if (steps.state === 'done') return <MadeNow made={steps.came} onAgain={clear} />
  return (
    <>
      <FolderField label={say('backup.where')} folder={folder} onChange={setFolder} isDisabled={isWorking} />
      {folder.trim() !== '' && !isWorking && <RoomThere folder={folder.trim()} />}
      <HowItGoes
        steps={steps}
        onStop={stop}
        label={(part) => say(part === 'readingBack' ? 'backup.readingBack' : 'backup.copying')}
        note={say('backup.goOn')}
        stopped={{ title: say('backup.stopped'), says: say('backup.stoppedSays') }}
        failed={{ title: say('backup.failed'), says: say('backup.failedSays') }}
      />
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => void make()} isDisabled={isWorking || folder.trim() === ''}>
          {say('backup.press')}
        </Button>
      </div>
    </>
  )
}

function RoomThere({ folder }: { folder: string }) {
  const say = useWords()
  const { value: room, failure } = useAnswer(
    ['backup'],
    (client, signal) => client.backup.room({ folder }, signal),
    [folder],
    { keepOld: true },
  )
  if (failure !== null) return <p className={styles.soft}>{say.failure(failure)}</p>
  if (room === undefined) return null
  const { fits, free, needed, there, synced } = room
  const sizes = { needed: inMegabytes(say, needed), free: inMegabytes(say, free) }
  return (
    <>
      <p className={styles.soft}>
        {say('backup.room', { fits: Math.min(fits, 99), ...sizes })} {say('backup.there', { there })}
      </p>
      {synced !== null && (
        <Notice kind="care" title={say('backup.synced', { service: synced })}>
          {say('backup.syncedSays', { service: synced })}
        </Notice>
      )}
    </>
  )
}

function MadeNow({ made, onAgain }: { made: Made; onAgain: () => void }) {
  const say = useWords()
  const { bytes, copied, there, fromMedium, missing, root } = made
  return (
    <Notice title={say('backup.made')} action={<Button onPress={onAgain}>{say('backup.again')}</Button>}>
      <p>{say('backup.madeSays', { bytes: inMegabytes(say, bytes), copied: inMegabytes(say, copied) })}</p>
      <p>{say(fromMedium ? 'backup.fromMedium' : 'backup.fromMemory')}</p>
      <p className={styles.where}>
        {say('backup.nowThere', { there })} <bdi>{root}</bdi>
      </p>
      {missing > 0 && <p>{say('backup.missing', { missing })}</p>}
    </Notice>
  )
}
