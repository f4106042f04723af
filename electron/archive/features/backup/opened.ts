// A backup that was opened with a passphrase or a paper key: its list of files, and the key of its database.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpensWith } from '../../../../shared/contract/opens-with.ts'
import { keyringName, openKeyring, previousName } from '../../vault/keyring.ts'
import { withSecret } from '../members/opens-with.ts'
import { backupKeyOf } from '../../files/backup/backup-key.ts'
import { openList, type BackupList, type GenerationFile } from '../../files/backup/generation-file.ts'
import { listGenerations, type FoundGeneration } from '../../files/backup/medium.ts'

export interface OpenedBackup {
  readonly id: string
  readonly root: string
  readonly file: GenerationFile
  readonly list: BackupList
  /** The caller zeroes it. */
  readonly key: Buffer
}

/** Throws Failure noBackupHere, backupDamaged. */
export async function findGeneration(root: string, id: string): Promise<FoundGeneration & { file: GenerationFile }> {
  const found = (await listGenerations(root)).find((one) => one.id === id)
  if (found === undefined) throw new Failure('noBackupHere')
  const { file } = found
  if (file === null) throw new Failure('backupDamaged')
  return { ...found, file }
}

/**
 * One Argon2id. The keyrings are laid into `beside`, a folder of the caller's that is encrypted or empty, for as long as
 * it takes. Throws Failure noBackupHere, backupDamaged, wrongPassphrase, wrongPaperKey, wrongShares and what the keyring throws.
 */
export async function openBackup(
  root: string,
  id: string,
  opensWith: OpensWith,
  beside: string,
): Promise<OpenedBackup> {
  const { file } = await findGeneration(root, id)
  const key = await archiveKeyOf(file, opensWith, beside)
  const backupKey = backupKeyOf(key)
  const list = openList(file, backupKey)
  backupKey.fill(0)
  if (list === null) {
    key.fill(0)
    throw new Failure('backupDamaged')
  }
  return { id, root, file, list, key }
}

export async function archiveKeyOf(file: GenerationFile, opensWith: OpensWith, beside: string): Promise<Buffer> {
  const folder = path.join(beside, '.keyring')
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(path.join(folder, keyringName), file.keyring, { mode: 0o600 })
    if (file.previousKeyring.length > 0)
      await writeFile(path.join(folder, previousName), file.previousKeyring, { mode: 0o600 })
    const { key } = await withSecret(opensWith, (opens) => openKeyring(folder, opens))
    return key
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
