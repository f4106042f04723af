// What a decoder swallows when it begins in the middle of a recording, so that nothing is put earlier than it sounds.
import { EncodedPacketSink, type EncodedPacket, type InputAudioTrack } from 'mediabunny'

/** PCM and FLAC lose nothing; these may (Opus its pre-skip, Vorbis its first block). */
const losing = ['opus', 'vorbis', 'aac', 'mp3']
const packetsTried = 12
/** Containers round times to the millisecond; less than this is rounding, and no decoder loses so little. */
const leastSeconds = 0.0025

/**
 * Frames that are missing at the start of what is decoded from `fromSeconds` on, beyond those that are missing at the
 * recording's own beginning, where the container's times allow for it (WebM) or there is nothing to lose (Ogg).
 * NOTE: the reader labels the first frame that comes out with the first packet's time all the same.
 */
export async function framesLost(track: InputAudioTrack, sampleRate: number, fromSeconds: number): Promise<number> {
  const codec = await track.getCodec()
  const config = await track.getDecoderConfig()
  const packets = new EncodedPacketSink(track)
  const [begin, first] = [await packets.getFirstPacket(), await packets.getKeyPacket(fromSeconds)]
  if (codec === null || config === null || begin === null || first === null || !losing.includes(codec)) return 0
  if (first.timestamp <= begin.timestamp) return 0
  const lost = (await missing(packets, config, first, sampleRate)) - (await missing(packets, config, begin, sampleRate))
  return lost > leastSeconds * sampleRate ? lost : 0
}

/** What a few packets from `first` on last, less what comes out of them. */
async function missing(
  packets: EncodedPacketSink,
  config: AudioDecoderConfig,
  first: EncodedPacket,
  sampleRate: number,
): Promise<number> {
  let frames = 0
  const decoder = new AudioDecoder({
    output: (data) => {
      frames += data.numberOfFrames
      data.close()
    },
    error: () => {},
  })
  decoder.configure(config)
  let last = first
  decoder.decode(first.toEncodedAudioChunk())
  for (let tried = 1; tried < packetsTried; tried += 1) {
    const next = await packets.getNextPacket(last)
    if (next === null) break
    decoder.decode(next.toEncodedAudioChunk())
    last = next
  }
  await decoder.flush()
  decoder.close()
  return Math.round((last.timestamp + last.duration - first.timestamp) * sampleRate) - frames
}
