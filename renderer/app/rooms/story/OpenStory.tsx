// A story: worked on as a whole, or looked at as somebody would get it; the sheet beside it, and the player.
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArchiveClient } from '../../../../shared/contract/index.ts'
import type { Section } from '../../../../shared/domain/beside.ts'
import { isHiddenFrom } from '../../../../shared/domain/reach.ts'
import type { Passage, Speaker } from '../../../../shared/domain/story.ts'
import type { SoundHand } from '../../../features/marks/sound-hand.ts'
import { UndoRedo } from '../../../features/marks/UndoRedo.tsx'
import { PassageTimes } from '../../../features/story/PassageTimes.tsx'
import { Player } from '../../../features/story/Player.tsx'
import { soundingPassage, startOfWord } from '../../../features/story/sounding-passage.ts'
import { passageElement } from '../../../features/story/story-places.ts'
import { useHeard } from '../../../features/story/use-heard.ts'
import { usePlayer, usePlayerState } from '../../../features/story/use-player.ts'
import { ViewAsSwitch, type ShownView } from '../../../features/story/ViewAsSwitch.tsx'
import { HeadingForm } from '../../../features/writing/HeadingForm.tsx'
import { SuggestForm } from '../../../features/writing/SuggestForm.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useAnswer, useArchive } from '../../archive.tsx'
import { useCommand } from '../../commands.tsx'
import { RoomHeader } from '../../RoomHeader.tsx'
import { useExcerptOfChosen } from './ExcerptOfChosen.tsx'
import { MarkDialogs, type Marking } from './MarkDialogs.tsx'
import styles from './OpenStory.module.css'
import { SeenStory } from './SeenStory.tsx'
import { silentStretches } from './silent-stretches.ts'
import { StorySheet, type SheetTab } from './StorySheet.tsx'
import { useFocusStays } from './use-focus-stays.ts'
import { useIsWriting } from './use-is-writing.ts'
import { PassageLanguage } from './working/PassageLanguage.tsx'
import { useStoryEditor } from './working/use-story-editor.ts'
import { WorkingStory } from './working/WorkingStory.tsx'

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

/** A small form for one passage; `passage` null is the title. */
type Asking =
  | { readonly kind: 'times' | 'language' | 'heading'; readonly passage: string; readonly section?: Section }
  | { readonly kind: 'suggest'; readonly passage: string | null }

export function OpenStory({ read, again, passage: wanted, arrival }: OpenStoryProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const testimony = read.story.testimony.id
  const player = usePlayer()
  const isWriting = useIsWriting()
  const [view, setView] = useState<ShownView>('whole')
  const [seenHere, setSeenHere] = useState(0)
  const [tab, setTab] = useState<SheetTab>('labels')
  const [sheetOpen, setSheetOpen] = useState(false)
  const [naming, setNaming] = useState(0)
  const sheet = useRef<HTMLElement>(null)
  useFocusStays(sheet)
  const [marking, setMarking] = useState<Marking | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [recordingId, setRecordingId] = useState<string | null>(null)
  const [follows, setFollows] = useState(true)
  const isWhole = view === 'whole'

  const beside = useAnswer(
    ['story', 'words', 'marks', 'consent'],
    (client, signal) => client.writing.beside({ testimony }, signal),
    [testimony],
    { keepOld: true },
  )
  const headings = useMemo(
    () => new Map(beside.value?.sections.map(({ passage, heading }) => [passage, heading])),
    [beside.value],
  )
  const role = ({ role: is }: Speaker): string => say(`uses.role.${is}`)
  const nameOf = (speaker: Speaker): string =>
    speaker.name || (speaker.role === 'narrator' ? read.story.narrator.name : '') || role(speaker)
  const playFrom = useCallback(
    (passage: Passage, offset: number): void => {
      const at = startOfWord(passage, offset)
      if (passage.recording === null || at === null) return
      player.goTo(passage.recording, at)
      setRecordingId(passage.recording)
    },
    [player],
  )
  const working = useStoryEditor({
    read,
    again,
    herVersion: beside.value?.herVersion ?? false,
    headings,
    says: (id) => {
      const speaker = read.story.speakers.find((one) => one.id === id)
      return say('story.passage.says', { name: speaker === undefined ? say('uses.role.other') : nameOf(speaker) })
    },
    onSeek: playFrom,
  })
  const { live, editor, chosen, keptFirst, onArchive } = working
  const { story, marks } = live
  const { narrator, recordings, passages } = story

  const seen = useAnswer(
    ['story', 'marks'],
    async (client, signal) => {
      if (view === 'whole') return null
      await keptFirst()
      return client.story.viewAs({ testimony, reach: view }, signal)
    },
    [testimony, view],
  )
  const seenNameOf = (speaker: Speaker): string =>
    (speaker.role === 'narrator' ? seen.value?.narratorName : null) || role(speaker)

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
  const followed = isWhole && follows && playing
  useEffect(() => {
    editor?.setSounding(sounding)
    if (!followed || sounding === null) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    passageElement(document, sounding)?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' })
  }, [editor, sounding, followed])

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

  const see = (next: ShownView): void => {
    setView(next)
  }
  const goToPassage = useCallback(
    (id: string): void => {
      setSheetOpen(false)
      setView('whole')
      // NOTE: after this drawing, because a panel that covers the story on a narrow screen has to be gone first.
      requestAnimationFrame(() => editor?.goTo(id))
    },
    [editor],
  )
  useEffect(() => {
    if (wanted !== null && editor !== null) goToPassage(wanted)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each coming, not whenever the story is read again
  }, [arrival, wanted, editor !== null])

  const canMark = isWhole && chosen.length > 0
  const chosenPassages = useMemo(() => [...new Set(chosen.map(({ passage }) => passage))], [chosen])
  const start = (kind: 'label' | 'takeOut' | 'tie'): void =>
    void keptFirst().then(
      () => {
        // NOTE: the caret has the focus before the panel opens, so that the panel gives it back to the words.
        editor?.focus()
        setMarking({ kind, chosen: editor?.chosen() ?? chosen })
      },
      () => undefined,
    )
  useCommand({ id: 'marks.label', run: () => start('label'), when: canMark })
  useCommand({ id: 'marks.takeOut', run: () => start('takeOut'), when: canMark })
  useCommand({ id: 'marks.tie', run: () => start('tie'), when: canMark })
  const excerptOfChosen = useExcerptOfChosen({ testimony, passages: chosenPassages, isPossible: canMark })
  const asked = asking === null || asking.passage === null ? null : (editor?.passage(asking.passage) ?? null)
  const called = isWhole
    ? narrator.name
    : (seen.value?.narratorName ?? (seen.value === undefined ? '' : say('story.viewing.noName')))
  const closeAsking = (): void => setAsking(null)

  return (
    <div className={styles.room} data-sheet={sheetOpen || undefined}>
      <RoomHeader
        title={<bdi lang={story.testimony.language}>{story.testimony.title}</bdi>}
        hers={story.testimony.titleBy === 'narrator'}
        about={[
          ...(story.testimony.titleBy === 'archivist' ? [say('story.workingTitle')] : []),
          called,
          say.language(story.testimony.language),
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
        <div hidden={!isWhole}>
          <WorkingStory
            working={working}
            player={player}
            hasSound={recording !== null}
            herVersion={beside.value?.herVersion ?? false}
            nameOf={nameOf}
            marksLane={
              <UndoRedo
                testimony={testimony}
                marks={marks}
                undo={read.undo}
                redo={read.redo}
                isWriting={isWriting}
                onArchive={onArchive}
                onDone={again}
              />
            }
            opener={
              <div className={styles.opener}>
                <Button small onPress={() => setSheetOpen(!sheetOpen)} aria-expanded={sheetOpen}>
                  {say(sheetOpen ? 'story.sheet.close' : 'story.sheet.open')}
                </Button>
              </div>
            }
            toolbar={
              <>
                <Button small kind="primary" onPress={() => start('label')}>
                  {say('marks.label.act')}
                </Button>
                <Button small onPress={() => start('takeOut')}>
                  {say('marks.takeOut.act')}
                </Button>
                <Button small onPress={() => start('tie')}>
                  {say('writing.tie')}
                </Button>
                {excerptOfChosen.button}
              </>
            }
            onTimes={(passage) => setAsking({ kind: 'times', passage })}
            onLanguage={(passage) => setAsking({ kind: 'language', passage })}
            onHeading={(passage) => setAsking({ kind: 'heading', passage })}
            onSuggest={(passage) => setAsking({ kind: 'suggest', passage })}
            onSnapshot={() => {
              setTab('versions')
              setSheetOpen(true)
              setNaming((n) => n + 1)
            }}
            onQuestions={() => {
              const asks = ({ ranges }: { ranges: readonly { unresolved: boolean }[] }): boolean =>
                ranges.some(({ unresolved }) => unresolved)
              setTab(marks.labels.some(asks) ? 'labels' : marks.redactions.some(asks) ? 'takenOut' : 'ties')
              setSheetOpen(true)
            }}
          />
        </div>
        {view !== 'whole' && <p className={styles.viewing}>{say(`story.viewing.${view}`)}</p>}
        {seen.failure !== null ? (
          <div className={styles.opening}>
            <Notice kind="care" said>
              {say.failure(seen.failure)}
            </Notice>
          </div>
        ) : (
          !isWhole &&
          (seen.value === undefined || seen.value === null ? (
            <p className={styles.opening}>{say('story.opening')}</p>
          ) : (
            <SeenStory
              story={story}
              seen={seen.value}
              nameOf={seenNameOf}
              here={seenHere}
              onHere={setSeenHere}
              sounding={sounding}
              follows={follows && playing}
              onPlayFrom={recording === null ? null : playFrom}
            />
          ))
        )}
      </section>
      <aside
        ref={sheet}
        className={styles.sheet}
        aria-label={say('story.sheet')}
        data-pane
        // What is decided there is decided about the words as they stand: they are kept before.
        onFocus={() => void keptFirst().catch(() => undefined)}
      >
        <StorySheet
          live={live}
          beside={beside.value}
          working={working}
          tab={tab}
          onTab={setTab}
          naming={naming}
          sound={sound}
          canMark={canMark}
          onMarking={setMarking}
          onStart={start}
          onJump={goToPassage}
          onHeading={(section) => setAsking({ kind: 'heading', passage: section.passage, section })}
          onSuggestTitle={() => setAsking({ kind: 'suggest', passage: null })}
          consent={
            <Suspense fallback={<p>{say('story.opening')}</p>}>
              <ConsentSheet testimony={testimony} selectedPassages={chosenPassages} />
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
          read={live}
          marking={marking}
          sound={sound}
          onArchive={onArchive}
          onClose={() => setMarking(null)}
          onMarked={() => {
            const at = editor?.here()
            if (at !== undefined) editor?.goTo(at.passage, at.offset)
          }}
        />
      )}
      {asking?.kind === 'times' && asked !== null && (
        <PassageTimes
          passage={asked}
          recordings={recordings}
          player={player}
          onKeep={async (times) => {
            editor?.commands.setTimes(asked.id, times)
            await keptFirst()
          }}
          onClose={closeAsking}
        />
      )}
      {asking?.kind === 'language' && asked !== null && (
        <PassageLanguage
          language={asked.language}
          onKeep={(language, direction) => editor?.commands.setLanguage([asked.id], language, direction)}
          onClose={closeAsking}
        />
      )}
      {asking?.kind === 'heading' && (
        <HeadingForm
          heading={asking.section?.heading ?? ''}
          onKeep={async (heading) => {
            await onArchive(() =>
              archive.writing.putSection({
                testimony,
                section: asking.section?.id ?? null,
                passage: asking.passage,
                heading,
              }),
            )
            beside.again()
          }}
          onClose={closeAsking}
        />
      )}
      {asking?.kind === 'suggest' && (
        <SuggestForm
          before={asking.passage === null ? story.testimony.title : (asked?.text ?? '')}
          language={asked?.language ?? story.testimony.language}
          forTitle={asking.passage === null}
          onKeep={async (after, why) => {
            await onArchive(() => archive.writing.suggest({ testimony, passage: asking.passage, after, why }))
            announce(say('writing.suggest.did'))
            beside.again()
          }}
          onClose={closeAsking}
        />
      )}
    </div>
  )
}
