// What is sought on a disk and in memory: words in every way that a program writes them, and sound as samples.

export interface Needle {
  readonly name: string
  readonly bytes: Buffer
}

function utf16be(words: string): Buffer {
  return Buffer.from(words, 'utf16le').swap16()
}

/** Base64 of the words wherever they begin within a group of three: the letters that do not depend on what is around. */
function base64Forms(words: string): string[] {
  return [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(words)]).toString('base64')
    return whole.slice(Math.ceil((offset * 4) / 3) + (offset > 0 ? 1 : 0), -4)
  })
}

/** UTF-8, in lower case too, UTF-16 both ways round, and base64 from each of three places. */
export function needlesFor(words: readonly string[]): Needle[] {
  return words.flatMap((word) => [
    { name: `${word} in UTF-8`, bytes: Buffer.from(word) },
    { name: `${word} in lower case`, bytes: Buffer.from(word.toLowerCase()) },
    { name: `${word} in UTF-16LE`, bytes: Buffer.from(word, 'utf16le') },
    { name: `${word} in UTF-16BE`, bytes: utf16be(word) },
    ...base64Forms(word).map((form, at) => ({ name: `${word} in base64, offset ${at}`, bytes: Buffer.from(form) })),
  ])
}

const places = 20
const samplesEach = 16

/** 16 samples each at some 20 places all over `samples` (16 bit), as they are and as the floating numbers of a player. */
export function soundNeedles(name: string, samples: Int16Array): Needle[] {
  return Array.from({ length: places }, (_, place) => {
    const at = Math.floor(((samples.length - samplesEach) * place) / (places - 1))
    const part = samples.slice(at, at + samplesEach)
    // NOTE: what is silent, or nearly, stands in every file.
    if (new Set(part).size < samplesEach / 2) return []
    const floats = Float32Array.from(part, (sample) => sample / 32_768)
    return [
      { name: `${name} at sample ${at}`, bytes: Buffer.from(part.buffer) },
      { name: `${name} at sample ${at}, as floating numbers`, bytes: Buffer.from(floats.buffer) },
    ]
  }).flat()
}
