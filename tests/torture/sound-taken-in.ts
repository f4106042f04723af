// A program of its own: a real archive that is handed one hostile sound after another, and says what came of each.
// Its arguments: the first variant, the one after the last, and a fault to make for a control (`none`, `hang`, `stray`).
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringIn, handOver, makeArchive } from '../support/archive.ts'
import { soundsThere, variant } from './sound-variants.ts'

const [from = 0, until = 0] = process.argv.slice(2, 4).map(Number)
const fault = process.argv[4] ?? 'none'

const sounds = soundsThere()
const archive = await makeArchive()
const { client } = archive
const mediaOf = (): string => readdirSync(join(archive.folder, 'media')).toSorted().join(' ')
await bringIn(client, [{ name: 'first.txt', bytes: Buffer.from('I sold bread at the station.') }])
await bringIn(
  client,
  sounds.filter(({ name }) => name === 'jfk.wav'),
)
const asked = { words: '', language: '', label: '', state: 'all', order: 'title', from: 0, count: 100 } as const
const stories = JSON.stringify(await client.shelf.list(asked))

for (let at = from; at < until; at++) {
  const { name, bytes } = variant(sounds, at)
  process.send?.({ kind: 'begun', at })
  const before = mediaOf()
  const wrong: string[] = []
  const { batch } = await client.bringIn.begin({})
  await handOver(client, batch, name, bytes).catch((error: unknown) => wrong.push(`handing over: ${String(error)}`))
  if (fault === 'hang' && at === from + 1) for (;;);
  const { items } = await client.bringIn.preview({ batch })
  const [item] = items
  if (items.length !== 1 || item === undefined) wrong.push(`${items.length} items`)
  if (item?.failure !== null && mediaOf() !== before) wrong.push('something stays of what was refused')
  if (item?.failure === 'broken') wrong.push('broken')
  if (item?.failure === null && !(item.durationMs === null || item.durationMs > 0)) wrong.push('a length of nothing')
  await client.bringIn.forget({ batch })
  if (fault === 'stray') writeFileSync(join(archive.folder, 'media', `stray${at}`), '')
  if (mediaOf() !== before) wrong.push('something stays of what was forgotten')
  if (archive.broken.length > 0) wrong.push(`an unforeseen error: ${String(archive.broken.splice(0)[0])}`)
  process.send?.({ kind: 'done', at, wrong, kept: item?.failure === null })
}
const end = JSON.stringify(await client.shelf.list(asked))
process.send?.({ kind: 'end', wrong: end === stories ? [] : ['the shelf is another one'] })
await archive.close()
process.disconnect?.()
