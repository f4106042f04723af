// When what had the focus goes from a panel, because its card was dealt with, the focus stays in the panel: at its tab.
import { useEffect, useRef, type RefObject } from 'react'

/** `panel` is the element around tabs and panels. Looked at after every change inside it. */
export function useFocusStays(panel: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const around = panel.current
    if (around === null) return
    const focused = ({ target }: FocusEvent): void => {
      last.current = target instanceof Element && around.contains(target) ? target : null
    }
    const back = (): void => {
      const gone = last.current
      if (gone === null || document.activeElement !== document.body) return
      const isThere = gone.isConnected && !gone.matches(':disabled') && gone.getClientRects().length > 0
      if (isThere) return
      last.current = null
      around.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
    }
    const changes = new MutationObserver(back)
    changes.observe(around, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', focused)
    return () => {
      changes.disconnect()
      document.removeEventListener('focusin', focused)
    }
  }, [panel])
}
