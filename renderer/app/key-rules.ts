// Which keys may be given to a command. What types, edits, moves the caret, or belongs to the system stays as it is.

/** Why these keys cannot be taken. Each has a sentence in renderer/words. */
export const keyRefusals = ['types', 'edits', 'moves', 'inputMethod', 'window', 'unknown'] as const
export type KeyRefusal = (typeof keyRefusals)[number]

const modifiers = ['Mod', 'Ctrl', 'Alt', 'Shift']
const moving = /^(?:Enter|Tab|Backspace|Delete|Arrow\w+|Home|End|PageUp|PageDown|ContextMenu)$/
/** Cut, copy, paste, select, undo and redo; with Shift, redo, and paste as plain text. */
const editing = /^Mod\+(?:[ACVXZY]|Shift\+[VZ])$/
/** Closing, opening and leaving windows, and making what is on the screen larger: the browser and the system keep them. */
const windowKeys = /^(?:Mod\+(?:Shift\+)?[WTNQR]|Mod\+[-=0]|Mod\+M|Alt\+F4|F11|Mod\+F4|Mod\+Shift\+[CIJ]|F12)$/

/** Null where the keys may be taken. `keys` is as `keysOf` writes them. */
export function whyNotKeys(keys: string, mac: boolean): KeyRefusal | null {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  if (key === '' || modifiers.includes(key) || parts.some((part) => !modifiers.includes(part))) return 'unknown'
  const has = (part: string): boolean => parts.includes(part)
  // Ctrl+Space, Shift+Space, Alt+Space and Alt+Shift change the input method or the layout on one system or another.
  if (key === 'Space' && parts.length > 0) return 'inputMethod'
  if (has('Alt') && has('Shift') && !has('Mod') && !has('Ctrl')) return 'inputMethod'
  if (moving.test(key)) return 'moves'
  if (editing.test(keys)) return 'edits'
  if (windowKeys.test(keys)) return 'window'
  const isTyped = key === 'Space' || [...key].length === 1
  if (isTyped) {
    // NOTE: Ctrl+Alt is what AltGr sends on Windows, and Option writes signs on a Mac: both type.
    const commands = has('Mod') || has('Ctrl')
    if (!commands && (mac || !has('Alt'))) return 'types'
    if (has('Alt') && (commands || mac) && !(mac && has('Mod'))) return 'types'
    if (!/^[!-*,-~]$/.test(key)) return 'unknown'
    return null
  }
  return /^(?:Escape|F(?:[1-9]|1[0-9]|2[0-4])|Pause|Insert|Help|Media\w+|Launch\w+|Browser\w+|Audio\w+)$/.test(key)
    ? null
    : 'unknown'
}
