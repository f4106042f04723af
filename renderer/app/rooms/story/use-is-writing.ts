// Whether the focus is in a field that somebody writes in, which then has keys of its own.
import { useEffect, useState } from 'react'

const written =
  'textarea, [contenteditable="true"], input:not([type="radio"]):not([type="checkbox"]):not([type="button"]):not([type="range"])'

export function useIsWriting(): boolean {
  const [isWriting, setIsWriting] = useState(false)
  useEffect(() => {
    const look = (): void => setIsWriting(document.activeElement?.matches(written) === true)
    const later = (): void => void setTimeout(look, 0)
    look()
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', later)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', later)
    }
  }, [])
  return isWriting
}
