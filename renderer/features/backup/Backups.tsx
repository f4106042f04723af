// Settings > Backup: when there was one and when one was tried, a new one, trying one, and how many are kept.
import { useState } from 'react'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { useWords } from '../../words/say.tsx'
import type { BackupState } from './backup-shapes.ts'
import { MakeBackup } from './MakeBackup.tsx'
import { TryBackup } from './TryBackup.tsx'
import styles from './backup.module.css'

export function Backups() {
  const say = useWords()
  const { value: state } = useAnswer(['backup'], (client, signal) => client.backup.state({}, signal), [], {
    keepOld: true,
  })
  const [isTrying, setTrying] = useState(false)
  if (state === undefined) return null
  return (
    <section className={styles.part} aria-labelledby="settings-backup">
      <h2 id="settings-backup">{say('backup.title')}</h2>
      <p>{say('backup.says')}</p>
      <When state={state} />
      <div className={styles.step}>
        <h3>{say('backup.make')}</h3>
        <MakeBackup start={state.last?.root ?? ''} />
      </div>
      <div className={styles.step}>
        <h3>{say('backup.try')}</h3>
        <p>{say('backup.trySays')}</p>
        {isTrying ? (
          <TryBackup start={state.last?.root ?? ''} />
        ) : (
          <div className={styles.actions}>
            <Button onPress={() => setTrying(true)}>{say('backup.try')}</Button>
          </div>
        )}
      </div>
      <Plan state={state} />
      <p className={styles.soft}>{say('backup.opens')}</p>
    </section>
  )
}

function When({ state: { last, tried, workSince } }: { state: BackupState }) {
  const say = useWords()
  if (last === null) return <Notice kind="care">{say('backup.none')}</Notice>
  return (
    <>
      <dl className={styles.facts}>
        <dt>{say('backup.last')}</dt>
        <dd>{say('backup.lastAt', { when: say.moment(last.madeAt), root: last.root })}</dd>
        <dt>{say('backup.tried')}</dt>
        <dd>
          {tried === null ? say('backup.triedNever') : say('backup.triedAt', { when: say.moment(tried.triedAt) })}
        </dd>
      </dl>
      {workSince && <p className={styles.soft}>{say('backup.workSince')}</p>}
    </>
  )
}

const waits = [0, 1, 3, 7, 14, 30] as const

function Plan({ state: { keep, remindAfterDays } }: { state: BackupState }) {
  const say = useWords()
  const archive = useArchive()
  const change = (wanted: { keep?: number; remindAfterDays?: number }): void =>
    void archive.backup.plan({ keep, remindAfterDays, ...wanted }).catch(() => undefined)
  const days = waits.includes(remindAfterDays as (typeof waits)[number]) ? waits : [...waits, remindAfterDays]
  return (
    <div className={styles.step}>
      <div className={styles.fields}>
        <NumberField
          label={say('backup.keep')}
          note={say('backup.keepNote')}
          value={keep}
          minValue={1}
          maxValue={50}
          onChange={(count) => {
            if (Number.isInteger(count)) change({ keep: count })
          }}
        />
        <Choice
          label={say('backup.remind')}
          value={String(remindAfterDays)}
          onChange={(chosen) => change({ remindAfterDays: Number(chosen) })}
          options={days.map((one) => ({
            id: String(one),
            name: one === 0 ? say('backup.remind.never') : say('backup.remind.days', { days: one }),
          }))}
        />
      </div>
    </div>
  )
}
