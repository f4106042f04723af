// Everything as plain files: what that means, where to, and what came of it.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { proposedName } from '../../app/proposed-name.ts'
import { isWhole, trimmed, WhereTo, type PlaceOnDisk } from '../../app/WhereTo.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { TakenAway } from './TakenAway.tsx'
import { useTaking } from './use-taking.ts'
import styles from './take-home.module.css'

interface Done {
  readonly kind: 'done'
  readonly folder: string
  readonly files: number
  readonly missing: number
}

export function OpenFormatsForm({ narrator, who }: { narrator: string; who: 'her' | 'archivist' }) {
  const say = useWords()
  const archive = useArchive()
  const [place, setPlace] = useState<PlaceOnDisk>({ parent: '', name: proposedName(say('takeHome.name.open')) })
  const { taking, take, stop, again } = useTaking<Done>()
  if (taking.state === 'done') {
    return (
      <Notice said title={say('takeHome.done.open')} action={<Button onPress={again}>{say('takeHome.again')}</Button>}>
        <p>{say('takeHome.done.where', { folder: taking.came.folder })}</p>
        <p>{say('takeHome.done.readme')}</p>
        {taking.came.missing > 0 && <p>{say('takeHome.done.missing', { count: taking.came.missing })}</p>}
      </Notice>
    )
  }
  const isWorking = taking.state === 'working'
  const begin = async (): Promise<void> => {
    await take((signal) => archive.takeHome.openFormats({ narrator, ...trimmed(place) }, signal))
  }
  return (
    <>
      <Notice kind="care" title={say('takeHome.open.before')}>
        <ul className={styles.list}>
          <li>{say('takeHome.open.plain')}</li>
          <li>{say('takeHome.open.who')}</li>
          <li>{say('takeHome.open.everything', { who })}</li>
          <li>{say('takeHome.open.sealed', { who })}</li>
        </ul>
      </Notice>
      <WhereTo place={place} onChange={setPlace} nameNote={say('takeHome.name.note')} isDisabled={isWorking} />
      <p className={styles.soft}>{say('takeHome.written')}</p>
      <TakenAway taking={taking} onStop={stop} />
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => void begin()} isDisabled={isWorking || !isWhole(place)}>
          {say('takeHome.press.open')}
        </Button>
      </div>
    </>
  )
}
