// A decoder of the tests' own for WAV with one channel of 16-bit samples, and how much of one sound is in another.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Speech that people really said: eleven seconds, 16 kHz; null where the folder of real material is not there. */
export const jfk: Buffer | null = (() => {
  const file = path.join(import.meta.dirname, '../../../shared/data/audio/speech/jfk.wav')
  return existsSync(file) ? readFileSync(file) : null
})()

/** Walks the chunks, whatever their order; throws where there is no sound in it. */
export function samplesOf(wav: Uint8Array): { readonly sampleRate: number; readonly samples: Int16Array } {
  const view = Buffer.from(wav)
  let sampleRate = 0
  for (let at = 12; at + 8 <= view.length;) {
    const [name, length] = [view.toString('latin1', at, at + 4), view.readUInt32LE(at + 4)]
    if (name === 'fmt ') sampleRate = view.readUInt32LE(at + 12)
    if (name === 'data')
      return {
        sampleRate,
        samples: Int16Array.from({ length: length / 2 }, (_, sample) => view.readInt16LE(at + 8 + sample * 2)),
      }
    at += 8 + length + (length % 2)
  }
  throw new Error('no data chunk')
}

/** Pearson's, without taking the mean away; 0 where either is nothing. */
export function correlation(one: Int16Array, other: Int16Array): number {
  let [both, ones, others] = [0, 0, 0]
  for (const [at, sample] of one.entries()) {
    both += sample * (other[at] ?? 0)
    ones += sample * sample
    others += (other[at] ?? 0) ** 2
  }
  return ones === 0 || others === 0 ? 0 : both / Math.sqrt(ones * others)
}
