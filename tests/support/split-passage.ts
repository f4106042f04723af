// A passage parted in two, as the editor would.
import type { ArchiveClient } from '../../shared/contract/index.ts'

/** Splits a passage after its first word; gives the id of the second half. */
export async function split(client: ArchiveClient, testimony: string, passage: string, half: string): Promise<string> {
  const { story } = await client.story.read({ testimony })
  const own = story.passages.find(({ id }) => id === passage)
  if (own === undefined) throw new Error('no such passage')
  const at = own.text.indexOf(' ')
  const turns = story.turns.map(({ id, speaker }) => ({
    id,
    speaker,
    passages: story.passages
      .filter(({ turn }) => turn === id)
      .flatMap(({ id: one }) => (one === passage ? [one, half] : [one])),
  }))
  await client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: {
      turns,
      passages: [
        { ...own, text: own.text.slice(0, at), wordTimes: [] },
        { ...own, id: half, text: own.text.slice(at + 1), wordTimes: [] },
      ],
      marks: [],
      lineage: [{ kind: 'split', passage, other: half, at }],
    },
  })
  return half
}
