// How much of one tone is in a stretch of samples (Goertzel), for finding a sound that should not be there.

/** 0 for none, about 1 for a full-scale sine of that frequency. */
export function toneIn(samples: Int16Array, sampleRate: number, hertz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate)
  let before = 0
  let beforeThat = 0
  for (const sample of samples) {
    const next = sample / 32_768 + coefficient * before - beforeThat
    beforeThat = before
    before = next
  }
  const power = before * before + beforeThat * beforeThat - coefficient * before * beforeThat
  return (2 * Math.sqrt(Math.max(0, power))) / samples.length
}

/** The loudest that the tone gets in any tenth of a second of a 16-bit mono WAV. */
export function loudestTone(wav: Buffer, hertz: number): number {
  const sampleRate = wav.readUInt32LE(24)
  const samples = new Int16Array(Math.floor((wav.length - 44) / 2))
  for (let at = 0; at < samples.length; at += 1) samples[at] = wav.readInt16LE(44 + at * 2)
  const window = Math.floor(sampleRate / 10)
  let loudest = 0
  for (let at = 0; at + window <= samples.length; at += window) {
    loudest = Math.max(loudest, toneIn(samples.subarray(at, at + window), sampleRate, hertz))
  }
  return loudest
}
