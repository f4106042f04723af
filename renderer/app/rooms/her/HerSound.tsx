// The sound of one story of hers, from near: heard, a stretch of it taken out by itself, and what is taken out so.
import { useState } from 'react'
import type { SoundStretch } from '../../../../shared/domain/marks/marks.ts'
import type { Recording } from '../../../../shared/domain/story.ts'
import { SoundUpClose } from '../../../features/story/SoundUpClose.tsx'
import type { Stretch } from '../../../features/story/drawn-sound.ts'
import { writtenTime } from '../../../features/story/written-time.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import type { ReadStory } from '../../../features/with-her/her-shapes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import { useCommand } from '../../commands.tsx'
import { useHerPlace } from './her-place.tsx'
import { HerTakeSoundOut } from './HerTakeSoundOut.tsx'
import { PlayNear } from './PlayNear.tsx'
import { SilentSound } from './SilentSound.tsx'
import { useHerSilences } from './use-her-silences.ts'
import { useNearSound } from './use-near-sound.tsx'
import styles from './HerSound.module.css'
import rooms from './HerRooms.module.css'

export default function HerSound() {
  const { place } = useHerPlace()
  return place.room === 'sound' ? <OneSound key={place.testimony} testimony={place.testimony} /> : null
}

function OneSound({ testimony }: { testimony: string }) {
  const say = useWords()
  const { place, go } = useHerPlace()
  const { value, failure, again } = useAnswer(
    ['story', 'marks', 'words'],
    (archive, signal) => archive.story.read({ testimony }, signal),
    [testimony],
    { keepOld: true },
  )
  const [wanted, setWanted] = useState<string | null>(null)
  const recordings = value?.story.recordings ?? []
  const recording = recordings.find(({ id }) => id === wanted) ?? recordings[0]
  const passage = place.room === 'sound' ? place.passage : null
  return (
    <div className={styles.sound}>
      <h1 tabIndex={-1}>{say('her.near')}</h1>
      <p className={rooms.lead}>{say('her.near.says')}</p>
      <div className={rooms.row}>
        <Button onPress={() => go({ room: 'story', testimony, passage, list: false })}>{say('her.near.back')}</Button>
        {recordings.length > 1 && recording !== undefined && (
          <Choice
            label={say('her.near.sitting')}
            value={recording.id}
            onChange={setWanted}
            options={recordings.map(({ id, sitting }) => ({
              id,
              name: say('story.player.sittingNumber', { number: sitting }),
            }))}
          />
        )}
      </div>
      <Failed failure={failure} />
      {value !== undefined && recording !== undefined && (
        <OneRecording key={recording.id} read={value} recording={recording} again={again} />
      )}
    </div>
  )
}

interface OneRecordingProps {
  readonly read: ReadStory
  readonly recording: Recording
  readonly again: () => void
}

function OneRecording({ read, recording, again }: OneRecordingProps) {
  const say = useWords()
  const { player, element, levels, ranges, unplayable, brokenAtMs } = useNearSound(read, recording)
  const silences = useHerSilences(read, again)
  const [takingOut, setTakingOut] = useState<Stretch | null>(null)
  const [changing, setChanging] = useState<SoundStretch | null>(null)
  /** Counts how often she began to change edges: each time she comes to the slider. */
  const [arrivals, setArrivals] = useState(0)
  const idle = takingOut === null
  useCommand({
    id: 'story.playPause',
    name: say('her.command.hear'),
    keys: 'Escape',
    run: player.toggle,
    when: idle && !unplayable,
  })
  useCommand({ id: 'story.near', run: () => setArrivals((count) => count + 1), when: idle && !unplayable })
  useCommand({ id: 'marks.undo', name: say('her.undo'), keys: 'Mod+Z', run: silences.takeBack, when: idle })
  const leaveEdges = (): void => {
    setChanging(null)
    setArrivals((count) => count + 1)
  }
  const keepEdges = (stretch: Stretch): void => {
    if (changing !== null) silences.move(changing, stretch, leaveEdges)
  }
  return (
    <>
      {element}
      {unplayable ? (
        <p className={rooms.soft}>{say('her.sound.unplayable')}</p>
      ) : (
        <section className={styles.near} aria-label={say('her.near.drawing')}>
          <PlayNear player={player} />
          {brokenAtMs !== null && (
            <p role="status">{say('story.player.brokenAt', { position: say.time(brokenAtMs) })}</p>
          )}
          {changing !== null && (
            <div className={styles.changing}>
              <p role="status">
                {say('her.near.changing', {
                  start: writtenTime(changing.startMs),
                  end: writtenTime(changing.endMs),
                })}
              </p>
              <Button onPress={leaveEdges}>{say('her.near.leaveEdges')}</Button>
            </div>
          )}
          <SoundUpClose
            key={changing?.id ?? ''}
            player={player}
            levels={levels}
            ranges={ranges}
            first={changing}
            arrivals={arrivals}
            act={
              changing === null
                ? { name: say('story.close.takeOut'), run: setTakingOut }
                : { name: say('her.near.keepEdges'), run: keepEdges }
            }
          />
        </section>
      )}
      <Failed failure={silences.failure} />
      <div className={styles.done}>
        {silences.last !== null && (
          <>
            <span>{silences.last.said}</span>{' '}
            <Button kind="quiet" onPress={silences.takeBack} isDisabled={silences.busy}>
              {say('her.undo')}
            </Button>
          </>
        )}
      </div>
      <SilentSound
        redactions={read.marks.redactions}
        recording={recording.id}
        isDisabled={silences.busy}
        onHear={unplayable ? null : ({ startMs, endMs }) => player.playStretch(startMs, endMs)}
        onChange={(stretch) => {
          setChanging(stretch)
          setArrivals((count) => count + 1)
        }}
        onPutBack={silences.putBack}
      />
      {takingOut !== null && (
        <HerTakeSoundOut
          stretch={takingOut}
          onKeep={(words) => silences.takeOut(recording.id, takingOut, words)}
          onClose={() => setTakingOut(null)}
        />
      )}
    </>
  )
}
