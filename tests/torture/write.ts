// Writing, killed at any moment: every change that was said to be kept is there at the next opening, and nothing by half.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringIn, passphrase, startProcess } from '../support/archive.ts'
import { drive } from './drive.ts'
import { makeHere } from './journey.ts'
import { countIn, wordOf } from './write-on.ts'

const second = 'We slept in the van for a week, and then the money stopped.'

export interface WritingWorld {
  readonly dataFolder: string
  readonly folder: string
  readonly testimony: string
  remove(): Promise<void>
}

export async function writingWorld(): Promise<WritingWorld> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-write-'))
  const archive = await startProcess(dataFolder)
  await makeHere(archive.client, archive.folder)
  const bytes = new TextEncoder().encode(`I wrote nothing of it.\n\n${second}\n\nIt rained.\n`)
  const [line] = await bringIn(archive.client, [{ name: 'a.txt', bytes }])
  await archive.close()
  return {
    dataFolder,
    folder: archive.folder,
    testimony: line?.testimony ?? '',
    remove: () => rm(dataFolder, { recursive: true, force: true }),
  }
}

/** Lets it write, kills it `ms` after its first change, and looks at what is there. `lost`: changes said and not there. */
export async function killWriting(
  { dataFolder, folder, testimony }: WritingWorld,
  ms: number,
  work: 'write' | 'writeBadly' = 'write',
): Promise<{ readonly lost: number; readonly kept: number; readonly wrong: readonly string[] }> {
  const driven = drive({ do: work, dataFolder, folder })
  const wrong: string[] = []
  let said = 0
  let first = 0
  let killed: Promise<void> | null = null
  for await (const { step, failed } of driven.lines) {
    if (failed !== undefined) wrong.push(`it failed by itself: ${failed}`)
    if (step === undefined) continue
    said = Number(step)
    if (first === 0) first = said
    killed ??= new Promise((resolve) => setTimeout(resolve, ms)).then(() => driven.kill())
  }
  if (killed === null) wrong.push('it wrote nothing')
  await killed
  const archive = await startProcess(dataFolder)
  const { client } = archive
  await client.door.open({ folder, passphrase })
  const { story } = await client.story.read({ testimony })
  const [one, ...rest] = story.passages.map(({ text }) => text)
  const there = countIn(one ?? '')
  if (there > said + 1) wrong.push(`${there} is there, and only ${said} was said`)
  if (rest.join('').replace('It rained.', '') !== second) wrong.push(`by half: ${rest.join('|')}`)
  for await (const event of client.care.check({}))
    if (event.kind === 'checked') wrong.push(...event.findings.map(({ rule, count }) => `${rule} ${count}`))
  const find = async (words: string) =>
    (await client.shelf.find({ words: `"${words}"`, language: '', role: 'anyone', count: 10 })).total
  if (there > 0 && (await find(wordOf(there))) !== 1) wrong.push('the last change is not found by its word')
  if (there > 1 && (await find(wordOf(there - 1))) !== 0) wrong.push('a change before is found still')
  await client.writing.at({ testimony, revision: 1 }).then(
    ({ passages }) => passages[0]?.text === 'I wrote nothing of it.' || wrong.push('its past has changed'),
    (error: unknown) => wrong.push(`its past cannot be read: ${String(error)}`),
  )
  await archive.close()
  wrong.push(...archive.broken.map(String))
  const lost = Math.max(0, said - there)
  if (lost > 0) wrong.push(`${lost} changes lost: ${there} of ${said}`)
  return { lost, kept: said - first, wrong }
}
