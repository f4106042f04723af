// What a backup's list is sealed with: derived from the archive key, so that whoever opens the archive reads it, and
// nobody else makes one.
import { hkdfSync } from 'node:crypto'

/** 32 bytes; the caller zeroes them. Another archive key gives others. */
export function backupKeyOf(archiveKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', archiveKey, '', 'firsthand backup 1', 32))
}
