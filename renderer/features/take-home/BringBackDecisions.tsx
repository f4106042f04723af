// Her decisions, brought back from her copy: the file is chosen or dropped, looked at, and taken or left.
import { useEffect, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { DecisionsSheet, type Taken } from './DecisionsSheet.tsx'
import { handDecisions, type ReadPack } from './hand-decisions.ts'
import styles from './take-home.module.css'

export interface BringBackDecisionsProps {
  /** A file that was dropped or chosen elsewhere already; null where one is still to be chosen. */
  readonly file?: File | null
  readonly onStory: (testimony: string) => void
}

type Brought =
  | { readonly state: 'nothing' }
  | { readonly state: 'read'; readonly read: ReadPack }
  | ({ readonly state: 'taken' } & Taken)

/** Whether a file is meant for here, by its name. */
export function isDecisionsFile({ name }: Pick<File, 'name'>): boolean {
  return name.toLowerCase().endsWith('.firsthand-decisions')
}

export function BringBackDecisions({ file = null, onStory }: BringBackDecisionsProps) {
  const say = useWords()
  const archive = useArchive()
  const [brought, setBrought] = useState<Brought>({ state: 'nothing' })
  const doing = useDoing()
  const [isOver, setOver] = useState(false)
  const begun = useRef<File | null>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const bring = (chosen: File): void =>
    doing.run(async () => {
      setBrought({ state: 'nothing' })
      setBrought({ state: 'read', read: await handDecisions(archive, chosen) })
    })
  useEffect(() => {
    if (file === null || begun.current === file || doing.busy) return
    begun.current = file
    // It was dropped somewhere else: here is what came of it.
    head.current?.focus()
    bring(file)
  })
  const again = (): void => setBrought({ state: 'nothing' })
  return (
    <section className={`${styles.sheet} ${styles.alone}`} aria-labelledby="bring-back">
      <h2 id="bring-back" ref={head} tabIndex={-1}>
        {say('takeHome.back.title')}
      </h2>
      {brought.state === 'nothing' && !doing.busy && (
        <div
          className={styles.drop}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            event.stopPropagation()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            event.stopPropagation()
            setOver(false)
            const [dropped] = event.dataTransfer.files
            if (dropped !== undefined) bring(dropped)
          }}
        >
          <p>{say('takeHome.back.says')}</p>
          <FileTrigger
            onSelect={(files) => {
              const [chosen] = files ?? []
              if (chosen !== undefined) bring(chosen)
            }}
          >
            <Button>{say('takeHome.back.choose')}</Button>
          </FileTrigger>
        </div>
      )}
      {doing.busy && <p role="status">{say('takeHome.back.reading')}</p>}
      {doing.failure !== null && (
        <Notice kind="care" said title={say('takeHome.back.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      {brought.state === 'read' && (
        <DecisionsSheet
          read={brought.read}
          onTaken={(taken) => setBrought({ state: 'taken', ...taken })}
          onLeft={again}
        />
      )}
      {brought.state === 'taken' && (
        <Notice
          said
          title={say('takeHome.back.done')}
          action={
            <div className={styles.actions}>
              {brought.testimonies.slice(0, 1).map((testimony) => (
                <Button key={testimony} kind="primary" onPress={() => onStory(testimony)}>
                  {say('takeHome.back.story')}
                </Button>
              ))}
              <Button onPress={again}>{say('takeHome.back.another')}</Button>
            </div>
          }
        >
          <p>{say('takeHome.back.doneSays')}</p>
          {brought.toBeCleaned === true && <p>{say('takeHome.back.toBeCleaned')}</p>}
          {brought.soundOpen !== undefined && <p>{say('takeHome.back.soundOpen', { count: brought.soundOpen })}</p>}
          {brought.soundStillSealed !== undefined && (
            <p>{say('takeHome.back.soundStillSealed', { count: brought.soundStillSealed })}</p>
          )}
        </Notice>
      )}
    </section>
  )
}
