// What a file of decisions holds, and what was changed here too; then taken whole, or left.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { ConflictCard } from './ConflictCard.tsx'
import type { ReadPack } from './hand-decisions.ts'
import styles from './take-home.module.css'

interface Props {
  readonly read: ReadPack
  readonly onTaken: (testimonies: readonly string[]) => void
  readonly onLeft: () => void
}

export function DecisionsSheet({ read, onTaken, onLeft }: Props) {
  const say = useWords()
  const archive = useArchive()
  const [keepHere, setKeepHere] = useState<ReadonlySet<string>>(new Set())
  const [isTaking, setTaking] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const { pack, conflicts } = read
  const choose = (id: string, keeps: boolean): void => {
    const next = new Set(keepHere)
    if (keeps) next.add(id)
    else next.delete(id)
    setKeepHere(next)
  }
  const take = async (): Promise<void> => {
    setTaking(true)
    setFailure(null)
    try {
      const { testimonies } = await archive.takeHome.takeDecisions({ pack, keepHere: [...keepHere] })
      onTaken(testimonies)
    } catch (thrown) {
      setFailure(codeOf(thrown))
      setTaking(false)
    }
  }
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
                isDisabled={isTaking}
              />
            ))}
          </ol>
        </>
      )}
      {failure !== null && (
        <Notice kind="care" said title={say('takeHome.back.failed')}>
          {failure === 'changedMeanwhile' ? say('takeHome.back.changed') : say.failure(failure)}
        </Notice>
      )}
      {isTaking && <p role="status">{say('takeHome.back.taking')}</p>}
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => void take()} isDisabled={isTaking}>
          {say('takeHome.back.take')}
        </Button>
        <Button onPress={() => void leave()} isDisabled={isTaking}>
          {say('takeHome.back.leave')}
        </Button>
      </div>
    </>
  )
}
