// Samples as they are handed to the archive.

/** As signed 16-bit little-endian bytes, whatever the machine's own order. Values outside -1..1 are held at the edge. */
export function asSigned16(samples: Float32Array): Uint8Array {
  const bytes = new Uint8Array(samples.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < samples.length; index += 1) {
    const value = Math.round((samples[index] ?? 0) * 32_768)
    view.setInt16(index * 2, Math.max(-32_768, Math.min(32_767, value)), true)
  }
  return bytes
}
