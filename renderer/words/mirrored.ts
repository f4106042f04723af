// A right-to-left pseudo-language for tests: English words, each shown mirrored, in a mirrored window.

const overrideToRight = '\u202e'
const endOverride = '\u202c'

/** Mirrors the words of an ICU message; arguments, plural forms' names and tags stay as they are. */
export function mirrored(message: string): string {
  let depth = 0
  let result = ''
  for (const piece of message.match(/<[^>]*>|[{}#]|[\p{L}\p{M}\p{N}’']+|[^]/gu) ?? []) {
    if (piece === '{') depth += 1
    if (piece === '}') depth -= 1
    // NOTE: text stands at even depths; odd depths hold the argument's name and its kind.
    const isWord = depth % 2 === 0 && /^[\p{L}\p{N}]/u.test(piece)
    result += isWord ? overrideToRight + piece + endOverride : piece
  }
  return result
}

export function mirroredWords<T extends Readonly<Record<string, string>>>(words: T): Record<keyof T, string> {
  return Object.fromEntries(Object.entries(words).map(([id, text]) => [id, mirrored(text)])) as Record<keyof T, string>
}
