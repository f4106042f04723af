// Before all unit tests: one archive is made as anybody makes one, so that most of them begin with a copy of it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createArchive, preparedFolder, startProcess } from './archive.ts'

export default async function prepare(): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-prepared-'))
  const started = await startProcess(dataFolder)
  await createArchive(started)
  await started.close()
  process.env[preparedFolder] = dataFolder
  return () => rm(dataFolder, { recursive: true, force: true })
}
