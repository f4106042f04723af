// Opens the story's editor and a bare ProseMirror with the same words, and measures both in the same way.
import { history } from 'prosemirror-history'
import { Schema } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import '../../../renderer/ui/tokens.css'
import { createEditor } from '../../../renderer/editor/index.ts'
import { longStory, manyRanges } from './story.ts'

export interface Measured {
  /** Milliseconds until the whole story stands in the page, laid out. */
  readonly open: number
  /** Milliseconds of each letter: the transaction, the page's change, and its layout. */
  readonly letters: readonly number[]
}

interface Opened {
  readonly view: EditorView
  /** Positions to write at, all through the story. */
  readonly places: readonly number[]
  close(): void
}

const transcript = longStory()
const ranges = manyRanges(transcript)
const letters = 300

const bareSchema = new Schema({
  nodes: {
    doc: { content: 'turn+' },
    turn: { content: 'passage+', toDOM: () => ['section', 0] },
    passage: { content: 'text*', toDOM: () => ['p', 0] },
    text: {},
  },
})

let given = 0

function openOurs(place: HTMLElement): Opened {
  const editor = createEditor({
    place,
    transcript,
    language: 'en',
    ranges,
    sealed: [],
    newId: () => `given${(given += 1)}`,
    describe: (here) => here.map(({ mark, kind }) => `${kind}: ${mark}`).join('; '),
    attributesOf: () => ({}),
    editable: true,
    labels: {
      field: 'The story',
      says: (speaker) => `${speaker}.`,
      time: (ms) => String(Math.round(ms / 1000)),
      goTo: (ms) => `Go to ${Math.round(ms / 1000)}`,
    },
    onState: () => {},
    onChosen: () => {},
    onSeek: () => {},
    onTime: () => {},
  })
  return { view: editor.view, places: placesIn(editor.view), close: editor.destroy }
}

function openBare(place: HTMLElement): Opened {
  const turns = transcript.turns.map(({ id }) =>
    bareSchema.node(
      'turn',
      null,
      transcript.passages
        .filter(({ turn }) => turn === id)
        .map(({ text }) => bareSchema.node('passage', null, bareSchema.text(text))),
    ),
  )
  const state = EditorState.create({ doc: bareSchema.node('doc', null, turns), plugins: [history()] })
  const view = new EditorView({ mount: place }, { state })
  view.dom.style.whiteSpace = 'break-spaces'
  return { view, places: placesIn(view), close: () => view.destroy() }
}

function placesIn({ state }: EditorView): number[] {
  const places: number[] = []
  state.doc.descendants((node, position) => {
    if (node.isTextblock) places.push(position + 1 + Math.floor(node.content.size / 2))
  })
  return places
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}

async function measure(open: (place: HTMLElement) => Opened): Promise<Measured> {
  const place = document.body.appendChild(document.createElement('div'))
  await frame()
  const started = performance.now()
  const { view, places, close } = open(place)
  void document.body.offsetHeight
  const opened = performance.now() - started
  view.focus()
  await frame()
  const times: number[] = []
  for (let letter = 0; letter < letters; letter += 1) {
    // Ten letters in one place, then elsewhere: near the beginning, the middle and the end.
    if (letter % 10 === 0) {
      const at = places[Math.floor(((letter / 10) * 397) % places.length)] ?? 2
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)).scrollIntoView())
      await frame()
      await frame()
    }
    const before = performance.now()
    view.dispatch(view.state.tr.insertText('x').scrollIntoView())
    void document.body.offsetHeight
    times.push(performance.now() - before)
    if (letter % 5 === 0) await frame()
  }
  const written = view.state.doc.textContent.length
  const words = transcript.passages.reduce((sum, { text }) => sum + text.length, 0)
  if (written !== words + letters) throw new Error('not every letter was written')
  close()
  place.remove()
  return { open: opened, letters: times }
}

const work: { readonly ours: () => Promise<Measured>; readonly bare: () => Promise<Measured> } = {
  ours: () => measure(openOurs),
  bare: () => measure(openBare),
}
Object.assign(window, { editorBench: work })
