// What a file of decisions holds, and what was changed here too; then taken whole, or left.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { ConflictCard } from './ConflictCard.tsx'
import type { ReadPack } from './hand-decisions.ts'
import styles from './take-home.module.css'

interface Props {
  readonly read: ReadPack
  readonly onTaken: (testimonies: readonly string[], soundOpen: number) => void
  readonly onLeft: () => void
}

export function DecisionsSheet({ read, onTaken, onLeft }: Props) {
  const say = useWords()
  const archive = useArchive()
  const [keepHere, setKeepHere] = useState<ReadonlySet<string>>(new Set())
  const doing = useDoing()
  const { pack, conflicts } = read
  const choose = (id: string, keeps: boolean): void => {
    const next = new Set(keepHere)
    if (keeps) next.add(id)
    else next.delete(id)
    setKeepHere(next)
  }
  const take = (): void =>
    doing.run(async () => {
      const taken = await archive.takeHome.takeDecisions({ pack, keepHere: [...keepHere] })
      onTaken(taken.testimonies, taken.soundOpen ?? 0)
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
      {doing.busy && <p role="status">{say('takeHome.back.taking')}</p>}
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
