// Marks where in one of her recordings it can be heard: it is played, and its beginning and end are set while it plays.
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import type { EvidenceClip } from './evidence-draft.ts'
import { OfferedMarks } from './OfferedMarks.tsx'
import styles from '../EvidenceFields.module.css'

interface Props {
  readonly testimony: string
  readonly value: EvidenceClip | null
  readonly onChange: (clip: EvidenceClip | null) => void
}

interface Ends {
  readonly startMs: number | null
  readonly endMs: number | null
}

const seconds = (ms: number | null): number => (ms === null ? Number.NaN : ms / 1000)
const milliseconds = (of: number): number | null => (Number.isFinite(of) ? Math.round(of * 1000) : null)

export function MarkedClip({ testimony, value, onChange }: Props) {
  const say = useWords()
  const { value: recordings } = useAnswer(
    ['story'],
    async (archive, signal) => (await archive.story.read({ testimony }, signal)).story.recordings,
    [testimony],
    { keepOld: true },
  )
  const [chosen, setChosen] = useState<string | null>(value?.recording ?? null)
  const [ends, setEnds] = useState<Ends>({ startMs: value?.startMs ?? null, endMs: value?.endMs ?? null })
  const [isUnplayable, setUnplayable] = useState(false)
  const sound = useRef<HTMLAudioElement>(null)
  /** Where playing what is marked stops, in milliseconds. */
  const stopAt = useRef<number | null>(null)
  useEffect(() => {
    const audio = sound.current
    return () => audio?.pause()
  }, [])
  if (recordings === undefined) return null
  const recording = recordings.find(({ id }) => id === chosen) ?? recordings[0]
  if (recording === undefined) return <p>{say('evidence.clip.none')}</p>

  const mark = (part: Partial<Ends>): void => {
    const next = { ...ends, ...part }
    setEnds(next)
    const { startMs, endMs } = next
    const isWhole = startMs !== null && endMs !== null && endMs > startMs && endMs <= Math.ceil(recording.durationMs)
    onChange(isWhole ? { recording: recording.id, startMs, endMs: Math.min(endMs, recording.durationMs) } : null)
  }
  const here = (): number =>
    Math.min(Math.round((sound.current?.currentTime ?? 0) * 1000), Math.floor(recording.durationMs))
  const isBackwards = ends.startMs !== null && ends.endMs !== null && value === null
  return (
    <div className={styles.recording}>
      {recordings.length > 1 && (
        <Choice
          label={say('evidence.clip.which')}
          value={recording.id}
          onChange={(id) => {
            setChosen(id)
            setUnplayable(false)
            setEnds({ startMs: null, endMs: null })
            onChange(null)
          }}
          options={recordings.map(({ id, durationMs }, at) => ({
            id,
            name: say('evidence.clip.recording', { number: at + 1, time: say.time(durationMs) }),
          }))}
        />
      )}
      <OfferedMarks recording={recording.id} onTake={(startMs, endMs) => mark({ startMs, endMs })} />
      <p>{say('evidence.clip.says')}</p>
      <audio
        key={recording.id}
        ref={sound}
        controls
        controlsList="nodownload noplaybackrate noremoteplayback"
        preload="metadata"
        src={`/media/${recording.media}`}
        className={styles.audio}
        aria-label={say('evidence.clip.listen')}
        onError={() => setUnplayable(true)}
        onTimeUpdate={({ currentTarget }) => {
          if (stopAt.current === null || currentTarget.currentTime * 1000 < stopAt.current) return
          stopAt.current = null
          currentTarget.pause()
        }}
      />
      {isUnplayable && <Notice kind="care">{say('evidence.clip.unplayable')}</Notice>}
      <div className={styles.buttons}>
        <Button onPress={() => mark({ startMs: here() })}>{say('evidence.clip.begins')}</Button>
        <Button onPress={() => mark({ endMs: here() })}>{say('evidence.clip.ends')}</Button>
        <Button
          isDisabled={value === null || isUnplayable}
          onPress={() => {
            if (sound.current === null || value === null) return
            stopAt.current = value.endMs
            sound.current.currentTime = value.startMs / 1000
            void sound.current.play().catch(() => setUnplayable(true))
          }}
        >
          {say('evidence.clip.play')}
        </Button>
      </div>
      <div className={styles.ends}>
        {(['startMs', 'endMs'] as const).map((end) => (
          <NumberField
            key={end}
            label={say(`evidence.clip.${end}`)}
            value={seconds(ends[end])}
            minValue={0}
            maxValue={Math.ceil(recording.durationMs / 1000)}
            step={0.01}
            onChange={(at) => mark({ [end]: milliseconds(at) })}
          />
        ))}
      </div>
      {value !== null && (
        <p role="status">
          {say('evidence.clip.marked', { start: say.time(value.startMs), end: say.time(value.endMs) })}
        </p>
      )}
      {isBackwards && (
        <p className={styles.missing} role="alert">
          {say('evidence.clip.backwards')}
        </p>
      )}
    </div>
  )
}
