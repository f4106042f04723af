// Which sound can be heard here: what Chromium decodes, found by letting it play each of these kinds.
import type { SoundFormat } from '../../../../shared/domain/imported.ts'

const everywhere = ['aac', 'mp3', 'opus', 'vorbis', 'flac']
const pcm = ['pcm-u8', 'pcm-s16', 'pcm-s24', 'pcm-s32', 'pcm-f32', 'ulaw', 'alaw']

const inWav = 'pcm-in-wav'

const codecs: Readonly<Partial<Record<SoundFormat, readonly string[]>>> = {
  wav: [...pcm, 'mp3'],
  mp3: ['mp3'],
  m4a: [...everywhere, ...pcm, 'pcm-s16be'],
  ogg: ['opus', 'vorbis', 'flac'],
  flac: ['flac'],
  webm: [...everywhere, 'pcm-u8', 'pcm-s16', 'pcm-s24', 'pcm-s32', 'pcm-f32'],
  aac: ['aac'],
  // Plain samples, which are heard as a WAV.
  aiff: [inWav],
  au: [inWav],
  caf: [inWav],
  w64: [inWav],
}

export function isPlayable(format: SoundFormat, codec: string): boolean {
  return codecs[format]?.includes(codec) ?? false
}
