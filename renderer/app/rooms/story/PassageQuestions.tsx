// The small forms that ask something about one passage, one at a time: its times, its language, a heading, other words.
import type { Section } from '../../../../shared/domain/writing/beside.ts'
import { PassageTimes } from '../../../features/story/PassageTimes.tsx'
import type { SoundPlayer } from '../../../features/story/sound-player.ts'
import { HeadingForm } from '../../../features/writing/HeadingForm.tsx'
import { SuggestForm } from '../../../features/writing/SuggestForm.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useArchive } from '../../archive.tsx'
import { PassageLanguage } from './working/PassageLanguage.tsx'
import type { StoryEditor } from './working/use-story-editor.ts'

/** What is asked, and of which passage; `passage` null is the title. */
export type Asking =
  | { readonly kind: 'times' | 'language' | 'heading'; readonly passage: string; readonly section?: Section }
  | { readonly kind: 'suggest'; readonly passage: string | null }

interface PassageQuestionsProps {
  readonly asking: Asking
  readonly working: StoryEditor
  readonly player: SoundPlayer
  readonly onRecording: (recording: string) => void
  /** What stands beside the words has changed. */
  readonly onBeside: () => void
  readonly onClose: () => void
}

export function PassageQuestions({ asking, working, player, onRecording, onBeside, onClose }: PassageQuestionsProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { editor, live, keptFirst, onArchive } = working
  const { story } = live
  const testimony = story.testimony.id
  const passage = asking.passage === null ? null : (editor?.passage(asking.passage) ?? null)

  if (asking.kind === 'heading') {
    const { section } = asking
    return (
      <HeadingForm
        heading={section?.heading ?? ''}
        onKeep={async (heading) => {
          const put = { testimony, section: section?.id ?? null, passage: asking.passage, heading }
          await onArchive(() => archive.writing.putSection(put))
          onBeside()
        }}
        onClose={onClose}
      />
    )
  }
  if (asking.kind === 'suggest') {
    return (
      <SuggestForm
        before={asking.passage === null ? story.testimony.title : (passage?.text ?? '')}
        language={passage?.language ?? story.testimony.language}
        forTitle={asking.passage === null}
        onKeep={async (after, why) => {
          await onArchive(() => archive.writing.suggest({ testimony, passage: asking.passage, after, why }))
          announce(say('writing.suggest.did'))
          onBeside()
        }}
        onClose={onClose}
      />
    )
  }
  if (passage === null) return null
  if (asking.kind === 'language') {
    return (
      <PassageLanguage
        language={passage.language}
        onKeep={(language, direction) => editor?.commands.setLanguage([passage.id], language, direction)}
        onClose={onClose}
      />
    )
  }
  return (
    <PassageTimes
      passage={passage}
      recordings={story.recordings}
      player={player}
      onRecording={onRecording}
      onKeep={async (times) => {
        editor?.commands.setTimes(passage.id, times)
        await keptFirst()
      }}
      onClose={onClose}
    />
  )
}
