// From the pieces that a machine gives, words with their times, and from those passages that a person can go through.
import type { WordTime } from '../story.ts'

/** A piece of a word, in milliseconds of the sound that was listened to. */
export interface HeardPiece {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

export interface HeardPassage {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly wordTimes: readonly WordTime[]
}

const halfLetter = '\ufffd'
/** Written without a space between words: each piece stands for itself. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const endOfSentence = /[.!?…。！？؟।۔][\p{Pe}\p{Pf}"'”’»]*$/u
const fewestWords = 3
const mostWords = 60
const pauseMs = 1_200
/** What the machine writes where it heard nothing that is a word. */
const noWords = /^\s*[[(*♪][^\])*♪]*[\])*♪]\s*$/u

/**
 * The pieces with whole letters. A machine cuts some letters in two and shows each half as `\ufffd`; `whole` has them
 * right, so what lies between two pieces that are whole is taken from there.
 */
export function wholePieces(whole: string, pieces: readonly HeardPiece[]): HeardPiece[] {
  const found: HeardPiece[] = []
  let at = 0
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece === undefined) break
    if (!piece.text.includes(halfLetter) && whole.startsWith(piece.text, at)) {
      found.push(piece)
      at += piece.text.length
      continue
    }
    let until = index + 1
    let end = whole.length
    for (; until < pieces.length; until += 1) {
      const next = pieces[until]?.text ?? ''
      const place = next.includes(halfLetter) || next === '' ? -1 : whole.indexOf(next, at)
      if (place < 0) continue
      end = place
      break
    }
    const last = pieces[until - 1] ?? piece
    if (end > at) found.push({ text: whole.slice(at, end), startMs: piece.startMs, endMs: last.endMs })
    at = end
    index = until - 1
  }
  return found
}

/** Pieces put together to words; each keeps the space before it. */
function wordsOf(pieces: readonly HeardPiece[]): HeardPiece[] {
  const words: HeardPiece[] = []
  for (const piece of pieces) {
    const last = words.at(-1)
    const isNew = last === undefined || /^\s/u.test(piece.text) || withoutSpaces.test(piece.text)
    if (isNew) words.push(piece)
    else words[words.length - 1] = { ...last, text: last.text + piece.text, endMs: Math.max(last.endMs, piece.endMs) }
  }
  return words.filter(({ text }) => text.trim() !== '')
}

function passageOf(words: readonly HeardPiece[], startMs: number): HeardPassage {
  let text = ''
  const wordTimes: WordTime[] = []
  for (const word of words) {
    const said = text === '' ? word.text.trimStart() : word.text.replace(/^\s+/u, ' ')
    const start = text.length + (said.startsWith(' ') ? 1 : 0)
    text += said.trimEnd()
    // NOTE: a time without a length tells no place in the sound; the word's passage has one.
    if (word.endMs > word.startMs)
      wordTimes.push({ start, end: text.length, startMs: startMs + word.startMs, endMs: startMs + word.endMs })
  }
  return {
    text,
    startMs: startMs + (words[0]?.startMs ?? 0),
    endMs: startMs + Math.max(...words.map(({ endMs }) => endMs)),
    wordTimes,
  }
}

/**
 * Passages of a sentence or so each, cut at long pauses as well.
 *
 * @param pieces as `wholePieces` gives them
 * @param startMs where the sound that was listened to begins in its recording
 * @param lengthMs how long it is; no time lies beyond
 */
export function heardPassages(pieces: readonly HeardPiece[], startMs: number, lengthMs: number): HeardPassage[] {
  const within = (ms: number): number => Math.round(Math.min(lengthMs, Math.max(0, ms)))
  const words = wordsOf(pieces).map((word) => ({
    ...word,
    startMs: within(word.startMs),
    endMs: within(Math.max(word.startMs, word.endMs)),
  }))
  const passages: HeardPassage[] = []
  let open: HeardPiece[] = []
  const close = (): void => {
    if (open.length > 0) passages.push(passageOf(open, startMs))
    open = []
  }
  for (const word of words) {
    const last = open.at(-1)
    if (last !== undefined && word.startMs - last.endMs > pauseMs) close()
    open.push(word)
    if ((open.length >= fewestWords && endOfSentence.test(word.text)) || open.length >= mostWords) close()
  }
  close()
  return passages.filter(({ text }) => !noWords.test(text))
}
