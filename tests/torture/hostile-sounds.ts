// Hands one hostile sound after another to an archive: it goes on, and nothing stays of what is refused or forgotten.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringIn, handOver, makeArchive } from '../support/archive.ts'
import type { Begin } from './hostile-child.ts'
import { soundsThere, variant } from './sound-variants.ts'

const asked = { words: '', language: '', label: '', state: 'all', order: 'title', from: 0, count: 100 } as const

export const begin: Begin = async (_scratch, fault) => {
  const sounds = soundsThere()
  const archive = await makeArchive()
  const { client } = archive
  const mediaOf = (): string => readdirSync(join(archive.folder, 'media')).toSorted().join(' ')
  await bringIn(client, [{ name: 'first.txt', bytes: Buffer.from('I sold bread at the station.') }])
  await bringIn(
    client,
    sounds.filter(({ name }) => name === 'jfk.wav'),
  )
  const stories = JSON.stringify(await client.shelf.list(asked))

  return {
    async take(at) {
      const { name, bytes } = variant(sounds, at)
      const before = mediaOf()
      const wrong: string[] = []
      const { batch } = await client.bringIn.begin({})
      await handOver(client, batch, name, bytes).catch((error: unknown) => wrong.push(`handing over: ${String(error)}`))
      const { items } = await client.bringIn.preview({ batch })
      const [item] = items
      if (items.length !== 1 || item === undefined) wrong.push(`${items.length} items`)
      if (item?.failure !== null && mediaOf() !== before) wrong.push('something stays of what was refused')
      if (item?.failure === 'broken') wrong.push('broken')
      if (item?.failure === null && !(item.durationMs === null || item.durationMs > 0))
        wrong.push('a length of nothing')
      await client.bringIn.forget({ batch })
      if (fault === 'stray') writeFileSync(join(archive.folder, 'media', `stray${at}`), '')
      if (mediaOf() !== before) wrong.push('something stays of what was forgotten')
      if (archive.broken.length > 0) wrong.push(`an unforeseen error: ${String(archive.broken.splice(0)[0])}`)
      return { name, wrong, kept: item?.failure === null }
    },
    async end() {
      const end = JSON.stringify(await client.shelf.list(asked))
      await archive.close()
      return end === stories ? [] : ['the shelf is another one']
    },
  }
}
