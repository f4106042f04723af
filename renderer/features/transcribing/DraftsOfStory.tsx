// Drafts by machine of one story: why there can be none, how to begin one, how far one is, and those that wait.
import { useEffect, useState } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { BeginForm } from './BeginForm.tsx'
import { GoThrough } from './GoThrough.tsx'
import { Listening } from './Listening.tsx'
import styles from './transcribing.module.css'
import type { DraftsState, Refused } from './transcribing-shapes.ts'
import { beginTranscribing, forgetEnd, useUnderWay } from './under-way.ts'

interface DraftsOfStoryProps {
  readonly testimony: string
  readonly language: string
  readonly onSettings: () => void
  readonly onTalk: () => void
  readonly onStory: () => void
}

const asksHer: ReadonlySet<Refused> = new Set(['saidNo', 'takenBack', 'notYet'])

export function DraftsOfStory({ testimony, language, onSettings, onTalk, onStory }: DraftsOfStoryProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { underWay, listening } = useUnderWay()
  const [draft, setDraft] = useState<string | null>(null)
  const { value, failure, again } = useAnswer(
    ['transcribing', 'story', 'words', 'consent', 'marks'],
    (client, signal) => client.transcribing.state({ testimony }, signal),
    [testimony],
    { keepOld: true },
  )
  const isHere = underWay?.testimony === testimony
  const end = isHere && !listening ? underWay.end : null
  const made = isHere && !listening ? underWay.draft : null
  const endSays =
    end === null
      ? null
      : end === 'nobodySpoke'
        ? say('transcribing.begin.nobody')
        : end === 'cancelled'
          ? say('transcribing.begin.cancelled')
          : say.failure(end)
  useEffect(() => {
    if (endSays !== null) announce(endSays)
  }, [endSays, announce])
  useEffect(() => {
    if (made === null) return
    setDraft(made)
    forgetEnd()
  }, [made])

  if (failure !== null && value === undefined)
    return (
      <div className={styles.room}>
        <Notice kind="care">{say.failure(failure)}</Notice>
      </div>
    )
  if (value === undefined) return null
  if (draft !== null && value.drafts.some(({ id }) => id === draft))
    return <GoThrough key={draft} draft={draft} onLeave={() => setDraft(null)} onStory={onStory} />
  return (
    <div className={styles.room}>
      {endSays !== null && <Notice kind={end === 'cancelled' ? 'note' : 'care'}>{endSays}</Notice>}
      {listening && underWay !== null && <Listening underWay={underWay} isHere={isHere} />}
      {value.drafts.length > 0 && <WaitingDrafts drafts={value.drafts} onGo={setDraft} onThrown={again} />}
      {!value.isOn ? (
        <Notice
          title={say('transcribing.off.title')}
          action={<Button onPress={onSettings}>{say('transcribing.off.go')}</Button>}
        >
          {say('transcribing.off.says')}
        </Notice>
      ) : value.refused !== null ? (
        <Notice
          kind="care"
          title={say('transcribing.refused.title')}
          action={
            asksHer.has(value.refused) ? (
              <Button onPress={onTalk}>{say('transcribing.refused.talk')}</Button>
            ) : (
              <Button onPress={onStory}>{say('transcribing.refused.story')}</Button>
            )
          }
        >
          {say(`transcribing.refused.${value.refused}`)}
        </Notice>
      ) : (
        !listening && (
          <BeginForm
            state={value}
            testimony={testimony}
            language={language}
            onBegin={(wanted) => beginTranscribing(archive, wanted)}
          />
        )
      )}
      {value.listened.length > 0 && (
        <section>
          <h2>{say('transcribing.begin.listened')}</h2>
          <ul className={styles.list}>
            {value.listened.map(({ at, by }) => (
              <li key={at} className={styles.soft}>
                {say('transcribing.begin.listened.one', { date: say.date(at), by })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface WaitingDraftsProps {
  readonly drafts: DraftsState['drafts']
  readonly onGo: (draft: string) => void
  readonly onThrown: () => void
}

function WaitingDrafts({ drafts, onGo, onThrown }: WaitingDraftsProps) {
  const say = useWords()
  const archive = useArchive()
  const throwing = useDoing()
  const [asking, setAsking] = useState<string | null>(null)
  const throwAway = (draft: string): void =>
    throwing.run(async () => {
      await archive.transcribing.throwAway({ draft })
      setAsking(null)
      onThrown()
    }, say('transcribing.drafts.thrown'))
  return (
    <section>
      <h2>{say('transcribing.drafts.title')}</h2>
      <ul className={styles.list}>
        {drafts.map(({ id, at, waiting, total }) => (
          <li key={id} className={styles.draft}>
            <p className={styles.signed}>
              {say(waiting > 0 ? 'transcribing.drafts.one' : 'transcribing.drafts.done', {
                date: say.date(at),
                waiting,
                total,
              })}
            </p>
            <div className={styles.row}>
              <Button kind="primary" onPress={() => onGo(id)}>
                {say('transcribing.drafts.go')}
              </Button>
              <Button onPress={() => setAsking(id)}>{say('transcribing.drafts.throwAway')}</Button>
            </div>
          </li>
        ))}
      </ul>
      <Dialog
        title={say('transcribing.drafts.throwAway.title')}
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
      >
        <p>{say('transcribing.drafts.throwAway.says')}</p>
        {throwing.failure !== null && <Notice kind="care">{say.failure(throwing.failure)}</Notice>}
        <DialogActions>
          <Button onPress={() => setAsking(null)}>{say('transcribing.drafts.keep')}</Button>
          <Button isDisabled={throwing.busy} onPress={() => asking !== null && throwAway(asking)}>
            {say('transcribing.drafts.throwAway')}
          </Button>
        </DialogActions>
      </Dialog>
    </section>
  )
}
