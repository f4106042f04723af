// After it: what is gone, what is outside still, which backups hold it, and the next steps that there are.
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Erased, Who } from './erase-shapes.ts'
import { WhatGoes } from './WhatGoes.tsx'
import { BackupsThatHold, isAnythingOutside, WhatIsOutside } from './WhatIsOutside.tsx'
import styles from './erase.module.css'

interface Props {
  readonly erased: Erased
  readonly kind: 'passages' | 'story' | 'narrator'
  readonly who: Who
  readonly onDone: () => void
  readonly onAskBack?: (disclosure: string) => void
  readonly onBackUp?: () => void
}

export function WhatIsErased({ erased, kind, who, onDone, onAskBack, onBackUp }: Props) {
  const say = useWords()
  const { counts, outside, backups, toBeCleaned } = erased
  return (
    <div className={styles.sheet}>
      <Notice said title={say('erase.done')}>
        {toBeCleaned === true ? say('erase.done.toBeCleaned') : undefined}
      </Notice>
      <section className={styles.part}>
        <h2>{say('erase.done.gone')}</h2>
        <WhatGoes counts={counts} who={who} isNarrator={kind === 'narrator'} />
      </section>
      {isAnythingOutside(outside) && (
        <section className={styles.part}>
          <h2>{say('erase.done.outside')}</h2>
          <WhatIsOutside outside={outside} who={who} {...(onAskBack === undefined ? {} : { onAskBack })} />
          {who === 'her' && outside.copies.length > 0 && <p>{say('erase.done.askBackHer')}</p>}
        </section>
      )}
      <section className={styles.part}>
        <h2>{say(backups.length === 0 ? 'erase.backups' : 'erase.done.backups')}</h2>
        {backups.length === 0 ? (
          <p>{say('erase.done.noBackups')}</p>
        ) : (
          <>
            <BackupsThatHold backups={backups} who={who} />
            <p>{say('erase.backups.says')}</p>
          </>
        )}
      </section>
      <div className={styles.actions}>
        {onBackUp !== undefined && backups.length > 0 && (
          <Button kind="primary" onPress={onBackUp}>
            {say('erase.done.backUp')}
          </Button>
        )}
        <Button onPress={onDone}>
          {who === 'her' && kind === 'narrator' ? say('erase.done.close') : say('erase.done.back', { kind })}
        </Button>
      </div>
    </div>
  )
}
