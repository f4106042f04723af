// A database under another key: deciphered and enciphered page by page in memory, into a new file, and read again from there.
//
// The pages are SQLCipher 4's: 4,096 bytes, of which the last 80 are a 16-byte IV and an HMAC-SHA512 over what stands
// before it and the page's number. The first 16 bytes of the file are a salt, from which the key of the HMACs comes.
import { createCipheriv, createDecipheriv, createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Failure } from '../../../shared/contract/failure.ts'
import type { RandomSource } from '../vault/random.ts'

const pageSize = 4096
const macLength = 64
const ivLength = 16
const saltLength = 16
const macAt = pageSize - macLength
const ivAt = macAt - ivLength
/** SQLite never writes the page that holds this byte: it takes its locks there. */
const lockByte = 0x40000000
const lockPage = lockByte / pageSize + 1
const pagesAtOnce = 128

/** Bytes done, of how many. */
export type TellBytes = (done: number, total: number) => void

interface Keys {
  readonly key: Buffer
  readonly mac: Buffer
}

function keysFor(key: Buffer, salt: Buffer): Keys {
  const macSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a))
  return { key, mac: pbkdf2Sync(key, macSalt, 2, 32, 'sha512') }
}

function macOf(page: Buffer, number: number, { mac }: Keys): Buffer {
  const littleEndian = Buffer.alloc(4)
  littleEndian.writeUInt32LE(number)
  const start = number === 1 ? saltLength : 0
  return createHmac('sha512', mac).update(page.subarray(start, macAt)).update(littleEndian).digest()
}

const isWhole = (page: Buffer, number: number, keys: Keys): boolean =>
  timingSafeEqual(macOf(page, number, keys), page.subarray(macAt))

/** What is in a page, without its IV and HMAC. Throws Failure pageDamaged where it was altered or is another key's. */
function decipher(page: Buffer, number: number, keys: Keys): Buffer {
  if (!isWhole(page, number, keys)) throw new Failure('pageDamaged')
  const start = number === 1 ? saltLength : 0
  const aes = createDecipheriv('aes-256-cbc', keys.key, page.subarray(ivAt, macAt)).setAutoPadding(false)
  const plain = aes.update(page.subarray(start, ivAt))
  aes.final()
  return plain
}

function encipher(plain: Buffer, number: number, keys: Keys, salt: Buffer, random: RandomSource): Buffer {
  const iv = random(ivLength)
  const aes = createCipheriv('aes-256-cbc', keys.key, iv).setAutoPadding(false)
  const head = number === 1 ? salt : Buffer.alloc(0)
  const page = Buffer.concat([head, aes.update(plain), aes.final(), iv, Buffer.alloc(macLength)], pageSize)
  page.set(macOf(page, number, keys), macAt)
  return page
}

/** Whether the file's first page is enciphered with this key. False where there is no such file, or no whole page. */
export async function isUnderKey(file: string, key: Buffer): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => null)
  if (handle === null) return false
  try {
    const page = Buffer.alloc(pageSize)
    const { bytesRead } = await handle.read(page, 0, pageSize, 0)
    return bytesRead === pageSize && isWhole(page, 1, keysFor(key, page.subarray(0, saltLength)))
  } finally {
    await handle.close()
  }
}

/** Every page of a database, in runs of whole pages; the last run may be shorter. Throws Failure pageDamaged, cancelled. */
async function* runsOf(handle: FileHandle, size: number, signal: AbortSignal) {
  if (size === 0 || size % pageSize !== 0) throw new Failure('pageDamaged')
  const run = Buffer.alloc(pageSize * pagesAtOnce)
  for (let at = 0; at < size;) {
    if (signal.aborted) throw new Failure('cancelled')
    const { bytesRead } = await handle.read(run, 0, Math.min(run.length, size - at), at)
    const whole = bytesRead - (bytesRead % pageSize)
    if (whole === 0) throw new Failure('pageDamaged')
    const first = at / pageSize + 1
    yield Array.from({ length: whole / pageSize }, (_, nth) => ({
      number: first + nth,
      page: run.subarray(nth * pageSize, (nth + 1) * pageSize),
    }))
    at += whole
  }
}

/**
 * Writes `to`, a new file, with what `from` holds, and syncs it; the caller syncs the folder. Neither may be open as a
 * database. Gives what `readWhole` gives of the same content.
 * Throws Failure: pageDamaged, cancelled; and what the disk says, such as diskFull.
 */
export async function reencrypt(
  from: { readonly file: string; readonly key: Buffer },
  to: { readonly file: string; readonly key: Buffer },
  around: { readonly random: RandomSource; readonly signal: AbortSignal; readonly tell: TellBytes },
): Promise<string> {
  const { random, signal, tell } = around
  const reading = await open(from.file, 'r')
  try {
    const writing = await open(to.file, 'wx', 0o600)
    try {
      const { size } = await reading.stat()
      const salt = random(saltLength)
      const [before, after] = [keysFor(from.key, await saltOf(reading)), keysFor(to.key, salt)]
      const content = createHash('sha256')
      for await (const run of runsOf(reading, size, signal)) {
        const pages = run.map(({ number, page }) => {
          if (number === lockPage) return page
          const plain = decipher(page, number, before)
          content.update(plain)
          const made = encipher(plain, number, after, salt, random)
          plain.fill(0)
          return made
        })
        await writing.write(Buffer.concat(pages))
        tell(((run[0]?.number ?? 1) - 1 + run.length) * pageSize, size)
      }
      await writing.sync()
      for (const { mac } of [before, after]) mac.fill(0)
      return content.digest('hex')
    } finally {
      await writing.close()
    }
  } finally {
    await reading.close()
  }
}

/**
 * Reads every page from the disk and looks whether it is whole; gives the SHA-256 of what is in them, hex.
 * Throws Failure: pageDamaged, cancelled.
 */
export async function readWhole(file: string, key: Buffer, signal: AbortSignal, tell: TellBytes): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const keys = keysFor(key, await saltOf(handle))
    const content = createHash('sha256')
    for await (const run of runsOf(handle, size, signal)) {
      for (const { number, page } of run) {
        if (number === lockPage) continue
        const plain = decipher(page, number, keys)
        content.update(plain)
        plain.fill(0)
      }
      tell(((run[0]?.number ?? 1) - 1 + run.length) * pageSize, size)
    }
    keys.mac.fill(0)
    return content.digest('hex')
  } finally {
    await handle.close()
  }
}

async function saltOf(handle: FileHandle): Promise<Buffer> {
  const salt = Buffer.alloc(saltLength)
  await handle.read(salt, 0, saltLength, 0)
  return salt
}
