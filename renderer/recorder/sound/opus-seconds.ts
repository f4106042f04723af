// For small disks: the same seconds in packets of 20 ms, made by the browser's own encoder.
import { levelOf, loudnessOf, noSound, together, type Loudness } from './loudness.ts'
import { channelOf, sampleRate, type Gathering, type Second } from './seconds.ts'

/** Frames of one packet. */
export const packetFrames = sampleRate / 50
/** Bits a second for one channel: speech that nobody hears as small. */
const bitrate = 40_000

export function opusSettings(channels: number): AudioEncoderConfig {
  return {
    codec: 'opus',
    sampleRate,
    numberOfChannels: channels,
    bitrate: bitrate * channels,
    opus: { frameDuration: 20_000, application: 'voip' },
  } as AudioEncoderConfig
}

/** Whether this browser can; where it cannot, small is not offered. */
export async function canMakeOpus(channels: number): Promise<boolean> {
  if (typeof AudioEncoder === 'undefined') return false
  const { supported } = await AudioEncoder.isConfigSupported(opusSettings(channels)).catch(() => ({ supported: false }))
  return supported === true
}

/** Each packet with its length before it, in two bytes, big-endian. Blocks come as they are: 20 ms each. */
export function opusSeconds(channels: number, onSecond: (second: Second) => void, onBroken: () => void): Gathering {
  let packets: Uint8Array[] = []
  let loudness = noSound
  /** Of blocks that the encoder has and did not give back yet. */
  let inside: Loudness[] = []
  let timestamp = 0
  /** What comes out of an encoder that was told to forget is of nobody. */
  let turn = 0
  let encoder = fresh()

  function fresh(): AudioEncoder {
    const mine = turn
    const made = new AudioEncoder({
      output: (chunk) => {
        if (mine !== turn) return
        const packet = new Uint8Array(2 + chunk.byteLength)
        new DataView(packet.buffer).setUint16(0, chunk.byteLength)
        chunk.copyTo(packet.subarray(2))
        packets.push(packet)
        loudness = together(loudness, inside.shift() ?? noSound)
        if (packets.length * packetFrames === sampleRate) hand()
      },
      error: () => {
        if (mine === turn) onBroken()
      },
    })
    made.configure(opusSettings(channels))
    return made
  }
  function hand(): void {
    const bytes = new Uint8Array(packets.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const packet of packets) {
      bytes.set(packet, at)
      at += packet.length
    }
    onSecond({ frames: packets.length * packetFrames, bytes, level: levelOf(loudness) })
    packets = []
    loudness = noSound
  }
  function drop(): void {
    turn += 1
    if (encoder.state !== 'closed') encoder.close()
    packets = []
    loudness = noSound
    inside = []
  }
  return {
    push(block) {
      if (encoder.state !== 'configured') return
      const planes = new Float32Array(packetFrames * channels)
      for (let channel = 0; channel < channels; channel += 1)
        planes.set(channelOf(block, channel).subarray(0, packetFrames), channel * packetFrames)
      inside.push(loudnessOf(block))
      const data = new AudioData({
        format: 'f32-planar',
        sampleRate,
        numberOfFrames: packetFrames,
        numberOfChannels: channels,
        timestamp,
        data: planes,
      })
      timestamp += 20_000
      encoder.encode(data)
      data.close()
    },
    async flush() {
      if (encoder.state !== 'configured') return
      const mine = turn
      await encoder.flush().catch(() => {})
      if (mine === turn && packets.length > 0) hand()
    },
    forget() {
      drop()
      encoder = fresh()
    },
    close: drop,
  }
}
