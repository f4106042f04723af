// A file's or folder's name made from somebody's words, that every system can keep and none can be misled by.

declare const made: unique symbol
/** A single path segment, or such segments joined by `/`. Only this file makes one. */
export type SafePath = string & { readonly [made]: true }

const mostBytes = 80
// Controls, separators, what Windows forbids, and invisible or direction-turning characters.
const unfit = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/iu

/**
 * A name from a person's words: NFC, no separators, controls, reserved names, leading or trailing dots, at most 80
 * bytes of UTF-8 with its `ending` (such as `.txt`, lowercase). `fallback` is taken where nothing is left.
 */
export function safeName(words: string, fallback: string, ending: string): SafePath {
  const stem = fit(words, mostBytes - Buffer.byteLength(ending)) || fit(fallback, mostBytes - Buffer.byteLength(ending))
  return ((stem || '_') + ending) as SafePath
}

/** `a/b` from two names that are safe already. */
export function within(folder: SafePath, name: SafePath): SafePath {
  return `${folder}/${name}` as SafePath
}

function fit(words: string, bytes: number): string {
  const clean = trimmed(words.normalize('NFC').replaceAll(unfit, ' ').replaceAll(/\s+/gu, ' '))
  let short = ''
  // By what a reader sees as one letter, so that no accent is cut from its letter.
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(clean)) {
    if (Buffer.byteLength(short + segment) > bytes) break
    short += segment
  }
  const name = trimmed(short)
  // Windows takes `con.anything` for the device too.
  return reserved.test(name.split('.')[0]?.trim() ?? '') ? trimmed(`_${name}`) : name
}

function trimmed(name: string): string {
  return name.replaceAll(/^[\s.~-]+|[\s.]+$/gu, '')
}
