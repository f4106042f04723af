// A recording that goes on, as the Record room shows it: the same controls as in the small window, and its time.
import { useMemo } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { handedOnBeside } from '../../app/beside.ts'
import { TroubleNotice } from '../../recorder/TroubleNotice.tsx'
import { takeDoing, type TakeState } from '../../recorder/take-shapes.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { Level } from './Level.tsx'
import { TakeControls } from './TakeControls.tsx'
import styles from './record.module.css'

interface UnderWayProps {
  readonly take: TakeState
  readonly id: string
  /** The browser did not let the small window open. */
  readonly isBlocked: boolean
  readonly onOpenWindow: () => void
}

export function UnderWay({ take, id, isBlocked, onOpenWindow }: UnderWayProps) {
  const say = useWords()
  const announce = useAnnounce()
  const archive = useArchive()
  const { heard } = take
  const { value: questions } = useAnswer(
    ['story', 'shelf'],
    async (client, signal) => (await client.recording.questions({}, signal)).questions,
    [],
  )
  const does = useMemo(
    () => takeDoing(archive.recorder, id, { handOn: () => handedOnBeside(heard), throwAway: () => {} }),
    [archive, id, heard],
  )
  const isAlone = !heard && take.state === 'recording'
  return (
    <section className={styles.part} aria-labelledby="record-under-way">
      <h2 id="record-under-way">{say('record.underWay')}</h2>
      {isAlone ? (
        <Notice
          kind="care"
          said={isBlocked}
          action={
            <Button kind="primary" onPress={onOpenWindow}>
              {say('record.window.open')}
            </Button>
          }
        >
          {say(isBlocked ? 'record.blocked' : 'record.window.gone')}
        </Notice>
      ) : (
        <p className={styles.soft}>{say('record.window.there')}</p>
      )}
      <TakeControls
        take={take}
        keptMs={take.keptMs}
        does={does}
        keys={false}
        questions={questions ?? []}
        announce={announce}
        level={<Level level={take.level} />}
        trouble={<TroubleNotice trouble={isAlone ? null : take.trouble} keptMs={take.keptMs} />}
      />
    </section>
  )
}
