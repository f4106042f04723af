// Who speaks in a passage of a draft: somebody of the story, or somebody new in it.
import type { Say } from '../../words/say.tsx'
import type { OpenDraft } from './transcribing-shapes.ts'

const newOnes = ['new-narrator', 'new-interviewer', 'new-other'] as const
type NewOne = (typeof newOnes)[number]

/** A speaker's id, or somebody new. */
export type SpeakerKey = string

const roleOf = { 'new-narrator': 'narrator', 'new-interviewer': 'interviewer', 'new-other': 'other' } as const

export function isNew(key: SpeakerKey): key is NewOne {
  return newOnes.some((one) => one === key)
}

/** The narrator, before anybody is chosen. */
export function speakerKeyOf(speakers: OpenDraft['speakers']): SpeakerKey {
  return (speakers.find(({ role }) => role === 'narrator') ?? speakers[0])?.id ?? 'new-narrator'
}

export function speakerOf(key: SpeakerKey, name: string, { speakers }: OpenDraft) {
  if (!isNew(key)) return key
  // NOTE: she is named by her story, whatever is written here.
  const known = key === 'new-narrator' ? speakers.find(({ role }) => role === 'narrator') : undefined
  return known?.id ?? { role: roleOf[key], name: key === 'new-narrator' ? '' : name.trim() }
}

export function speakerChoices({ speakers, narratorName }: OpenDraft, say: Say): { id: SpeakerKey; name: string }[] {
  const known = speakers.map(({ id, name, role }) => ({
    id,
    name: name || (role === 'narrator' ? narratorName : '') || say(`uses.role.${role}`),
  }))
  const hasNarrator = speakers.some(({ role }) => role === 'narrator')
  return [
    ...known,
    ...(hasNarrator ? [] : [{ id: 'new-narrator', name: narratorName || say('uses.role.narrator') }]),
    { id: 'new-interviewer', name: say('transcribing.go.speaker.newInterviewer') },
    { id: 'new-other', name: say('transcribing.go.speaker.newOther') },
  ]
}
