// The head of a WAV file with one channel of signed 16-bit samples (RIFF, WAVE_FORMAT_PCM). No tags, no dates.

export const wavHeadLength = 44

/** @param samples how many samples follow, two bytes each, little-endian */
export function wavHead(samples: number, sampleRate: number): Uint8Array {
  const head = Buffer.alloc(wavHeadLength)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + samples * 2, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(sampleRate, 24)
  head.writeUInt32LE(sampleRate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(samples * 2, 40)
  return head
}
