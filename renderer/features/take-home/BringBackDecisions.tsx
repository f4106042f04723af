// Her decisions, brought back from her copy: the file is chosen or dropped, looked at, and taken or left.
import { useEffect, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { DecisionsSheet } from './DecisionsSheet.tsx'
import { handDecisions, type ReadPack } from './hand-decisions.ts'
import styles from './take-home.module.css'

export interface BringBackDecisionsProps {
  /** A file that was dropped or chosen elsewhere already; null where one is still to be chosen. */
  readonly file?: File | null
  readonly onStory: (testimony: string) => void
}

type Bringing =
  | { readonly state: 'waiting' | 'reading' }
  | { readonly state: 'failed'; readonly failure: FailureCode }
  | { readonly state: 'read'; readonly read: ReadPack }
  | { readonly state: 'taken'; readonly testimonies: readonly string[] }

/** Whether a file is meant for here, by its name. */
export function isDecisionsFile({ name }: Pick<File, 'name'>): boolean {
  return name.toLowerCase().endsWith('.firsthand-decisions')
}

export function BringBackDecisions({ file = null, onStory }: BringBackDecisionsProps) {
  const say = useWords()
  const archive = useArchive()
  const [bringing, setBringing] = useState<Bringing>({ state: 'waiting' })
  const [isOver, setOver] = useState(false)
  const begun = useRef<File | null>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const bring = async (chosen: File): Promise<void> => {
    setBringing({ state: 'reading' })
    try {
      setBringing({ state: 'read', read: await handDecisions(archive, chosen) })
    } catch (thrown) {
      setBringing({ state: 'failed', failure: codeOf(thrown) })
    }
  }
  useEffect(() => {
    if (file === null || begun.current === file) return
    begun.current = file
    // It was dropped somewhere else: here is what came of it.
    head.current?.focus()
    void bring(file)
  })
  const again = (): void => setBringing({ state: 'waiting' })
  return (
    <section className={`${styles.sheet} ${styles.alone}`} aria-labelledby="bring-back">
      <h2 id="bring-back" ref={head} tabIndex={-1}>
        {say('takeHome.back.title')}
      </h2>
      {(bringing.state === 'waiting' || bringing.state === 'failed') && (
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
            if (dropped !== undefined) void bring(dropped)
          }}
        >
          <p>{say('takeHome.back.says')}</p>
          <FileTrigger
            onSelect={(files) => {
              const [chosen] = files ?? []
              if (chosen !== undefined) void bring(chosen)
            }}
          >
            <Button>{say('takeHome.back.choose')}</Button>
          </FileTrigger>
        </div>
      )}
      {bringing.state === 'reading' && <p role="status">{say('takeHome.back.reading')}</p>}
      {bringing.state === 'failed' && (
        <Notice kind="care" said title={say('takeHome.back.failed')}>
          {say.failure(bringing.failure)}
        </Notice>
      )}
      {bringing.state === 'read' && (
        <DecisionsSheet
          read={bringing.read}
          onTaken={(testimonies) => setBringing({ state: 'taken', testimonies })}
          onLeft={again}
        />
      )}
      {bringing.state === 'taken' && (
        <Notice
          said
          title={say('takeHome.back.done')}
          action={
            <div className={styles.actions}>
              {bringing.testimonies.slice(0, 1).map((testimony) => (
                <Button key={testimony} kind="primary" onPress={() => onStory(testimony)}>
                  {say('takeHome.back.story')}
                </Button>
              ))}
              <Button onPress={again}>{say('takeHome.back.another')}</Button>
            </div>
          }
        >
          {say('takeHome.back.doneSays')}
        </Notice>
      )}
    </section>
  )
}
