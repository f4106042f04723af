// Where each taken-out place is in the sound, and the way to say it better.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import type { Range } from '../../../shared/domain/marks/marks.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { codeOf } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkCards.module.css'
import form from './MarkForm.module.css'
import { exactTime } from './exact-time.ts'
import type { SoundHand } from './sound-hand.ts'
import { TimesFields, timesHold, type Times } from './TimesFields.tsx'

interface TakenOutTimesProps {
  readonly ranges: readonly Range[]
  readonly passages: readonly Passage[]
  readonly sound: SoundHand
  readonly onTimes: (range: Range, times: Times) => Promise<void>
}

export function TakenOutTimes({ ranges, passages, sound, onTimes }: TakenOutTimesProps) {
  const say = useWords()
  const [changing, setChanging] = useState<{ range: Range; recording: string } | null>(null)
  const recordings = new Map(passages.map(({ id, recording }) => [id, recording]))
  return (
    <ul className={styles.times}>
      {ranges.map((range) => {
        const recording = recordings.get(range.passage) ?? null
        if (recording === null) return null
        const { startMs, endMs } = range
        const where =
          startMs === null || endMs === null
            ? say('marks.times.stillHeardHere')
            : say('marks.times.from', { start: exactTime(say, startMs), end: exactTime(say, endMs) })
        return (
          <li key={range.id}>
            <span className={startMs === null ? styles.care : undefined}>{where}</span>{' '}
            <Button
              kind="quiet"
              small
              onPress={() => setChanging({ range, recording })}
              aria-label={say('marks.times.change.named', { words: range.quote.slice(0, 60) })}
            >
              {say('marks.change')}
            </Button>
          </li>
        )
      })}
      {changing !== null && (
        <TimesDialog
          {...changing}
          sound={sound}
          onClose={() => setChanging(null)}
          onKeep={(times) => onTimes(changing.range, times)}
        />
      )}
    </ul>
  )
}

interface TimesDialogProps {
  readonly range: Range
  readonly recording: string
  readonly sound: SoundHand
  readonly onKeep: (times: Times) => Promise<void>
  readonly onClose: () => void
}

function TimesDialog({ range, recording, sound, onKeep, onClose }: TimesDialogProps) {
  const say = useWords()
  const [times, setTimes] = useState<Times>({ startMs: range.startMs, endMs: range.endMs })
  const [failure, setFailure] = useState<FailureCode | null>(null)
  return (
    <Dialog title={say('marks.times.change')} isOpen onClose={onClose}>
      <div className={form.form}>
        <blockquote className={form.quote} dir="auto">
          {range.quote}
        </blockquote>
        <TimesFields recording={recording} times={times} onTimes={setTimes} sound={sound} />
        {failure !== null && (
          <Notice kind="care" said>
            {say.failure(failure)}
          </Notice>
        )}
        <DialogActions>
          <Button
            kind="primary"
            isDisabled={!timesHold(times)}
            onPress={() => onKeep(times).then(onClose, (thrown: unknown) => setFailure(codeOf(thrown)))}
          >
            {say('marks.times.keep')}
          </Button>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
