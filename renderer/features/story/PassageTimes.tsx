// Where a passage begins and ends in the sound: written in seconds, or taken from the player.
import { useState } from 'react'
import type { Passage, Recording } from '../../../shared/domain/story.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './AboutSheet.module.css'
import { PlayHere } from './PlayHere.tsx'
import type { SoundPlayer } from './sound-player.ts'

interface PassageTimesProps {
  readonly passage: Passage
  readonly recordings: readonly Recording[]
  readonly player: SoundPlayer
  readonly onRecording: (recording: string) => void
  readonly onKeep: (times: Pick<Passage, 'recording' | 'startMs' | 'endMs'>) => Promise<unknown>
  readonly onClose: () => void
}

export function PassageTimes({ passage, recordings, player, onRecording, onKeep, onClose }: PassageTimesProps) {
  const say = useWords()
  const doing = useDoing()
  const [recording, setRecording] = useState(
    passage.recording ?? player.current().recording ?? recordings[0]?.id ?? null,
  )
  const [startMs, setStart] = useState(passage.startMs)
  const [endMs, setEnd] = useState(passage.endMs)
  const wrong = startMs !== null && endMs !== null && endMs <= startMs
  const now = (): number => Math.round(player.current().positionMs)
  const asMs = (seconds: number): number | null => (Number.isFinite(seconds) ? Math.round(seconds * 1000) : null)
  const keep = (to: { recording: string | null; startMs: number | null; endMs: number | null }): void =>
    doing.run(() => onKeep(to).then(onClose), say('story.kept'))
  return (
    <Dialog title={say('story.times')} isOpen onClose={onClose}>
      <div className={styles.part}>
        <p lang={passage.language} dir={passage.direction}>
          {passage.text.length > 160 ? `${passage.text.slice(0, 160)}…` : passage.text}
        </p>
        {recordings.length > 1 && (
          <Choice
            label={say('story.player.sitting')}
            value={recording}
            onChange={setRecording}
            options={recordings.map(({ id, sitting }) => ({
              id,
              name: say('story.player.sittingNumber', { number: sitting }),
            }))}
          />
        )}
        {recording !== null && <PlayHere player={player} recording={recording} onRecording={onRecording} />}
        <NumberField
          label={say('story.times.start')}
          value={startMs === null ? Number.NaN : startMs / 1000}
          minValue={0}
          step={0.1}
          commitBehavior="validate"
          formatOptions={{ maximumFractionDigits: 3 }}
          onChange={(seconds) => setStart(asMs(seconds))}
        />
        <div>
          <Button small onPress={() => setStart(now())}>
            {say('story.times.startHere')}
          </Button>
        </div>
        <NumberField
          label={say('story.times.end')}
          value={endMs === null ? Number.NaN : endMs / 1000}
          minValue={0}
          step={0.1}
          commitBehavior="validate"
          formatOptions={{ maximumFractionDigits: 3 }}
          onChange={(seconds) => setEnd(asMs(seconds))}
          wrong={wrong ? say('story.times.wrong') : null}
        />
        <div>
          <Button small onPress={() => setEnd(now())}>
            {say('story.times.endHere')}
          </Button>
        </div>
        <div>
          <Button
            small
            isDisabled={startMs === null || endMs === null || wrong}
            onPress={() => startMs !== null && endMs !== null && player.playStretch(startMs, endMs)}
          >
            {say('story.times.play')}
          </Button>
        </div>
        {doing.failure !== null && (
          <Notice kind="care" said>
            {say.failure(doing.failure)}
          </Notice>
        )}
        <DialogActions>
          <Button
            kind="primary"
            isDisabled={wrong || startMs === null || doing.busy}
            onPress={() => keep({ recording, startMs, endMs })}
          >
            {say('story.times.keep')}
          </Button>
          {passage.startMs !== null && (
            <Button isDisabled={doing.busy} onPress={() => keep({ recording, startMs: null, endMs: null })}>
              {say('story.times.none')}
            </Button>
          )}
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
