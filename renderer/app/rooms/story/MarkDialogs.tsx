// The panels in which a mark is made or changed, one at a time.
import type { Label, Redaction } from '../../../../shared/domain/marks.ts'
import { ChangeTakenOutForm } from '../../../features/marks/ChangeTakenOutForm.tsx'
import { LabelForm } from '../../../features/marks/LabelForm.tsx'
import type { SoundHand } from '../../../features/marks/sound-hand.ts'
import { TakeOutForm } from '../../../features/marks/TakeOutForm.tsx'
import type { ChosenSpan } from '../../../features/story/selection-offsets.ts'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useArchive } from '../../archive.tsx'
import type { ReadStory } from './OpenStory.tsx'

export type Marking =
  | { readonly kind: 'label' | 'takeOut'; readonly chosen: readonly ChosenSpan[] }
  | { readonly kind: 'changeLabel'; readonly label: Label }
  | { readonly kind: 'changeTakenOut'; readonly redaction: Redaction }

interface MarkDialogsProps {
  readonly read: ReadStory
  readonly marking: Marking
  readonly sound: SoundHand | null
  readonly onClose: () => void
  /** A new mark is kept: what was chosen is dealt with. */
  readonly onMarked: () => void
}

export function MarkDialogs({ read, marking, sound, onClose, onMarked }: MarkDialogsProps) {
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
          await archive.marks.takeOut({ testimony, spans: [...spans], ...words })
          announce(say('marks.tookOut', { count: spans.length }))
          onMarked()
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
          void (await archive.marks.changeTakenOut({ testimony, redaction: redaction.id, ...words }))
        }
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
        if (label !== null) await archive.marks.changeLabel({ testimony, label: label.id, ...words })
        else
          await archive.marks.label({
            testimony,
            spans: chosen.map((span) => ({ ...span, startMs: null, endMs: null })),
            ...words,
          })
        announce(say('marks.labelled', { words: words.words }))
        if (label === null) onMarked()
      }}
    />
  )
}
