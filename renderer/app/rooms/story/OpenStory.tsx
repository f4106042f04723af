// A story as it is worked with: transcript, side sheet and player, and what goes between them.
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { ArchiveClient } from '../../../../shared/contract/index.ts'
import { isHiddenFrom } from '../../../../shared/domain/reach.ts'
import type { Range } from '../../../../shared/domain/marks.ts'
import type { Passage, Speaker } from '../../../../shared/domain/story.ts'
import { marksOfPassages } from '../../../features/marks/marks-of-passages.ts'
import { MarkedText } from '../../../features/marks/MarkedText.tsx'
import type { SoundHand } from '../../../features/marks/sound-hand.ts'
import { UndoRedo } from '../../../features/marks/UndoRedo.tsx'
import { ChosenToolbar } from '../../../features/story/ChosenToolbar.tsx'
import { PassageTimes } from '../../../features/story/PassageTimes.tsx'
import { PiecesText } from '../../../features/story/PiecesText.tsx'
import { Player } from '../../../features/story/Player.tsx'
import type { ChosenSpan } from '../../../features/story/selection-offsets.ts'
import { soundingPassage, startOfWord } from '../../../features/story/sounding-passage.ts'
import { passageElement } from '../../../features/story/story-places.ts'
import { Transcript } from '../../../features/story/Transcript.tsx'
import { useHeard } from '../../../features/story/use-heard.ts'
import { usePlayer, usePlayerState } from '../../../features/story/use-player.ts'
import { ViewAsSwitch, type ShownView } from '../../../features/story/ViewAsSwitch.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import { useCommand } from '../../commands.tsx'
import { RoomHeader } from '../../RoomHeader.tsx'
import { useExcerptOfChosen } from './ExcerptOfChosen.tsx'
import { MarkDialogs, type Marking } from './MarkDialogs.tsx'
import styles from './OpenStory.module.css'
import { StorySheet, type SheetTab } from './StorySheet.tsx'
import { useIsWriting } from './use-is-writing.ts'

const ConsentSheet = lazy(async () => ({
  default: (await import('../../../features/consent/ConsentSheet.tsx')).ConsentSheet,
}))

export type ReadStory = Awaited<ReturnType<ArchiveClient['story']['read']>>

interface OpenStoryProps {
  readonly read: ReadStory
  readonly again: () => void
  /** The passage that somebody came for, and the coming itself, so that coming twice is seen. */
  readonly passage: string | null
  readonly arrival: unknown
}

const nothing: readonly ChosenSpan[] = []

export function OpenStory({ read, again, passage: wanted, arrival }: OpenStoryProps) {
  const say = useWords()
  const { story, marks } = read
  const { testimony, narrator, recordings, passages } = story
  const player = usePlayer()
  const isWriting = useIsWriting()
  const [view, setView] = useState<ShownView>('whole')
  const [chosen, setChosen] = useState(nothing)
  const [here, setHere] = useState(0)
  const [tab, setTab] = useState<SheetTab>('labels')
  const [sheetOpen, setSheetOpen] = useState(false)
  const [marking, setMarking] = useState<Marking | null>(null)
  const [timesOf, setTimesOf] = useState<string | null>(null)
  const [recordingId, setRecordingId] = useState<string | null>(null)
  const [follows, setFollows] = useState(true)
  const isWhole = view === 'whole'

  const seen = useAnswer(
    ['story', 'marks'],
    async (archive, signal) =>
      view === 'whole' ? null : archive.story.viewAs({ testimony: testimony.id, reach: view }, signal),
    [testimony.id, view],
  )
  const seenOf = useMemo(() => new Map(seen.value?.passages.map((one) => [one.passage, one])), [seen.value])
  const byPassage = useMemo(() => marksOfPassages(marks), [marks])
  const words = useCallback(
    (passage: Passage) =>
      isWhole ? (
        <MarkedText text={passage.text} marks={byPassage.get(passage.id)} />
      ) : (
        <PiecesText seen={seenOf.get(passage.id)} />
      ),
    [isWhole, byPassage, seenOf],
  )
  const wordsKey = useCallback(
    (id: string) => (isWhole ? `whole ${byPassage.get(id)?.key ?? ''}` : JSON.stringify(seenOf.get(id) ?? null)),
    [isWhole, byPassage, seenOf],
  )
  const role = ({ role: is }: Speaker): string => say(`uses.role.${is}`)
  const nameOf = (speaker: Speaker): string => {
    if (isWhole) return speaker.name || (speaker.role === 'narrator' ? narrator.name : '') || role(speaker)
    return (speaker.role === 'narrator' ? seen.value?.narratorName : null) || role(speaker)
  }

  const recording = recordings.find(({ id }) => id === recordingId) ?? recordings[0] ?? null
  const hidden = useMemo(
    () => (view === 'whole' ? [] : marks.redactions.filter(({ reach }) => isHiddenFrom(reach, view))),
    [marks, view],
  )
  const heard = useHeard(recording, view, JSON.stringify(marks.redactions))
  const silent = useMemo(
    () =>
      silentStretches(
        hidden.flatMap(({ ranges }) => ranges),
        passages,
        recording?.id ?? null,
      ),
    [hidden, passages, recording],
  )
  const sounding = usePlayerState(player, (state) =>
    state.playing || state.positionMs > 0 ? soundingPassage(passages, state.recording, state.positionMs) : null,
  )
  const playing = usePlayerState(player, (state) => state.playing)

  const playFrom = useCallback(
    (passage: Passage, offset: number): void => {
      const at = startOfWord(passage, offset)
      if (passage.recording === null || at === null) return
      player.goTo(passage.recording, at)
      setRecordingId(passage.recording)
    },
    [player],
  )
  const sound = useMemo<SoundHand | null>(
    () =>
      !isWhole || recordings.length === 0
        ? null
        : {
            positionIn: (id) => (player.current().recording === id ? Math.round(player.current().positionMs) : null),
            playStretch: (id, startMs, endMs) => {
              player.hear(id, startMs, endMs)
              setRecordingId(id)
            },
          },
    [isWhole, recordings, player],
  )

  const goToPassage = useCallback(
    (id: string): void => {
      const index = passages.findIndex((one) => one.id === id)
      if (index < 0) return
      setHere(index)
      setSheetOpen(false)
      // NOTE: after this drawing, because a panel that covers the story on a narrow screen has to be gone first.
      requestAnimationFrame(() => {
        const element = passageElement(document, id)
        element?.scrollIntoView({ block: 'center' })
        element?.focus({ preventScroll: true })
      })
    },
    [passages],
  )
  const firstShown = passages.length > 0
  useEffect(() => {
    if (wanted !== null && firstShown) goToPassage(wanted)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each coming, not whenever the story is read again
  }, [arrival, wanted, firstShown])

  /** The button that opened the form is gone with what was chosen, so the focus goes to the passage instead. */
  const backToWords = (): void => {
    const id = chosen[0]?.passage ?? passages[here]?.id ?? ''
    setChosen(nothing)
    setTimeout(() => {
      if (document.activeElement === document.body) passageElement(document, id)?.focus({ preventScroll: true })
    }, 100)
  }
  const canMark = isWhole && chosen.length > 0
  const start = (kind: 'label' | 'takeOut'): void => setMarking({ kind, chosen })
  useCommand({
    id: 'marks.label',
    name: say('marks.label.command'),
    keys: 'Mod+E',
    run: () => start('label'),
    when: canMark,
  })
  useCommand({
    id: 'marks.takeOut',
    name: say('marks.takeOut.command'),
    keys: 'Mod+Shift+E',
    run: () => start('takeOut'),
    when: canMark,
  })
  useCommand({ id: 'story.letGo', name: say('story.chosen.letGo'), run: () => setChosen(nothing), when: canMark })
  const see = (next: ShownView): void => {
    setView(next)
    setChosen(nothing)
  }
  const chosenPassages = useMemo(() => [...new Set(chosen.map(({ passage }) => passage))], [chosen])
  const excerptOfChosen = useExcerptOfChosen({ testimony: testimony.id, passages: chosenPassages, isPossible: canMark })
  const timed = passages.find(({ id }) => id === timesOf)
  const called = isWhole
    ? narrator.name
    : (seen.value?.narratorName ?? (seen.value === undefined ? '' : say('story.viewing.noName')))

  return (
    <div className={styles.room} data-sheet={sheetOpen || undefined}>
      <RoomHeader
        title={<bdi lang={testimony.language}>{testimony.title}</bdi>}
        hers={testimony.titleBy === 'narrator'}
        about={[
          ...(testimony.titleBy === 'archivist' ? [say('story.workingTitle')] : []),
          called,
          say.language(testimony.language),
          ...(recordings.length > 0
            ? [say('story.sittings', { count: new Set(recordings.map(({ sitting }) => sitting)).size })]
            : []),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      >
        <ViewAsSwitch view={view} onView={see} />
      </RoomHeader>
      <section className={styles.middle} aria-label={say('story.transcript')} data-pane>
        <div className={styles.bar}>
          <UndoRedo
            testimony={testimony.id}
            marks={marks}
            undo={read.undo}
            redo={read.redo}
            isWriting={isWriting}
            onDone={again}
          />
          <div className={styles.opener}>
            <Button small onPress={() => setSheetOpen(!sheetOpen)} aria-expanded={sheetOpen}>
              {say(sheetOpen ? 'story.sheet.close' : 'story.sheet.open')}
            </Button>
          </div>
        </div>
        {view !== 'whole' && <p className={styles.viewing}>{say(`story.viewing.${view}`)}</p>}
        {seen.failure !== null ? (
          <div className={styles.opening}>
            <Notice kind="care" said>
              {say.failure(seen.failure)}
            </Notice>
          </div>
        ) : !isWhole && (seen.value === undefined || seen.value === null) ? (
          <p className={styles.opening}>{say('story.opening')}</p>
        ) : (
          <Transcript
            story={story}
            nameOf={nameOf}
            words={words}
            wordsKey={wordsKey}
            canChoose={isWhole}
            chosen={chosen}
            onChoose={setChosen}
            here={Math.min(here, passages.length - 1)}
            onHere={setHere}
            sounding={sounding}
            follows={follows && playing}
            onPlayFrom={recording === null ? null : playFrom}
            onTimes={recording === null || !isWhole ? null : setTimesOf}
            toolbar={(near) => (
              <ChosenToolbar near={near}>
                <Button small kind="primary" onPress={() => start('label')}>
                  {say('marks.label.act')}
                </Button>
                <Button small onPress={() => start('takeOut')}>
                  {say('marks.takeOut.act')}
                </Button>
                {excerptOfChosen.button}
              </ChosenToolbar>
            )}
          />
        )}
      </section>
      <aside className={styles.sheet} aria-label={say('story.sheet')} data-pane>
        <StorySheet
          read={read}
          tab={tab}
          onTab={setTab}
          sound={sound}
          canMark={canMark}
          onMarking={setMarking}
          onStart={start}
          onJump={(range: Range) => {
            if (!isWhole) see('whole')
            goToPassage(range.passage)
          }}
          consent={
            <Suspense fallback={<p>{say('story.opening')}</p>}>
              <ConsentSheet testimony={testimony.id} selectedPassages={chosenPassages} />
            </Suspense>
          }
        />
      </aside>
      {recording !== null && (
        <div className={styles.player} data-pane>
          <Player
            player={player}
            recordings={recordings}
            recording={recording}
            onRecording={setRecordingId}
            heard={heard}
            takenOut={silent}
            follows={follows}
            onFollows={setFollows}
          />
        </div>
      )}
      {excerptOfChosen.dialog}
      {marking !== null && (
        <MarkDialogs
          read={read}
          marking={marking}
          sound={sound}
          onClose={() => setMarking(null)}
          onMarked={backToWords}
        />
      )}
      {timed !== undefined && (
        <PassageTimes
          testimony={testimony.id}
          passage={timed}
          recordings={recordings}
          player={player}
          onClose={() => setTimesOf(null)}
        />
      )}
    </div>
  )
}

function silentStretches(
  ranges: readonly Range[],
  passages: readonly Passage[],
  recording: string | null,
): readonly { startMs: number; endMs: number }[] {
  const heardIn = new Map(passages.map((passage) => [passage.id, passage.recording]))
  return ranges.flatMap(({ passage, startMs, endMs }) =>
    startMs !== null && endMs !== null && heardIn.get(passage) === recording ? [{ startMs, endMs }] : [],
  )
}
