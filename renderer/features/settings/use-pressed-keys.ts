// Waits for keys to be pressed, before anything else in the window hears them. Tab goes on, and Hide now stays what it is.
import { useEffect, useRef } from 'react'
import { commandRow, keysFromStart } from '../../../shared/contract/commands.ts'
import { isComposing, keysOf, matchesKeys, platformHere } from '../../app/key-match.ts'
import { watchPads } from '../../app/pads.ts'

interface Waiting {
  readonly isWaiting: boolean
  readonly onKeys: (keys: string) => void
  readonly onLeave: () => void
  /** Buttons of pedals that are no keyboard; left out where only keys are wanted. */
  readonly onPad?: (pedal: string) => void
}

export function usePressedKeys({ isWaiting, onKeys, onLeave, onPad }: Waiting): void {
  const latest = useRef({ onKeys, onLeave, onPad })
  latest.current = { onKeys, onLeave, onPad }
  const wantsPads = onPad !== undefined
  useEffect(() => {
    if (!isWaiting) return
    const platform = platformHere()
    const hide = commandRow('hide')
    const hideKeys = hide === undefined ? undefined : keysFromStart(hide, platform)
    const pressed = (event: KeyboardEvent): void => {
      if (isComposing(event)) return
      if (hideKeys !== undefined && matchesKeys(hideKeys, event, platform === 'mac')) return
      if (event.key === 'Tab') return latest.current.onLeave()
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
  }, [isWaiting, wantsPads])
}
