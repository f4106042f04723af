// Where the caret is, known before anything is done there: the page tells of a click a moment after it, and a key pressed
// within that moment would otherwise be done in the passage that the caret has left.
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** To stand before every other plugin that reads a key or what comes from outside. */
export function caretFirstPlugin(): Plugin {
  // Whatever is not a letter may move the caret by itself; a letter is done by the editor, which knows where it is then.
  let mayHaveMoved = true
  const moves = (): false => {
    mayHaveMoved = true
    return false
  }
  /** NOTE: the editor reads the caret when the page says that it has moved; here it is told so at once. */
  const lookAtCaret = (view: EditorView): false => {
    if (mayHaveMoved && !view.composing) {
      mayHaveMoved = false
      view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
    }
    return false
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        pointerdown: moves,
        pointerup: moves,
        mousedown: moves,
        mouseup: moves,
        touchend: moves,
        focus: moves,
        compositionend: moves,
        keydown(view, event) {
          lookAtCaret(view)
          return event.key.length > 1 || event.ctrlKey || event.metaKey ? moves() : false
        },
        beforeinput: lookAtCaret,
        compositionstart: lookAtCaret,
        cut: lookAtCaret,
        copy: lookAtCaret,
        paste: lookAtCaret,
      },
    },
  })
}
