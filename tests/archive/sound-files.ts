// Every file of ../shared/data/audio, with what ffprobe 5.1 says of it, and what Chromium 156 does with it.

/** Milliseconds, channels and hertz as ffprobe tells them. */
type Told = readonly [format: string, milliseconds: number, channels: number, hertz: number]

interface Known {
  readonly file: string
  /** A failure's code where it is refused; `text` where it is no sound. */
  readonly told: Told | string
  readonly notices: readonly string[]
}

const kept = ['soundNotPlayable']
const known = (file: string, told: Told | string, notices: readonly string[] = []): Known => ({ file, told, notices })

export const soundFiles: readonly Known[] = [
  known('formats/cbr.mp3', ['mp3', 1097, 1, 44_100]),
  known('formats/empty.aiff', ['aiff', 1000, 1, 44_100]),
  known('formats/empty.mpc', ['mpc', 1019, 2, 44_100], kept),
  known('formats/empty.ogg', ['ogg', 1000, 1, 44_100]),
  known('formats/empty.opus', ['ogg', 1007, 1, 48_000]),
  // NOTE: ffprobe 5.1 reads none of the four WMA files ("invalid data"); the lengths are those of their own heads.
  known('formats/empty.wma', ['wma', 1021, 1, 44_100], kept),
  known('formats/empty.wv', ['wv', 1000, 1, 44_100], kept),
  known('formats/full.aiff', ['aiff', 1000, 1, 44_100]),
  known('formats/full.ape', ['ape', 1000, 1, 44_100], kept),
  // NOTE: ffprobe counts DSD in bytes (705,600 a second); these are its bits.
  known('formats/full.dsf', ['dsf', 81, 2, 5_644_800], kept),
  known('formats/full.flac', ['flac', 1000, 1, 44_100]),
  known('formats/full.mp3', ['mp3', 1071, 1, 44_100]),
  known('formats/full.ogg', ['ogg', 1000, 1, 44_100]),
  known('formats/full.opus', ['ogg', 1007, 1, 48_000]),
  known('formats/full.wav', ['wav', 1000, 1, 44_100]),
  known('formats/full.wma', ['wma', 1021, 1, 44_100], kept),
  known('formats/full.wv', ['wv', 1000, 1, 44_100], kept),
  known('formats/image-2x3.png', 'formatUnknown'),
  known('formats/image-2x3.tiff', 'formatUnknown'),
  known('formats/image.m4a', ['m4a', 1068, 1, 44_100]),
  known('formats/image.mp3', ['mp3', 1045, 1, 44_100]),
  known('formats/image.wma', ['wma', 1021, 1, 44_100], kept),
  // MP3 within WAV; it is heard as the MP3 that it holds.
  known('formats/mpeglayer3.wav', ['wav', 5025, 1, 44_100]),
  // NOTE: a head of another version than it says; ffprobe refuses it. It is kept, and its length is not told.
  known('formats/oldape.ape', ['ape', 0, 0, 0], kept),
  // Its picture is broken, so that Chromium refuses the whole; it is heard without it.
  known('formats/partial.flac', ['flac', 1000, 1, 44_100]),
  known('formats/partial.m4a', ['m4a', 1068, 1, 44_100]),
  known('formats/partial.mp3', ['mp3', 1071, 1, 44_100]),
  known('formats/read_only_tag.m4a', ['m4a', 1068, 1, 44_100]),
  known('formats/space_time.mp3', ['mp3', 1071, 1, 44_100]),
  known('formats/unparseable.aiff', ['aiff', 1000, 1, 44_100]),
  known('formats/unparseable.alac.m4a', ['m4a', 1000, 1, 44_100], kept),
  known('formats/unparseable.ape', ['ape', 1000, 1, 44_100], kept),
  known('formats/unparseable.dsf', ['dsf', 15, 1, 2_822_400], kept),
  known('formats/unparseable.mp3', ['mp3', 1045, 1, 44_100]),
  known('formats/unparseable.ogg', ['ogg', 1000, 1, 44_100]),
  known('formats/unparseable.wma', ['wma', 1021, 1, 44_100], kept),
  known('formats/unparseable.wv', ['wv', 1000, 1, 44_100], kept),
  known('formats/year.ogg', ['ogg', 1000, 1, 44_100]),
  known('silence/10-minutes-of-silence.m4a', ['m4a', 600_000, 1, 8_000]),
  known('silence/10-minutes-of-silence.mp3', ['mp3', 600_192, 1, 8_000]),
  known('silence/10-seconds-of-silence.mp3', ['mp3', 10_152, 1, 8_000]),
  known('silence/5-seconds-of-silence.flac', ['flac', 5000, 1, 8_000]),
  known('silence/5-seconds-of-silence.m4a', ['m4a', 5000, 1, 8_000]),
  known('silence/5-seconds-of-silence.mp3', ['mp3', 5184, 1, 8_000]),
  known('silence/tiny_no_audio.mp4', 'nothingInside'),
  known('silence/zero_bytes.flac', 'fileEmpty'),
  known('speech/README.md', 'text'),
  known('speech/audio-mono-16-bit-44100Hz.flac', ['flac', 2745, 1, 44_100]),
  known('speech/audio-mono-32-bit-44100Hz.wav', ['wav', 2745, 1, 44_100]),
  known('speech/audio-mono-8-bit-44100Hz.wav', ['wav', 2745, 1, 44_100]),
  known('speech/audio-stereo-16-bit-44100Hz.aiff', ['aiff', 2745, 2, 44_100]),
  known('speech/audio-stereo-24-bit-44100Hz.flac', ['flac', 2745, 2, 44_100]),
  known('speech/english.wav', ['wav', 2745, 1, 44_100]),
  known('speech/french.aiff', ['aiff', 2533, 1, 44_100]),
  known('speech/jfk.wav', ['wav', 11_000, 1, 16_000]),
]
