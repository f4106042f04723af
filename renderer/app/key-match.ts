// Keys as they are written ('Mod+Shift+F') and as they are pressed, on any layout.
import type { Platform } from '../../shared/contract/commands.ts'

export const onMac = (): boolean => /mac/i.test(navigator.platform)

export const platformHere = (): Platform => (onMac() ? 'mac' : /win/i.test(navigator.platform) ? 'windows' : 'other')

export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'
>

/** True while an input method is composing: its keys belong to it. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229

/** By what is written on the key, or by where it lies on a layout of another script. */
export type Match = 'written' | 'place'

/** How `event` is the press that `keys` names; null where it is not. Mod is Command on a Mac and Control elsewhere. */
export function matchOf(keys: string, event: Pressed, mac: boolean): Match | null {
  if (isComposing(event)) return null
  const parts = keys.split('+')
  const wanted = parts.pop() ?? ''
  const [mod, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  if (mod !== parts.includes('Mod') || other !== parts.includes('Ctrl')) return null
  if (event.altKey !== parts.includes('Alt')) return null
  const shift = parts.includes('Shift')
  // NOTE: Shift may be what makes a sign ('?' on many layouts), so only letters, digits and named keys must agree on it.
  if (event.shiftKey !== shift && (wanted.length > 1 || /[A-Z0-9]/.test(wanted) || shift)) return null
  return keyMatchOf(wanted, event)
}

export const matchesKeys = (keys: string, event: Pressed, mac: boolean): boolean => matchOf(keys, event, mac) !== null

function keyMatchOf(wanted: string, event: Pressed): Match | null {
  if (/^[0-9]$/.test(wanted)) {
    if (event.key === wanted) return 'written'
    return event.code === `Digit${wanted}` ? 'place' : null
  }
  const key = wanted === 'Space' ? ' ' : wanted
  if (event.key === key || (/^[A-Z]$/.test(wanted) && event.key.toUpperCase() === wanted)) return 'written'
  return isOtherScript(event.key) && event.code in places && places[event.code] === wanted ? 'place' : null
}

/**
 * Whether what is written on the key is of another script than Latin, so that the key counts by its place.
 * NOTE: not every layout that is not American: on AZERTY the key of the American M writes a comma, and is a comma.
 */
const isOtherScript = (key: string): boolean => /^[^\0-\u024f]/.test(key) && !/^\p{Script=Latin}/u.test(key)

const places: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [`Key${letter}`, letter])),
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
}

/** Keys that only change what another key means. */
const held = /^(?:Control|Shift|Alt|Meta|AltGraph|CapsLock|NumLock|ScrollLock|Fn|FnLock|Hyper|Super|Symbol|SymbolLock)$/
/** Keys without a name that means the same on the next press. */
const nameless =
  /^(?:Dead|Process|Unidentified|Compose|.*(?:IME|Kana|Hangul|Hanja|Kanji|Convert|Eisu|Jun|Zenkaku|Hankaku|Hiragana|Katakana|Romaji|ModeChange|Candidate|Group).*)$/

/** A press as it is written; null for a modifier alone, while composing, and where the key has no lasting name. */
export function keysOf(event: Pressed, mac: boolean): string | null {
  if (isComposing(event) || held.test(event.key) || nameless.test(event.key) || event.key === '') return null
  const digit = /^Digit([0-9])$/.exec(event.code)?.[1]
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : undefined
  const place = isOtherScript(event.key) ? places[event.code] : undefined
  const key = digit ?? letter ?? place ?? (event.key === ' ' ? 'Space' : event.key)
  const isSign = key.length === 1 && !/[A-Z0-9]/.test(key)
  const [mod, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  // NOTE: the key with the system's sign belongs to the system, on every machine but a Mac.
  if (other && !mac) return null
  return [
    ...(mod ? ['Mod'] : []),
    ...(other ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey && !isSign ? ['Shift'] : []),
    key,
  ].join('+')
}

const asWritten: Readonly<Record<string, string>> = { Escape: 'Esc' }

/** How keys are written for a person on this machine: 'Ctrl+Shift+F', '⇧⌘F'. `called` names keys in the person's language. */
export function writtenKeys(keys: string, mac: boolean, called: Readonly<Record<string, string>> = asWritten): string {
  const parts = keys.split('+')
  if (!mac) return parts.map((part) => called[part] ?? (part === 'Mod' ? 'Ctrl' : part)).join('+')
  const signs: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' }
  return parts.map((part) => signs[part] ?? called[part] ?? part).join('')
}
