// The story as it is worked on: its words in the editor, and what stands above and beside them while somebody writes.
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Speaker } from '../../../../../shared/domain/story.ts'
import { ChosenToolbar } from '../../../../features/story/ChosenToolbar.tsx'
import { passageElement } from '../../../../features/story/story-places.ts'
import type { SoundPlayer } from '../../../../features/story/sound-player.ts'
import { EverywhereForm } from '../../../../features/writing/EverywhereForm.tsx'
import { FindInStory } from '../../../../features/writing/FindInStory.tsx'
import { KeptLine } from '../../../../features/writing/KeptLine.tsx'
import { ReplaceForm } from '../../../../features/writing/ReplaceForm.tsx'
import type { Place } from '../../../../features/writing/find-in-words.ts'
import { TapAlong } from '../../../../features/writing/TapAlong.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { useWords } from '../../../../words/say.tsx'
import { useAnnounce } from '../../../announce.tsx'
import { useArchive } from '../../../archive.tsx'
import { useNavigation } from '../../../navigation.tsx'
import { PassageMenu } from './PassageMenu.tsx'
import { SpeakerCommands } from './SpeakerCommands.tsx'
import { TextLane } from './TextLane.tsx'
import { useStoryCommands } from './use-story-commands.ts'
import type { StoryEditor } from './use-story-editor.ts'
import styles from './WorkingStory.module.css'

interface WorkingStoryProps {
  readonly working: StoryEditor
  readonly player: SoundPlayer
  readonly hasSound: boolean
  /** Her words are hers now: times, speakers and languages may still be set. */
  readonly herVersion: boolean
  readonly nameOf: (speaker: Speaker) => string
  /** Undo and redo of marks. */
  readonly marksLane: ReactNode
  readonly opener: ReactNode
  /** What there is to know of the story; it may come to nothing. */
  readonly notices: ReactNode
  /** What can be done with what is chosen. */
  readonly toolbar: ReactNode
  readonly onTimes: (passage: string) => void
  readonly onLanguage: (passage: string) => void
  readonly onHeading: (passage: string) => void
  readonly onSuggest: (passage: string) => void
  readonly onSnapshot: () => void
  /** Leads to the marks that have lost their words. */
  readonly onQuestions: () => void
}

function isHers({ turns, speakers, passages }: StoryEditor['live']['story'], id: string): boolean {
  const turn = passages.find((passage) => passage.id === id)?.turn
  const speaker = turns.find((one) => one.id === turn)?.speaker
  return speakers.find((one) => one.id === speaker)?.role === 'narrator'
}

interface Replacing {
  readonly words: string
  readonly places: readonly Place[]
}

export function WorkingStory(props: WorkingStoryProps) {
  const { working, player, hasSound, herVersion, nameOf, marksLane, opener, notices, toolbar } = props
  const { onTimes, onLanguage, onHeading, onSuggest, onSnapshot, onQuestions } = props
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { go } = useNavigation()
  const { editor, live, here, chosen } = working
  const { passages, speakers, testimony } = live.story
  const [finding, setFinding] = useState<string | null>(null)
  const [replacing, setReplacing] = useState<Replacing | null>(null)
  const [everywhere, setEverywhere] = useState<string | null>(null)
  const [tapping, setTapping] = useState<string | null>(null)

  const several = [...new Set(chosen.map((span) => span.passage))]
  /** What is being written is kept first: afterwards there is another state. */
  const erase = (erased: string[]): void =>
    void working.keptFirst().then(
      () => go({ room: 'erase', target: { kind: 'passages', testimony: testimony.id, passages: erased } }),
      () => undefined,
    )
  const at = (): { recording: string; ms: number } | null => {
    const { recording, positionMs } = player.current()
    return recording === null ? null : { recording, ms: Math.round(positionMs) }
  }
  const chosenWords = (): string => {
    const [only] = chosen
    if (chosen.length !== 1 || only === undefined) return ''
    return (editor?.passage(only.passage)?.text ?? '').slice(only.start, only.end).slice(0, 200)
  }
  useStoryCommands({
    working,
    at,
    mayWrite: hasSound && !herVersion,
    onFind: () => setFinding(chosenWords()),
    onSnapshot,
  })
  useEffect(() => {
    if (working.kept.kind === 'failed') announce(say('writing.failed'))
  }, [working.kept.kind, announce, say])
  const { refusals } = working
  const passageHere = here?.passage ?? null
  const [refusedIn, setRefusedIn] = useState<string | null>(null)
  useEffect(() => {
    if (refusals === 0) return
    announce(say(herVersion ? 'writing.hersNow.refused' : 'writing.sealed.refused'))
    setRefusedIn(editor?.here().passage ?? null)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- said once for each time that something is refused
  }, [refusals])
  const questions = useMemo(
    () =>
      [...live.marks.labels, ...live.marks.redactions, ...live.marks.ties].reduce(
        (count, { ranges }) => count + ranges.filter(({ unresolved }) => unresolved).length,
        0,
      ),
    [live.marks],
  )
  const lookAt = (places: readonly Place[], current: number): void => {
    if (editor === null) return
    editor.setFound(places.map((place, index) => ({ ...place, isCurrent: index === current })))
    const place = places[current]
    if (place === undefined) return
    passageElement(editor.view.dom, place.passage)?.scrollIntoView({ block: 'nearest' })
    // NOTE: the passage first: marks far from what is on the screen are not drawn.
    requestAnimationFrame(() =>
      editor.view.dom.querySelector('[data-current]')?.scrollIntoView({ block: 'center', inline: 'nearest' }),
    )
  }

  const tap = (passage: string, before: string | null, ms: number): void => {
    const place = at()
    if (editor !== null && place !== null) editor.commands.beginAt(passage, { recording: place.recording, ms }, before)
  }
  return (
    <>
      <div className={styles.head}>
        <div className={styles.bar}>
          {editor !== null && (
            <>
              <TextLane editor={editor} canUndo={working.canUndo} canRedo={working.canRedo} />
              {marksLane}
              <PassageMenu
                editor={editor}
                here={here}
                speakers={speakers}
                nameOf={nameOf}
                at={at}
                hasSound={hasSound}
                onTimes={onTimes}
                onLanguage={onLanguage}
                onHeading={onHeading}
                onSuggest={onSuggest}
                onTap={setTapping}
                count={Math.max(1, several.length)}
                onErase={(passage) => erase(several.length > 1 ? several : [passage])}
              />
              <SpeakerCommands editor={editor} speakers={speakers} />
            </>
          )}
          <Button small kind="quiet" onPress={() => setFinding(chosenWords())}>
            {say('writing.find')}
          </Button>
          {questions > 0 && (
            <Button small kind="quiet" className={styles.questions ?? ''} onPress={onQuestions}>
              {say('writing.questions', { count: questions })}
            </Button>
          )}
          {opener}
          <KeptLine
            state={working.kept}
            onAgain={working.tryAgain}
            onLetGo={working.letGo}
            allWords={() => (editor?.transcript().passages ?? passages).map(({ text }) => text).join('\n\n')}
          />
        </div>
        {finding !== null && editor !== null && (
          <FindInStory
            passages={passages}
            first={finding}
            onFound={lookAt}
            onReplace={herVersion ? null : (words, places) => setReplacing({ words, places })}
            onEverywhere={(words) =>
              void working.keptFirst().then(
                () => setEverywhere(words),
                () => undefined,
              )
            }
            onClose={(place) => {
              setFinding(null)
              if (place === null) editor.focus()
              else editor.choose(place)
            }}
          />
        )}
        {tapping !== null && editor !== null && (
          <TapAlong
            passages={passages}
            isSealed={(passage) => editor.isSealed(passage)}
            from={tapping}
            positionMs={() => player.current().positionMs}
            onPlay={() => player.play()}
            onTap={tap}
            onHere={(passage) => editor.setSounding(passage)}
            onClose={() => {
              setTapping(null)
              editor.focus()
            }}
          />
        )}
        {refusedIn !== null && refusedIn === passageHere && working.kept.kind !== 'failed' && (
          <div className={styles.refused}>
            <span>{say(herVersion ? 'writing.hersNow.refused' : 'writing.sealed.refused')}</span>
            {herVersion && (
              <Button small onPress={() => onSuggest(refusedIn)}>
                {say('writing.suggest')}
              </Button>
            )}
          </div>
        )}
      </div>
      {herVersion && (
        <div className={styles.notice}>
          <Notice>
            <p>{say('writing.hersNow')}</p>
            {!live.undo && <p>{say('marks.hersNow')}</p>}
          </Notice>
        </div>
      )}
      <div className={styles.notice}>{notices}</div>
      {passages.length === 0 && <p className={styles.none}>{say('story.noWords')}</p>}
      <h2 className={styles.unseen}>{say('story.transcript')}</h2>
      <div className={styles.words}>
        <div ref={working.place} />
        {chosen.length > 0 && (
          <ChosenToolbar near={working.near} chosen={chosen}>
            {toolbar}
          </ChosenToolbar>
        )}
      </div>
      {replacing !== null && editor !== null && (
        <ReplaceForm
          words={replacing.words}
          places={replacing.places}
          language={testimony.language}
          textOf={(passage) => editor.passage(passage)?.text ?? ''}
          isHers={(passage) => isHers(live.story, passage)}
          onReplace={(places, instead) => {
            editor.commands.replaceText(places, instead)
            announce(say('writing.replace.did', { count: places.length }))
          }}
          onClose={() => setReplacing(null)}
        />
      )}
      {everywhere !== null && (
        <EverywhereForm
          testimony={testimony.id}
          words={everywhere}
          language={testimony.language}
          onKeep={async (places, instead, reach) => {
            await working.onArchive(() =>
              archive.marks.takeOutEverywhere({
                testimony: testimony.id,
                words: everywhere,
                places,
                thing: 'name',
                reach,
                way: 'pseudonym',
                replacement: instead,
                why: '',
              }),
            )
            announce(say('writing.everywhere.did', { count: places.length }))
          }}
          onClose={() => setEverywhere(null)}
        />
      )}
    </>
  )
}
