// She can always have everything of hers: as plain files, or as a copy that only she opens.
import { useState } from 'react'
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import { CopyForm } from './CopyForm.tsx'
import { OpenFormatsForm } from './OpenFormatsForm.tsx'
import styles from './take-home.module.css'

export interface TakeWithYouProps {
  readonly narrator: string
  /** Whom the window speaks to. An archivist can only write the plain files; the copy needs her own session. */
  readonly who: 'her' | 'archivist'
  readonly hasPassphrase: boolean
  /** This is her copy already: it gives plain files, and decisions that go home (`PackDecisions`). */
  readonly isCopy?: boolean
}

export function TakeWithYou({ narrator, who, hasPassphrase, isCopy = false }: TakeWithYouProps) {
  const say = useWords()
  const [way, setWay] = useState<'open' | 'copy' | null>(null)
  const mayCopy = who === 'her' && !isCopy
  const shown = mayCopy ? way : 'open'
  return (
    <section className={styles.sheet} aria-labelledby="take-home">
      <h2 id="take-home">{say('takeHome.title', { who })}</h2>
      <p>{say('takeHome.says', { who })}</p>
      {mayCopy && (
        <Answers
          label={say('takeHome.ways')}
          value={way}
          onChange={setWay}
          options={[
            { id: 'copy', name: say('takeHome.copy'), note: say('takeHome.copy.note') },
            { id: 'open', name: say('takeHome.open'), note: say('takeHome.open.note', { who }) },
          ]}
        />
      )}
      {who === 'archivist' && <p className={styles.soft}>{say('takeHome.copy.hers')}</p>}
      {shown === 'copy' && !hasPassphrase && <p>{say('takeHome.copy.needsPassphrase')}</p>}
      {shown === 'copy' && hasPassphrase && <CopyForm narrator={narrator} />}
      {shown === 'open' && <OpenFormatsForm narrator={narrator} who={who} />}
    </section>
  )
}
