// In her copy: everything she did there as one file, for the archive it came from.
import { useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { HerPassphrase } from './HerPassphrase.tsx'
import { isWhole, WhereTo, type Place } from './WhereTo.tsx'
import styles from './take-home.module.css'

type Packing =
  | { readonly state: 'waiting' | 'working' }
  | { readonly state: 'failed'; readonly failure: FailureCode }
  | { readonly state: 'done'; readonly file: string }

export function PackDecisions({ narrator }: { readonly narrator: string }) {
  const say = useWords()
  const archive = useArchive()
  const passphrase = useRef<HTMLInputElement>(null)
  const [isFilled, setFilled] = useState(false)
  const [place, setPlace] = useState<Place>({ parent: '', name: say('takeHome.pack.proposed').replace(/\p{Cf}/gu, '') })
  const [packing, setPacking] = useState<Packing>({ state: 'waiting' })
  const isWorking = packing.state === 'working'
  const pack = async (): Promise<void> => {
    const typed = passphrase.current?.value ?? ''
    setPacking({ state: 'working' })
    try {
      const asked = { narrator, parent: place.parent.trim(), name: place.name.trim(), passphrase: typed }
      const { file } = await archive.takeHome.packDecisions(asked)
      setFilled(false)
      setPacking({ state: 'done', file })
    } catch (thrown) {
      setPacking({ state: 'failed', failure: codeOf(thrown) })
    }
  }
  const isWrong = packing.state === 'failed' && packing.failure === 'wrongPassphrase'
  return (
    <section className={styles.sheet} aria-labelledby="pack-decisions">
      <h2 id="pack-decisions">{say('takeHome.pack.title')}</h2>
      <p>{say('takeHome.pack.says')}</p>
      <ul className={styles.list}>
        <li>{say('takeHome.pack.locked')}</li>
        <li>{say('takeHome.pack.signed')}</li>
        <li>{say('takeHome.pack.again')}</li>
      </ul>
      {packing.state === 'done' ? (
        <Notice
          said
          title={say('takeHome.pack.done')}
          action={<Button onPress={() => setPacking({ state: 'waiting' })}>{say('takeHome.pack.press')}</Button>}
        >
          {say('takeHome.pack.where', { file: packing.file })}
        </Notice>
      ) : (
        <>
          <WhereTo place={place} onChange={setPlace} nameLabel={say('takeHome.pack.name')} isDisabled={isWorking} />
          <HerPassphrase
            input={passphrase}
            wrong={isWrong ? say.failure('wrongPassphrase') : null}
            isDisabled={isWorking}
            onFilled={setFilled}
          />
          {packing.state === 'failed' && !isWrong && (
            <Notice kind="care" said title={say('takeHome.pack.failed')}>
              {say.failure(packing.failure)}
            </Notice>
          )}
          {isWorking && <p role="status">{say('takeHome.pack.working')}</p>}
          <div className={styles.actions}>
            <Button kind="primary" onPress={() => void pack()} isDisabled={isWorking || !isFilled || !isWhole(place)}>
              {say('takeHome.pack.press')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
