// Every byte of an archive's folder with all keys in hand: as it lies there, and deciphered; pages of the database and of
// its log, media, takes and what is off the record, torn, unused and damaged parts too.
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { openMedia } from '../../electron/archive/files/media.ts'
import { headLength, longestSealed, openRecord, recordMagic } from '../../electron/archive/files/take-record.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { openNarratorKey } from '../../electron/archive/vault/narrator-key.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { keyInUse } from '../../electron/archive/store/narrator-keys.ts'
import { passphrase } from './archive.ts'
import { pagesOf } from './deciphered-pages.ts'

export interface BoxKey {
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

/** What the rows say of a closed archive: keys of takes, of media, and hers where her passphrase is given. */
async function keysOf(folder: string, key: Buffer, herPassphrase: string | null) {
  const opened = openDatabase(path.join(folder, 'archive.db'), Buffer.from(key), 'open')
  const database = new ArchiveDatabase(opened)
  try {
    const takes = database.all<BoxKey>('SELECT public_key AS publicKey, secret_key AS secretKey FROM takes')
    const media = database.all<{ name: string; header: Uint8Array }>('SELECT name, header FROM media')
    const identity =
      database.get<{ identity: string }>('SELECT media_identity AS identity FROM archive')?.identity ?? ''
    const hers: BoxKey[] = []
    for (const { id } of database.all<{ id: string }>('SELECT id FROM narrators')) {
      const kept = keyInUse(database, id)
      if (kept === null || herPassphrase === null) continue
      const { sealingPublic, sealingSecret } = await openNarratorKey(
        kept.key,
        kept.wrapping,
        normalisePassphrase(herPassphrase),
      )
      hers.push({ publicKey: sealingPublic, secretKey: sealingSecret })
    }
    return { takes, media, identity, hers }
  } finally {
    opened.close()
  }
}

/** The keys of the takes of a closed archive, to be kept in hand after they are gone. */
export async function takeKeys(folder: string): Promise<BoxKey[]> {
  const { key } = await openWithPassphrase(folder, normalisePassphrase(passphrase))
  return (await keysOf(folder, key, null)).takes
}

function recordsIn(bytes: Buffer, keys: readonly BoxKey[]): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(recordMagic); at !== -1; at = bytes.indexOf(recordMagic, at + 1)) {
    if (at + headLength > bytes.length) break
    const length = bytes.readUInt32BE(at + recordMagic.length)
    if (length > longestSealed) continue
    const sealed = bytes.subarray(at + headLength, at + headLength + length)
    for (const { publicKey, secretKey } of keys) {
      const record = openRecord(sealed, publicKey, secretKey)
      if (record !== null) found.push(record.payload)
    }
  }
  return found
}

/** Of a closed archive. `inHand`: keys that it has no more. */
export async function everythingKept(
  folder: string,
  inHand: readonly BoxKey[],
  herPassphrase: string | null,
): Promise<Buffer[]> {
  const { key } = await openWithPassphrase(folder, normalisePassphrase(passphrase))
  const pages = ['archive.db', 'archive.db-wal']
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file))
    .flatMap((file) => pagesOf(file, key))
  const { takes, media, identity, hers } = await keysOf(folder, key, herPassphrase)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name)))
  const plain: Buffer[] = []
  for (const { name, header } of media) {
    const reader = await openMedia(folder, name, header, identity)
    const pieces: Buffer[] = []
    for await (const piece of reader.stream(0, reader.size)) pieces.push(Buffer.from(piece))
    await reader.close()
    plain.push(Buffer.concat(pieces))
  }
  const sealed = files.flatMap((bytes) => recordsIn(bytes, [...takes, ...inHand, ...hers]))
  return [...pages, ...files, ...plain, ...sealed]
}

/** How many of these seconds of sound stand anywhere in it, by any 32 samples at three places of each. */
export function secondsFound(kept: readonly Buffer[], sound: readonly Uint8Array[]): number {
  return sound.filter((bytes) =>
    [0, Math.floor(bytes.length / 4) * 2, bytes.length - 64].some((at) =>
      kept.some((one) => one.includes(Buffer.from(bytes.subarray(at, at + 64)))),
    ),
  ).length
}
