// The editor's state with all that keeps it whole, without a page: what the tests and the window share.
import { history } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState, type Plugin } from 'prosemirror-state'
import type { Speaker } from '../../shared/domain/story.ts'
import { writtenIn } from './document.ts'
import { heldWordsPlugin } from './held-words.ts'
import { lineageOf, lineagePlugin } from './lineage.ts'
import { orderPlugin } from './order.ts'
import { pointerPlugins } from './pointers.ts'
import { rangesOf, rangesPlugin, type RangesOptions } from './ranges.ts'
import { sealedPlugin } from './sealed.ts'
import type { Snapshot } from './types.ts'

export interface StoryStateOptions extends RangesOptions {
  readonly doc: Node
  readonly sealed: readonly string[]
  /** Her words are hers: see held-words.ts. */
  readonly held?: boolean
  /** For the page: keys, clipboard. */
  readonly more: readonly Plugin[]
}

const undoSteps = 500

export function storyState({ doc, sealed, held = false, more, ...ranges }: StoryStateOptions): EditorState {
  return EditorState.create({
    doc,
    plugins: [
      ...more,
      sealedPlugin(sealed),
      heldWordsPlugin(held),
      rangesPlugin(ranges),
      lineagePlugin(),
      orderPlugin(ranges.newId),
      history({ depth: undoSteps }),
      ...pointerPlugins(),
    ],
  })
}

/** `unwritten`: the passage that an empty story got to write in. */
export function snapshotOf(
  state: EditorState,
  speakers: readonly Speaker[],
  unwritten: string | null = null,
): Snapshot {
  return { transcript: writtenIn(state.doc, speakers, unwritten), ranges: rangesOf(state), lineage: lineageOf(state) }
}
