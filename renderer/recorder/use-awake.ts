// While it records the screen stays on, and the window is not closed by mistake.
import { useEffect } from 'react'

/** Asked for again whenever the window is seen again: the system takes it back when the window is covered. */
export function useAwake(isRecording: boolean): void {
  useEffect(() => {
    if (!isRecording || !('wakeLock' in navigator)) return undefined
    let lock: WakeLockSentinel | null = null
    let isOver = false
    const ask = (): void => {
      if (document.visibilityState !== 'visible') return
      navigator.wakeLock.request('screen').then(
        (given) => {
          if (isOver) void given.release().catch(() => {})
          else lock = given
        },
        () => {}, // the system does not give it: the battery is low, or main keeps the machine awake itself
      )
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release().catch(() => {})
    }
  }, [isRecording])
}

/** Asks the browser to ask before the window is closed; `onTried` says that somebody tried. */
export function useLeavingGuard(isRecording: boolean, onTried: () => void): void {
  useEffect(() => {
    if (!isRecording) return undefined
    const leaving = (event: BeforeUnloadEvent): void => {
      event.preventDefault()
      onTried()
    }
    window.addEventListener('beforeunload', leaving)
    return () => window.removeEventListener('beforeunload', leaving)
  }, [isRecording, onTried])
}
