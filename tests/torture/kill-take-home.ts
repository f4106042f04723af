// Her story, taken home and killed at a point: a whole folder or none, and nothing beside it after the next opening.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openManifest } from '../../shared/formats/open-manifest.ts'
import { sha256 } from '../../electron/archive/sha256.ts'
import { herPassphrase } from '../archive/her-passphrase.ts'
import { bringIn, passphrase, startProcess } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import { dieInside } from './die-inside.ts'
import { makeHere } from './journey.ts'

export type Taking = 'openFormats' | 'makeCopy'

export interface TakingWorld {
  readonly place: string
  readonly narrator: string
  readonly testimony: string
  remove(): Promise<void>
}

const passages = 4
const text = `WEBVTT

00:00:00.000 --> 00:00:01.000
<v Ana R>What happened then?

00:00:01.000 --> 00:00:02.000
<v Halima>I kept the key under the stone.

00:00:02.000 --> 00:00:03.000
<v Halima>My brother came at night with bread.

00:00:03.000 --> 00:00:04.000
<v Halima>We walked to the river and waited.
`

/** An archive with her story and its sound, in which she has a passphrase; every kill gets a copy of it. */
export async function takingWorld(): Promise<TakingWorld> {
  const place = await mkdtemp(path.join(tmpdir(), 'firsthand-taking-'))
  const { client, folder, close } = await startProcess(path.join(place, 'first'))
  await makeHere(client, folder)
  const [line] = await bringIn(client, [
    { name: 'Halima.vtt', bytes: new TextEncoder().encode(text) },
    { name: 'Halima.wav', bytes: toneWav(5, 8_000, 440) },
  ])
  const testimony = line?.testimony ?? ''
  const narrator = (await client.story.read({ testimony })).story.narrator.id
  await client.herSession.handOver({ narrator, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await close()
  await mkdir(path.join(place, 'first', 'out'))
  return { place, narrator, testimony, remove: () => rm(place, { recursive: true, force: true }) }
}

async function workIn({ place, narrator }: TakingWorld, what: Taking, dieAt: number) {
  const dataFolder = path.join(place, `${what}-${dieAt}`)
  await cp(path.join(place, 'first'), dataFolder, { recursive: true })
  const [folder, out] = [path.join(dataFolder, 'archive'), path.join(dataFolder, 'out')]
  return { what, dataFolder, folder, out, narrator, dieAt }
}

type Work = Awaited<ReturnType<typeof workIn>>

/** How many points there are to die at. */
export async function countTaking(world: TakingWorld, what: Taking): Promise<number> {
  const work = await workIn(world, what, 0)
  const points = Number(await dieInside('take-home.ts', work))
  await rm(work.dataFolder, { recursive: true })
  return points
}

async function whatIsWrongInCopy(folder: string, dataFolder: string, testimony: string): Promise<string[]> {
  const { client, process, close, broken } = await startProcess(path.join(dataFolder, 'elsewhere'))
  const wrong: string[] = []
  try {
    await client.door.open({ folder, passphrase: herPassphrase })
    const { story } = await client.story.read({ testimony })
    if (story.passages.length !== passages) wrong.push(`${story.passages.length} passages are in her copy`)
    const sound = await process.media.find('media', story.recordings[0]?.media ?? '', '')
    let heard = 0
    for await (const piece of sound.read(0, sound.size)) heard += piece.length
    if (heard <= 80_000) wrong.push(`${heard} bytes of sound are in her copy`)
  } catch (error) {
    wrong.push(`her copy: ${String(error)}`)
  }
  await close()
  return [...wrong, ...broken.map(String)]
}

async function whatIsWrongInFiles(folder: string): Promise<string[]> {
  const bytesOf = (name: string) => readFile(path.join(folder, name)).catch(() => null)
  const manifest = openManifest.safeParse(JSON.parse(String((await bytesOf('manifest.json')) ?? '{}')))
  if (!manifest.success) return ['the manifest is not one']
  const wrong: string[] = []
  for (const file of manifest.data.files) {
    const bytes = await bytesOf(file.path)
    if (bytes === null || sha256(bytes) !== file.sha256) wrong.push('a file is not that of the manifest')
  }
  return wrong
}

async function lookAt({ what, dataFolder, folder, out }: Work, testimony: string) {
  const home = await startProcess(dataFolder)
  await home.client.door.open({ folder, passphrase })
  await home.close()
  const there = await readdir(out)
  const beside = there.filter((name) => name !== 'taken')
  const wrong = [...home.broken.map(String), ...beside.map((name) => `left behind: ${name}`)]
  const isTaken = there.includes('taken')
  const taken = path.join(out, 'taken')
  if (isTaken && what === 'makeCopy') wrong.push(...(await whatIsWrongInCopy(taken, dataFolder, testimony)))
  if (isTaken && what === 'openFormats') wrong.push(...(await whatIsWrongInFiles(taken)))
  return { isTaken, wrong }
}

/** Dies at a point from 1, and looks. */
export async function killTaking(world: TakingWorld, what: Taking, point: number) {
  const work = await workIn(world, what, point)
  const died = (await dieInside('take-home.ts', work)) === ''
  const { isTaken, wrong } = await lookAt(work, world.testimony)
  await rm(work.dataFolder, { recursive: true })
  return { isTaken, wrong: died ? wrong : ['it did not die', ...wrong] }
}

/** Ways of being wrong that the look must notice, made by hand after a whole taking; the ones that it did not. */
export async function takingUnnoticed(world: TakingWorld, what: Taking): Promise<string[]> {
  const work = await workIn(world, what, 0)
  await dieInside('take-home.ts', work)
  const isNoticed = async () => (await lookAt(work, world.testimony)).wrong.length > 0
  const missed: string[] = []
  if (await isNoticed()) missed.push('a whole folder is called wrong')
  const [first = ''] = (await readdir(path.join(work.out, 'taken'))).filter((name) => name !== 'manifest.json')
  const harmed =
    what === 'makeCopy' ? path.join('media', (await readdir(path.join(work.out, 'taken', 'media')))[0] ?? '') : first
  await rm(path.join(work.out, 'taken', harmed), { recursive: true })
  if (!(await isNoticed())) missed.push('a file that is missing')
  await rm(path.join(work.out, 'taken'), { recursive: true })
  await writeFile(path.join(work.out, 'half'), 'half of it')
  if (!(await isNoticed())) missed.push('half of it beside it')
  await rm(work.dataFolder, { recursive: true })
  return missed
}
