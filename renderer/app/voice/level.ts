// How loud a voice comes in, in words. The boundaries are those of speech: under -46 dBFS it is hard to hear, over -3 it breaks.

export type Level = 'quiet' | 'good' | 'loud'

/** `samples` are bytes around 128, as an AnalyserNode gives them. */
export function levelOf(samples: Uint8Array): Level {
  let sum = 0
  let peak = 0
  for (const sample of samples) {
    const value = (sample - 128) / 128
    sum += value * value
    peak = Math.max(peak, Math.abs(value))
  }
  if (peak >= 0.98) return 'loud'
  const loudness = 20 * Math.log10(Math.max(1e-6, Math.sqrt(sum / Math.max(1, samples.length))))
  if (loudness > -3) return 'loud'
  return loudness < -46 ? 'quiet' : 'good'
}
