// The sheet beside a story: labels, consent, what is taken out, and what is known about it.
import type { ReactNode } from 'react'
import type { Range } from '../../../../shared/domain/marks.ts'
import { LabelCards } from '../../../features/marks/LabelCards.tsx'
import type { SoundHand } from '../../../features/marks/sound-hand.ts'
import { TakenOutCards } from '../../../features/marks/TakenOutCards.tsx'
import { AboutSheet } from '../../../features/story/AboutSheet.tsx'
import { TabPanel, Tabs } from '../../../ui/Tabs.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
import type { Marking } from './MarkDialogs.tsx'
import type { ReadStory } from './OpenStory.tsx'

const tabs = ['labels', 'consent', 'takenOut', 'about'] as const
export type SheetTab = (typeof tabs)[number]

interface StorySheetProps {
  readonly read: ReadStory
  readonly tab: SheetTab
  readonly onTab: (tab: SheetTab) => void
  readonly sound: SoundHand | null
  readonly canMark: boolean
  readonly onMarking: (marking: Marking) => void
  readonly onStart: (kind: 'label' | 'takeOut') => void
  readonly onJump: (range: Range) => void
  readonly consent: ReactNode
}

export function StorySheet({ read, tab, onTab, sound, canMark, onMarking, onStart, onJump, consent }: StorySheetProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { story, marks } = read
  const testimony = story.testimony.id
  const did = (work: Promise<unknown>, words: string): void =>
    void work.then(
      () => announce(words),
      (thrown: unknown) => announce(say.failure(codeOf(thrown))),
    )
  return (
    <Tabs
      label={say('story.sheet')}
      tabs={tabs.map((id) => ({ id, name: say(`story.tab.${id}`) }))}
      selected={tab}
      onSelect={onTab}
    >
      <TabPanel id="labels">
        <LabelCards
          labels={marks.labels}
          narrator={story.narrator.name || say('uses.role.narrator')}
          canAdd={canMark}
          onAdd={() => onStart('label')}
          onChange={(label) => onMarking({ kind: 'changeLabel', label })}
          onRemove={(label) =>
            did(
              archive.marks.removeLabel({ testimony, label: label.id }),
              say('marks.did.labelRemoved', { words: label.words }),
            )
          }
          onJump={onJump}
        />
      </TabPanel>
      <TabPanel id="consent">{consent}</TabPanel>
      <TabPanel id="takenOut">
        <TakenOutCards
          redactions={marks.redactions}
          passages={story.passages}
          sound={sound}
          canAdd={canMark}
          onAdd={() => onStart('takeOut')}
          onChange={(redaction) => onMarking({ kind: 'changeTakenOut', redaction })}
          onPutBack={(redaction) =>
            did(archive.marks.putBack({ testimony, redaction: redaction.id }), say('marks.did.putBack'))
          }
          onTimes={async (range, { startMs, endMs }) =>
            void (await archive.marks.setTakenOutTime({ testimony, range: range.id, startMs, endMs }))
          }
          onJump={onJump}
        />
      </TabPanel>
      <TabPanel id="about" keepsDrafts>
        <AboutSheet story={story} />
      </TabPanel>
    </Tabs>
  )
}
