// An archive's file as its deciphered pages, packed, and back again: enciphered pages cannot be packed, and there is one
// file for every version. Laid down it is the very file format: SQLCipher 4, each page with its own MAC.
import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'

const pageSize = 4_096
const [saltLength, vectorLength, macLength] = [16, 16, 64]
const sealedLength = pageSize - vectorLength - macLength

/** Of page 1 the salt stands in the open. */
const openIn = (page: number): number => (page === 0 ? saltLength : 0)

export function packPages(file: Buffer, key: Buffer): Buffer {
  const pages: Buffer[] = []
  for (let page = 0; page * pageSize < file.length; page += 1) {
    const bytes = file.subarray(page * pageSize, (page + 1) * pageSize)
    const from = openIn(page)
    const vector = bytes.subarray(sealedLength, sealedLength + vectorLength)
    const decipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false)
    const plain = Buffer.concat([decipher.update(bytes.subarray(from, sealedLength)), decipher.final()])
    pages.push(bytes.subarray(0, from), plain, vector)
  }
  return gzipSync(Buffer.concat(pages), { level: 9 })
}

export function unpackPages(packed: Buffer, key: Buffer): Buffer {
  const plain = gunzipSync(packed)
  const kept = sealedLength + vectorLength
  const salt = Buffer.from(plain.subarray(0, saltLength)).map((byte) => byte ^ 0x3a)
  const macKey = pbkdf2Sync(key, salt, 2, 32, 'sha512')
  const pages: Buffer[] = []
  for (let page = 0; page * kept < plain.length; page += 1) {
    const bytes = plain.subarray(page * kept, (page + 1) * kept)
    const from = openIn(page)
    const vector = bytes.subarray(sealedLength)
    const cipher = createCipheriv('aes-256-cbc', key, vector).setAutoPadding(false)
    const sealed = Buffer.concat([cipher.update(bytes.subarray(from, sealedLength)), cipher.final(), vector])
    const number = Buffer.alloc(4)
    number.writeUInt32LE(page + 1)
    const mac = createHmac('sha512', macKey).update(sealed).update(number).digest()
    pages.push(bytes.subarray(0, from), sealed, mac)
  }
  return Buffer.concat(pages)
}
