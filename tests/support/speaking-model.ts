// A whisper model made here, of a few megabytes: the real engine loads and runs it, and whatever it hears it says the words
// that it was made with. So the tests need no model of anybody's, and know what comes out.
import { closeSync, openSync, writeSync } from 'node:fs'

/** Numbers that every whisper model has; the state is as narrow as the engine takes it. */
const vocabulary = 51_865
const written = 50_257
const state = 32
const audioContext = 1_500
const textContext = 448
const layers = 4
const bands = 80
const frequencies = 201

/** Positions 0 to 2 hold the start, the language and the task: the first word is said at position 2. */
const firstWordAt = 2
const endOfText = 50_257
const float32 = 0
const float16 = 1

/** IEEE 754 half precision of whole numbers up to 2048. */
function half(value: number): number {
  if (value === 0) return 0
  const exponent = Math.floor(Math.log2(value))
  return ((exponent + 15) << 10) | Math.round((value / 2 ** exponent - 1) * 1024)
}

class ModelFile {
  readonly #file: number
  constructor(path: string) {
    this.#file = openSync(path, 'w')
  }
  bytes(bytes: Uint8Array): void {
    writeSync(this.#file, bytes)
  }
  integers(...numbers: readonly number[]): void {
    this.bytes(new Uint8Array(Int32Array.from(numbers).buffer))
  }
  /** Everything in it is nothing where no `data` is given. */
  tensor(name: string, shape: readonly number[], kind: number, data?: Uint8Array): void {
    const text = Buffer.from(name, 'utf8')
    this.integers(shape.length, text.length, kind, ...shape)
    this.bytes(text)
    const size = shape.reduce((product, one) => product * one, 1) * (kind === float32 ? 4 : 2)
    this.bytes(data ?? new Uint8Array(size))
  }
  close(): void {
    closeSync(this.#file)
  }
}

/** The token of each word, and where it lies in the state, so that the word of a position is the one that it is nearest to. */
function decoderWords(words: readonly string[]): { tokens: number[]; embedding: Uint8Array; positions: Uint8Array } {
  const said = [...words.map((_, index) => 1_000 + index), endOfText]
  const embedding = new Uint16Array(vocabulary * state)
  const positions = new Float32Array(textContext * state)
  for (const [index, token] of said.entries()) {
    embedding[token * state + index] = half(8)
    positions[(firstWordAt + index) * state + index] = 1_000
  }
  const last = said.length - 1
  for (let at = firstWordAt + said.length; at < textContext; at += 1) positions[at * state + last] = 1_000
  return { tokens: said, embedding: new Uint8Array(embedding.buffer), positions: new Uint8Array(positions.buffer) }
}

function attention(file: ModelFile, place: string): void {
  file.tensor(`${place}_ln.weight`, [state], float32)
  file.tensor(`${place}_ln.bias`, [state], float32)
  for (const part of ['query', 'key', 'value', 'out']) {
    file.tensor(`${place}.${part}.weight`, [state, state], float16)
    if (part !== 'key') file.tensor(`${place}.${part}.bias`, [state], float32)
  }
}

function layer(file: ModelFile, place: string, crosses: boolean): void {
  file.tensor(`${place}.mlp_ln.weight`, [state], float32)
  file.tensor(`${place}.mlp_ln.bias`, [state], float32)
  file.tensor(`${place}.mlp.0.weight`, [state, 4 * state], float16)
  file.tensor(`${place}.mlp.0.bias`, [4 * state], float32)
  file.tensor(`${place}.mlp.2.weight`, [4 * state, state], float16)
  file.tensor(`${place}.mlp.2.bias`, [state], float32)
  attention(file, `${place}.attn`)
  if (crosses) attention(file, `${place}.cross_attn`)
}

const ones = new Uint8Array(new Float32Array(state).fill(1).buffer)

/**
 * Writes the model to `path`. At most 30 words, each with the space before it; more letters than one token has are fine.
 * The layout is whisper.cpp's own (ggml, 16-bit weights).
 */
export function writeSpeakingModel(path: string, words: readonly string[]): void {
  if (words.length > state - 2) throw new Error('too many words for so narrow a state')
  const { tokens, embedding, positions } = decoderWords(words)
  const file = new ModelFile(path)
  file.integers(0x67676d6c, vocabulary, audioContext, state, 1, layers, textContext, state, 1, layers, bands, float16)
  file.integers(bands, frequencies)
  file.bytes(new Uint8Array(bands * frequencies * 4))
  file.integers(written)
  const texts: Uint8Array[] = []
  for (let token = 0; token < written; token += 1) {
    // NOTE: the engine asks for the token of a single space, and ends the process where there is none.
    const text = Buffer.from(token === 0 ? ' ' : (words[tokens.indexOf(token)] ?? `~${token}`), 'utf8')
    texts.push(new Uint8Array(Int32Array.of(text.length).buffer), text)
  }
  file.bytes(Buffer.concat(texts))
  file.tensor('encoder.positional_embedding', [state, audioContext], float32)
  file.tensor('encoder.conv1.weight', [3, bands, state], float16)
  file.tensor('encoder.conv1.bias', [1, state], float32)
  file.tensor('encoder.conv2.weight', [3, state, state], float16)
  file.tensor('encoder.conv2.bias', [1, state], float32)
  file.tensor('encoder.ln_post.weight', [state], float32)
  file.tensor('encoder.ln_post.bias', [state], float32)
  for (let index = 0; index < layers; index += 1) layer(file, `encoder.blocks.${index}`, false)
  file.tensor('decoder.positional_embedding', [state, textContext], float32, positions)
  file.tensor('decoder.token_embedding.weight', [state, vocabulary], float16, embedding)
  file.tensor('decoder.ln.weight', [state], float32, ones)
  file.tensor('decoder.ln.bias', [state], float32)
  for (let index = 0; index < layers; index += 1) layer(file, `decoder.blocks.${index}`, true)
  file.close()
}
