// What came of it: written down with its day, and everything so far, the newest first. Nothing is ever changed.
import { useState } from 'react'
import { outcomes, type Outcome } from '../../../shared/domain/given-out/recall.ts'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { localDay, OnDay } from './OnDay.tsx'
import { RecallSteps } from './RecallSteps.tsx'
import type { RecallDetails } from './recall-shapes.ts'
import styles from './recall.module.css'

export function RecallHeard({ details, mayWrite }: { details: RecallDetails; mayWrite: boolean }) {
  const say = useWords()
  const archive = useArchive()
  const [kind, setKind] = useState<Outcome | null>(null)
  const [on, setOn] = useState(() => localDay(new Date()))
  const [note, setNote] = useState('')
  const [wasTried, setTried] = useState(false)
  const writing = useDoing()
  const write = (): void => {
    setTried(true)
    if (kind === null) return
    writing.run(async () => {
      await archive.recall.step({ disclosure: details.disclosure, kind, on, note: note.trim() })
      setKind(null)
      setNote('')
      setTried(false)
    }, say('recall.heard.done'))
  }
  return (
    <section className={styles.part} aria-labelledby="recall-heard">
      <h2 id="recall-heard">{say(mayWrite ? 'recall.heard' : 'recall.steps')}</h2>
      {mayWrite && (
        <>
          <p>{say('recall.heard.says')}</p>
          <Answers
            label={say('recall.heard.kind')}
            value={kind}
            onChange={setKind}
            wrong={wasTried && kind === null ? say('recall.heard.kindMissing') : null}
            options={outcomes.map((id) => ({ id, name: say(`recall.heard.${id}`) }))}
          />
          <OnDay value={on} onChange={setOn} />
          <TextField label={say('recall.heard.note')} value={note} onChange={setNote} dir="auto" />
          {writing.failure !== null && (
            <Notice kind="care" said title={say('recall.failed')}>
              {say.failure(writing.failure)}
            </Notice>
          )}
          <div className={styles.buttons}>
            <Button onPress={write}>{say('recall.heard.press')}</Button>
            {writing.done && <span className={styles.soft}>{say('recall.heard.done')}</span>}
          </div>
        </>
      )}
      <RecallSteps steps={details.steps} speaksTo="archivist" hasTitle={!mayWrite} />
    </section>
  )
}
