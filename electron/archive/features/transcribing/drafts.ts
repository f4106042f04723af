// A draft as it waits for a person: what of it may still be shown, and what of it must go.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Stretch } from '../../../../shared/domain/sound/silences.ts'
import type { Session } from '../../session.ts'
import {
  deleteDoneDrafts,
  deleteDraft,
  deleteDraftPassage,
  draftPassages,
  draftsOf,
  readDraft,
  type DraftPassage,
  type DraftRow,
} from '../../store/machine-drafts.ts'
import { readStory } from '../../store/stories.ts'
import { unwritten, type Refused } from './allowed.ts'

const meet = (one: Stretch, other: Stretch): boolean => one.startMs < other.endMs && one.endMs > other.startMs

/** Reasons for which a draft that is there goes: what she has said since counts at once. */
const endsDrafts: ReadonlySet<Refused | null> = new Set(['saidNo', 'takenBack', 'notYet', 'herVersion'])

/** Words of a draft that may no longer be there are deleted, in the database and in its log. */
function deleteNow(session: Session, work: Parameters<typeof session.save>[1]): void {
  session.save(['transcribing'], work)
  session.database.emptyLog()
}

/** What lies where something was taken out or sealed since goes; the whole draft where no machine may have listened. */
export function pruneDrafts(session: Session, testimony: string): void {
  tidyDrafts(session)
  const drafts = draftsOf(session.database, testimony)
  if (drafts.length === 0) return
  const story = readStory(session.database, testimony)
  const { refused, hidden } = unwritten(session, story)
  const gone = drafts.flatMap(({ id, recording }) =>
    draftPassages(session.database, id)
      .filter(({ state }) => state !== 'accepted')
      .filter((passage) => (hidden.get(recording) ?? []).some((stretch) => meet(passage, stretch)))
      .map(({ place }) => ({ id, place })),
  )
  const all = endsDrafts.has(refused)
  if (!all && gone.length === 0) return
  deleteNow(session, (archive) => {
    if (all) for (const { id } of drafts) deleteDraft(archive, id)
    for (const { id, place } of gone) deleteDraftPassage(archive, id, place)
  })
}

export function throwAway(session: Session, draft: string): void {
  deleteNow(session, (archive) => deleteDraft(archive, draft))
}

const tidied = new WeakSet<Session>()

/**
 * Drafts in which nothing waits go at lock; until then what was decided can be taken back. What a session that was cut off
 * left of them goes when the next one begins. To be called before anything else is done with drafts.
 */
export function tidyDrafts(session: Session): void {
  if (tidied.has(session)) return
  tidied.add(session)
  deleteNow(session, deleteDoneDrafts)
  session.onClose(async () => deleteNow(session, deleteDoneDrafts))
}

/** The draft and one of its passages, as they are now. Throws Failure notFound. */
export function draftNow(session: Session, id: string): { draft: DraftRow; passages: readonly DraftPassage[] } {
  tidyDrafts(session)
  const known = readDraft(session.database, id)
  if (known === undefined) throw new Failure('notFound')
  pruneDrafts(session, known.testimony)
  const draft = readDraft(session.database, id)
  if (draft === undefined) throw new Failure('notFound')
  return { draft, passages: draftPassages(session.database, id) }
}
