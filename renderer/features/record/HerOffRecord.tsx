// What she said off the record and had kept so that only she can hear it.
import { useState, type ReactNode } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './record.module.css'

interface HerOffRecordProps {
  readonly testimony: string
  /** Asks for her passphrase, where it was not typed yet; told when it was. */
  readonly openKey: (onOpened: () => void) => ReactNode
}

export function HerOffRecord({ testimony, openKey }: HerOffRecordProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const [destroying, setDestroying] = useState<string | null>(null)
  const { value, again } = useAnswer(
    ['story', 'door'],
    async (client, signal) => (await client.recording.offRecord({ testimony }, signal)).parts,
    [testimony],
    { keepOld: true },
  )
  if (value === undefined || value.length === 0) return null
  const isClosed = value.some(({ canHear }) => !canHear)
  const destroy = (part: string): void =>
    doing.run(async () => {
      await archive.recording.destroyOffRecord({ testimony, part })
      setDestroying(null)
      announce(say('recorder.forgotten'))
      again()
    })
  return (
    <section className={styles.hersAlone} aria-labelledby="off-record">
      <h2 id="off-record">{say('record.offRecord.title')}</h2>
      <p>{say('record.offRecord.says')}</p>
      {isClosed && (
        <>
          <p>{say('record.offRecord.locked')}</p>
          {openKey(again)}
        </>
      )}
      <ul className={styles.rows}>
        {value.map(({ id, at, durationMs, canHear }) => {
          const moment = say.moment(at)
          return (
            <li key={id} className={styles.row}>
              <p>{say('record.offRecord.part', { moment, time: say.time(durationMs) })}</p>
              {canHear && (
                <audio
                  controls
                  controlsList="nodownload noplaybackrate noremoteplayback"
                  preload="none"
                  src={`/offrecord/${id}`}
                  className={styles.audio}
                  aria-label={say('record.offRecord.listen', { moment })}
                />
              )}
              {destroying === id ? (
                <div className={styles.choice} role="group" aria-label={say('record.offRecord.destroy')}>
                  <p>{say('record.offRecord.destroy.says')}</p>
                  <div className={styles.buttons}>
                    <Button autoFocus isDisabled={doing.busy} onPress={() => destroy(id)}>
                      {say('record.offRecord.destroy.do', { time: say.time(durationMs) })}
                    </Button>
                    <Button kind="quiet" onPress={() => setDestroying(null)}>
                      {say('record.waiting.leave')}
                    </Button>
                  </div>
                </div>
              ) : (
                <div>
                  <Button
                    small
                    aria-label={say('record.offRecord.destroy.named', { moment })}
                    onPress={() => setDestroying(id)}
                  >
                    {say('record.offRecord.destroy')}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {doing.failure !== null && (
        <Notice kind="care" said>
          {say.failure(doing.failure)}
        </Notice>
      )}
    </section>
  )
}
