// Many channels heard as one: every frame is the mean of its channels.

/** `interleaved` holds `channels` values a frame, as 32-bit floats; gives one value a frame. */
export function mixToOne(interleaved: Float32Array, channels: number): Float32Array {
  if (channels === 1) return interleaved
  const frames = Math.floor(interleaved.length / channels)
  const mixed = new Float32Array(frames)
  for (let frame = 0; frame < frames; frame += 1) {
    let sum = 0
    for (let channel = 0; channel < channels; channel += 1) sum += interleaved[frame * channels + channel] ?? 0
    mixed[frame] = sum / channels
  }
  return mixed
}
