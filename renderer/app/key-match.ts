// Keys as they are written ('Mod+Shift+F') and as they are pressed, on any layout.

export const onMac = (): boolean => /mac/i.test(navigator.platform)

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'
>

/** True while an input method is composing: its keys belong to it. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229

/** Whether `event` is the press that `keys` names. Mod is Command on a Mac and Control elsewhere. */
export function matchesKeys(keys: string, event: Pressed, mac: boolean): boolean {
  if (isComposing(event)) return false
  const parts = keys.split('+')
  const wanted = parts.pop() ?? ''
  const [mod, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  if (mod !== parts.includes('Mod') || other !== parts.includes('Ctrl')) return false
  if (event.altKey !== parts.includes('Alt')) return false
  const shift = parts.includes('Shift')
  // NOTE: Shift may be what makes a sign ('?' on many layouts), so only letters, digits and named keys must agree on it.
  if (event.shiftKey !== shift && (wanted.length > 1 || /[A-Z0-9]/.test(wanted) || shift)) return false
  return matchesKey(wanted, event)
}

function matchesKey(wanted: string, event: Pressed): boolean {
  if (/^[A-Z]$/.test(wanted)) {
    return /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() === wanted : event.code === `Key${wanted}`
  }
  if (/^[0-9]$/.test(wanted)) return event.code === `Digit${wanted}` || event.key === wanted
  if (wanted === ',') return event.key === ',' || event.code === 'Comma'
  return event.key === (wanted === 'Space' ? ' ' : wanted)
}

/** How keys are written for a person on this machine: 'Ctrl+Shift+F', '⇧⌘F'. */
export function writtenKeys(keys: string, mac: boolean): string {
  const parts = keys.split('+')
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+')
  const signs: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' }
  return parts.map((part) => signs[part] ?? part).join('')
}
