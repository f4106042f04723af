// A process with the shim between it and the disk: it makes an archive, brings an old one up to date, or works in one, and
// the n-th thing that it does to the disk fails. Then the disk is well again, and everything kept must be there.
import { cp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { failureCodes } from '../../shared/contract/failure.ts'
import { bringIn, passphrase, type TestArchive } from '../support/archive.ts'
import { countOnDisk, letFail, type errorNumbers } from './disk-shim.ts'
import { makeHere } from './journey.ts'
import { Claims, type SaidOfWork } from './mixed-claims.ts'
import { workOnce } from './mixed-driver.ts'
import { lookAll, workNames, wrongInside } from './mixed-work.ts'
import { idsOf, startMixed, type MixedIds, type MixedPlace } from './mixed-world.ts'
import { oldArchiveIn, wrongWithOld } from './old-archive.ts'

export const journeys = ['make', 'migrate', 'work'] as const
type Journey = (typeof journeys)[number]

export interface NthTry {
  readonly journey: Journey
  /** The thing that fails, from 1; 0 only counts. */
  readonly at: number
  readonly error: keyof typeof errorNumbers
  readonly how: 'once' | 'on'
}

export interface NthTried {
  readonly passed: number
  readonly struck: number
  /** The failures that were shown. */
  readonly shown: readonly string[]
  readonly wrong: readonly string[]
}

export interface NthWork {
  readonly world: MixedPlace
  readonly tries: readonly NthTry[]
  /** What must never be done: an error is passed over, and the work said to be kept. */
  readonly isBad: boolean
}

/** The folder in the temporary one that the shim looks at; what a try needs besides lies outside of it. */
export const tryingName = 'trying'

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  )

async function findings({ client }: TestArchive): Promise<string[]> {
  const wrong: string[] = []
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') wrong.push(...step.findings.map(({ rule, count }) => `${count} ${rule}`))
  return wrong
}

interface Journeying {
  /** On a disk that may fail: gives every code that somebody was shown. */
  go(archive: TestArchive): Promise<string[]>
  /** On a disk that is well: what is wrong. */
  look(archive: TestArchive): Promise<string[]>
}

function making(dataFolder: string): Journeying {
  const folder = path.join(dataFolder, 'hers', 'archive')
  let made = false
  let kept = 0
  return {
    async go({ client }) {
      const code = await codeOf(makeHere(client, folder))
      made = code === 'none'
      if (!made) return [code]
      const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode('I sold oranges.\n') }])
      kept = line?.testimony == null ? 0 : 1
      return line?.failure == null ? [] : [line.failure]
    },
    async look(archive) {
      const { client } = archive
      const code = await codeOf(client.door.open({ folder, passphrase }))
      if (code === 'none') {
        const { all } = await client.shelf.choices({})
        return [...(all < kept ? ['a story is lost'] : []), ...(await findings(archive))]
      }
      if (made) return [`it does not open: ${code}`]
      const again = await codeOf(makeHere(client, folder))
      return again === 'none' ? [] : [`it opens with ${code}, and is made with ${again}`]
    },
  }
}

function migrating(dataFolder: string): Journeying {
  const folder = path.join(dataFolder, 'archive')
  return {
    go: async ({ client }) =>
      [await codeOf(client.door.open({ folder, passphrase }))].filter((code) => code !== 'none'),
    async look(archive) {
      const code = await codeOf(archive.client.door.open({ folder, passphrase }))
      if (code !== 'none') return [`it does not open: ${code}`]
      return [...(await wrongWithOld(archive.client)), ...(await findings(archive))]
    },
  }
}

function working(dataFolder: string, ids: MixedIds, isBad: boolean): Journeying {
  const claims = new Claims()
  const wrong: string[] = []
  return {
    async go(archive) {
      const shown: string[] = []
      const code = await codeOf(archive.client.door.open({ folder: archive.folder, passphrase }))
      if (code !== 'none') return [code]
      const at = { archive, dataFolder, ids }
      // Looking may fail too, and is shown; nothing is said to be kept then.
      const seen = await codeOf(lookAll(at).then((looked) => claims.hear({ looked })))
      if (seen !== 'none') return [seen]
      for (const [count, name] of workNames.entries()) {
        const tell = (line: SaidOfWork): void => void wrong.push(...claims.hear(line))
        const failed = await workOnce(at, name, count, tell, isBad)
        if (failed !== null) shown.push(failed)
      }
      return shown
    },
    async look(archive) {
      const code = await codeOf(archive.client.door.open({ folder: archive.folder, passphrase }))
      if (code !== 'none') return [`it does not open: ${code}`]
      const at = { archive, dataFolder, ids }
      return [...wrong, ...claims.lost(await lookAll(at)), ...(await wrongInside(at))]
    },
  }
}

async function begin(world: MixedPlace, journey: Journey, isBad: boolean): Promise<[string, Journeying]> {
  const dataFolder = path.join(tmpdir(), tryingName)
  await rm(dataFolder, { recursive: true, force: true })
  if (journey === 'work') {
    await cp(world.dataFolder, dataFolder, { recursive: true })
    return [dataFolder, working(dataFolder, await idsOf(world.dataFolder), isBad)]
  }
  await mkdir(dataFolder)
  if (journey === 'make') return [dataFolder, making(dataFolder)]
  await cp(await oldArchiveIn(world.base), path.join(dataFolder, 'archive'), { recursive: true })
  return [dataFolder, migrating(dataFolder)]
}

async function attempt(world: MixedPlace, { journey, at, error, how }: NthTry, isBad: boolean): Promise<NthTried> {
  const [dataFolder, { go, look }] = await begin(world, journey, isBad)
  const wrong: string[] = []
  const archive = await startMixed(dataFolder)
  letFail(at, error, how)
  const shown = await go(archive)
  const closed = await codeOf(archive.close())
  const { passed, struck } = countOnDisk()
  letFail(0, error, how)
  if (closed !== 'none') wrong.push(`it does not close: ${closed}`)
  const unknown = shown.filter((code) => code === 'broken' || !failureCodes.some((known) => known === code))
  if (unknown.length > 0) wrong.push(`shown without words: ${unknown.join(', ')}`)
  if (struck === 0 && shown.length > 0) wrong.push(`it failed by itself: ${shown.join(', ')}`)
  const again = await startMixed(dataFolder)
  wrong.push(...(await look(again).catch((caught: unknown) => [String(caught)])))
  await again.close().catch((caught: unknown) => wrong.push(String(caught)))
  wrong.push(...[...archive.broken, ...again.broken].map(String))
  return { passed, struck, shown, wrong }
}

if (process.argv[1] === import.meta.filename) {
  const work = JSON.parse(process.argv[2] ?? '{}') as NthWork
  for (const one of work.tries) {
    const tried = await attempt(work.world, one, work.isBad).catch((error: unknown): NthTried => ({
      passed: 0,
      struck: 1,
      shown: [],
      wrong: [String(error)],
    }))
    process.stdout.write(`${JSON.stringify(tried)}\n`)
  }
  process.exit(0)
}
