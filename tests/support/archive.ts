// A real archive in a temporary folder, spoken to over a real port. Only the clock, chance and the work of Argon2 are replaced.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { contract, type ArchiveClient } from '../../shared/contract/index.ts'
import { connect } from '../../shared/rpc/client.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import { openArchiveProcess, type ArchiveProcess, type Replaced } from '../../electron/archive/open-process.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'

export const passphrase = 'lantern orbit velvet canyon mirror pepper'

export interface TestArchive {
  readonly client: ArchiveClient
  readonly process: ArchiveProcess
  readonly folder: string
  readonly dataFolder: string
  /** Every unforeseen error of the archive process; a test that ends with one has failed. */
  readonly broken: unknown[]
  close(): Promise<void>
}

/** An archive process with no archive yet. */
export async function startProcess(dataFolder: string, replaced: Replaced = {}): Promise<TestArchive> {
  const broken: unknown[] = []
  const archive = openArchiveProcess(
    { dataFolder, host: 'browser' },
    { argon: argonFloor, onBroken: (error) => broken.push(error), ...replaced },
  )
  const { port1, port2 } = new MessageChannel()
  archive.attach(workerPortChannel(port1))
  const client = connect(contract, workerPortChannel(port2))
  return {
    client,
    process: archive,
    folder: path.join(dataFolder, 'archive'),
    dataFolder,
    broken,
    async close() {
      await archive.close()
      port2.close()
    },
  }
}

/** Where a whole run keeps an archive that was made once: `prepared-archive.ts` makes it. */
export const preparedFolder = 'FIRSTHAND_PREPARED_ARCHIVE'

/** How many copies of the prepared archive are open here: another one beside it must be another archive. */
let copies = 0

/** Makes and opens an archive; `close` removes it. Where nothing is replaced it is a copy of one that was made for the run. */
export async function makeArchive(replaced: Replaced = {}): Promise<TestArchive> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-test-'))
  const prepared = process.env[preparedFolder]
  const isCopy = prepared !== undefined && copies === 0 && replaced.now === undefined && replaced.random === undefined
  if (isCopy) {
    copies += 1
    await cp(prepared, dataFolder, { recursive: true })
  }
  const started = await startProcess(dataFolder, replaced)
  if (isCopy) await started.client.door.open({ folder: started.folder, passphrase })
  else await createArchive(started)
  return {
    ...started,
    async close() {
      await started.close()
      await rm(dataFolder, { recursive: true, force: true })
      if (isCopy) copies -= 1
      if (started.broken.length > 0) throw started.broken[0]
    },
  }
}

/** From the first run to an open archive. */
export async function createArchive({ client, folder }: TestArchive): Promise<void> {
  const { paperKey, check } = await client.door.create({ folder, passphrase, archivist: 'Ana', language: 'en' })
  const { right } = await client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
  if (!right) throw new Error('the paper key was not taken')
}

/** Hands files over in pieces of 1 MiB and keeps all of them; gives the result lines. */
export async function bringIn(client: ArchiveClient, files: readonly { name: string; bytes: Uint8Array }[]) {
  const { batch } = await client.bringIn.begin({})
  for (const { name, bytes } of files) await handOver(client, batch, name, bytes)
  await client.bringIn.preview({ batch })
  const lines = []
  for await (const line of client.bringIn.keep({ batch })) lines.push(line)
  return lines
}

export async function handOver(client: ArchiveClient, batch: string, name: string, bytes: Uint8Array): Promise<void> {
  const { file } = await client.bringIn.openFile({ batch, name, size: bytes.length })
  for (let at = 0; at < bytes.length; at += 1024 * 1024) {
    await client.bringIn.append({ batch, file, bytes: bytes.slice(at, at + 1024 * 1024) })
  }
  await client.bringIn.closeFile({ batch, file })
}
