// A copy that only her passphrase opens: what that means, where to, and what came of it.
import { useRef, useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { proposedName } from '../../app/proposed-name.ts'
import { isWhole, trimmed, WhereTo, type PlaceOnDisk } from '../../app/WhereTo.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { HerPassphrase } from './HerPassphrase.tsx'
import { TakenAway } from './TakenAway.tsx'
import { useTaking } from './use-taking.ts'
import styles from './take-home.module.css'

interface Done {
  readonly kind: 'done'
  readonly folder: string
}

export function CopyForm({ narrator }: { narrator: string }) {
  const say = useWords()
  const archive = useArchive()
  const passphrase = useRef<HTMLInputElement>(null)
  const [isFilled, setFilled] = useState(false)
  const [place, setPlace] = useState<PlaceOnDisk>({ parent: '', name: proposedName(say('takeHome.name.copy')) })
  const { taking, take, stop, again } = useTaking<Done>()
  if (taking.state === 'done') {
    return (
      <Notice said title={say('takeHome.done.copy')} action={<Button onPress={again}>{say('takeHome.again')}</Button>}>
        <p>{say('takeHome.done.whereCopy', { folder: taking.came.folder })}</p>
        <p>{say('takeHome.done.opens')}</p>
      </Notice>
    )
  }
  const isWorking = taking.state === 'working'
  const begin = async (): Promise<void> => {
    const typed = passphrase.current?.value ?? ''
    const asked = { narrator, ...trimmed(place), passphrase: typed }
    await take((signal) => archive.takeHome.makeCopy(asked, signal))
  }
  const isWrong = taking.state === 'failed' && taking.failure === 'wrongPassphrase'
  return (
    <>
      <Notice title={say('takeHome.open.before')}>
        <ul className={styles.list}>
          <li>{say('takeHome.copy.alone')}</li>
          <li>{say('takeHome.copy.locked')}</li>
          <li>{say('takeHome.copy.forget')}</li>
          <li>{say('takeHome.copy.seen')}</li>
        </ul>
      </Notice>
      <WhereTo place={place} onChange={setPlace} nameNote={say('takeHome.name.note')} isDisabled={isWorking} />
      <HerPassphrase
        input={passphrase}
        note={say('takeHome.passphrase.note')}
        wrong={isWrong ? say.failure('wrongPassphrase') : null}
        isDisabled={isWorking}
        onFilled={setFilled}
      />
      <p className={styles.soft}>{say('takeHome.written')}</p>
      <TakenAway taking={taking} onStop={stop} />
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => void begin()} isDisabled={isWorking || !isFilled || !isWhole(place)}>
          {say('takeHome.press.copy')}
        </Button>
      </div>
    </>
  )
}
