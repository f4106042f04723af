// Secrets lie in memory of their own. Node cuts small Buffers out of one shared block, and posting any of those to
// another process copies the whole block, with whatever key lies beside it.
// NOTE: and what `Buffer.alloc` gives of up to 64 bytes lies where V8 moves things about and leaves copies that nobody can
// zero. An ArrayBuffer of its own is never moved.

/** So many zeros in memory that nothing else shares and nothing moves; the caller zeroes it again. */
export function emptySecret(length: number): Buffer {
  return Buffer.from(new ArrayBuffer(length))
}

/** A copy in memory that nothing else shares; the caller zeroes both. */
export function secretBytes(bytes: Uint8Array): Buffer {
  const own = emptySecret(bytes.length)
  own.set(bytes)
  return own
}

/** A text's UTF-8 in such memory. */
export function secretText(text: string): Buffer {
  const own = emptySecret(Buffer.byteLength(text, 'utf8'))
  own.write(text, 'utf8')
  return own
}
