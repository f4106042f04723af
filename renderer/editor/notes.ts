// What is told of a passage as a whole: its marks for screen readers, and what stands in its margin.
import type { EditorState } from 'prosemirror-state'
import { eachMarked } from './each-marked.ts'
import { passageAt } from './passages.ts'
import { groupsOf } from './ranges.ts'
import { passageOf } from './schema.ts'
import { rangesIn } from './tracked.ts'
import type { MarkedRange } from './types.ts'

export interface PassageNote {
  readonly description: string
  /** A mark's words have gone from here: a question to resolve. */
  readonly asks: boolean
  readonly tied: boolean
}

export const noNote: PassageNote = { description: '', asks: false, tied: false }

export interface NoteTaker {
  /** By passage, for those with marks. */
  all(state: EditorState): ReadonlyMap<string, PassageNote>
  /** The passages whose marks are others than before, with what is told of them now; null when it could be any. */
  changed(before: EditorState, after: EditorState): ReadonlyMap<string, PassageNote> | null
}

export function noteTaker(describe: (ranges: readonly MarkedRange[]) => string): NoteTaker {
  const known = new Map<string, PassageNote>()
  const byRanges = new WeakMap<readonly MarkedRange[], PassageNote>()
  const noteOf = (ranges: readonly MarkedRange[]): PassageNote => {
    const before = byRanges.get(ranges)
    if (before !== undefined) return before
    const key = ranges.map(({ mark, kind, note, unresolved }) => `${mark} ${kind} ${note} ${unresolved}`).join('\n')
    const note = known.get(key) ?? {
      description: describe(ranges),
      asks: ranges.some(({ unresolved }) => unresolved),
      tied: ranges.some(({ kind }) => kind === 'tie'),
    }
    known.set(key, note)
    byRanges.set(ranges, note)
    return note
  }
  return {
    all(state) {
      const notes = new Map<string, PassageNote>()
      eachMarked(state.doc, groupsOf(state), ({ items }, node) => {
        notes.set(passageOf(node).id, noteOf(rangesIn(items, node)))
      })
      return notes
    },
    changed(before, after) {
      const [old, groups] = [groupsOf(before), groupsOf(after)]
      if (old.length !== groups.length) return null
      const notes = new Map<string, PassageNote>()
      groups.forEach(({ at, items }, nth) => {
        if (items === old[nth]?.items) return
        const { node } = passageAt(after.doc, at)
        notes.set(passageOf(node).id, noteOf(rangesIn(items, node)))
      })
      return notes
    },
  }
}
