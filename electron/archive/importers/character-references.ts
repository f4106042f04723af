// HTML character references in running text ("&amp;", "&#8217;", "&eacute;"), as the HTML standard reads them.
import { namedCharacters } from './named-characters.ts'

const longestName = Math.max(...[...namedCharacters.keys()].map((name) => name.length))

// The C1 numbers that HTML reads as Windows-1252.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** The text with every reference replaced; what is no reference stays as it is. */
export function decodeCharacterReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#[xX]([0-9a-fA-F]+);?|#(\d+);?|([A-Za-z][A-Za-z0-9]*;?))/g, (whole, hex, decimal, name) => {
    if (hex !== undefined) return fromNumber(Number.parseInt(String(hex), 16))
    if (decimal !== undefined) return fromNumber(Number.parseInt(String(decimal), 10))
    return fromName(String(name)) ?? String(whole)
  })
}

function fromNumber(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD'
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? '\uFFFD'
  return String.fromCodePoint(code)
}

/** The longest name that the text begins with; the rest follows it unchanged. */
function fromName(name: string): string | null {
  for (let length = Math.min(name.length, longestName); length > 1; length--) {
    const character = namedCharacters.get(name.slice(0, length))
    if (character !== undefined) return character + name.slice(length)
  }
  return null
}
