// Steps of backups that several tests take: made, tried, restored to another machine, and what an archive holds, compared.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { noise } from '../torture/journey.ts'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { bringIn, passphrase } from './archive.ts'

type Told<N extends 'make' | 'check' | 'restore' | 'repair'> =
  ReturnType<ArchiveClient['backup'][N]> extends AsyncIterable<infer T> ? T : never
type Last<T> = Exclude<T, { kind: 'working' }>

async function last<T extends { kind: string }>(steps: AsyncIterable<T>): Promise<Exclude<T, { kind: 'working' }>> {
  let end: T | null = null
  for await (const step of steps) end = step
  if (end === null || end.kind === 'working') throw new Error('it ended without saying what came of it')
  return end as Exclude<T, { kind: 'working' }>
}

export const opensWith = { kind: 'passphrase', words: passphrase } as const

export const backUp = (client: ArchiveClient, folder: string): Promise<Last<Told<'make'>>> =>
  last(client.backup.make({ folder }))

export const tryIt = (
  client: ArchiveClient,
  made: { root: string; generation: string },
): Promise<Last<Told<'check'>>> =>
  last(client.backup.check({ root: made.root, generation: made.generation, opensWith }))

export const restoreTo = (
  client: ArchiveClient,
  made: { root: string; generation: string },
  into: string,
  opens: Parameters<ArchiveClient['backup']['restore']>[0]['opensWith'] = opensWith,
): Promise<Last<Told<'restore'>>> =>
  last(client.backup.restore({ root: made.root, generation: made.generation, into, opensWith: opens }))

export const repairIt = (client: ArchiveClient): Promise<Last<Told<'repair'>>> => last(client.backup.repair({}))

/** A story with words and four megabytes of noise, so that its sound has several pieces. */
export async function bringNoiseIn(client: ArchiveClient, name: string, shift = 0): Promise<string> {
  const samples = Buffer.concat([noise.subarray(shift), noise, noise, noise, noise, noise, noise, noise, noise, noise])
  const wav = Buffer.concat([wavHead(samples.length / 2, 16_000), samples])
  const [line] = await bringIn(client, [
    { name: `${name}.wav`, bytes: wav },
    { name: `${name}.txt`, bytes: Buffer.from(`Marisol: I kept a list.\n\nAna: Where?\n\nMarisol: At ${name}.\n`) },
  ])
  if (line?.testimony == null) throw new Error('the story was not kept')
  return line.testimony
}

/** Every file under a folder with its SHA-256. */
export function filesUnder(folder: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of readdirSync(path.join(folder, below)).toSorted()) {
    const at = path.join(below, name)
    if (statSync(path.join(folder, at)).isDirectory()) Object.assign(found, filesUnder(folder, at))
    else
      found[at] = createHash('sha256')
        .update(readFileSync(path.join(folder, at)))
        .digest('hex')
  }
  return found
}
