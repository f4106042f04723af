// What is to be recorded, while it is being said: whose story, how it is known that she agrees, and how the sound is kept.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { noEvidence, saidEvidence, type EvidenceDraft } from '../../app/EvidenceFields.tsx'
import type { ChosenStory } from '../../app/ChooseStory.tsx'

export type Begin = Parameters<ArchiveClient['recording']['begin']>[0]
export type Codec = Begin['codec']

export interface RecordDraft {
  readonly which: 'new' | 'sitting' | null
  /** The story that another sitting belongs to. */
  readonly sitting: ChosenStory | null
  readonly who: 'new' | 'known' | null
  /** One of her stories, by which somebody who is here is found. */
  readonly known: ChosenStory | null
  readonly narratorName: string
  readonly title: string
  readonly language: string | null
  readonly agreed: EvidenceDraft
  readonly channels: 1 | 2
  readonly codec: Codec
}

export const emptyDraft: RecordDraft = {
  which: null,
  sitting: null,
  who: null,
  known: null,
  narratorName: '',
  title: '',
  language: null,
  agreed: noEvidence,
  channels: 1,
  codec: 'pcm',
}

/** What the archive is told; null while something is missing. `narrator` is the id of the one who is known. */
export function begun(draft: RecordDraft, narrator: string | null): Begin | null {
  const agreed = saidEvidence(draft.agreed)
  const story = storyOf(draft, narrator)
  if (agreed === null || story === null) return null
  return { story, agreed, codec: draft.codec, sampleRate: 48_000, channels: draft.channels }
}

function storyOf(draft: RecordDraft, narrator: string | null): Begin['story'] | null {
  if (draft.which === 'sitting') return draft.sitting === null ? null : { testimony: draft.sitting.testimony }
  if (draft.which === null || draft.language === null || draft.title.trim() === '') return null
  const { language } = draft
  const title = draft.title.trim()
  if (draft.who === 'known')
    return draft.known === null || narrator === null
      ? null
      : { narrator, narratorName: draft.known.narratorName, title, language }
  const name = draft.narratorName.trim()
  return draft.who === 'new' && name !== '' ? { narrator: null, narratorName: name, title, language } : null
}
