// A list, a receipt and the papers of a recall, killed at a point of their leaving: after the next opening what is written
// down of it and its folder are there, or neither.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sha256 } from '../../electron/archive/sha256.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import type { GivenFile } from '../../electron/archive/store/register.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { readyStory } from '../support/ready-story.ts'
import { dieInside } from './die-inside.ts'
import { makeHere } from './journey.ts'
import { leavings, written, type Leaving } from './leavings.ts'

export interface LeavingWorld {
  readonly place: string
  readonly key: Buffer
  readonly narrator: string
  readonly disclosure: string
  /** The last point, from 1, at which each leaving can be killed. */
  readonly ends: Readonly<Record<Leaving, number>>
  remove(): Promise<void>
}

const story = `Halima: We walked to the river every night of that winter and counted the hours by the bells.

Halima: My brother came with bread when nobody else in the street would open a door to us.
`

/** An archive with a story that was given out and taken back, closed; every kill gets a copy of it. */
export async function leavingWorld(): Promise<LeavingWorld> {
  const place = await mkdtemp(path.join(tmpdir(), 'firsthand-leaving-'))
  const first = path.join(place, 'first')
  const { client, folder, close } = await startProcess(first)
  await makeHere(client, folder)
  const ready = await readyStory(client, story)
  await ready.answer('yes')
  await ready.signOff()
  await ready.giveOut(place, 'given')
  await ready.answer('withdrawn')
  const disclosure = (await client.givenOut.list({})).disclosures[0]?.id ?? ''
  const narrator = (await client.story.read({ testimony: ready.testimony })).story.narrator.id
  await close()
  await mkdir(path.join(first, 'out'))
  const { key } = await openWithPassphrase(folder, Buffer.from(passphrase))
  const world = { place, key, narrator, disclosure, remove: () => rm(place, { recursive: true, force: true }) }
  const work = await workIn(world, 0)
  const said = JSON.parse(await dieInside('leave.ts', work)) as number[]
  await rm(work.dataFolder, { recursive: true })
  const ends = Object.fromEntries(leavings.map((one, at) => [one, said[at] ?? 0])) as LeavingWorld['ends']
  return { ...world, ends }
}

async function workIn({ place, narrator, disclosure }: Omit<LeavingWorld, 'ends'>, dieAt: number) {
  const dataFolder = path.join(place, `point-${dieAt}`)
  await cp(path.join(place, 'first'), dataFolder, { recursive: true })
  const [folder, out] = [path.join(dataFolder, 'archive'), path.join(dataFolder, 'out')]
  return { dataFolder, folder, out, narrator, disclosure, dieAt }
}

type Work = Awaited<ReturnType<typeof workIn>>

/** The files that are written down of each leaving, a list a row; and how many are on their way still. */
function writtenDown({ key }: LeavingWorld, { folder }: Work) {
  const database = openDatabase(path.join(folder, 'archive.db'), Buffer.from(key), 'open')
  const rows = (query: string) => database.prepare<[], { files: string }>(query).all()
  const kept = leavings.map((one) => ({
    one,
    rows: rows(written[one].files).map(({ files }) => JSON.parse(files) as GivenFile[]),
  }))
  const onTheirWay = rows('SELECT id AS files FROM givings').length
  database.close()
  return { kept, onTheirWay }
}

async function filesIn(folder: string): Promise<string[]> {
  const there = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = there.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const said = files.map(async (file) => `${path.relative(folder, file)} ${sha256(await readFile(file))}`)
  return (await Promise.all(said)).toSorted()
}

/** What is wrong after the next opening, and what has left. */
async function lookAt(world: LeavingWorld, work: Work) {
  const { client, close, broken } = await startProcess(work.dataFolder)
  const wrong: string[] = []
  await client.door.open({ folder: work.folder, passphrase })
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') wrong.push(...step.findings.map(({ rule, count }) => `${count} ${rule}`))
  await close()
  wrong.push(...broken.map(String))
  const { kept, onTheirWay } = writtenDown(world, work)
  if (onTheirWay > 0) wrong.push(`${onTheirWay} are on their way still`)
  for (const { one, rows } of kept) {
    if (rows.length !== 0 && rows.length !== written[one].rows) wrong.push(`${one}: ${rows.length} rows`)
    if (!written[one].hasFolder) continue
    const named = rows.flat().map((file) => `${path.normalize(file.path)} ${file.sha256}`)
    const there = await filesIn(path.join(work.out, one))
    if (there.join() !== named.toSorted().join()) wrong.push(`${one}: the files are not those of its rows`)
  }
  const left = kept.filter(({ rows }) => rows.length > 0).map(({ one }) => one)
  const there = (await readdir(work.out)).toSorted().join()
  if (
    there !==
    left
      .filter((one) => written[one].hasFolder)
      .toSorted()
      .join()
  )
    wrong.push(`written down: ${left.join()}, and on the disk: ${there}`)
  return { left, wrong }
}

/** Dies at a point from 1, and looks. `hasLeft`: whether what was leaving then has. */
export async function killLeaving(world: LeavingWorld, point: number) {
  const work = await workIn(world, point)
  const wrong = (await dieInside('leave.ts', work)) === '' ? [] : ['it did not die']
  const looked = await lookAt(world, work)
  await rm(work.dataFolder, { recursive: true })
  const at = leavings.findIndex((one) => point <= world.ends[one])
  const hasLeft = looked.left.length > at
  if (looked.left.join() !== leavings.slice(0, hasLeft ? at + 1 : at).join())
    wrong.push(`killed in ${leavings[at] ?? 'nothing'}, and what has left is ${looked.left.join()}`)
  return { hasLeft, wrong: [...wrong, ...looked.wrong] }
}

/** Ways of being wrong that the look must notice, made by hand after a whole leaving; the ones that it did not. */
export async function leavingUnnoticed(world: LeavingWorld): Promise<string[]> {
  const work = await workIn(world, 0)
  const { out } = work
  await dieInside('leave.ts', work)
  const missed: string[] = []
  if ((await lookAt(world, work)).wrong.length > 0) missed.push('what is whole is called wrong')
  const whole = `${out}-whole`
  await cp(out, whole, { recursive: true })
  const notices = async (said: readonly string[], damage: () => Promise<unknown>): Promise<void> => {
    await damage()
    const { wrong } = await lookAt(world, work)
    missed.push(...said.filter((one) => !wrong.some((line) => line.startsWith(one))))
    await rm(out, { recursive: true })
    await cp(whole, out, { recursive: true })
  }
  const firstOf = async (one: Leaving): Promise<string> =>
    path.join(out, one, (await filesIn(path.join(out, one)))[0]?.split(' ')[0] ?? '')
  await notices(['list: the files', 'receipt: the files', 'recall: the files'], async () => {
    await writeFile(await firstOf('list'), 'other words')
    await rm(await firstOf('receipt'))
    await writeFile(path.join(out, 'recall', 'more.txt'), 'more')
  })
  await notices(['written down'], () => mkdir(path.join(out, '.firsthand-left')))
  await notices(['written down'], () => rm(path.join(out, 'recall'), { recursive: true }))
  await rm(work.dataFolder, { recursive: true })
  return missed
}
