// The folder of an archive, closed or left open by a crash, with a new key half made or not. It is only read.
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../shared/contract/failure.ts'
import { keyringName, previousName, readEither, unlock } from '../../archive/vault/keyring-read.ts'
import { isPageUnder } from '../database/pages.ts'
import { fileBytes, type Bytes } from './bytes.ts'
import type { OpenedSource, Source } from './source.ts'

/** While a new key is made there are two: whichever the keyring's key opens is the archive. */
const databaseNames = ['archive.db', 'archive.db.next', 'archive.db.former'] as const

export function isArchiveFolder(folder: string): boolean {
  return [keyringName, previousName].some((name) => existsSync(path.join(folder, name)))
}

export function archiveIn(folder: string): Source {
  return {
    kind: 'archive',
    madeAt: null,
    async open(secret) {
      const { file } = await readEither(folder)
      const { key, secret: stretched } = await unlock(file, secret)
      stretched.fill(0)
      return opened(folder, key)
    },
  }
}

async function opened(folder: string, key: Buffer): Promise<OpenedSource> {
  const name = await databaseUnder(folder, key)
  const before = await looksLike(folder, name)
  const pages = await fileBytes(path.join(folder, name))
  if (pages === null) throw new Failure('noArchiveHere')
  const media = path.join(folder, 'media')
  const mediaNames = await readdir(media).catch((): string[] => [])
  return {
    key,
    database: { pages, log: await fileBytes(path.join(folder, `${name}-wal`)) },
    media: (file) => fileBytes(path.join(media, path.basename(file))),
    mediaNames,
    erased: [],
    async settled() {
      if ((await looksLike(folder, name)) !== before) throw new Failure('changedMeanwhile')
    },
  }
}

async function databaseUnder(folder: string, key: Buffer): Promise<string> {
  for (const name of databaseNames) {
    const bytes = await fileBytes(path.join(folder, name))
    const isIt = bytes !== null && isPageUnder(key, await firstPage(bytes))
    await bytes?.close()
    if (isIt) return name
  }
  // Its first page is damaged, then.
  return databaseNames[0]
}

const firstPage = (bytes: Bytes): Promise<Buffer> => bytes.read(0, 4096)

/** Size and time of what somebody who works in the archive would change. */
async function looksLike(folder: string, name: string): Promise<string> {
  const looks = [name, `${name}-wal`].map(async (one) => {
    const there = await stat(path.join(folder, one)).catch(() => null)
    return there === null ? '' : `${there.size} ${there.mtimeMs}`
  })
  return (await Promise.all(looks)).join(' | ')
}
