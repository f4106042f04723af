// Puts a story into the page to be written in, and gives back the one handle that everything else works it by.
import type { EditorState, Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Span } from '../../shared/domain/marks/ranges.ts'
import type { Transcript } from '../../shared/domain/story.ts'
import { caretFirstPlugin } from './caret-first.ts'
import { caretIn, chosenIn, choosing, choosingThrough } from './chosen.ts'
import { clipboardPlugin, plainChosen } from './clipboard.ts'
import { commandsOf } from './commands.ts'
import { documentOf, passageFrom } from './document.ts'
import styles from './editor.module.css'
import { areHeld, withHeld } from './held-words.ts'
import { keysPlugin } from './keys.ts'
import { nearness } from './nearness.ts'
import { noNote, noteTaker } from './notes.ts'
import { findPassage, passageAt } from './passages.ts'
import { PassageView } from './passage-view.ts'
import { withDrawnAnew, withFound, withSounding } from './pointers.ts'
import { groupsOf, rangesOf, withNear, withRanges } from './ranges.ts'
import { passageOf, turnOf } from './schema.ts'
import { sealedIn, withSealed } from './sealed.ts'
import { snapshotOf, storyState } from './state.ts'
import { TurnView } from './turn-view.ts'
import type { EditorHandle, EditorOptions, MarkedRange, Snapshot } from './types.ts'

/** Drawn before anything is known of what is seen. */
const nearAtFirst = 40
/** ProseMirror takes 20 ms to end a composition. */
const composedMs = 60

/** Shapes as in types.ts. Nothing is kept here: a Keeper reads `snapshot()` after each `onState`. */
export function createEditor(options: EditorOptions): EditorHandle {
  const { newId, labels } = options
  let { transcript: given, editable } = options
  /** The passage that an empty story got to write in: nobody has it until something is written in it. */
  let unwritten: string | null = null
  let sealed = options.sealed
  let held = false
  const unsigned = new Set<PassageView>()
  const views = new Set<PassageView>()
  const near = nearness(() => drawNear())
  const notes = noteTaker(options.describe)
  const drawing = { labels, attributesOf: options.attributesOf, unsigned, views, nearness: near }
  const turnDrawing = {
    roleOf: (speaker: string) => given.speakers.find(({ id }) => id === speaker)?.role ?? 'other',
    onSpeaker: () => views.forEach((view) => unsigned.add(view)),
  }

  const fresh = (transcript: Transcript, ranges: readonly MarkedRange[]): EditorState => {
    const doc = documentOf(transcript, newId, options.language)
    unwritten = transcript.passages.length === 0 ? passageOf(doc.child(0).child(0)).id : null
    return storyState({
      doc,
      ranges,
      sealed,
      held,
      newId,
      near: new Set(transcript.passages.slice(0, nearAtFirst).map(({ id }) => id)),
      more: [caretFirstPlugin(), keysPlugin(newId), clipboardPlugin(newId)],
    })
  }

  /** New passages learn who says them; all learn what is marked in them. */
  const settle = (before: EditorState | null, after: EditorState): void => {
    for (const passage of unsigned) passage.sign()
    const isNew = unsigned.size > 0 || before === null
    unsigned.clear()
    if (!isNew && groupsOf(before) === groupsOf(after)) return
    const changed = isNew ? null : notes.changed(before, after)
    if (changed !== null) {
      if (changed.size > 0) for (const passage of views) passage.note(changed.get(passage.id) ?? passage.noted)
    } else {
      const all = notes.all(after)
      for (const passage of views) passage.note(all.get(passage.id) ?? noNote)
    }
  }

  /** NOTE: never while an input method composes: it would lose the elements that it composes in. */
  const drawNear = (): void => {
    if (view.isDestroyed || view.composing) return
    view.updateState(view.state.apply(withNear(view.state.tr, near.ids())))
  }

  const view: EditorView = new EditorView(
    { mount: options.place },
    {
      state: fresh(given, options.ranges),
      editable: () => editable,
      attributes: () => ({
        class: styles.field ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': labels.field,
        ...(editable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
        spellcheck: 'false',
        autocapitalize: 'off',
        autocorrect: 'off',
        translate: 'no',
      }),
      nodeViews: {
        turn: (node) => new TurnView(node, turnDrawing),
        passage: (node, _view, _at, decorations) => new PassageView(node, decorations, drawing),
      },
      handleDoubleClick(_, position) {
        const { node, at } = passageAt(view.state.doc, position)
        options.onSeek(passageOf(node).id, wordStart(node.textContent, position - at, passageOf(node).language))
        return false
      },
      handleDOMEvents: {
        // NOTE: what an input method has composed keeps the elements that it was composed in, across the edges of marks.
        compositionend() {
          setTimeout(() => {
            if (view.isDestroyed || view.composing) return
            send(withDrawnAnew(view.state.tr, caretIn(view.state).passage))
            drawNear()
          }, composedMs)
          return false
        },
        click(_, { target }) {
          const time = target instanceof Element ? target.closest(`button.${styles.time ?? ''}`) : null
          const passage = time?.parentElement?.querySelector<HTMLElement>('[data-passage]')?.dataset.passage
          if (passage !== undefined) options.onTime(passage)
          return false
        },
      },
      clipboardTextSerializer: () => plainChosen(view.state),
      dispatchTransaction: send,
    },
  )
  settle(null, view.state)

  let canUndo = false
  let canRedo = false

  function send(transaction: Transaction): void {
    const before = view.state
    const after = before.apply(transaction)
    view.updateState(after)
    settle(before, after)
    if (after === before && transaction.docChanged) options.onRefused?.()
    tell(before, after)
  }

  function tell(before: EditorState, after: EditorState): void {
    const words = before.doc !== after.doc
    const ranges = groupsOf(before) !== groupsOf(after)
    const [undoes, redoes] = [commands.canUndo(), commands.canRedo()]
    const moved = !before.selection.eq(after.selection)
    const here = caretIn(after)
    if (
      words ||
      ranges ||
      undoes !== canUndo ||
      redoes !== canRedo ||
      (moved && caretIn(before).passage !== here.passage)
    )
      options.onState({ words, ranges, canUndo: undoes, canRedo: redoes, here })
    canUndo = undoes
    canRedo = redoes
    if ((moved || words) && !(before.selection.empty && after.selection.empty)) options.onChosen(chosenIn(after))
  }

  const commands = commandsOf(
    {
      get state() {
        return view.state
      },
      get editable() {
        return editable
      },
      dispatch: send,
    },
    newId,
  )

  const choosePassages = (one: string, other: string): void => {
    const transaction = choosingThrough(view.state.tr, one, other)
    if (transaction === null) return
    view.focus()
    send(transaction.scrollIntoView())
  }

  const choose = (span: Pick<Span, 'passage' | 'start' | 'end'>): void => {
    const transaction = choosing(view.state.tr, span)
    if (transaction === null) return
    view.focus()
    send(transaction.scrollIntoView())
  }

  return {
    view,
    commands,
    destroy() {
      near.stop()
      view.destroy()
    },
    focus: () => view.focus(),
    setRanges: (ranges) => send(withRanges(view.state.tr, ranges)),
    replaceTranscript(transcript, ranges) {
      const before = view.state
      const speakersAreOthers = given.speakers !== transcript.speakers
      given = transcript
      if (documentOf(transcript, newId).eq(before.doc)) send(withRanges(before.tr, ranges))
      else {
        const { passage, offset } = caretIn(before)
        const state = fresh(transcript, ranges)
        const caret = choosing(state.tr, { passage, start: offset, end: offset })
        view.updateState(caret === null ? state : state.apply(caret))
        tell(before, view.state)
      }
      if (speakersAreOthers) redrawTurns()
      settle(null, view.state)
    },
    setSealed(passages) {
      sealed = passages
      send(withSealed(view.state.tr, passages))
    },
    isSealed: (passage) => sealedIn(view.state).has(passage),
    setHeld(may) {
      held = may
      if (areHeld(view.state) !== may) send(withHeld(view.state.tr, may))
    },
    setEditable(may) {
      editable = may
      view.setProps({})
      tell(view.state, view.state)
    },
    transcript: () => snapshot().transcript,
    passage(id) {
      const placed = findPassage(view.state.doc, id)
      return placed === null ? null : passageFrom(placed.node, turnOf(placed.turn).id)
    },
    ranges: () => rangesOf(view.state),
    chosen: () => chosenIn(view.state),
    here: () => caretIn(view.state),
    goTo: (passage, offset = 0) => choose({ passage, start: offset, end: offset }),
    choose,
    choosePassages,
    setSounding: (passage) => send(withSounding(view.state.tr, passage)),
    setFound: (spans) => send(withFound(view.state.tr, spans)),
    redrawPassages() {
      for (const passage of views) passage.redraw()
    },
    snapshot,
  }

  function snapshot(): Snapshot {
    const now = snapshotOf(view.state, given.speakers, unwritten)
    // Written in once it is a passage like any other, also where it is emptied again.
    if (now.transcript.passages.length > 0) unwritten = null
    return now
  }

  /** Who somebody is can change while the words do not. */
  function redrawTurns(): void {
    for (const turn of view.dom.querySelectorAll<HTMLElement>('[data-turn]')) {
      const isHers = turnDrawing.roleOf(turn.dataset.speaker ?? '') === 'narrator'
      turn.dataset.voice = isHers ? 'hers' : 'others'
    }
    turnDrawing.onSpeaker()
  }
}

/** Where the word at an offset begins, by the language's own rules. */
function wordStart(text: string, offset: number, language: string): number {
  return (
    segmenterOf(language)
      .segment(text)
      .containing(Math.min(offset, text.length - 1))?.index ?? offset
  )
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' })
  }
}
