// Hands one hostile file after another to an archive: nothing may stay of what is refused or forgotten, what is kept is
// whole, and no name that somebody chose reaches the disk.
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { handOver, makeArchive } from '../support/archive.ts'
import type { Fault, Taker } from './hostile-child.ts'

export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const onTheShelf = { words: '', language: '', label: '', state: 'all', order: 'title', from: 0, count: 1 } as const
/** Every so many are kept, where they can be. */
const keptEach = 8

export async function handedOver(
  fault: Fault,
  fileAt: (at: number) => HostileFile,
  /** Whether it is the very file that may be taken for something. */
  mayKeep: (file: HostileFile) => boolean,
): Promise<Taker> {
  const archive = await makeArchive()
  const { client, dataFolder, broken } = archive
  const lie = (): string =>
    readdirSync(dataFolder, { recursive: true })
      .map(String)
      // NOTE: the log of the database comes and goes.
      .filter((name) => !name.includes('archive.db'))
      .toSorted()
      .join('\n')
  const first = { name: 'first.txt', bytes: Buffer.from('Mina: I sold bread at the station.\n\nAna: When?\n') }
  const { batch: begun } = await client.bringIn.begin({})
  await handOver(client, begun, first.name, first.bytes)
  await client.bringIn.preview({ batch: begun })
  for await (const _ of client.bringIn.keep({ batch: begun }));

  async function keep(batch: string, wrong: string[]): Promise<void> {
    const { total } = await client.shelf.list(onTheShelf)
    let now = total
    for await (const { result, testimony, failure } of client.bringIn.keep({ batch })) {
      if (failure === 'broken') wrong.push('keeping it is broken')
      if (result !== 'kept' || testimony === null) continue
      now += 1
      const { story } = await client.story.read({ testimony })
      if (story.passages.length === 0 && story.recordings.length === 0) wrong.push('a story of nothing')
    }
    if ((await client.shelf.list(onTheShelf)).total !== now) wrong.push('the shelf holds another number')
  }

  return {
    async take(at) {
      const file = fileAt(at)
      const { name, bytes } = file
      const before = lie()
      const wrong: string[] = []
      const { batch } = await client.bringIn.begin({})
      await handOver(client, batch, name, bytes).catch((error: unknown) => wrong.push(`handing over: ${String(error)}`))
      const { items, recalls } = await client.bringIn.preview({ batch })
      const [item] = items
      if (items.length + recalls.length !== 1) wrong.push(`${items.length} items`)
      if (item?.failure === 'broken') wrong.push('broken')
      const isTaken = item?.failure === null
      if (isTaken && !mayKeep(file)) wrong.push('it was taken for something')
      if (isTaken) {
        const { turns } = await client.bringIn.previewText({ batch, item: item.item })
        if (turns.length !== item.turns) wrong.push('another number of turns')
        if (at % keptEach === 0) await keep(batch, wrong)
      } else if (lie() !== before) wrong.push('something stays of what was refused')
      await client.bringIn.forget({ batch })
      if (fault === 'stray') writeFileSync(path.join(dataFolder, `stray${at}`), '')
      if (lie() !== before && !(isTaken && at % keptEach === 0)) wrong.push('something stays of what was forgotten')
      if (broken.length > 0) wrong.push(`an unforeseen error: ${String(broken.splice(0)[0]).slice(0, 300)}`)
      return { name: name.slice(0, 60), wrong, kept: isTaken }
    },
    async end() {
      const wrong: string[] = []
      for await (const step of client.care.check({}))
        if (step.kind === 'checked')
          for (const { rule, count } of step.findings) if (count > 0) wrong.push(`${count} ${rule}`)
      await archive.close()
      return wrong
    },
  }
}
