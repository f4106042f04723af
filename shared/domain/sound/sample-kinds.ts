// Samples as they stand in a WAV, little-endian: whole numbers of 16 or 24 bits, or numbers of 32 bits with a point.

export const sampleKinds = ['s16', 's24', 'f32'] as const
export type SampleKind = (typeof sampleKinds)[number]

/** Of one sample of one channel. */
export const bytesOfKind: Readonly<Record<SampleKind, number>> = { s16: 2, s24: 3, f32: 4 }

/** Sound that was decoded: so many frames, each with a sample for every channel. */
export interface DecodedShape {
  readonly sampleRate: number
  readonly channels: number
  readonly samples: SampleKind
  readonly frames: number
}

/** Of all its samples. */
export function bytesOfDecoded({ frames, channels, samples }: DecodedShape): number {
  return frames * channels * bytesOfKind[samples]
}
