// Opening an archive of ten thousand stories, against opening an empty one: by the paper key, which derives nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringIn, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { figure, median, type Figure } from './figure.ts'
import { testimonyFiles } from './testimonies.ts'

const stories = 10_000
const atOnce = 500
const rounds = 15
/** Of each testimony so much is kept, so that ten thousand of them are made in minutes. */
const lettersOfEach = 2_000

interface Made {
  readonly archive: TestArchive
  readonly words: string
}

async function make(dataFolder: string, texts: readonly string[]): Promise<Made> {
  const archive = await startProcess(dataFolder)
  const { client, folder } = archive
  const { paperKey, check } = await client.door.create({ folder, passphrase, archivist: 'Ana', language: 'en' })
  await client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
  for (let from = 0; from < texts.length; from += atOnce) {
    const files = texts.slice(from, from + atOnce).map((text, at) => ({
      name: `story-${from + at}.txt`,
      bytes: new TextEncoder().encode(text),
    }))
    for (const line of await bringIn(client, files))
      if (line.result !== 'kept') throw new Error(`${line.name} was not kept`)
  }
  await client.door.lock({})
  return { archive, words: paperKey.join(' ') }
}

/** Milliseconds from the call until it is open. */
async function opened({ archive, words }: Made): Promise<number> {
  const { client, folder } = archive
  const started = performance.now()
  await client.door.openWithPaperKey({ folder, words })
  const took = performance.now() - started
  await client.door.lock({})
  return took
}

export async function benchOpen(): Promise<Figure[]> {
  const files = testimonyFiles()
  if (files === null) return []
  const texts = Array.from({ length: stories }, (_, at) => {
    const { text } = files[at % files.length] ?? { text: '' }
    // Each is another story: the same file twice is recognised.
    return `${at + 1}. ${text.slice(0, lettersOfEach)}`
  })
  const folders = await Promise.all([0, 1].map(() => mkdtemp(path.join(tmpdir(), 'firsthand-bench-'))))
  const [large, empty] = [await make(folders[0] ?? '', texts), await make(folders[1] ?? '', [])]
  try {
    const [ours, peer]: number[][] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      ours?.push(await opened(large))
      peer?.push(await opened(empty))
    }
    return [figure('archive.open', median(ours ?? []), median(peer ?? []), 'ms')]
  } finally {
    for (const { archive } of [large, empty]) await archive.close()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
}
