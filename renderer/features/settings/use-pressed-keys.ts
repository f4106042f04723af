// Hears the keys that are pressed, before anything else in the window does. Tab goes on, and Hide now stays what it is.
import { useEffect, useRef } from 'react'
import { commandRow, keysFromStart } from '../../../shared/contract/commands.ts'
import { isComposing, keysOf, matchesKeys, platformHere } from '../../app/key-match.ts'
import { watchPads } from '../../app/pads.ts'

interface Listening {
  readonly isListening: boolean
  readonly onKeys: (keys: string) => void
  /** Buttons of pedals that are no keyboard; left out where only keys are wanted. */
  readonly onPad?: (pedal: string) => void
}

export function usePressedKeys({ isListening, onKeys, onPad }: Listening): void {
  const latest = useRef({ onKeys, onPad })
  latest.current = { onKeys, onPad }
  const wantsPads = onPad !== undefined
  useEffect(() => {
    if (!isListening) return
    const platform = platformHere()
    const hide = commandRow('hide')
    const hideKeys = hide === undefined ? undefined : keysFromStart(hide, platform)
    const pressed = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.key === 'Tab') return
      if (hideKeys !== undefined && matchesKeys(hideKeys, event, platform === 'mac')) return
      const keys = keysOf(event, platform === 'mac')
      event.preventDefault()
      event.stopImmediatePropagation()
      if (keys !== null && !event.repeat) latest.current.onKeys(keys)
    }
    window.addEventListener('keydown', pressed, true)
    const stopPads = wantsPads ? watchPads((pedal) => latest.current.onPad?.(pedal)) : undefined
    return () => {
      window.removeEventListener('keydown', pressed, true)
      stopPads?.()
    }
  }, [isListening, wantsPads])
}
