// Bytes to be read from any place, of a file or of a backup's pieces. They are only ever read; what a disk or stick cannot
// give any more is zeros, which whatever is authenticated over them then refuses.
import { open, readFile, type FileHandle } from 'node:fs/promises'

export interface Bytes {
  readonly size: number
  /** From `at`, `length` bytes, fewer at the end. */
  read(at: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** What a sector that cannot be read takes with it. */
const sector = 4096

/** Null where there is no such file. Throws what else opening throws. */
export async function fileBytes(file: string): Promise<Bytes | null> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
  const { size } = await handle.stat()
  return {
    size,
    read: (at, length) => readAt(handle, at, Math.max(0, Math.min(length, size - at))),
    close: () => handle.close(),
  }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  for (let filled = 0; filled < length;) {
    try {
      const { bytesRead } = await handle.read(bytes, filled, length - filled, at + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    } catch (error) {
      if (!isUnreadable(error)) throw error
      if (length - filled <= sector) break
      // Sector by sector, so that one that is gone takes no other with it.
      const next = filled + sector - ((at + filled) % sector)
      const part = await readAt(handle, at + filled, next - filled)
      part.copy(bytes, filled)
      filled = next
    }
  }
  return bytes
}

/** A backup's pieces, one after another; each is `pieceLength` bytes but the last. What is in them authenticates itself. */
export function pieceBytes(pieces: readonly { readonly place: string }[], size: number, pieceLength: number): Bytes {
  let held: { readonly nth: number; readonly bytes: Buffer } | null = null
  const pieceAt = async (nth: number): Promise<Buffer> => {
    if (held?.nth === nth) return held.bytes
    const piece = pieces[nth]
    const length = Math.min(pieceLength, size - nth * pieceLength)
    const whole = Buffer.alloc(length)
    if (piece === undefined) return whole
    const read = await readFile(piece.place).catch((error: unknown) => {
      if (isGone(error) || isUnreadable(error)) return Buffer.alloc(0)
      throw error
    })
    read.copy(whole, 0, 0, length)
    held = { nth, bytes: whole }
    return whole
  }
  return {
    size,
    async read(at, length) {
      const end = Math.min(at + length, size)
      const parts: Buffer[] = []
      for (let from = at; from < end;) {
        const nth = Math.floor(from / pieceLength)
        const until = Math.min(end, (nth + 1) * pieceLength)
        const piece = await pieceAt(nth)
        parts.push(Buffer.from(piece.subarray(from - nth * pieceLength, until - nth * pieceLength)))
        from = until
      }
      return Buffer.concat(parts)
    },
    close: () => Promise.resolve(),
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
const isUnreadable = (error: unknown): boolean => ['EIO', 'EUCLEAN', 'EBADMSG'].includes(codeOf(error))
