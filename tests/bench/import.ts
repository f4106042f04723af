// Bringing in all real testimonies, in the archive process (what the port costs is rpc.small), against inserting the same passages into a bare, unencrypted FTS5 table.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { readTranscript } from '../../electron/archive/importers/read-transcript.ts'
import { bringInHandlers } from '../../electron/archive/features/bring-in/index.ts'
import { makeSession } from '../support/session.ts'
import { figure, median, type Figure } from './figure.ts'
import { testimonyFiles, type TestimonyFile } from './testimonies.ts'

const { signal } = new AbortController()
const rounds = 5

async function ours(files: readonly TestimonyFile[]): Promise<number> {
  const archive = await makeSession()
  try {
    const bringIn = bringInHandlers(archive.open)
    const encoded = files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }))
    const started = performance.now()
    const { batch } = await bringIn.begin({}, signal)
    for (const { name, bytes } of encoded) {
      const { file } = await bringIn.openFile({ batch, name, size: bytes.length }, signal)
      await bringIn.append({ batch, file, bytes }, signal)
      await bringIn.closeFile({ batch, file }, signal)
    }
    await bringIn.preview({ batch }, signal)
    let kept = 0
    for await (const line of bringIn.keep({ batch }, signal)) if (line.result === 'kept') kept += 1
    const ms = performance.now() - started
    if (kept !== files.length) throw new Error(`only ${kept} of ${files.length} were kept`)
    return ms
  } finally {
    await archive.close()
  }
}

async function peer(passages: readonly string[]): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'firsthand-bench-'))
  const database = new SQLite(path.join(folder, 'bare.db'))
  const started = performance.now()
  database.exec('CREATE VIRTUAL TABLE passages USING fts5(text)')
  const insert = database.prepare('INSERT INTO passages (text) VALUES (?)')
  database.transaction(() => passages.forEach((text) => insert.run(text)))()
  const ms = performance.now() - started
  database.close()
  await rm(folder, { recursive: true })
  return ms
}

export async function benchImport(): Promise<Figure[]> {
  const files = testimonyFiles()
  if (files === null) return []
  const oursMs: number[] = []
  const peerMs: number[] = []
  const passages = files.flatMap(({ name, text }) =>
    readTranscript(name, new TextEncoder().encode(text)).turns.flatMap((turn) =>
      turn.passages.map((passage) => passage.text),
    ),
  )
  for (let round = 0; round < rounds; round += 1) {
    oursMs.push(await ours(files))
    peerMs.push(await peer(passages))
  }
  return [figure('import.text', median(oursMs), median(peerMs), 'ms')]
}
