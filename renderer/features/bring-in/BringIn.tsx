// Bringing in, step by step: choose, look and correct, keep, see what came of it.
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './BringIn.module.css'
import { ChooseFiles } from './ChooseFiles.tsx'
import { HandedRecalls } from './HandedRecalls.tsx'
import { Keeping } from './Keeping.tsx'
import { KeptResults } from './KeptResults.tsx'
import { NotReadFiles } from './NotReadFiles.tsx'
import { PreviewDesk } from './PreviewDesk.tsx'
import { timeLeft } from './time-left.ts'
import { useBatch } from './use-batch.ts'

export function BringIn({ onOpen, onShelf }: { onOpen: (testimony: string) => void; onShelf: () => void }) {
  const say = useWords()
  const announce = useAnnounce()
  const { work, state } = useBatch()
  const { step, going, items, cancelled, failure } = state
  const arrivedAt = useRef(state.step)
  const cameBackTo = useRef(items.length > 0 && step === 'looking')
  const latest = useRef({ state, say })
  latest.current = { state, say }

  // What came of the last one has been seen: whoever comes again brings in something new.
  useEffect(() => {
    if (arrivedAt.current === 'kept') work.beginAnew()
  }, [work])

  // NOTE: a batch that is left waits, and says so, because nothing of it is kept yet.
  useEffect(
    () => () => {
      const last = latest.current
      if (last.state.step === 'looking') announce(last.say('bringIn.waiting', { count: last.state.items.length }))
    },
    [announce],
  )
  const cancelledWords =
    cancelled === null ? null : say(cancelled === 'nothingKept' ? 'bringIn.forgotten' : 'bringIn.stoppedAdding')
  useEffect(() => {
    if (cancelledWords !== null) announce(cancelledWords)
  }, [announce, cancelledWords])

  return (
    <div className={styles.room} data-step={step}>
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      {cancelledWords !== null && <Notice>{cancelledWords}</Notice>}
      <NotReadFiles files={state.notRead} />
      <HandedRecalls recalls={state.recalls} />
      {step === 'choosing' && <ChooseFiles work={work} />}
      {step === 'sending' && (
        <div className={styles.narrow}>
          <Progress
            label={say('bringIn.sending')}
            value={going?.share ?? null}
            note={
              going === null
                ? ''
                : say('bringIn.sending.note', {
                    done: say.number(going.done),
                    total: say.number(going.total),
                    left: timeLeft(say, going, performance.now()),
                  })
            }
            onCancel={() => work.cancelSending()}
          />
        </div>
      )}
      {step === 'reading' && (
        <div className={styles.narrow}>
          <Progress label={say('bringIn.reading')} value={null} onCancel={() => work.cancelSending()} />
        </div>
      )}
      {step === 'looking' && (
        <>
          {cameBackTo.current && <Notice>{say('bringIn.stillHere')}</Notice>}
          <PreviewDesk work={work} state={state} />
        </>
      )}
      {step === 'keeping' && <Keeping work={work} state={state} />}
      {step === 'kept' && <KeptResults work={work} state={state} onOpen={onOpen} onShelf={onShelf} />}
    </div>
  )
}
