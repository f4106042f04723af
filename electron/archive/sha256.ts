import { createHash, hash } from 'node:crypto'

/** SHA-256 of text (as UTF-8) or bytes, as lowercase hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The same of text alone, at once: half the work where there is very much of it. */
export function sha256OfText(text: string): string {
  return hash('sha256', text)
}
