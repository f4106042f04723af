// After trying to keep: the first field that something is missing in gets the focus, and is in sight.
import { useEffect, useRef, useState, type RefObject } from 'react'

/** `tell` is called after a try that something was missing in; `tried`: whether there was one. */
export function useFirstWrong<T extends HTMLElement>(): {
  form: RefObject<T | null>
  tried: boolean
  tell: () => void
} {
  const form = useRef<T>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries === 0) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const field = wrong?.matches('input, textarea') === true ? wrong : wrong?.querySelector('input')
    field?.focus()
  }, [tries])
  return { form, tried: tries > 0, tell: () => setTries((n) => n + 1) }
}
