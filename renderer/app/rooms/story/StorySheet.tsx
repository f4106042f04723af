// The sheet beside a story: labels, consent, what is taken out, ties, versions, and what is known about it.
import type { ReactNode } from 'react'
import type { Beside, Section } from '../../../../shared/domain/writing/beside.ts'
import type { Range } from '../../../../shared/domain/marks/marks.ts'
import { LabelCards } from '../../../features/marks/LabelCards.tsx'
import type { SoundHand } from '../../../features/marks/sound-hand.ts'
import { SomebodyElseCards } from '../../../features/marks/SomebodyElseCards.tsx'
import { TakenOutCards } from '../../../features/marks/TakenOutCards.tsx'
import { TieCards } from '../../../features/marks/TieCards.tsx'
import { AboutSheet } from '../../../features/story/AboutSheet.tsx'
import { TakeWithYou } from '../../../features/take-home/TakeWithYou.tsx'
import { DraftWay } from '../../../features/transcribing/DraftWay.tsx'
import { Headings } from '../../../features/writing/Headings.tsx'
import { History } from '../../../features/writing/History.tsx'
import { SuggestionCards } from '../../../features/writing/SuggestionCards.tsx'
import { UnresolvedCards } from '../../../features/writing/UnresolvedCards.tsx'
import { WordsAbout } from '../../../features/writing/WordsAbout.tsx'
import { TabPanel, Tabs } from '../../../ui/Tabs.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
import { useCommand } from '../../commands.tsx'
import { useNavigation, type BesideStory } from '../../navigation.tsx'
import { AnotherSitting } from './AnotherSitting.tsx'
import { EraseWays } from './EraseWays.tsx'
import { HandOver } from './HandOver.tsx'
import type { Marking } from './MarkDialogs.tsx'
import type { ReadStory } from './read-story.ts'
import { unresolvedOf } from './unresolved.ts'
import type { StoryEditor } from './working/use-story-editor.ts'

const tabs: readonly SheetTab[] = ['labels', 'consent', 'takenOut', 'ties', 'versions', 'about']
export type SheetTab = BesideStory

interface StorySheetProps {
  readonly live: ReadStory
  readonly beside: (Beside & { readonly herVersion: boolean }) | undefined
  readonly working: StoryEditor
  readonly tab: SheetTab
  readonly onTab: (tab: SheetTab) => void
  /** Grows whenever somebody wants to give the version of now a name. */
  readonly naming: number
  readonly sound: SoundHand | null
  readonly canMark: boolean
  readonly onMarking: (marking: Marking) => void
  readonly onStart: (kind: 'label' | 'takeOut' | 'tie') => void
  readonly onJump: (passage: string) => void
  readonly onHeading: (section: Section) => void
  readonly onSuggestTitle: () => void
  readonly consent: ReactNode
}

export function StorySheet(props: StorySheetProps) {
  const { live, beside, working, tab, onTab, naming, sound, canMark, onMarking, onStart, onJump, onHeading } = props
  const { onSuggestTitle, consent } = props
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { story, marks } = live
  const testimony = story.testimony.id
  const { go } = useNavigation()
  const draft = (): void => go({ room: 'transcribing', testimony })
  const hasSound = story.recordings.length > 0
  useCommand({ id: 'transcribing.open', name: say('transcribing.open'), run: draft, when: hasSound })
  const did = (work: () => Promise<unknown>, words: string): void =>
    void working.onArchive(work).then(
      () => announce(words),
      (thrown: unknown) => announce(say.failure(codeOf(thrown))),
    )
  const jump = (range: Range): void => onJump(range.passage)
  const order = new Map(story.passages.map(({ id }, at) => [id, at]))
  const sections = (beside?.sections ?? []).toSorted(
    (a, b) => (order.get(a.passage) ?? 0) - (order.get(b.passage) ?? 0),
  )
  const [span] = working.chosen
  const unresolved = (kind: 'label' | 'redaction' | 'tie') => (
    <UnresolvedCards
      unresolved={unresolvedOf(marks, kind, say)}
      canLay={canMark && working.chosen.length === 1}
      onLetGo={(range) =>
        did(() => archive.marks.resolve({ testimony, range: range.id, span: null }), say('writing.unresolved.didLetGo'))
      }
      onLay={(range) => {
        if (span !== undefined)
          did(() => archive.marks.resolve({ testimony, range: range.id, span }), say('writing.unresolved.didLay'))
      }}
      onJump={jump}
    />
  )
  return (
    <Tabs
      label={say('story.sheet')}
      tabs={tabs.map((id) => ({ id, name: say(`story.tab.${id}`) }))}
      selected={tab}
      onSelect={onTab}
    >
      <TabPanel id="labels">
        {unresolved('label')}
        <LabelCards
          labels={marks.labels}
          narrator={story.narrator.name || say('uses.role.narrator')}
          canAdd={canMark}
          onAdd={() => onStart('label')}
          onChange={(label) => onMarking({ kind: 'changeLabel', label })}
          onRemove={(label) =>
            did(
              () => archive.marks.removeLabel({ testimony, label: label.id }),
              say('marks.did.labelRemoved', { words: label.words }),
            )
          }
          onJump={jump}
        />
      </TabPanel>
      <TabPanel id="consent">{consent}</TabPanel>
      <TabPanel id="takenOut">
        {unresolved('redaction')}
        <TakenOutCards
          redactions={marks.redactions}
          passages={story.passages}
          sound={sound}
          canAdd={canMark}
          onAdd={() => onStart('takeOut')}
          onChange={(redaction) => onMarking({ kind: 'changeTakenOut', redaction })}
          onPutBack={(redaction) =>
            did(() => archive.marks.putBack({ testimony, redaction: redaction.id }), say('marks.did.putBack'))
          }
          onTimes={async (range, { startMs, endMs }) =>
            void (await working.onArchive(() =>
              archive.marks.setTakenOutTime({ testimony, range: range.id, startMs, endMs }),
            ))
          }
          onStretch={async (stretch, times) =>
            void (await working.onArchive(() =>
              archive.marks.setTakenOutStretch({ testimony, stretch: stretch.id, ...times }),
            ))
          }
          onJump={jump}
        />
        <SomebodyElseCards
          notTheSame={marks.notTheSame}
          passages={story.passages}
          onSameAfterAll={(said, other) =>
            did(
              () => archive.marks.theSameAfterAll({ testimony, notTheSame: said.id }),
              say('marks.did.sameAfterAll', { other }),
            )
          }
        />
      </TabPanel>
      <TabPanel id="ties">
        {unresolved('tie')}
        <TieCards
          ties={marks.ties}
          canAdd={canMark}
          onAdd={() => onStart('tie')}
          onChange={(tie) => onMarking({ kind: 'changeTie', tie })}
          onUntie={(tie) => did(() => archive.marks.untie({ testimony, tie: tie.id }), say('writing.tie.untied'))}
          onJump={jump}
        />
      </TabPanel>
      <TabPanel id="versions" keepsDrafts>
        <SuggestionCards
          suggestions={beside?.suggestions ?? []}
          declined={beside?.declined ?? []}
          languageOf={(passage) =>
            story.passages.find(({ id }) => id === passage)?.language ?? story.testimony.language
          }
          mayAnswer={beside !== undefined && !beside.herVersion}
          onAnswer={(suggestion, answer) =>
            did(
              () => archive.writing.answerSuggestion({ testimony, suggestion: suggestion.id, answer }),
              say(answer === 'accept' ? 'writing.suggestion.accepted' : 'writing.suggestion.kept'),
            )
          }
          onTakeBack={(suggestion) =>
            did(
              () => archive.writing.takeBackSuggestion({ testimony, suggestion: suggestion.id }),
              say('writing.suggestion.tookBack'),
            )
          }
          onBringBack={(suggestion) =>
            did(
              () => archive.writing.bringBackSuggestion({ testimony, suggestion: suggestion.id }),
              say('writing.suggestion.broughtBack'),
            )
          }
          onJump={onJump}
          onSuggestTitle={onSuggestTitle}
        />
        <History
          testimony={testimony}
          language={story.testimony.language}
          mayForget={false}
          mayRestore={beside !== undefined && !beside.herVersion}
          naming={naming}
          onNamed={() => working.editor?.focus()}
          keptFirst={working.keptFirst}
        />
      </TabPanel>
      <TabPanel id="about" keepsDrafts>
        <HandOver narrator={story.narrator} />
        <AnotherSitting testimony={story.testimony.id} />
        {hasSound && <DraftWay onGo={draft} />}
        <AboutSheet story={story} />
        <Headings
          sections={sections}
          onChange={onHeading}
          onRemove={(section) =>
            did(() => archive.writing.removeSection({ testimony, section: section.id }), say('writing.heading.removed'))
          }
          onJump={onJump}
        />
        <WordsAbout
          words={beside?.wordsAbout ?? []}
          language={story.testimony.language}
          onPut={(id, words) => archive.writing.putWordsAbout({ testimony, wordsAbout: id, ...words })}
          onRemove={(words) =>
            did(
              () => archive.writing.removeWordsAbout({ testimony, wordsAbout: words.id }),
              say('writing.about.removed'),
            )
          }
        />
        <TakeWithYou narrator={story.narrator.id} who="archivist" hasPassphrase={false} />
        <EraseWays testimony={testimony} narrator={story.narrator.id} keptFirst={working.keptFirst} />
      </TabPanel>
    </Tabs>
  )
}
