// What a person has been through becomes a passage of the story, in its place by its time, as a change of that person's.
import { Failure } from '../../../../shared/contract/failure.ts'
import { directionOf } from '../../../../shared/domain/languages/direction.ts'
import { retimed } from '../../../../shared/domain/sound/retimed.ts'
import type { Passage, SpeakerRole, Story } from '../../../../shared/domain/story.ts'
import { orderOf, type TurnOrder } from '../../../../shared/domain/writing/writing.ts'
import type { Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { addSpeaker, decideDraftPassage, type DraftPassage, type DraftRow } from '../../store/machine-drafts.ts'
import { readStory } from '../../store/stories.ts'
import { keptTouches, writeChange } from '../writing/keep.ts'
import { removeRenditions } from '../sound/index.ts'

export type ChosenSpeaker = string | { readonly role: SpeakerRole; readonly name: string }

/** Where a passage that begins at `startMs` of its recording belongs: after how many of the passages that there are. */
function placeIn({ passages, recordings }: Story, recording: string, startMs: number): number {
  const sitting = new Map(recordings.map(({ id }, index) => [id, index]))
  const own = sitting.get(recording) ?? 0
  const at = passages.findLastIndex((passage) => {
    const other = passage.recording === null ? null : (sitting.get(passage.recording) ?? 0)
    if (other === null || passage.startMs === null) return false
    return other < own || (other === own && passage.startMs <= startMs)
  })
  if (at >= 0) return at + 1
  const later = passages.findIndex(({ recording: other }) => other !== null && (sitting.get(other) ?? 0) >= own)
  return later < 0 ? passages.length : later
}

/** The order with one passage more; a turn of somebody else's that it falls into is parted. */
function orderWith(story: Story, at: number, passage: string, speaker: string, newId: () => string): TurnOrder[] {
  const speakers = new Map(story.turns.map((turn) => [turn.id, turn.speaker]))
  const before = story.passages[at - 1]?.turn ?? ''
  const after = story.passages[at]?.turn ?? ''
  const turn = [before, after].find((one) => speakers.get(one) === speaker) ?? newId()
  const told = story.passages.map(({ id, turn: own }) => ({ id, turn: own })).toSpliced(at, 0, { id: passage, turn })
  const order: { id: string; speaker: string; passages: string[] }[] = []
  const seen = new Set<string>()
  let last = ''
  for (const { id, turn: own } of told) {
    const open = order.at(-1)
    if (open !== undefined && own === last) {
      open.passages.push(id)
      continue
    }
    last = own
    order.push({ id: seen.has(own) ? newId() : own, speaker: speakers.get(own) ?? speaker, passages: [id] })
    seen.add(own)
  }
  return order
}

function speakerOf(session: Session, archive: WritableArchive, story: Story, chosen: ChosenSpeaker): string {
  if (typeof chosen === 'string') {
    if (!story.speakers.some(({ id }) => id === chosen)) throw new Failure('badInput')
    return chosen
  }
  // NOTE: the same person once, though two windows ask for her.
  const known = story.speakers.find(({ role, name }) => role === chosen.role && name === chosen.name.trim())
  if (known !== undefined) return known.id
  const id = session.newId()
  addSpeaker(archive, story.testimony.id, { id, role: chosen.role, name: chosen.name.trim() })
  return id
}

/** Makes a passage of one of a draft. Failures: herVersion, badInput. */
export function acceptPassage(
  session: Session,
  draft: DraftRow,
  heard: DraftPassage,
  said: { readonly text: string; readonly speaker: ChosenSpeaker },
): string {
  const text = said.text.trim()
  if (text === '') throw new Failure('badInput')
  const { speaker, renditions } = session.save(keptTouches, (archive) => {
    const speaker = speakerOf(session, archive, readStory(archive, draft.testimony), said.speaker)
    const story = readStory(archive, draft.testimony)
    const id = session.newSmallId()
    const at = placeIn(story, draft.recording, heard.startMs)
    const passage: Passage = {
      id,
      turn: '',
      text,
      language: draft.language,
      direction: directionOf(draft.language),
      recording: draft.recording,
      startMs: heard.startMs,
      endMs: heard.endMs,
      wordTimes: retimed(heard.text, heard.wordTimes, text, draft.language),
    }
    const turns = orderWith(story, at, id, speaker, () => session.newSmallId())
    const turn = turns.find(({ passages }) => passages.includes(id))?.id ?? ''
    const change = { turns, passages: [{ ...passage, turn }], marks: [], lineage: [] }
    const { renditions } = writeChange(session, archive, draft.testimony, change, { base: null, own: false })
    decideDraftPassage(archive, draft.id, { ...heard, state: 'accepted', passage: id })
    return { speaker, renditions }
  })
  removeRenditions(session, renditions)
  return speaker
}

/**
 * Takes an acceptance back: the passage goes from the story and is one of the draft again. Throws Failure changedMeanwhile
 * where it is not there any more or has a mark, and whatever keeps a passage in its story.
 */
export function takeAcceptanceBack(session: Session, draft: DraftRow, heard: DraftPassage): void {
  const { renditions } = session.save(keptTouches, (archive) => {
    const story = readStory(archive, draft.testimony)
    const passage = story.passages.find(({ id }) => id === heard.passage)
    if (passage === undefined) throw new Failure('changedMeanwhile')
    const turns = orderOf(story)
      .map((turn) => ({ ...turn, passages: turn.passages.filter((id) => id !== passage.id) }))
      .filter(({ passages }) => passages.length > 0)
    if (turns.length === 0) throw new Failure('lastPassage')
    const change = { turns, passages: [], marks: [], lineage: [] }
    const { renditions } = writeChange(session, archive, draft.testimony, change, { base: null, own: false })
    const { text, wordTimes } = passage
    decideDraftPassage(archive, draft.id, { ...heard, text, wordTimes, state: 'waiting', passage: null })
    return { renditions }
  })
  removeRenditions(session, renditions)
}
