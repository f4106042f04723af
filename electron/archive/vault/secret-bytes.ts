// Secrets lie in memory of their own. Node cuts small Buffers out of one shared block, and posting any of those to
// another process copies the whole block, with whatever key lies beside it.

/** A copy in memory that nothing else shares; the caller zeroes both. */
export function secretBytes(bytes: Uint8Array): Buffer {
  const own = Buffer.alloc(bytes.length)
  own.set(bytes)
  return own
}

/** A text's UTF-8 in such memory. */
export function secretText(text: string): Buffer {
  const own = Buffer.alloc(Buffer.byteLength(text, 'utf8'))
  own.write(text, 'utf8')
  return own
}
