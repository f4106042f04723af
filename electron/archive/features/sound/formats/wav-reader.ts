// Reads WAV again for the check alone: one head, one channel of 16 bits, and nothing after the samples.
import { Failure } from '../../../../../shared/contract/failure.ts'
import { ByteQueue } from './byte-queue.ts'

const headLength = 44
const pieceLength = 256 * 1024

function mustBe(holds: boolean): void {
  if (!holds) throw new Failure('checkFailed')
}

/** RIFF/WAVE with one `fmt ` and one `data` and nothing else, one channel of 16-bit PCM (Multimedia Programming Interface 1.0). */
export function headMustBe(head: Buffer, sampleRate: number, dataLength: number): void {
  const number = (at: number, bytes: 2 | 4) => head.readUIntLE(at, bytes)
  mustBe(head.toString('latin1', 0, 4) === 'RIFF' && number(4, 4) === headLength - 8 + dataLength)
  mustBe(head.toString('latin1', 8, 16) === 'WAVEfmt ' && number(16, 4) === 16)
  mustBe(number(20, 2) === 1 && number(22, 2) === 1)
  mustBe(number(24, 4) === sampleRate && number(28, 4) === sampleRate * 2)
  mustBe(number(32, 2) === 2 && number(34, 2) === 16)
  mustBe(head.toString('latin1', 36, 40) === 'data' && number(40, 4) === dataLength)
}

/** The samples of a WAV that is as it must be. Throws Failure checkFailed. */
export async function* readWavWritten(
  pieces: AsyncIterable<Uint8Array>,
  samples: number,
  sampleRate: number,
): AsyncGenerator<Int16Array> {
  const queue = new ByteQueue(pieces)
  try {
    headMustBe(await queue.take(headLength), sampleRate, samples * 2)
    for (let left = samples * 2; left > 0;) {
      const piece = await queue.take(Math.min(left, pieceLength))
      left -= piece.length
      yield new Int16Array(new Uint8Array(piece).buffer)
    }
    mustBe(await queue.atEnd())
  } finally {
    await queue.leave()
  }
}
