// What a file of decisions holds, and what was changed here too; then taken whole, or left.
import { useState } from 'react'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { useArchive } from '../../app/archive.tsx'
import { useStoppable } from '../../app/use-stoppable.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { ConflictCard } from './ConflictCard.tsx'
import type { ReadPack } from './hand-decisions.ts'
import { abandonSound, handSound } from './hand-sound.ts'
import styles from './take-home.module.css'

export type Taken = Awaited<ReturnType<ArchiveClient['takeHome']['takeDecisions']>>

interface Props {
  readonly read: ReadPack
  readonly onTaken: (taken: Taken) => void
  readonly onLeft: () => void
}

export function DecisionsSheet({ read, onTaken, onLeft }: Props) {
  const say = useWords()
  const archive = useArchive()
  const [keepHere, setKeepHere] = useState<ReadonlySet<string>>(new Set())
  const taking = useStoppable()
  const { doing } = taking
  const [step, setStep] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const { pack, conflicts } = read
  const choose = (id: string, keeps: boolean): void => {
    const next = new Set(keepHere)
    if (keeps) next.add(id)
    else next.delete(id)
    setKeepHere(next)
  }
  const toDecode = read.toClose?.toDecode ?? []
  const take = (): void =>
    taking.run(async (signal) => {
      try {
        await handSound(archive, toDecode, (done, total) => setStep({ done, total }), signal)
        setStep(null)
        onTaken(await archive.takeHome.takeDecisions({ pack, keepHere: [...keepHere] }, signal))
      } finally {
        setStep(null)
        await abandonSound(archive, toDecode)
      }
    })
  const leave = async (): Promise<void> => {
    await archive.takeHome.leaveDecisions({ pack }).catch(() => undefined) // it is forgotten at lock at the latest
    onLeft()
  }
  return (
    <>
      <h3>{say('takeHome.back.from', { name: read.narratorName, date: say.date(read.madeAt) })}</h3>
      <p className={styles.soft}>{say('takeHome.back.signed')}</p>
      <ul className={styles.list}>
        <li>{say('takeHome.back.words', { count: read.changedPassages })}</li>
        <li>{say('takeHome.back.marks', { count: read.marks })}</li>
        <li>{say('takeHome.back.entries', { count: read.entries })}</li>
        <li>{say('takeHome.back.spoken', { count: read.spoken })}</li>
        {read.toClose !== undefined && <li>{say('takeHome.back.toClose', { count: read.toClose.passages })}</li>}
      </ul>
      {read.entries > 0 && <p>{say('takeHome.back.no')}</p>}
      {conflicts.length === 0 ? (
        <p>{say('takeHome.back.none')}</p>
      ) : (
        <>
          <h3>{say('takeHome.back.conflicts', { count: conflicts.length })}</h3>
          <p>{say('takeHome.back.rule')}</p>
          <ol className={styles.conflicts}>
            {conflicts.map((conflict) => (
              <ConflictCard
                key={conflict.id}
                conflict={conflict}
                keepsHere={keepHere.has(conflict.id)}
                onKeepHere={(keeps) => choose(conflict.id, keeps)}
                isDisabled={doing.busy}
              />
            ))}
          </ol>
        </>
      )}
      {doing.failure !== null && (
        <Notice kind="care" said title={say('takeHome.back.failed')}>
          {doing.failure === 'changedMeanwhile' ? say('takeHome.back.changed') : say.failure(doing.failure)}
        </Notice>
      )}
      {doing.busy &&
        (read.toClose === undefined ? (
          <p role="status">{say('takeHome.back.taking')}</p>
        ) : (
          <Progress
            label={say('takeHome.back.closing')}
            value={step === null || step.total === 0 ? null : step.done / step.total}
            onCancel={taking.stop}
          />
        ))}
      <div className={styles.actions}>
        <Button kind="primary" onPress={take} isDisabled={doing.busy}>
          {say('takeHome.back.take')}
        </Button>
        <Button onPress={() => void leave()} isDisabled={doing.busy}>
          {say('takeHome.back.leave')}
        </Button>
      </div>
    </>
  )
}
