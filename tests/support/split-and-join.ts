// A passage parted in two, or two of them made one, as the editor would.
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

/** The second passage goes into the first. */
export async function join(client: ArchiveClient, testimony: string): Promise<void> {
  const { story } = await client.story.read({ testimony })
  const [one, two] = story.passages
  if (one === undefined || two === undefined) throw new Error('too few passages')
  const turns = story.turns
    .map(({ id, speaker }) => ({
      id,
      speaker,
      passages: story.passages.filter(({ id: own, turn }) => turn === id && own !== two.id).map(({ id: own }) => own),
    }))
    .filter((turn) => turn.passages.length > 0)
  await client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: {
      turns,
      passages: [{ ...one, text: `${one.text} ${two.text}`, endMs: two.endMs, wordTimes: [] }],
      marks: [],
      lineage: [{ kind: 'join', passage: one.id, other: two.id, at: one.text.length + 1 }],
    },
  })
}
