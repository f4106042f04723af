// The one walk from the marks to the words that they lie in.
import type { Node } from 'prosemirror-model'
import { eachPassage } from './passages.ts'
import type { Group } from './tracked.ts'

/** Calls back for each passage with marks, in order. `groups` stand in order too, each at the passage that it is of. */
export function eachMarked(doc: Node, groups: readonly Group[], call: (group: Group, node: Node) => void): void {
  let next = 0
  eachPassage(doc, 0, doc.content.size, ({ at, node }) => {
    const group = groups[next]
    if (group === undefined || group.at !== at) return
    next += 1
    call(group, node)
  })
}
