// A reading that is kept: listened to, then used or thrown away.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Reading } from './reading-shapes.ts'
import styles from './reading.module.css'

interface Props {
  readonly excerpt: string
  readonly reading: Reading
  readonly onUsed: () => void
}

export function KeptReading({ excerpt, reading, onUsed }: Props) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [isHeard, setHeard] = useState(false)
  const { id, media, isApproved } = reading
  const own = { excerpt, reading: id }
  return (
    <section className={styles.way} aria-label={say('reading.heard')}>
      <audio
        controls
        controlsList="nodownload noplaybackrate noremoteplayback"
        preload="metadata"
        src={`/media/${media}`}
        className={styles.audio}
        aria-label={say('reading.heard')}
        onEnded={() => setHeard(true)}
      />
      {isApproved && <p role="status">{say('reading.isUsed')}</p>}
      {!isApproved && !isHeard && <p role="status">{say('reading.listenFirst')}</p>}
      <p className={styles.soft}>{say('reading.drop.note')}</p>
      <div className={styles.buttons}>
        {!isApproved && (
          <Button
            kind="primary"
            isDisabled={!isHeard || doing.busy}
            onPress={() =>
              doing.run(async () => {
                await archive.readings.approve(own)
                onUsed()
              }, say('reading.isUsed'))
            }
          >
            {say('reading.use')}
          </Button>
        )}
        <Button
          isDisabled={doing.busy}
          onPress={() => doing.run(() => archive.readings.drop(own), say('reading.dropped'))}
        >
          {say('reading.drop')}
        </Button>
      </div>
      {doing.failure !== null && (
        <Notice kind="care" said title={say('reading.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
    </section>
  )
}
