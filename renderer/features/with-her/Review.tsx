// Her story, one passage at a time, large: hear it, say that it is right, change it, and everything else she may want of it.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Span } from '../../../shared/domain/marks/ranges.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { useAnswer } from '../../app/archive.tsx'
import { useCommand } from '../../app/commands.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useFocusNext } from '../../app/use-focus-next.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { Asked } from './Asked.tsx'
import { BesidePassage } from './BesidePassage.tsx'
import { ChangeWords } from './ChangeWords.tsx'
import { Failed } from './Failed.tsx'
import { HearIt, NotHeard } from './HearIt.tsx'
import type { About, BesideStory, Progress, ReadStory } from './her-shapes.ts'
import { HerWords } from './HerWords.tsx'
import { Looks } from './Looks.tsx'
import { looksOf } from './looks-of.ts'
import { marksOn } from './marks-here.ts'
import { MainActions, MoreActions, type Opened } from './PassageActions.tsx'
import { PassageDialogs } from './PassageDialogs.tsx'
import type { PassageSound } from './passage-sound.ts'
import { SealedPassage } from './SealedPassage.tsx'
import { SoundStillClosed } from './SoundStillClosed.tsx'
import { useHerWork } from './use-her-work.ts'
import { useLocalVoice } from '../../app/voice/use-local-voice.ts'
import { useSteps } from './use-steps.ts'
import { stepFrom, walkOf } from './walk.ts'
import styles from './with-her.module.css'

export interface ReviewProps {
  readonly about: About
  readonly read: ReadStory
  readonly beside: BesideStory
  readonly progress: Progress
  readonly passage: Passage
  readonly onPassage: (passage: string) => void
  readonly sound: PassageSound
  readonly timesOf: (passage: Passage, start: number, end: number) => Pick<Span, 'startMs' | 'endMs'>
  readonly openKey: ReactNode
  readonly again: () => void
  readonly wordsHidden: boolean
  readonly onPlaces: () => void
  readonly onPassphrase: () => void
  /** Null where nothing can be erased, in a copy of hers. */
  readonly onErase: (() => void) | null
}

export function Review(props: ReviewProps) {
  const { about, read, beside, progress, passage, onPassage, sound, timesOf, openKey, again, wordsHidden } = props
  const say = useWords()
  const announce = useAnnounce()
  const doing = useDoing()
  const focusNext = useFocusNext()
  const steps = useSteps()
  const work = useHerWork({ read, progress, did: steps.did, again, timesOf })
  const [opened, setOpened] = useState<Opened | null>(null)
  const [atEnd, setAtEnd] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const aloud = useLocalVoice(passage.language)
  const walk = walkOf(read.story)
  const here = marksOn(read.marks, passage)
  const sealed = new Set(read.marks.seals.map((seal) => seal.passage))
  const looks = looksOf(progress, sealed, passage.id)
  const testimony = read.story.testimony.id
  const found = useAnswer(
    ['story'],
    (archive, signal) => archive.herSession.sealedSound({ testimony, passage: passage.id }, signal),
    [testimony, passage.id, about.keyOpen, here.sealed],
  )
  const sealedAnswers = useAnswer(
    ['story'],
    async (archive, signal) => (await archive.herSession.sealedAnswers({ testimony }, signal)).answers,
    [testimony, about.keyOpen],
  )
  const opens = here.sealed && about.keyOpen
  const sealedWords = useAnswer(
    ['story'],
    async (archive, signal) =>
      opens ? (await archive.herSession.readSealed({ testimony, passage: passage.id }, signal)).text : null,
    [testimony, passage.id, opens],
  )
  /** Nobody says that words are right which nobody can see. */
  const canBeRight = !here.sealed || typeof sealedWords.value === 'string'
  const canOpenKey = about.hasPassphrase && !about.keyOpen
  const whereSound = found.value ?? null
  const isSoundSealed = whereSound?.sound === 'sealed'
  /** Nothing of it is heard: its words are closed, and there is no sound. */
  const isSilent = here.sealed && !sound.has(passage)
  const role = walk.roleOf(passage)
  const said = steps.last?.said ?? null

  useEffect(() => {
    if (said !== null) announce(said)
  }, [said, announce])

  const arrive = (id: string, takesFocus: boolean): void => {
    sound.stop()
    aloud.stop()
    setOpened(null)
    setAtEnd(false)
    doing.clear()
    onPassage(id)
    if (takesFocus) focusNext(() => place.current)
  }
  const go = (way: 1 | -1, takesFocus: boolean): void => {
    const next = stepFrom(read.story.passages, walk.steps, passage.id, way)
    if (next !== null) return arrive(next, takesFocus)
    if (way === 1) setAtEnd(true)
    announce(say(way === 1 ? 'her.end' : 'her.start'))
  }
  const heard = (): void => void work.look(passage, 'heard', true).catch(() => {})
  const wasPlaying = useRef(false)
  useEffect(() => {
    if (wasPlaying.current && !sound.playing && sound.reachedEnd(passage)) heard()
    wasPlaying.current = sound.playing
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the sound begins or ends
  }, [sound.playing])

  const takeBack = (): void =>
    doing.run(async () => {
      const step = await steps.takeBack()
      if (step === null) return announce(say('failures.nothingToUndo'))
      announce(say('her.undone', { what: step.said }))
      if (step.passage !== passage.id) arrive(step.passage, true)
    })
  const right = (): void =>
    doing.run(async () => {
      const isRight = looks.includes('right')
      await work.look(passage, 'right', !isRight)
      if (!isRight) go(1, true)
    })
  const later = (): void =>
    doing.run(async () => {
      const isLater = looks.includes('later')
      await work.look(passage, 'later', !isLater)
      if (!isLater) go(1, true)
    })
  const hear = (): void => {
    if (sound.playing) return sound.stop()
    if (isSoundSealed) return
    if (sound.has(passage)) return sound.play(passage)
    if (aloud.reading) aloud.stop()
    else if (!here.sealed) aloud.read(passage.text, heard)
  }
  const idle = opened === null
  useCommand({ id: 'story.playPause', name: say('her.command.hear'), keys: 'Escape', run: hear, when: idle })
  useCommand({ id: 'her.right', name: say('her.right'), run: right, when: idle && canBeRight })
  useCommand({ id: 'her.change', name: say('her.change'), run: () => setOpened('change'), when: idle && !here.sealed })
  useCommand({ id: 'her.later', name: say('her.later'), run: later, when: idle })
  useCommand({ id: 'her.next', name: say('her.next'), run: () => go(1, true), when: idle })
  useCommand({ id: 'her.previous', name: say('her.previous'), run: () => go(-1, true), when: idle })
  useCommand({ id: 'marks.undo', name: say('her.undo'), keys: 'Mod+Z', run: takeBack, when: idle })
  useCommand({ id: 'her.places', name: say('her.where'), run: props.onPlaces, when: idle })

  const text = passage.text
  return (
    <section className={styles.review} aria-label={say('her.review')}>
      <div className={styles.middle}>
        <Asked passages={walk.before.get(passage.id) ?? []} walk={walk} hidden={wordsHidden} />
        {here.sealed ? (
          <SealedPassage
            testimony={testimony}
            passage={passage}
            words={sealedWords}
            keyOpen={about.keyOpen}
            hidden={wordsHidden}
            openKey={openKey}
            sound={whereSound}
            isCopy={about.isCopy}
            onUnseal={(how, signal) => work.unseal(passage, how, signal)}
            onSoundSealed={() => work.soundSealed(passage)}
          />
        ) : opened === 'change' ? (
          <ChangeWords
            key={passage.id}
            passage={passage}
            onKeep={(changed) => work.changeWords(passage, changed)}
            onClose={() => {
              setOpened(null)
              focusNext(() => place.current)
            }}
          />
        ) : (
          <HerWords
            ref={place}
            passage={passage}
            here={here}
            by={role === 'narrator' ? null : walk.speakerOf(passage) || say(`uses.role.${role}`)}
            hidden={wordsHidden}
          />
        )}
        {/* That it is only for her stands above it already. */}
        <Looks states={looks.filter((look) => look !== 'sealed')} />
        {!isSoundSealed && !isSilent && <NotHeard passage={passage} sound={sound} aloud={aloud} />}
        {!here.sealed && (
          <SoundStillClosed
            key={passage.id}
            sound={whereSound}
            keyOpen={about.keyOpen}
            openKey={openKey}
            onOpen={(how, signal) => work.openSound(passage, how, signal)}
          />
        )}
        {idle && (
          <MainActions
            hear={
              isSoundSealed || isSilent ? null : (
                <HearIt
                  passage={passage}
                  sound={sound}
                  aloud={aloud}
                  text={here.sealed || text === '' ? null : text}
                  onHeard={heard}
                />
              )
            }
            canChange={!here.sealed}
            canBeRight={canBeRight}
            isRight={looks.includes('right')}
            onRight={right}
            onChange={() => setOpened('change')}
          />
        )}
        <Failed failure={doing.failure} />
        <div className={styles.done}>
          {said !== null && (
            <>
              <span>{said}</span>{' '}
              {steps.last?.undo !== null && (
                <Button kind="quiet" onPress={takeBack} isDisabled={doing.busy}>
                  {say('her.undo')}
                </Button>
              )}
            </>
          )}
        </div>
        {atEnd && (
          <div className={styles.end}>
            <p>{say('her.end')}</p>
            <Button onPress={props.onPlaces}>{say('her.where')}</Button>
          </div>
        )}
        <Failed failure={sealedAnswers.failure} />
        <BesidePassage
          passage={passage}
          read={read}
          here={here}
          beside={beside}
          sealedAnswers={(sealedAnswers.value ?? []).filter((answer) => answer.passage === passage.id)}
          canOpenKey={canOpenKey}
          openKey={canOpenKey && !here.sealed && !isSoundSealed ? openKey : null}
          hidden={wordsHidden}
          work={work}
        />
      </div>
      <nav className={styles.walk} aria-label={say('her.walk')}>
        <Button className={styles.big ?? ''} onPress={() => go(-1, false)}>
          {say('her.previous')}
        </Button>
        <Button className={styles.big ?? ''} onPress={() => go(1, false)}>
          {say('her.next')}
        </Button>
      </nav>
      <MoreActions
        sealed={here.sealed}
        isLater={looks.includes('later')}
        onOpen={setOpened}
        onLater={later}
        onErase={props.onErase}
      />
      <PassageDialogs
        opened={opened}
        read={read}
        about={about}
        passage={passage}
        found={found}
        hasSpoken={beside.spokenAnswers.some((answer) => answer.passage === passage.id)}
        sealed={sealed}
        work={work}
        again={again}
        onPassphrase={props.onPassphrase}
        // NOTE: no undo: it would destroy what she said, which its card does, after saying so.
        onSpoken={() => steps.did({ said: say('her.did.spoken'), passage: passage.id, undo: null })}
        onClose={() => setOpened(null)}
      />
    </section>
  )
}
