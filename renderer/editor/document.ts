// From a transcript to the editor's document and back: exact inverses for every transcript whose turns have passages.
import type { Node } from 'prosemirror-model'
import { directionOf } from '../../shared/domain/languages/direction.ts'
import type { Passage, Speaker, Transcript, Turn } from '../../shared/domain/story.ts'
import { passageOf, passageType, storySchema, turnOf, turnType, type PassageAttributes } from './schema.ts'

/**
 * Turns without passages are left out. An empty story gets one empty passage to write in, with the ids given, in
 * `language` (BCP 47).
 */
export function documentOf(transcript: Transcript, newId: () => string, language = 'und'): Node {
  const inTurn = new Map<string, Passage[]>()
  for (const passage of transcript.passages) {
    const passages = inTurn.get(passage.turn)
    if (passages === undefined) inTurn.set(passage.turn, [passage])
    else passages.push(passage)
  }
  const turns = transcript.turns.flatMap(({ id, speaker }) => {
    const passages = inTurn.get(id)
    return passages === undefined ? [] : [turnType.create({ id, speaker }, passages.map(nodeOf))]
  })
  if (turns.length === 0) {
    const passage = passageType.create({ id: newId(), language, direction: directionOf(language) })
    turns.push(turnType.create({ id: newId(), speaker: transcript.speakers[0]?.id ?? '' }, passage))
  }
  return storySchema.node('doc', null, turns)
}

function nodeOf({ id, text, language, direction, recording, startMs, endMs, wordTimes }: Passage): Node {
  const attributes: PassageAttributes = { id, language, direction, recording, startMs, endMs, wordTimes }
  return passageType.create(attributes, text === '' ? null : storySchema.text(text))
}

/** The same node in the same turn gives the same object, so that what has not changed can be told by `===`. */
const known = new WeakMap<Node, Passage>()

export function passageFrom(node: Node, turn: string): Passage {
  const before = known.get(node)
  if (before !== undefined && before.turn === turn) return before
  const { id, language, direction, recording, startMs, endMs, wordTimes } = passageOf(node)
  const text = node.textContent
  const passage: Passage = { id, turn, text, language, direction, recording, startMs, endMs, wordTimes }
  known.set(node, passage)
  return passage
}

export function transcriptOf(doc: Node, speakers: readonly Speaker[]): Transcript {
  const turns: Turn[] = []
  const passages: Passage[] = []
  doc.forEach((turn) => {
    const { id, speaker } = turnOf(turn)
    turns.push({ id, speaker })
    turn.forEach((passage) => passages.push(passageFrom(passage, id)))
  })
  return { speakers, turns, passages }
}

/** As `transcriptOf`; without passages as long as nothing was written in the one that an empty story got to write in. */
export function writtenIn(doc: Node, speakers: readonly Speaker[], unwritten: string | null): Transcript {
  const transcript = transcriptOf(doc, speakers)
  const [only, ...more] = transcript.passages
  const isUnwritten = only !== undefined && only.id === unwritten && only.text === '' && more.length === 0
  return isUnwritten ? { speakers, turns: [], passages: [] } : transcript
}
