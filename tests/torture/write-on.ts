// Writing in a story without a pause: each change has a number, which is said as soon as the change is kept.
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { orderOf, type Change } from '../../shared/domain/writing/writing.ts'

/** The word that stands in the story when change `count` is the last one. */
export const wordOf = (count: number): string => `change${count}x`

/** The number of the last change that stands in a text; 0 for none. */
export const countIn = (text: string): number => Number(/change(\d+)x/.exec(text)?.[1] ?? 0)

/**
 * Writes until it is killed: words in the first passage, and by turns the second one is split, and joined again.
 *
 * @param badly says each change when it is written down in memory, and keeps only every twentieth
 */
export async function writeOn(client: ArchiveClient, badly: boolean, kept: (count: number) => void): Promise<void> {
  const { cards } = await client.shelf.list({
    words: '',
    language: '',
    label: '',
    state: 'all',
    order: 'newest',
    from: 0,
    count: 1,
  })
  const testimony = cards[0]?.id ?? ''
  for (let count = -1; ;) {
    const { story } = await client.story.read({ testimony })
    const [first, second, third] = story.passages
    if (first === undefined || second === undefined) throw new Error('no story')
    if (count === -1) count = countIn(first.text)
    count += 1
    if (badly && count % 20 !== 0) {
      kept(count)
      continue
    }
    const isSplit = third?.id.startsWith('half') === true
    const half = `half${String(count).padStart(8, '0')}`
    const at = Math.floor(second.text.length / 2)
    const passages = [{ ...first, text: `I wrote ${wordOf(count)} of it.`, wordTimes: [] }]
    const order = orderOf(story).map((turn) => ({
      ...turn,
      passages: turn.passages.flatMap((id) =>
        isSplit && id === third.id ? [] : !isSplit && id === second.id ? [id, half] : [id],
      ),
    }))
    const change: Change = isSplit
      ? {
          turns: order,
          passages: [...passages, { ...second, text: `${second.text}${third.text}`, wordTimes: [] }],
          marks: [],
          lineage: [{ kind: 'join', passage: second.id, other: third.id, at: second.text.length }],
        }
      : {
          turns: order,
          passages: [
            ...passages,
            { ...second, text: second.text.slice(0, at), wordTimes: [] },
            { ...second, id: half, text: second.text.slice(at), wordTimes: [] },
          ],
          marks: [],
          lineage: [{ kind: 'split', passage: second.id, other: half, at }],
        }
    await client.writing.keep({ testimony, base: story.testimony.revision, change: change as never })
    kept(count)
  }
}
