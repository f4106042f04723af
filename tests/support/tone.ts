// Sounds made for tests: a tone in a WAV file, one channel, signed 16-bit.
import { wavHead } from '../../electron/archive/exporters/wav.ts'

export function toneWav(seconds: number, sampleRate: number, hertz: number): Uint8Array {
  const count = seconds * sampleRate
  const samples = new Int16Array(count)
  for (let at = 0; at < count; at += 1)
    samples[at] = Math.round(12_000 * Math.sin((2 * Math.PI * hertz * at) / sampleRate))
  return Buffer.concat([wavHead(count, sampleRate), new Uint8Array(samples.buffer)])
}
