// In her copy: everything she did there as one file, for the archive it came from.
import { useRef, useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { proposedName } from '../../app/proposed-name.ts'
import { isWhole, trimmed, WhereTo, type PlaceOnDisk } from '../../app/WhereTo.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { HerPassphrase } from './HerPassphrase.tsx'
import styles from './take-home.module.css'

export function PackDecisions({ narrator }: { readonly narrator: string }) {
  const say = useWords()
  const archive = useArchive()
  const passphrase = useRef<HTMLInputElement>(null)
  const [isFilled, setFilled] = useState(false)
  const [place, setPlace] = useState<PlaceOnDisk>({ parent: '', name: proposedName(say('takeHome.pack.proposed')) })
  const [packed, setPacked] = useState<string | null>(null)
  const doing = useDoing()
  const pack = async (): Promise<void> => {
    const typed = passphrase.current?.value ?? ''
    const asked = { narrator, ...trimmed(place), passphrase: typed }
    const { file } = await archive.takeHome.packDecisions(asked)
    setFilled(false)
    setPacked(file)
  }
  const isWrong = doing.failure === 'wrongPassphrase'
  return (
    <section className={styles.sheet} aria-labelledby="pack-decisions">
      <h2 id="pack-decisions">{say('takeHome.pack.title')}</h2>
      <p>{say('takeHome.pack.says')}</p>
      <ul className={styles.list}>
        <li>{say('takeHome.pack.locked')}</li>
        <li>{say('takeHome.pack.signed')}</li>
        <li>{say('takeHome.pack.again')}</li>
      </ul>
      {packed !== null ? (
        <Notice
          said
          title={say('takeHome.pack.done')}
          action={<Button onPress={() => setPacked(null)}>{say('takeHome.pack.press')}</Button>}
        >
          {say('takeHome.pack.where', { file: packed })}
        </Notice>
      ) : (
        <>
          <WhereTo
            place={place}
            onChange={setPlace}
            nameLabel={say('takeHome.pack.name')}
            nameNote={say('takeHome.name.note')}
            isDisabled={doing.busy}
          />
          <HerPassphrase
            input={passphrase}
            wrong={isWrong ? say.failure('wrongPassphrase') : null}
            isDisabled={doing.busy}
            onFilled={setFilled}
          />
          {doing.failure !== null && !isWrong && (
            <Notice kind="care" said title={say('takeHome.pack.failed')}>
              {say.failure(doing.failure)}
            </Notice>
          )}
          {doing.busy && <p role="status">{say('takeHome.pack.working')}</p>}
          <div className={styles.actions}>
            <Button
              kind="primary"
              onPress={() => doing.run(pack)}
              isDisabled={doing.busy || !isFilled || !isWhole(place)}
            >
              {say('takeHome.pack.press')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
