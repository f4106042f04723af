// Going through a machine's draft: one passage at a time with its sound, until a person has decided about each.
import { useState } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { DraftEnd } from './DraftEnd.tsx'
import { DraftPassageCard } from './DraftPassageCard.tsx'
import { useDecidedHere } from './decided-here.ts'
import { speakerKeyOf, speakerOf, type SpeakerKey } from './draft-speakers.ts'
import styles from './transcribing.module.css'
import type { DraftPassage, OpenDraft } from './transcribing-shapes.ts'

interface GoThroughProps {
  readonly draft: string
  readonly onLeave: () => void
  readonly onStory: () => void
}

export function GoThrough({ draft, onLeave, onStory }: GoThroughProps) {
  const say = useWords()
  const { value, failure, again } = useAnswer(
    ['transcribing'],
    (archive, signal) => archive.transcribing.read({ draft }, signal),
    [draft],
    { keepOld: true },
  )
  if (failure !== null)
    return (
      <div className={styles.room}>
        <Notice kind="care" said action={<Button onPress={onLeave}>{say('transcribing.open')}</Button>}>
          {failure === 'notFound' ? say('transcribing.go.gone') : say.failure(failure)}
        </Notice>
      </div>
    )
  return value === undefined ? null : (
    <Passages draft={draft} open={value} again={again} onLeave={onLeave} onStory={onStory} />
  )
}

interface PassagesProps extends GoThroughProps {
  readonly open: OpenDraft
  readonly again: () => void
}

/** The next that waits after `at`, or before it; -1 where none does. */
function nextWaiting(passages: readonly DraftPassage[], at: number): number {
  const after = passages.findIndex(({ state }, index) => index > at && state === 'waiting')
  return after >= 0 ? after : passages.findIndex(({ state }, index) => index !== at && state === 'waiting')
}

function Passages({ draft, open, again, onLeave, onStory }: PassagesProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const decidedHere = useDecidedHere(open.passages)
  const { passages, wordsAt } = decidedHere
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      passages.findIndex(({ state }) => state === 'waiting'),
    ),
  )
  const [isLooking, setLooking] = useState(false)
  const [speaker, setSpeaker] = useState<SpeakerKey>(() => speakerKeyOf(open.speakers))
  const [newName, setNewName] = useState('')
  // NOTE: known from the first passage on: found out anew at each, it would push what is under it away.
  const [isUnplayable, setUnplayable] = useState(false)
  const deciding = useDoing()
  // What had the focus goes with the passage that was decided.
  const [hasDecided, setDecided] = useState(false)
  const waiting = passages.filter(({ state }) => state === 'waiting').length
  const passage = passages[Math.min(at, passages.length - 1)]

  const where = (index: number): string => say('transcribing.go.place', { at: index + 1, total: passages.length })
  const goTo = (index: number): void => {
    deciding.clear()
    setDecided(false)
    setAt(index)
    announce(where(index))
  }
  const decided = (did: 'accepted' | 'leftOut'): void => {
    setDecided(true)
    const next = nextWaiting(passages, at)
    if (next >= 0) setAt(next)
    else setLooking(false)
    announce(say(`transcribing.go.did.${did}`, { where: next >= 0 ? where(next) : say('transcribing.go.end') }))
    again()
  }
  if (passage === undefined || (waiting === 0 && !isLooking))
    return (
      <DraftEnd
        draft={draft}
        passages={passages}
        onLook={() => {
          setLooking(true)
          setAt(0)
        }}
        onDone={onStory}
      />
    )
  const { place } = passage
  return (
    <section className={styles.room} aria-labelledby="draft-place">
      <div className={styles.place}>
        <h2 id="draft-place">{where(at)}</h2>
        <span className={styles.soft}>{say('transcribing.go.waiting', { waiting })}</span>
      </div>
      {deciding.failure !== null && (
        <Notice kind="care" said>
          {say.failure(deciding.failure)}
        </Notice>
      )}
      <DraftPassageCard
        key={`${place} ${passage.state}`}
        takesFocus={hasDecided}
        open={open}
        passage={passage}
        before={wordsAt(at - 1)}
        after={wordsAt(at + 1)}
        isUnplayable={isUnplayable}
        onUnplayable={() => setUnplayable(true)}
        isLast={waiting === 1 && passage.state === 'waiting'}
        busy={deciding.busy}
        speaker={speaker}
        newName={newName}
        onSpeaker={setSpeaker}
        onNewName={setNewName}
        onAccept={(text) =>
          deciding.run(async () => {
            const kept = await archive.transcribing.accept({
              draft,
              place,
              text,
              speaker: speakerOf(speaker, newName, open),
            })
            setSpeaker(kept.speaker)
            decidedHere.accept(place, text)
            decided('accepted')
          })
        }
        onLeaveOut={() =>
          deciding.run(async () => {
            await archive.transcribing.leaveOut({ draft, place })
            decidedHere.leaveOut(place)
            decided('leftOut')
          })
        }
        onBringBack={() =>
          deciding.run(async () => {
            await archive.transcribing.bringBack({ draft, place })
            decidedHere.bringBack(place)
            setDecided(true)
            again()
          }, say('transcribing.go.did.broughtBack'))
        }
      />
      <nav className={styles.row} aria-label={say('transcribing.go.title')}>
        <Button isDisabled={at === 0} onPress={() => goTo(at - 1)}>
          {say('transcribing.go.before')}
        </Button>
        <Button isDisabled={at >= passages.length - 1} onPress={() => goTo(at + 1)}>
          {say('transcribing.go.after')}
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          {say('transcribing.go.later')}
        </Button>
      </nav>
    </section>
  )
}
