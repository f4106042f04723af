// The head of a master of plain samples: WAV (RIFF, WAVE_FORMAT_PCM), or RF64 (EBU Tech 3306) where it is over 4 GiB.
import type { SoundShape } from '../../store/takes.ts'

const most = 0xffff_ffff
export const shortHeadLength = 44
const longHeadLength = 80

/** The 16 bytes after `fmt ` and its length: signed 16-bit samples, channels interleaved. */
function format({ sampleRate, channels }: SoundShape): Buffer {
  const said = Buffer.alloc(16)
  said.writeUInt16LE(1, 0)
  said.writeUInt16LE(channels, 2)
  said.writeUInt32LE(sampleRate, 4)
  said.writeUInt32LE(sampleRate * channels * 2, 8)
  said.writeUInt16LE(channels * 2, 12)
  said.writeUInt16LE(16, 14)
  return said
}

function chunk(name: string, length: number, content: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(length, 4)
  return Buffer.concat([head, content])
}

/** @param bytes how many bytes of samples follow; they are even, so that nothing has to follow them */
export function masterHead(shape: SoundShape, bytes: number): Buffer {
  const wave = Buffer.from('WAVE', 'latin1')
  const described = chunk('fmt ', 16, format(shape))
  if (bytes + shortHeadLength - 8 <= most)
    return Buffer.concat([chunk('RIFF', bytes + shortHeadLength - 8), wave, described, chunk('data', bytes)])
  const sizes = Buffer.alloc(28)
  sizes.writeBigUInt64LE(BigInt(bytes + longHeadLength - 8), 0)
  sizes.writeBigUInt64LE(BigInt(bytes), 8)
  sizes.writeBigUInt64LE(BigInt(bytes / (2 * shape.channels)), 16)
  return Buffer.concat([chunk('RF64', most), wave, chunk('ds64', 28, sizes), described, chunk('data', most)])
}
