// A story: worked on as a whole, or looked at as somebody would get it; the sheet beside it, and the player.
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Speaker } from '../../../../shared/domain/story.ts'
import { UndoRedo } from '../../../features/marks/UndoRedo.tsx'
import { Player } from '../../../features/story/Player.tsx'
import { DraftOffer } from '../../../features/transcribing/DraftWay.tsx'
import type { ShownView } from '../../../features/story/ViewAsSwitch.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useExcerptOfChosen } from './ExcerptOfChosen.tsx'
import { useMarkChosen } from './MarkChosen.tsx'
import styles from './OpenStory.module.css'
import { PassageQuestions, type Asking } from './PassageQuestions.tsx'
import type { ReadStory } from './read-story.ts'
import { SeenAs } from './SeenAs.tsx'
import { SoundOfSealed } from './SoundOfSealed.tsx'
import { StoryHeader } from './StoryHeader.tsx'
import { StorySheet, type SheetTab } from './StorySheet.tsx'
import { useFocusStays } from './use-focus-stays.ts'
import { useIsWriting } from './use-is-writing.ts'
import { useSeen } from './use-seen.ts'
import { useStoryPlayer } from './use-story-player.ts'
import { useStorySound } from './use-story-sound.ts'
import { useStoryEditor } from './working/use-story-editor.ts'
import { WorkingStory } from './working/WorkingStory.tsx'

const Receipt = lazy(async () => ({ default: (await import('../../../features/receipt/Receipt.tsx')).Receipt }))
const ConsentSheet = lazy(async () => ({
  default: (await import('../../../features/consent/ConsentSheet.tsx')).ConsentSheet,
}))

interface OpenStoryProps {
  readonly read: ReadStory
  readonly again: () => void
  /** The passage that somebody came for, and the coming itself, so that coming twice is seen. */
  readonly passage: string | null
  /** The sheet beside it that they came for. */
  readonly beside: SheetTab | null
  readonly arrival: unknown
}

export function OpenStory({ read, again, passage: wanted, beside: wantedSheet, arrival }: OpenStoryProps) {
  const say = useWords()
  const testimony = read.story.testimony.id
  const heardBy = useStoryPlayer()
  const { player, onRecording, playFrom } = heardBy
  const isWriting = useIsWriting()
  const { go } = useNavigation()
  const [view, setView] = useState<ShownView>('whole')
  const [tab, setTab] = useState<SheetTab>('labels')
  const [sheetOpen, setSheetOpen] = useState(false)
  const [naming, setNaming] = useState(0)
  const sheet = useRef<HTMLElement>(null)
  useFocusStays(sheet)
  const [asking, setAsking] = useState<Asking | null>(null)
  const isWhole = view === 'whole'

  const beside = useAnswer(
    ['story', 'words', 'marks', 'consent'],
    (client, signal) => client.writing.beside({ testimony }, signal),
    [testimony],
    { keepOld: true },
  )
  const herVersion = beside.value?.herVersion ?? false
  const headings = useMemo(
    () => new Map(beside.value?.sections.map(({ passage, heading }) => [passage, heading])),
    [beside.value],
  )
  const nameOf = (speaker: Speaker): string =>
    speaker.name || (speaker.role === 'narrator' ? read.story.narrator.name : '') || say(`uses.role.${speaker.role}`)
  const working = useStoryEditor({
    read,
    again,
    herVersion,
    headings,
    says: (id) => {
      const speaker = read.story.speakers.find((one) => one.id === id)
      return say('story.passage.says', { name: speaker === undefined ? say('uses.role.other') : nameOf(speaker) })
    },
    onSeek: playFrom,
  })
  const { live, editor, chosen, keptFirst, onArchive } = working
  const { story, marks } = live
  const seen = useSeen(testimony, view, keptFirst)
  const sound = useStorySound(heardBy, { live, view, editor })
  const { recording } = sound

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

  useEffect(() => {
    if (wantedSheet === null) return
    setTab(wantedSheet)
    // A passage that is come for is what is looked at first; on a narrow screen the sheet would cover it.
    if (wanted === null) setSheetOpen(true)
  }, [arrival, wanted, wantedSheet])

  const canMark = isWhole && chosen.length > 0
  const chosenPassages = useMemo(() => [...new Set(chosen.map(({ passage }) => passage))], [chosen])
  const markChosen = useMarkChosen({ working, sound: sound.hand, isPossible: canMark })
  const excerptOfChosen = useExcerptOfChosen({ testimony, passages: chosenPassages, isPossible: canMark })
  const openSheet = (at: SheetTab): void => {
    setTab(at)
    setSheetOpen(true)
  }
  const seenName = seen.value?.narratorName ?? (seen.value === undefined ? '' : say('story.viewing.noName'))

  return (
    <div className={styles.room} data-sheet={sheetOpen || undefined}>
      <StoryHeader story={story} called={isWhole ? story.narrator.name : seenName} view={view} onView={setView} />
      <section className={styles.middle} aria-label={say('story.transcript')} data-pane>
        <div hidden={!isWhole}>
          <WorkingStory
            working={working}
            player={player}
            hasSound={recording !== null}
            herVersion={herVersion}
            nameOf={nameOf}
            marksLane={
              <UndoRedo
                testimony={testimony}
                marks={marks}
                undo={read.undo}
                redo={read.redo}
                herVersion={herVersion}
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
            notices={
              <>
                {story.recordings.length > 0 && story.passages.every(({ text }) => text.trim() === '') && (
                  <DraftOffer onGo={() => go({ room: 'transcribing', testimony })} />
                )}
                <SoundOfSealed narrator={story.narrator} count={read.soundOpen?.length ?? 0} />
              </>
            }
            toolbar={
              <>
                {markChosen.buttons}
                {excerptOfChosen.button}
              </>
            }
            onTimes={(passage) => setAsking({ kind: 'times', passage })}
            onLanguage={(passage) => setAsking({ kind: 'language', passage })}
            onHeading={(passage) => setAsking({ kind: 'heading', passage })}
            onSuggest={(passage) => setAsking({ kind: 'suggest', passage })}
            onSnapshot={() => {
              openSheet('versions')
              setNaming((n) => n + 1)
            }}
            onQuestions={() => {
              const asks = ({ ranges }: { ranges: readonly { unresolved: boolean }[] }): boolean =>
                ranges.some(({ unresolved }) => unresolved)
              openSheet(marks.labels.some(asks) ? 'labels' : marks.redactions.some(asks) ? 'takenOut' : 'ties')
            }}
          />
        </div>
        <SeenAs
          view={view}
          seen={seen}
          story={story}
          sounding={sound.sounding}
          follows={sound.follows && sound.playing}
          onPlayFrom={recording === null ? null : playFrom}
        />
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
          sound={sound.hand}
          canMark={canMark}
          onMarking={markChosen.onMarking}
          onStart={markChosen.start}
          onJump={goToPassage}
          onHeading={(section) => setAsking({ kind: 'heading', passage: section.passage, section })}
          onSuggestTitle={() => setAsking({ kind: 'suggest', passage: null })}
          consent={
            <Suspense fallback={<p>{say('story.opening')}</p>}>
              <ConsentSheet
                testimony={testimony}
                selectedPassages={chosenPassages}
                onConversation={() => go({ room: 'consent', testimony })}
              />
              <Receipt narrator={story.narrator.id} language={story.testimony.language} who="archivist" />
            </Suspense>
          }
        />
      </aside>
      {recording !== null && sound.ranges !== null && (
        <div className={styles.player} data-pane>
          <Player
            player={player}
            recordings={story.recordings}
            recording={recording}
            onRecording={onRecording}
            heard={sound.heard}
            ranges={sound.ranges}
            onTakeOut={
              sound.hand === null
                ? null
                : (stretch) => markChosen.onMarking({ kind: 'takeSoundOut', recording: recording.id, ...stretch })
            }
            isSoundAll={story.passages.every(({ text }) => text === '')}
            follows={sound.follows}
            onFollows={sound.onFollows}
          />
        </div>
      )}
      {excerptOfChosen.dialog}
      {markChosen.dialog}
      {asking !== null && (
        <PassageQuestions
          asking={asking}
          working={working}
          player={player}
          onRecording={onRecording}
          onBeside={() => beside.again()}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}
