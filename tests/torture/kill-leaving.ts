// A list that leaves in a folder of its own, killed at a point: after the next opening its row and its folder are there, or
// neither.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sha256 } from '../../electron/archive/sha256.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { dieInside } from './die-inside.ts'
import { makeHere } from './journey.ts'

export interface LeavingWorld {
  readonly place: string
  /** How many points there are to die at. */
  readonly points: number
  remove(): Promise<void>
}

/** An archive that was made once and is closed; every kill gets a copy of it. */
export async function leavingWorld(): Promise<LeavingWorld> {
  const place = await mkdtemp(path.join(tmpdir(), 'firsthand-leaving-'))
  const archive = await startProcess(path.join(place, 'first'))
  await makeHere(archive.client, archive.folder)
  await archive.close()
  await mkdir(path.join(place, 'first', 'out'))
  const work = await workIn(place, 0)
  const points = Number(await dieInside('leave.ts', work))
  await rm(work.dataFolder, { recursive: true })
  return { place, points, remove: () => rm(place, { recursive: true, force: true }) }
}

async function workIn(place: string, dieAt: number) {
  const dataFolder = path.join(place, `point-${dieAt}`)
  await cp(path.join(place, 'first'), dataFolder, { recursive: true })
  return { dataFolder, folder: path.join(dataFolder, 'archive'), out: path.join(dataFolder, 'out'), dieAt }
}

type Work = Awaited<ReturnType<typeof workIn>>

/** What is wrong after the next opening, and whether the list has left. */
async function lookAt({ dataFolder, folder, out }: Work) {
  const { client, close, broken } = await startProcess(dataFolder)
  await client.door.open({ folder, passphrase })
  const { catalogues } = await client.catalogue.before({})
  await close()
  const wrong = broken.map(String)
  const there = await readdir(out)
  if (there.join() !== catalogues.map(() => 'list').join())
    wrong.push(`${catalogues.length} rows, and on the disk: ${there.join(', ')}`)
  for (const { path: name, sha256: hash } of catalogues.flatMap(({ files }) => files)) {
    const bytes = await readFile(path.join(out, 'list', name)).catch(() => null)
    if (bytes === null || sha256(bytes) !== hash) wrong.push('a file is not that of its row')
  }
  return { hasLeft: catalogues.length === 1, wrong }
}

/** Dies at a point from 1, and looks. */
export async function killLeaving({ place }: LeavingWorld, point: number) {
  const work = await workIn(place, point)
  const died = (await dieInside('leave.ts', work)) === ''
  const { hasLeft, wrong } = await lookAt(work)
  await rm(work.dataFolder, { recursive: true })
  return { hasLeft, wrong: died ? wrong : ['it did not die', ...wrong] }
}

/** Ways of being wrong that the look must notice, made by hand after a whole leaving; the ones that it did not. */
export async function leavingUnnoticed({ place }: LeavingWorld): Promise<string[]> {
  const work = await workIn(place, 0)
  const list = path.join(work.out, 'list')
  await dieInside('leave.ts', work)
  const missed: string[] = []
  if ((await lookAt(work)).wrong.length > 0) missed.push('a whole list is called wrong')
  const [first = ''] = await readdir(list)
  await writeFile(path.join(list, first), 'other words')
  if ((await lookAt(work)).wrong.length === 0) missed.push('a file altered')
  await mkdir(path.join(work.out, '.firsthand-left'))
  if (!(await lookAt(work)).wrong.some((one) => one.startsWith('1 rows'))) missed.push('a folder left behind')
  await rm(work.dataFolder, { recursive: true })
  return missed
}
