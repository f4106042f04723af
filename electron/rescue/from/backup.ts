// One of the backups in a folder of them: pieces under their hashes, and a list that the archive key opens. Only read.
import { Failure } from '../../../shared/contract/failure.ts'
import { backupKeyOf } from '../../archive/files/backup/backup-key.ts'
import { openList, type BackupList, type GenerationFile } from '../../archive/files/backup/generation-file.ts'
import { listGenerations, pieceLength, piecePlace, rootsIn } from '../../archive/files/backup/medium.ts'
import { readKeyringFile, type KeyringFile } from '../../archive/vault/keyring-file.ts'
import { unlock, type OpenedSlot, type Secret } from '../../archive/vault/keyring-read.ts'
import { pieceBytes, type Bytes } from './bytes.ts'
import type { OpenedSource, Source } from './source.ts'

/** The backups in a folder, the newest first; none where there are none that can be read. */
export async function backupsIn(folder: string): Promise<Source[]> {
  const roots = await rootsIn(folder).catch(() => [])
  const all = (await Promise.all(roots.map(listGenerations))).flat()
  const readable = all
    .flatMap(({ root, file }) => (file === null ? [] : [{ root, file }]))
    .toSorted((a, b) => b.file.madeAt.localeCompare(a.file.madeAt))
  return readable.map(({ root, file }) => ({
    kind: 'backup',
    madeAt: file.madeAt,
    open: async (secret) =>
      opened(
        root,
        file,
        readable.map((one) => one.file),
        await unlockEither(file, secret),
      ),
  }))
}

/** With the keyring, or with the one before where that is damaged. */
async function unlockEither(file: GenerationFile, secret: Secret): Promise<OpenedSlot> {
  let keyring: KeyringFile
  try {
    keyring = readKeyringFile(file.keyring)
  } catch (error) {
    if (file.previousKeyring.length === 0) throw error
    keyring = readKeyringFile(file.previousKeyring)
  }
  return unlock(keyring, secret)
}

function opened(
  root: string,
  file: GenerationFile,
  all: readonly GenerationFile[],
  { key, secret }: OpenedSlot,
): OpenedSource {
  secret.fill(0)
  const listKey = backupKeyOf(key)
  const list = openList(file, listKey)
  // What a newer backup says was erased is not brought back from an older one.
  const erased = all.flatMap((one) => openList(one, listKey)?.tombstones ?? [])
  listKey.fill(0)
  if (list === null) throw new Failure('backupDamaged')
  const pages = bytesOf(root, file, list, 'archive.db')
  if (pages === null) throw new Failure('noArchiveHere')
  const inMedia = 'media/'
  return {
    key,
    database: { pages, log: null },
    media: (name) => Promise.resolve(bytesOf(root, file, list, inMedia + name)),
    mediaNames: list.files.flatMap(({ name }) => (name.startsWith(inMedia) ? [name.slice(inMedia.length)] : [])),
    erased,
    settled: () => Promise.resolve(),
  }
}

function bytesOf(root: string, file: GenerationFile, list: BackupList, name: string): Bytes | null {
  const listed = list.files.find((one) => one.name === name)
  if (listed === undefined) return null
  const pieces = listed.pieces.map((at) => ({ place: piecePlace(root, file.pieces[at] ?? '') }))
  return pieceBytes(pieces, listed.size, pieceLength)
}
