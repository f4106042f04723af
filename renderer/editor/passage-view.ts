// How a passage stands in the page: its time at the margin, who says it, and its words, of which only the words are edited.
import type { Node } from 'prosemirror-model'
import type { Decoration, NodeView, ViewMutationRecord } from 'prosemirror-view'
import styles from './editor.module.css'
import { noNote, type PassageNote } from './notes.ts'
import { passageOf, passageType, type PassageAttributes } from './schema.ts'
import { sealSaying } from './seal-mark.ts'
import type { EditorLabels } from './types.ts'

export interface PassageDrawing {
  readonly labels: EditorLabels
  readonly attributesOf: (passage: string) => Readonly<Record<string, string>>
  /** Passages that have just been made and do not know yet who says them. */
  readonly unsigned: Set<PassageView>
  /** All that are in the page. */
  readonly views: Set<PassageView>
  /** Tells which of them are near to what is seen. */
  readonly nearness: { add(passage: PassageView): void; remove(passage: PassageView): void }
}

/** NOTE: `update` keeps the elements when only attributes change, so that an input method that is composing is not torn out. */
export class PassageView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #words: HTMLElement
  readonly #sign: HTMLElement
  readonly #time: HTMLButtonElement
  readonly #drawing: PassageDrawing
  #passage: PassageAttributes
  #more: Readonly<Record<string, string>> = {}
  #note: PassageNote = noNote
  #sounds = false
  #seal: HTMLElement | null = null
  readonly #anew: number

  constructor(node: Node, decorations: readonly Decoration[], drawing: PassageDrawing) {
    this.#drawing = drawing
    this.#passage = passageOf(node)
    const { row, time, words, sign, text } = copyOfSkeleton()
    this.dom = row
    this.#time = time
    this.#words = words
    this.#sign = sign
    this.contentDOM = text
    this.#anew = anewIn(decorations)
    this.#drawPassage(null)
    this.#drawSounding(decorations)
    this.#drawMore()
    drawing.unsigned.add(this)
    drawing.views.add(this)
    drawing.nearness.add(this)
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== passageType) return false
    const before = this.#passage
    const passage = passageOf(node)
    // NOTE: another passage is other elements: what screen readers and tests hold by its id must not become another one.
    if (before.id !== passage.id && before.id !== '') return false
    const anew = anewIn(decorations)
    if (anew !== 0 && anew !== this.#anew) return false
    this.#passage = passage
    if (before !== passage) this.#drawPassage(before)
    this.#drawSounding(decorations)
    return true
  }

  /** Who says it is known from the turn around it, once it stands there. */
  sign(): void {
    const speaker = this.dom.closest<HTMLElement>('[data-turn]')?.dataset.speaker
    if (speaker !== undefined) this.#sign.textContent = `${this.#drawing.labels.says(speaker)} `
  }

  redraw(): void {
    this.#drawMore()
    this.#drawTime()
  }

  #drawMore(): void {
    const more = this.#drawing.attributesOf(this.#passage.id)
    for (const name of Object.keys(this.#more)) if (!(name in more)) this.#words.removeAttribute(name)
    for (const [name, value] of Object.entries(more))
      if (this.#more[name] !== value)
        this.#words.setAttribute(name, name === 'class' ? `${styles.words ?? ''} ${value}` : value)
    if ('class' in this.#more && !('class' in more)) this.#words.className = styles.words ?? ''
    this.#more = more
    this.#drawSeal(more['data-sealed'] ?? null)
  }

  /** A lock and a sentence stand where the words would be; the caret comes by after them. */
  #drawSeal(sentence: string | null): void {
    if ((this.#seal?.textContent ?? null) === sentence) return
    this.dom.toggleAttribute('data-sealed', sentence !== null)
    this.#seal?.remove()
    this.#seal = sentence === null ? null : sealSaying(sentence)
    if (this.#seal !== null) this.contentDOM.before(this.#seal)
  }

  #drawPassage(before: PassageAttributes | null): void {
    const { id, language, direction, startMs } = this.#passage
    if (before?.id !== id) this.#words.setAttribute('data-passage', id)
    if (before?.language !== language) this.#words.lang = language
    if (before?.direction !== direction) this.#words.dir = direction
    if (before === null || before.startMs !== startMs) this.#drawTime()
  }

  #drawTime(): void {
    const { startMs } = this.#passage
    if (this.#time.hidden !== (startMs === null)) this.#time.hidden = startMs === null
    if (startMs === null) return
    this.#time.textContent = this.#drawing.labels.time(startMs)
    this.#time.setAttribute('aria-label', this.#drawing.labels.goTo(startMs))
  }

  /** What is told of its marks. */
  note(note: PassageNote): void {
    const before = this.#note
    if (before === note) return
    this.#note = note
    if (note.description === '') this.#words.removeAttribute('aria-description')
    else if (before.description !== note.description) this.#words.setAttribute('aria-description', note.description)
    for (const name of ['asks', 'tied'] as const)
      if (before[name] !== note[name]) this.dom.toggleAttribute(`data-${name}`, note[name])
  }

  get noted(): PassageNote {
    return this.#note
  }

  get id(): string {
    return this.#passage.id
  }

  #drawSounding(decorations: readonly Decoration[]): void {
    const sounds = decorations.some(({ spec }) => (spec as { readonly sounds?: boolean }).sounds === true)
    if (sounds !== this.#sounds) this.dom.toggleAttribute('data-sounds', sounds)
    this.#sounds = sounds
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof window.Node && this.#time.contains(event.target)
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return false
    return mutation.target !== this.contentDOM && !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.#drawing.unsigned.delete(this)
    this.#drawing.views.delete(this)
    this.#drawing.nearness.remove(this)
  }
}

/** How often it was to be drawn anew; 0 when it was not. */
function anewIn(decorations: readonly Decoration[]): number {
  for (const { spec } of decorations) {
    const { anew } = spec as { readonly anew?: number }
    if (anew !== undefined) return anew
  }
  return 0
}

interface Skeleton {
  readonly row: HTMLElement
  readonly time: HTMLButtonElement
  readonly words: HTMLElement
  readonly sign: HTMLElement
  readonly text: HTMLElement
}

let skeleton: Skeleton | null = null

/** NOTE: a copy costs a third of making each element anew, and a long story has a thousand passages. */
function copyOfSkeleton(): Skeleton {
  skeleton ??= makeSkeleton()
  const row = skeleton.row.cloneNode(true) as HTMLElement
  const time = row.firstElementChild as HTMLButtonElement
  const words = row.lastElementChild as HTMLElement
  return { row, time, words, sign: words.firstElementChild as HTMLElement, text: words.lastElementChild as HTMLElement }
}

function makeSkeleton(): Skeleton {
  const row = element('div', styles.row)
  const time = element('button', styles.time)
  time.type = 'button'
  time.tabIndex = -1
  time.hidden = true
  time.contentEditable = 'false'
  const words = element('div', styles.words)
  words.setAttribute('role', 'paragraph')
  const sign = element('span', styles.sign)
  sign.contentEditable = 'false'
  const text = element('div', styles.text)
  words.append(sign, text)
  row.append(time, words)
  return { row, time, words, sign, text }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string | undefined,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className ?? ''
  return made
}
