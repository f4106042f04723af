// How a turn stands in the page: whose words they are is told by the face they are set in.
import type { Node } from 'prosemirror-model'
import type { NodeView, ViewMutationRecord } from 'prosemirror-view'
import type { SpeakerRole } from '../../shared/domain/story.ts'
import styles from './editor.module.css'
import { turnOf, turnType } from './schema.ts'

export interface TurnDrawing {
  readonly roleOf: (speaker: string) => SpeakerRole
  /** Called when the turn has become somebody else's. */
  readonly onSpeaker: () => void
}

export class TurnView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #drawing: TurnDrawing

  constructor(node: Node, drawing: TurnDrawing) {
    this.#drawing = drawing
    this.dom = document.createElement('div')
    this.dom.className = styles.turn ?? ''
    this.contentDOM = this.dom
    this.#draw(node)
  }

  update(node: Node): boolean {
    if (node.type !== turnType) return false
    const { id, speaker } = turnOf(node)
    const { turn, speaker: before } = this.dom.dataset
    if (turn !== id || before !== speaker) {
      this.#draw(node)
      this.#drawing.onSpeaker()
    }
    return true
  }

  #draw(node: Node): void {
    const { id, speaker } = turnOf(node)
    this.dom.dataset.turn = id
    this.dom.dataset.speaker = speaker
    this.dom.dataset.voice = this.#drawing.roleOf(speaker) === 'narrator' ? 'hers' : 'others'
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes'
  }
}
