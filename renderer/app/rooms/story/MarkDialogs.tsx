// The panels in which a mark is made or changed, one at a time.
import type { Label, Redaction, Tie } from '../../../../shared/domain/marks/marks.ts'
import { ChangeTakenOutForm } from '../../../features/marks/ChangeTakenOutForm.tsx'
import { LabelForm } from '../../../features/marks/LabelForm.tsx'
import type { SoundHand } from '../../../features/marks/sound-hand.ts'
import { TieForm } from '../../../features/marks/TieForm.tsx'
import { TakeSoundOutForm } from '../../../features/marks/TakeSoundOutForm.tsx'
import { TakeOutForm } from '../../../features/marks/TakeOutForm.tsx'
import type { ChosenSpan } from '../../../features/story/selection-offsets.ts'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useArchive } from '../../archive.tsx'
import type { ReadStory } from './read-story.ts'

export type Marking =
  | { readonly kind: 'label' | 'takeOut' | 'tie'; readonly chosen: readonly ChosenSpan[] }
  | { readonly kind: 'takeSoundOut'; readonly recording: string; readonly startMs: number; readonly endMs: number }
  | { readonly kind: 'changeLabel'; readonly label: Label }
  | { readonly kind: 'changeTakenOut'; readonly redaction: Redaction }
  | { readonly kind: 'changeTie'; readonly tie: Tie }

interface MarkDialogsProps {
  readonly read: ReadStory
  readonly marking: Marking
  readonly sound: SoundHand | null
  /** What is written is kept before, and nothing is written meanwhile. */
  readonly onArchive: <T>(work: () => Promise<T>) => Promise<T>
  readonly onClose: () => void
  /** A new mark is kept: what was chosen is dealt with. */
  readonly onMarked: () => void
}

export function MarkDialogs({ read, marking, sound, onArchive, onClose, onMarked }: MarkDialogsProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const { story, marks } = read
  const testimony = story.testimony.id
  const texts = new Map(story.passages.map(({ id, text }) => [id, text]))

  if (marking.kind === 'takeOut') {
    return (
      <TakeOutForm
        testimony={testimony}
        passages={story.passages}
        chosen={marking.chosen}
        sound={sound}
        onClose={onClose}
        onKeep={async (spans, words) => {
          await onArchive(() => archive.marks.takeOut({ testimony, spans: [...spans], ...words }))
          announce(say('marks.tookOut', { count: spans.length }))
          onMarked()
        }}
      />
    )
  }
  if (marking.kind === 'takeSoundOut') {
    const { recording, startMs, endMs } = marking
    return sound === null ? null : (
      <TakeSoundOutForm
        recording={recording}
        startMs={startMs}
        endMs={endMs}
        sound={sound}
        onClose={onClose}
        onKeep={async (stretch, words) => {
          const stretches = [{ recording, ...stretch }]
          await onArchive(() => archive.marks.takeOutSound({ testimony, stretches, ...words }))
          announce(say('marks.tookSoundOut'))
        }}
      />
    )
  }
  if (marking.kind === 'changeTakenOut') {
    const { redaction } = marking
    return (
      <ChangeTakenOutForm
        redaction={redaction}
        onClose={onClose}
        onKeep={async (words) =>
          void (await onArchive(() => archive.marks.changeTakenOut({ testimony, redaction: redaction.id, ...words })))
        }
      />
    )
  }
  if (marking.kind === 'tie' || marking.kind === 'changeTie') {
    const tie = marking.kind === 'changeTie' ? marking.tie : null
    const passages = marking.kind === 'tie' ? [...new Set(marking.chosen.map(({ passage }) => passage))] : []
    return (
      <TieForm
        tie={tie}
        quotes={tie === null ? passages.map((id) => texts.get(id) ?? '') : tie.ranges.map(({ quote }) => quote)}
        onClose={onClose}
        onKeep={async (kind, reason) => {
          await onArchive(() =>
            tie === null
              ? archive.marks.tie({ testimony, passages, kind, reason })
              : archive.marks.changeTie({ testimony, tie: tie.id, kind, reason }),
          )
          announce(say('writing.tie.tied'))
          if (tie === null) onMarked()
        }}
      />
    )
  }
  const label = marking.kind === 'changeLabel' ? marking.label : null
  const chosen = marking.kind === 'label' ? marking.chosen : []
  const { language } = story.testimony
  return (
    <LabelForm
      label={label}
      quotes={
        label === null
          ? chosen.map(({ passage, start, end }) => (texts.get(passage) ?? '').slice(start, end))
          : label.ranges.map(({ quote }) => quote)
      }
      language={language}
      languages={[
        ...new Set([
          language,
          ...(label === null ? [] : [label.language]),
          ...story.passages.map((one) => one.language),
          say.locale,
          'en',
          'es',
        ]),
      ]}
      firstColour={(marks.labels.length % 8) + 1}
      onClose={onClose}
      onKeep={async (words) => {
        if (label !== null) await onArchive(() => archive.marks.changeLabel({ testimony, label: label.id, ...words }))
        else
          await onArchive(() =>
            archive.marks.label({
              testimony,
              spans: chosen.map((span) => ({ ...span, startMs: null, endMs: null })),
              ...words,
            }),
          )
        announce(say('marks.labelled', { words: words.words }))
        if (label === null) onMarked()
      }}
    />
  )
}
