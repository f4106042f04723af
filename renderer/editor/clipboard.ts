// The clipboard and dragging carry words and nothing else: no ids, no times, no marks, out or in.
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { eachPassage } from './passages.ts'
import { deleteBetween, insertParagraphs, paragraphsOf } from './structure.ts'
import { withoutChosen } from './commands.ts'

/** What is chosen as plain text, a line between passages. */
export function plainChosen({ doc, selection: { from, to } }: EditorState): string {
  const paragraphs: string[] = []
  eachPassage(doc, from, to, ({ at, node }) => {
    const start = Math.max(0, from - at)
    const end = Math.min(node.content.size, to - at)
    if (start < end) paragraphs.push(node.textContent.slice(start, end))
  })
  return paragraphs.join('\n\n')
}

export function pasted(state: EditorState, text: string, newId: () => string): Transaction {
  const transaction = withoutChosen(state)
  insertParagraphs(transaction, transaction.selection.from, paragraphsOf(text), newId)
  return transaction.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView()
}

/** NOTE: ProseMirror's own handlers read HTML and write it with ids in it, so none of them is reached. */
export function clipboardPlugin(newId: () => string): Plugin {
  let dragged = false
  return new Plugin({
    props: {
      handleDOMEvents: {
        copy: (view, event) => copy(view, event),
        cut(view, event) {
          if (copy(view, event) && view.editable) view.dispatch(withoutChosen(view.state).setMeta('uiEvent', 'cut'))
          return true
        },
        paste(view, event) {
          event.preventDefault()
          const text = event.clipboardData?.getData('text/plain') ?? ''
          // NOTE: while an input method composes, the place to paste at is not settled.
          if (view.editable && !view.composing && text !== '') view.dispatch(pasted(view.state, text, newId))
          return true
        },
        dragstart(view, event) {
          if (event.dataTransfer === null || view.state.selection.empty) {
            event.preventDefault()
            return true
          }
          event.dataTransfer.clearData()
          event.dataTransfer.setData('text/plain', plainChosen(view.state))
          event.dataTransfer.effectAllowed = 'copyMove'
          dragged = true
          return true
        },
        dragend() {
          dragged = false
          return true
        },
        drop(view, event) {
          const moves = dragged && !event.ctrlKey && !event.altKey
          dragged = false
          // NOTE: files are the window's: it brings them in.
          if (event.dataTransfer?.types.includes('Files') === true) return true
          event.preventDefault()
          drop(view, event, moves, newId)
          return true
        },
      },
    },
  })
}

function copy(view: EditorView, event: ClipboardEvent): boolean {
  event.preventDefault()
  if (view.state.selection.empty || event.clipboardData === null) return false
  event.clipboardData.clearData()
  event.clipboardData.setData('text/plain', plainChosen(view.state))
  return true
}

function drop(view: EditorView, event: DragEvent, moves: boolean, newId: () => string): void {
  const text = event.dataTransfer?.getData('text/plain') ?? ''
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!view.editable || text === '' || place === null) return
  const transaction = dropped(view.state, place.pos, text, moves, newId)
  if (transaction === null) return
  view.focus()
  view.dispatch(transaction.setMeta('uiEvent', 'drop'))
}

/** Null when it was dropped on itself. */
export function dropped(
  state: EditorState,
  position: number,
  text: string,
  moves: boolean,
  newId: () => string,
): Transaction | null {
  const transaction = state.tr
  const { from, to } = state.selection
  if (moves && position >= from && position <= to) return null
  if (moves) deleteBetween(transaction, from, to)
  const $at = transaction.doc.resolve(transaction.mapping.map(position))
  if ($at.depth !== 2) return null
  insertParagraphs(transaction, $at.pos, paragraphsOf(text), newId)
  return transaction
}
