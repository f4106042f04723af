// What the files of a room are made from: the content, its words, and where each passage is in the sound.
import type { PlannedClip } from '../../../../shared/domain/sound/sound-plan.ts'
import { partsOf } from '../../../../shared/domain/sound/sound-as.ts'
import type { Piece, RedactedExcerpt, ShownPassage } from '../../../../shared/domain/excerpts/excerpt.ts'
import { pageWordsFor, useWordsOf, type PageWords, type UseWords } from './page-words.ts'

/** Milliseconds in the sound file of this name. */
export interface Heard {
  readonly path: string
  readonly startMs: number
  readonly endMs: number
  /** Silence before it in the same file, for what lies between. */
  readonly pauseBeforeMs: number
}

export interface Room {
  readonly content: RedactedExcerpt
  readonly reference: string
  readonly words: PageWords
  readonly use: UseWords
  readonly hasSound: boolean
  /** By passage number. */
  readonly heard: ReadonlyMap<number, Heard>
}

/** @param clips one for each passage that has sound, in order; null where the room has none */
export function roomOf(content: RedactedExcerpt, clips: readonly PlannedClip[] | null, reference: string): Room {
  const heard = new Map<number, Heard>()
  const sounding = content.passages.filter(({ clip }) => clip !== null)
  const inFiles = partsOf(content.soundAs, clips ?? []).flatMap((part) =>
    part.clips.map(({ startMs, endMs, pauseBeforeMs }) => ({ path: part.path, startMs, endMs, pauseBeforeMs })),
  )
  for (const [at, { number }] of sounding.entries()) {
    const there = inFiles[at]
    if (there !== undefined) heard.set(number, there)
  }
  const words = pageWordsFor(content.recipient.language)
  const use = useWordsOf(words, content.use, content.ownUse)
  return { content, reference, words, use, hasSound: clips !== null, heard }
}

/** Who speaks, as the page calls them. */
export function speakerOf({ words, content }: Room, { role }: ShownPassage): string {
  if (role === 'narrator') return content.narratorName ?? words.roles.narrator
  return words.roles[role]
}

/** The sound files in their order, each with the captions that fit it. */
export function soundFilesOf({ heard }: Room): { readonly sound: string; readonly captions: string }[] {
  const paths = [...new Set([...heard.values()].map(({ path }) => path))]
  return paths.map((path) => ({ sound: path, captions: `${path.replace(/^sound/, 'captions').split('.')[0]}.vtt` }))
}

/** A piece where nothing can be marked: in a text file, in a caption. */
export function plainPiece({ words }: Room, piece: Piece): string {
  return piece.kind === 'gap' ? `[${words.things[piece.thing]}]` : piece.text
}

export function has(room: Room, kind: Piece['kind']): boolean {
  return room.content.passages.some(({ pieces }) => pieces.some((piece) => piece.kind === kind))
}
