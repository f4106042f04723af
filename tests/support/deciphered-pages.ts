// Every page of an archive's database and its log, deciphered with its own key, unused space and all.
import { createDecipheriv } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { passphrase } from './archive.ts'

const pageSize = 4096
const cipherEnd = 4016

/** Of a database or of its log (`-wal`); `key` is the raw key of the archive. */
export function pagesOf(file: string, key: Buffer): Buffer[] {
  const bytes = readFileSync(file)
  const isLog = file.endsWith('-wal')
  const [head, frame] = isLog ? [32, 24] : [0, 0]
  const pages: Buffer[] = []
  for (let at = head; at + frame + pageSize <= bytes.length; at += frame + pageSize) {
    const page = bytes.subarray(at + frame, at + frame + pageSize)
    const first = isLog ? bytes.readUInt32BE(at) === 1 : at === 0
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(cipherEnd, cipherEnd + 16)).setAutoPadding(
      false,
    )
    pages.push(Buffer.concat([decipher.update(page.subarray(first ? 16 : 0, cipherEnd)), decipher.final()]))
  }
  return pages
}

/** How many pages of the archive in `folder` hold the word, as UTF-8. */
export async function pagesWith(folder: string, word: string): Promise<number> {
  const { key } = await openWithPassphrase(folder, normalisePassphrase(passphrase))
  const files = ['archive.db', 'archive.db-wal']
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file))
  const needle = Buffer.from(word)
  return files.flatMap((file) => pagesOf(file, key)).filter((page) => page.includes(needle)).length
}
