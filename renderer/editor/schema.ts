// A story as a document: turns of passages of text. There are no marks in it; what is marked lies beside.
import { Schema, type DOMOutputSpec, type Node } from 'prosemirror-model'
import type { Direction, WordTime } from '../../shared/domain/story.ts'

export interface TurnAttributes {
  readonly id: string
  readonly speaker: string
}

export interface PassageAttributes {
  readonly id: string
  readonly language: string
  readonly direction: Direction
  readonly recording: string | null
  readonly startMs: number | null
  readonly endMs: number | null
  readonly wordTimes: readonly WordTime[]
}

const noWordTimes: readonly WordTime[] = []

/** NOTE: the parsing rules read no attributes: what comes out of the page's DOM is text, and gets its id from `order`. */
export const storySchema = new Schema({
  nodes: {
    doc: { content: 'turn+' },
    turn: {
      content: 'passage+',
      attrs: { id: { default: '' }, speaker: { default: '' } },
      parseDOM: [{ tag: 'section' }],
      toDOM: (): DOMOutputSpec => ['section', 0],
      selectable: false,
      draggable: false,
      defining: true,
    },
    passage: {
      content: 'text*',
      marks: '',
      // NOTE: line breaks inside a passage are letters of its text.
      whitespace: 'pre',
      attrs: {
        id: { default: '' },
        language: { default: 'und' },
        direction: { default: 'ltr' },
        recording: { default: null },
        startMs: { default: null },
        endMs: { default: null },
        wordTimes: { default: noWordTimes },
      },
      parseDOM: [{ tag: 'p' }, { tag: 'div' }],
      toDOM: (): DOMOutputSpec => ['p', 0],
      selectable: false,
      draggable: false,
      defining: true,
    },
    text: {},
  },
})

export const turnType = storySchema.nodes.turn
export const passageType = storySchema.nodes.passage

export function turnOf(node: Node): TurnAttributes {
  return node.attrs as TurnAttributes
}

export function passageOf(node: Node): PassageAttributes {
  return node.attrs as PassageAttributes
}
