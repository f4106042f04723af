// The keys that belong to the text itself. While an input method composes, all keys are its own.
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { redo, undo } from 'prosemirror-history'
import { keydownHandler } from 'prosemirror-keymap'
import { Plugin, type Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { withoutChosen } from './commands.ts'
import { passageAt } from './passages.ts'
import { deleteBetween, joinWithBefore, splitAt } from './structure.ts'

type Send = ((transaction: Transaction) => void) | undefined

function sent(transaction: Transaction, dispatch: Send): true {
  dispatch?.(transaction.scrollIntoView())
  return true
}

function enter(newId: () => string): Command {
  return (state, dispatch) => {
    const transaction = withoutChosen(state)
    const caret = splitAt(transaction, transaction.selection.from, newId)
    return sent(transaction.setSelection(TextSelection.create(transaction.doc, caret)), dispatch)
  }
}

const lineBreak: Command = (state, dispatch) => {
  const transaction = withoutChosen(state)
  return sent(transaction.insertText('\n', transaction.selection.from), dispatch)
}

const deleteChosen: Command = (state, dispatch) =>
  !state.selection.empty && sent(withoutChosen(state).setMeta('uiEvent', 'delete'), dispatch)

/** At its first letter a passage joins the one before it; where that is another speaker's, the caret goes there alone. */
const backspace: Command = (state, dispatch) => {
  if (!state.selection.empty) return deleteChosen(state, dispatch)
  const here = passageAt(state.doc, state.selection.head)
  if (state.selection.head > here.at) return false
  const transaction = state.tr
  if (joinWithBefore(transaction, here)) return sent(transaction, dispatch)
  return moved(state, here.turnAt <= 1 ? null : here.at - 4, dispatch)
}

const remove: Command = (state, dispatch) => {
  if (!state.selection.empty) return deleteChosen(state, dispatch)
  const here = passageAt(state.doc, state.selection.head)
  const end = here.at + here.node.content.size
  if (state.selection.head < end) return false
  const isLast = here.index === here.turn.childCount - 1
  const next = end + (isLast ? 4 : 2)
  if (next >= state.doc.content.size) return true
  const transaction = state.tr
  if (joinWithBefore(transaction, passageAt(state.doc, next))) return sent(transaction, dispatch)
  return moved(state, next, dispatch)
}

function moved(state: EditorState, position: number | null, dispatch: Send): true {
  if (position === null) return true
  return sent(state.tr.setSelection(TextSelection.create(state.doc, position)), dispatch)
}

export function keysPlugin(newId: () => string): Plugin {
  const bound = keydownHandler({
    Enter: enter(newId),
    'Shift-Enter': lineBreak,
    Backspace: backspace,
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    Delete: remove,
    'Mod-Delete': remove,
    // The lane of writing, as in any field: what was marked or taken out has a lane of its own.
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
  })
  return new Plugin({
    props: {
      handleKeyDown: (view, event) =>
        !event.isComposing && event.keyCode !== 229 && view.editable && bound(view, event),
      // Writing over what is chosen across passages keeps each one's words with who said them.
      handleTextInput(view, from, to, text) {
        if (!crosses(view.state, from, to)) return false
        const transaction = view.state.tr
        deleteBetween(transaction, from, to)
        view.dispatch(transaction.insertText(text, from).scrollIntoView())
        return true
      },
      handleDOMEvents: {
        compositionstart(view) {
          emptyAcross(view)
          return false
        },
        beforeinput: (view, event) => beforeInput(view, event, newId),
      },
    },
  })
}

function crosses(state: EditorState, from: number, to: number): boolean {
  return passageAt(state.doc, from).at !== passageAt(state.doc, to).at
}

function emptyAcross(view: EditorView): void {
  const { from, to } = view.state.selection
  if (from < to && crosses(view.state, from, to)) view.dispatch(withoutChosen(view.state))
}

/** What reaches the text without a key of its own: an input method's or the menu's commands. */
function beforeInput(view: EditorView, event: InputEvent, newId: () => string): boolean {
  if (view.composing || event.isComposing || !view.editable) return false
  if (event.inputType.startsWith('format')) {
    event.preventDefault()
    return true
  }
  if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
    event.preventDefault()
    const back = event.inputType === 'historyUndo' ? undo : redo
    back(view.state, (transaction) => view.dispatch(transaction))
    return true
  }
  if (event.inputType === 'insertParagraph') {
    event.preventDefault()
    return enter(newId)(view.state, (transaction) => view.dispatch(transaction))
  }
  return false
}
