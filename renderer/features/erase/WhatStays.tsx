// What stays here, what is outside, and which backups hold it until when: said before anything is erased.
import { useWords } from '../../words/say.tsx'
import type { What, Who } from './erase-shapes.ts'
import { BackupsThatHold, WhatIsOutside } from './WhatIsOutside.tsx'
import styles from './erase.module.css'

interface Props {
  readonly what: What
  readonly kind: 'passages' | 'story' | 'narrator'
  readonly who: Who
  /** Whether silence stands in a recording that this window has to decode for it. */
  readonly isDecoded: boolean
}

export function WhatStays({ what, kind, who, isDecoded }: Props) {
  const say = useWords()
  const { outside, backups, wasOneWithOthers } = what
  return (
    <>
      <section className={styles.part}>
        <h2>{say('erase.stays')}</h2>
        <ul className={styles.list}>
          {kind === 'passages' && (
            <>
              <li>{say('erase.stays.elsewhere')}</li>
              <li>{say('erase.stays.decisions', { who })}</li>
            </>
          )}
          {kind === 'narrator' && who === 'archivist' && <li>{say('erase.stays.others')}</li>}
          {outside.copies.length > 0 && <li>{say('erase.stays.register')}</li>}
          <li>{say('erase.stays.stone')}</li>
          <li>{say('erase.stays.disk')}</li>
        </ul>
      </section>
      <section className={styles.part}>
        <h2>{say('erase.outside')}</h2>
        <WhatIsOutside outside={outside} who={who} />
      </section>
      <section className={styles.part}>
        <h2>{say('erase.backups')}</h2>
        {backups.length === 0 ? (
          <p>{say('erase.backups.none')}</p>
        ) : (
          <>
            <BackupsThatHold backups={backups} who={who} />
            <p>{say('erase.backups.says')}</p>
            {isDecoded && <p>{say('erase.backups.decoded')}</p>}
            {wasOneWithOthers && <p>{say('erase.backups.oneWith')}</p>}
          </>
        )}
      </section>
    </>
  )
}
