// Where the caret is, known before anything is done there: the page tells of a click a moment after it, and a key pressed
// within that moment would otherwise be done in the passage that the caret has left.
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** NOTE: the editor reads the caret when the page says that it has moved; here it is told so at once. */
function lookAtCaret(view: EditorView): false {
  if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
  return false
}

/** To stand before every other plugin that reads a key or what comes from outside. */
export function caretFirstPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: lookAtCaret,
        beforeinput: lookAtCaret,
        compositionstart: lookAtCaret,
        cut: lookAtCaret,
        copy: lookAtCaret,
        paste: lookAtCaret,
      },
    },
  })
}
