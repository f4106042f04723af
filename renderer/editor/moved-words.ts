// Word times after an edit: they follow their words, into another passage too, and go when a word is touched.
import type { Mapping } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import type { WordTime } from '../../shared/domain/story.ts'
import { passageAt, type Placed } from './passages.ts'
import { passageOf } from './schema.ts'
import { isWholeWord, sameWords } from './times.ts'

/**
 * The passages of `now` whose word times must change, with what they become. Where somebody has set a passage's word
 * times in the same change, they stay as set.
 */
export function movedWords(
  old: readonly Placed[],
  now: readonly Placed[],
  after: Node,
  mapping: Mapping,
): { readonly placed: Placed; readonly words: readonly WordTime[] }[] {
  if (!old.some(hasWords) && !now.some(hasWords)) return []
  const arrived = new Map<number, WordTime[]>()
  const before = new Map(old.map(({ node }) => [passageOf(node).id, node]))
  const unchanged = new Set(now.map(({ node }) => node))
  for (const source of old) {
    if (!hasWords(source) || unchanged.has(source.node)) continue
    const { recording, wordTimes } = passageOf(source.node)
    const text = source.node.textContent
    let target: Placed | null = null
    let targetText = ''
    for (const word of wordTimes) {
      const from = mapping.map(source.at + word.start, 1)
      const to = mapping.map(source.at + word.end, -1)
      if (to - from !== word.end - word.start) continue
      if (target === null || from < target.at || from > target.at + target.node.content.size) {
        target = passageAt(after, from)
        targetText = target.node.textContent
      }
      const start = from - target.at
      if (passageOf(target.node).recording !== recording) continue
      if (start < 0 || !isWholeWord(text, word.start, word.end, targetText, start)) continue
      const words = arrived.get(target.at)
      const moved = start === word.start ? word : { ...word, start, end: start + word.end - word.start }
      if (words === undefined) arrived.set(target.at, [moved])
      else words.push(moved)
    }
  }
  return now.flatMap((placed) => {
    const { id, wordTimes } = passageOf(placed.node)
    const was = before.get(id)
    if (was === placed.node) return []
    if (was !== undefined && passageOf(was).wordTimes !== wordTimes) return []
    const words = inOrder(arrived.get(placed.at) ?? [])
    return sameWords(words, wordTimes) ? [] : [{ placed, words }]
  })
}

function hasWords({ node }: Placed): boolean {
  return passageOf(node).wordTimes.length > 0
}

/** By place in the text, and only those that go forwards in the sound. */
function inOrder(words: readonly WordTime[]): readonly WordTime[] {
  let latest = -Infinity
  return words
    .toSorted((a, b) => a.start - b.start)
    .filter(({ startMs, endMs }) => {
      if (startMs < latest) return false
      latest = endMs
      return true
    })
}
