// What can be done with a recording while it goes on: the same in the small window and in the Record room.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import type { AskedCard } from '../../app/beside.ts'
import type { TakeDoing, TakeState } from '../../recorder/take-shapes.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { ForgetChoice } from './ForgetChoice.tsx'
import { KeyButton } from './KeyButton.tsx'
import { OffRecordEnds } from './OffRecordEnds.tsx'
import { QuestionCards } from './QuestionCards.tsx'
import { StopButtons } from './StopButtons.tsx'
import { useOffRecordFor } from './use-off-record-for.ts'
import { useTakeWork } from './use-take-work.ts'
import styles from './record.module.css'

interface TakeControlsProps {
  readonly take: TakeState
  /** What is kept, from what the archive has acknowledged. */
  readonly keptMs: number
  readonly does: TakeDoing
  /** Single keys work the buttons. */
  readonly keys: boolean
  readonly questions: readonly AskedCard[]
  readonly level: ReactNode
  /** What is not well just now, said above the buttons. */
  readonly trouble?: ReactNode
  /** Said once to people who listen to the screen. */
  readonly announce: (text: string) => void
}

/** Less room than this is said: ten minutes of sound and a little more. */
const lowRoomMs = 15 * 60_000

export function TakeControls(props: TakeControlsProps) {
  const { take, keptMs, does, keys, questions, level, trouble, announce } = props
  const say = useWords()
  const work = useTakeWork()
  const [isForgetting, setForgetting] = useState(false)
  const key = (letter: string): string | null => (keys ? letter : null)
  const { state } = take
  const isOff = state === 'offRecord'
  const isPaused = state === 'paused'
  const isSounding = state === 'recording' || isOff
  const offFor = useOffRecordFor(isOff, take.offRecordMs)
  const inWords = say(`recorder.state.${state}`, { time: say.time(offFor) })
  useSaidOnce(isOff ? say('recorder.offRecord.says') : inWords, announce)
  const main = useRef<HTMLButtonElement>(null)

  return (
    <div className={styles.take}>
      <div className={styles.time} data-state={state}>
        <p className={styles.kept}>
          <span className={styles.keptWord}>{say('recorder.kept')}</span> <span>{say.time(keptMs)}</span>
        </p>
        <p className={styles.state} data-state={state}>
          {inWords}
        </p>
      </div>
      {isSounding && level}
      {trouble}
      {work.failure !== null && (
        <Notice kind="care" said>
          {say.failure(work.failure satisfies FailureCode)}
        </Notice>
      )}
      {take.roomMs > 0 && take.roomMs < lowRoomMs && (
        <Notice kind="care" said>
          {say('recorder.room.low', { minutes: Math.max(1, Math.floor(take.roomMs / 60_000)) })}
        </Notice>
      )}
      {isOff ? (
        <OffRecordEnds canSeal={take.canSeal} keys={keys} work={work} does={does} />
      ) : (
        <div className={styles.main}>
          <KeyButton
            ref={main}
            kind="primary"
            className={styles.large ?? ''}
            single={key('P')}
            onPress={() =>
              state === 'recording' ? work.run('pause', () => does.pause()) : work.run('goOn', () => does.goOn())
            }
          >
            {say(state === 'recording' ? 'recorder.pause' : state === 'waiting' ? 'recorder.begin' : 'recorder.goOn')}
          </KeyButton>
        </div>
      )}
      {state !== 'waiting' && !isOff && (
        <div className={styles.others}>
          <KeyButton
            single={key('F')}
            isDisabled={keptMs === 0}
            aria-expanded={isForgetting}
            onPress={() => setForgetting((is) => !is)}
          >
            {say('recorder.forget')}
          </KeyButton>
          <KeyButton
            single={key('O')}
            isDisabled={isPaused}
            onPress={() => work.run('goOffRecord', () => does.goOffRecord())}
          >
            {say('recorder.offRecord')}
          </KeyButton>
        </div>
      )}
      {isForgetting && !isOff && (
        <ForgetChoice
          keptMs={keptMs}
          sincePauseMs={take.sincePauseMs}
          onForget={(what) => {
            setForgetting(false)
            main.current?.focus()
            work.run('forget', async () => {
              await does.forget(what)
              announce(say('recorder.forgotten'))
            })
          }}
          onLeave={() => {
            setForgetting(false)
            main.current?.focus()
          }}
        />
      )}
      {state !== 'waiting' && !isOff && (
        <QuestionCards
          questions={questions}
          keys={keys}
          onAsk={(words) => work.run(`ask ${words}`, () => does.ask(words))}
        />
      )}
      {state === 'recording' && (
        <div className={styles.consent}>
          {take.consentSinceMs === null ? (
            <KeyButton small single={key('A')} onPress={() => work.run('consentBegins', () => does.consentBegins())}>
              {say('recorder.consent')}
            </KeyButton>
          ) : (
            <KeyButton small single={key('A')} onPress={() => work.run('consentEnds', () => does.consentEnds())}>
              {say('recorder.consent.end')}
            </KeyButton>
          )}
          <p className={styles.soft}>
            {take.consentSinceMs === null
              ? say('recorder.consent.note')
              : say('recorder.consent.since', { time: say.time(take.consentSinceMs) })}
          </p>
        </div>
      )}
      <StopButtons isOff={isOff} canSeal={take.canSeal} keys={keys} work={work} does={does} />
    </div>
  )
}

/** Says a sentence when it becomes another one; not at the first. */
function useSaidOnce(sentence: string, announce: (text: string) => void): void {
  const said = useRef(sentence)
  useEffect(() => {
    if (said.current === sentence) return
    said.current = sentence
    announce(sentence)
  }, [sentence, announce])
}
