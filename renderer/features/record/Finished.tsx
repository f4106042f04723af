// A recording that is in its story now: where sound is missing, her spoken yes, and where to go from here.
import { useEffect, useRef } from 'react'
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './record.module.css'

/** What would be said as 0:00. */
const leastSaidMs = 1_000

interface FinishedProps {
  readonly recording: string
  readonly onStory: () => void
  readonly onTalk: () => void
}

export function Finished({ recording, onStory, onTalk }: FinishedProps) {
  const say = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  const { value } = useAnswer([], (archive, signal) => archive.recording.about({ recording }, signal), [recording])
  useEffect(() => title.current?.focus(), [])
  const agreed = (value?.marks ?? []).filter(({ kind, endMs }) => kind === 'consent' && endMs !== null)
  const gaps = value?.gaps ?? []
  return (
    <section className={styles.row} aria-labelledby="record-finished">
      <h2 id="record-finished" ref={title} tabIndex={-1}>
        {say('record.finished')}
      </h2>
      {agreed.length > 0 && (
        <>
          <h3>{say('record.finished.consent')}</h3>
          <p>{say('record.finished.consent.says')}</p>
          <ul>
            {agreed.map(({ atMs, endMs }) => (
              <li key={atMs}>{say('record.mark.at', { start: say.time(atMs), end: say.time(endMs ?? atMs) })}</li>
            ))}
          </ul>
        </>
      )}
      {gaps.length > 0 && (
        <>
          <h3>{say('record.finished.gaps')}</h3>
          <ul>
            {gaps.map(({ atMs, kind, lastedMs }, at) => {
              const said = say(`record.gap.${kind}`, { at: say.time(atMs) })
              return (
                <li key={at}>
                  {lastedMs === null || lastedMs < leastSaidMs
                    ? said
                    : say('record.gap.lasted', { said, time: say.time(lastedMs) })}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" onPress={onStory}>
          {say('record.finished.story')}
        </Button>
        <Button onPress={onTalk}>{say('record.finished.talk')}</Button>
      </div>
    </section>
  )
}
