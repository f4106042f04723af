// An archive with two narrators, whose words tell them apart wherever they turn up; and her copy of what is hers.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { bringIn, makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import { herPassphrase } from './her-passphrase.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { plainConditions } from '../support/plain-conditions.ts'

export { herPassphrase }
export const herCanary = 'kestrelwindow'
export const otherCanary = 'marmaladeanchor'

/** Her story: four passages, the first with a time in the sound. */
export const herText = `WEBVTT

00:00:00.000 --> 00:00:01.000
<v Ana R>What happened then?

00:00:01.000 --> 00:00:02.000
<v Halima>I kept the key under the ${herCanary} stone.

00:00:02.000 --> 00:00:03.000
<v Halima>My brother Yusuf came at night with bread.

00:00:03.000 --> 00:00:04.000
<v Halima>We walked to the river and waited.
`
export const otherText = `Ana: Where did you work?

Samira: At the ${otherCanary} laundry, with Farid Otherman.

Samira: They paid us nothing at all.
`

export interface Home {
  readonly home: TestArchive
  readonly narrator: string
  readonly testimony: string
  readonly other: string
  readonly otherNarrator: string
}

export async function makeHome(replaced = {}): Promise<Home> {
  const home = await makeArchive(replaced)
  const { client } = home
  const lines = await bringIn(client, [
    { name: 'Halima.vtt', bytes: new TextEncoder().encode(herText) },
    { name: 'Halima.wav', bytes: toneWav(5, 8_000, 440) },
    { name: `${otherCanary}.txt`, bytes: new TextEncoder().encode(otherText) },
  ])
  const kept = lines.flatMap(({ testimony }) => (testimony === null ? [] : [testimony]))
  expect(kept).toHaveLength(2)
  const stories = await Promise.all(kept.map((testimony) => client.story.read({ testimony })))
  const hers = stories.find(({ story }) => story.passages.some(({ text }) => text.includes(herCanary)))
  const others = stories.find(({ story }) => story.passages.some(({ text }) => text.includes(otherCanary)))
  if (hers === undefined || others === undefined) throw new Error('a story was not kept')
  return {
    home,
    narrator: hers.story.narrator.id,
    testimony: hers.story.testimony.id,
    other: others.story.testimony.id,
    otherNarrator: others.story.narrator.id,
  }
}

export const evidence = { kind: 'inPerson', note: '' } as const

export async function answer(
  client: ArchiveClient,
  testimony: string,
  use: 'listenHere' | 'website' | 'teaching',
  said: 'yes' | 'no' | 'withdrawn',
  passages: readonly string[] | null = null,
) {
  return client.consent.answer({
    testimony,
    evidence,
    scope: passages === null ? { kind: 'testimony' } : { kind: 'passages', passages: [...passages] },
    use,
    answer: said,
    conditions: plainConditions,
    cardLanguage: 'en',
    cardVersion: 1,
  })
}

/** In her own session at home, where she has a passphrase by then. */
export async function withHer<T>({ home, narrator }: Home, work: () => Promise<T>): Promise<T> {
  const { client } = home
  await client.herSession.handOver({ narrator, passphrase: null })
  const { hasPassphrase } = await client.herSession.about({})
  if (hasPassphrase) await client.herSession.openKey({ passphrase: herPassphrase })
  else await client.herSession.setPassphrase({ passphrase: herPassphrase })
  try {
    return await work()
  } finally {
    await client.herSession.leave({ passphrase })
  }
}

export async function drain<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of stream) all.push(one)
  return all
}

/** Makes her copy; gives the folder it lies in. */
export async function takeCopy(world: Home, name = 'copy'): Promise<string> {
  const parent = temporaryFolder()
  await withHer(world, () =>
    drain(world.home.client.takeHome.makeCopy({ narrator: world.narrator, parent, name, passphrase: herPassphrase })),
  )
  return path.join(parent, name)
}

/** Her copy, opened by itself, with nothing of home. */
export async function openCopy(folder: string, replaced = {}): Promise<TestArchive> {
  const copy = await startProcess(temporaryFolder(), replaced)
  await copy.client.door.open({ folder, passphrase: herPassphrase })
  return copy
}

export async function pack(copy: TestArchive, narrator: string, name = 'back'): Promise<Uint8Array> {
  const { file } = await copy.client.takeHome.packDecisions({
    narrator,
    parent: temporaryFolder(),
    name,
    passphrase: herPassphrase,
  })
  expect(existsSync(file)).toBe(true)
  return readFile(file)
}

export async function readPack(client: ArchiveClient, bytes: Uint8Array) {
  const { file } = await client.takeHome.beginDecisions({})
  for (let at = 0; at < bytes.length; at += 1024 * 1024)
    await client.takeHome.appendDecisions({ file, bytes: bytes.slice(at, at + 1024 * 1024) })
  return client.takeHome.readDecisions({ file })
}

/** Writes over one passage's text, as the editor would; marks on it stay where they are. */
export async function rewrite(client: ArchiveClient, testimony: string, passage: string, text: string): Promise<void> {
  const { story, marks } = await client.story.read({ testimony })
  const own = story.passages.find(({ id }) => id === passage)
  if (own === undefined) throw new Error('no such passage')
  void marks
  await client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: { turns: null, passages: [{ ...own, text, wordTimes: [] }], marks: [], lineage: [] },
  })
}

export async function everyFile(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}
