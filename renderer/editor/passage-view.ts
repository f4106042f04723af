// How a passage stands in the page: its time at the margin, who says it, and its words, of which only the words are edited.
import type { Node } from 'prosemirror-model'
import type { Decoration, NodeView, ViewMutationRecord } from 'prosemirror-view'
import type { PassageNote } from './draw-ranges.ts'
import styles from './editor.module.css'
import { passageOf, passageType, type PassageAttributes } from './schema.ts'
import type { EditorLabels } from './types.ts'

export interface PassageDrawing {
  readonly labels: EditorLabels
  readonly attributesOf: (passage: string) => Readonly<Record<string, string>>
  /** Passages that have just been made and do not know yet who says them. */
  readonly unsigned: Set<PassageView>
  /** All that are in the page. */
  readonly views: Set<PassageView>
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
  #description = ''
  #shown: Shown = noneShown
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
    this.#drawNotes(decorations)
    this.#drawMore()
    drawing.unsigned.add(this)
    drawing.views.add(this)
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
    this.#drawNotes(decorations)
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

  #drawNotes(decorations: readonly Decoration[]): void {
    let note: PassageNote | null = null
    let sounds = false
    for (const { spec } of decorations) {
      const given = spec as Partial<PassageNote> & { readonly sounds?: boolean }
      if (given.description !== undefined) note = given as PassageNote
      if (given.sounds === true) sounds = true
    }
    const description = note?.description ?? ''
    if (description !== this.#description) {
      this.#description = description
      if (description === '') this.#words.removeAttribute('aria-description')
      else this.#words.setAttribute('aria-description', description)
    }
    const shown = { asks: note?.asks ?? false, tied: note?.tied ?? false, sealed: note?.sealed ?? false, sounds }
    for (const name of ['asks', 'tied', 'sealed', 'sounds'] as const)
      if (shown[name] !== this.#shown[name]) this.dom.toggleAttribute(`data-${name}`, shown[name])
    this.#shown = shown
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

interface Shown {
  readonly asks: boolean
  readonly tied: boolean
  readonly sealed: boolean
  readonly sounds: boolean
}

const noneShown: Shown = { asks: false, tied: false, sealed: false, sounds: false }

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
