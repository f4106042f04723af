// One recording that waits: finished into its story with one press, gone on with, or destroyed.
import { useRef, useState } from 'react'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import type { OffRecordEnd } from '../../recorder/take-shapes.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { DestroyTake } from './DestroyTake.tsx'
import styles from './record.module.css'

export type WaitingTake = Awaited<ReturnType<ArchiveClient['recording']['takes']>>['takes'][number]

interface OneTakeProps {
  readonly one: WaitingTake
  /** Another one is recorded now. */
  readonly isRecording: boolean
  readonly onGoOn: () => void
  readonly onFinished: (recording: string) => void
  readonly onChanged: () => void
}

const megabytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1_000_000))

export function OneTake({ one, isRecording, onGoOn, onFinished, onChanged }: OneTakeProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const [done, setDone] = useState<number | null>(null)
  const [isDestroying, setDestroying] = useState(false)
  const [offRecord, setOffRecord] = useState<OffRecordEnd | null>(null)
  const [isAsked, setAsked] = useState(false)
  const asking = useRef<HTMLDivElement>(null)
  const stopping = useRef<AbortController | null>(null)
  const { take, title } = one

  const finish = (): void => {
    const chosen = one.offRecordMs > 0 ? offRecord : 'destroy' // where nothing is undecided
    if (chosen !== null) return finishWith(chosen)
    setAsked(true)
    asking.current?.querySelector('input')?.focus()
  }
  const finishWith = (chosen: OffRecordEnd): void =>
    doing.run(async () => {
      stopping.current = new AbortController()
      setDone(0)
      try {
        for await (const step of archive.recording.finish({ take, offRecord: chosen }, stopping.current.signal)) {
          setDone(step.done)
          if (step.recording !== null) {
            announce(say('record.finished'))
            onFinished(step.recording)
          }
        }
      } catch (thrown) {
        if (stopping.current?.signal.aborted !== true) throw thrown
      } finally {
        setDone(null)
        onChanged()
      }
    })
  const destroy = (): void =>
    doing.run(async () => {
      await archive.recording.destroy({ take })
      onChanged()
    }, say('record.waiting.destroyed'))

  return (
    <li className={styles.row}>
      <p className={styles.hers} dir="auto">
        {title}
      </p>
      <p className={styles.soft}>
        {say('record.waiting.by', { name: one.narratorName })}.{' '}
        {say('record.waiting.when', { moment: say.moment(one.beganAt), time: say.time(one.keptMs) })}{' '}
        {one.gaps > 0 && say('record.waiting.gaps', { gaps: one.gaps })}
      </p>
      {one.bytesMissing > 0 && (
        <Notice kind="care">{say('record.waiting.bytesMissing', { size: megabytes(one.bytesMissing) })}</Notice>
      )}
      {one.offRecordMs > 0 && (
        <div ref={asking}>
          <Answers<OffRecordEnd>
            label={say('record.waiting.offRecord', { time: say.time(one.offRecordMs) })}
            wrong={isAsked && offRecord === null ? say('record.waiting.offRecord.choose') : undefined}
            value={offRecord}
            onChange={setOffRecord}
            options={(['destroy', 'seal'] as const).map((id) => ({ id, name: say(`record.waiting.offRecord.${id}`) }))}
          />
        </div>
      )}
      {doing.failure !== null && (
        <Notice kind="care" said>
          {say.failure(doing.failure)}
        </Notice>
      )}
      {done !== null ? (
        <Progress label={say('record.waiting.finishing')} value={done} onCancel={() => stopping.current?.abort()} />
      ) : isDestroying ? (
        <DestroyTake
          keptMs={one.keptMs}
          offRecordMs={one.offRecordMs}
          isBusy={doing.busy}
          onDestroy={destroy}
          onLeave={() => setDestroying(false)}
        />
      ) : (
        <div className={styles.buttons}>
          <Button
            kind="primary"
            aria-label={say('record.waiting.finish.named', { title })}
            isDisabled={doing.busy || one.bytesMissing > 0}
            onPress={finish}
          >
            {say('record.waiting.finish')}
          </Button>
          <Button
            aria-label={say('record.waiting.goOn.named', { title })}
            isDisabled={doing.busy || isRecording}
            onPress={() =>
              doing.run(async () => {
                await archive.recording.takeUp({ take })
                onGoOn()
                onChanged()
              })
            }
          >
            {say('record.waiting.goOn')}
          </Button>
          <Button
            aria-label={say('record.waiting.destroy.named', { title })}
            isDisabled={doing.busy}
            onPress={() => setDestroying(true)}
          >
            {say('record.waiting.destroy')}
          </Button>
        </div>
      )}
    </li>
  )
}
