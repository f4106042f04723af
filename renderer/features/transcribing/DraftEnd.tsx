// When somebody has been through all of a draft: what became of it, and the end of what is left.
import { useEffect, useRef } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './transcribing.module.css'
import type { DraftPassage } from './transcribing-shapes.ts'

interface DraftEndProps {
  readonly draft: string
  readonly passages: readonly DraftPassage[]
  readonly onLook: () => void
  readonly onDone: () => void
}

export function DraftEnd({ draft, passages, onLook, onDone }: DraftEndProps) {
  const say = useWords()
  const archive = useArchive()
  const ending = useDoing()
  const head = useRef<HTMLHeadingElement>(null)
  // The passage that had the focus is gone.
  useEffect(() => head.current?.focus(), [])
  const count = (state: DraftPassage['state']): number => passages.filter((passage) => passage.state === state).length
  return (
    <div className={styles.room}>
      <section className={styles.part}>
        <h2 ref={head} tabIndex={-1}>
          {say('transcribing.go.end')}
        </h2>
        <p>{say('transcribing.go.end.says', { accepted: count('accepted'), leftOut: count('leftOut') })}</p>
        {ending.failure !== null && (
          <Notice kind="care" said>
            {say.failure(ending.failure)}
          </Notice>
        )}
        <div className={styles.row}>
          <Button
            kind="primary"
            isDisabled={ending.busy}
            onPress={() =>
              ending.run(async () => {
                await archive.transcribing.throwAway({ draft })
                onDone()
              }, say('transcribing.drafts.thrown'))
            }
          >
            {say('transcribing.go.end.done')}
          </Button>
          <Button onPress={onLook}>{say('transcribing.go.end.look')}</Button>
        </div>
      </section>
    </div>
  )
}
