// The head of a WAV of samples that were taken out of a recording, in whichever kind of plain samples that has.

/** RIFF/WAVE of so many bytes of samples, and of so many that follow them to make them even. `format` is its chunk `fmt `. */
export function wavHeadOf(format: Uint8Array, bytes: number, padding = 0): Buffer {
  const head = Buffer.alloc(28 + format.length)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(Math.min(0xffff_ffff, head.length - 8 + bytes + padding), 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(format.length, 16)
  head.set(format, 20)
  head.write('data', 20 + format.length, 'latin1')
  head.writeUInt32LE(Math.min(0xffff_ffff, bytes), 24 + format.length)
  return head
}
