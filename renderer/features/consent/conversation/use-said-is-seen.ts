// What is said on a page while somebody answers is scrolled into sight, clear of what stays at its end.
import { useEffect, type RefObject } from 'react'

/** Looks for whatever appears as an alert within `page`; the focus stays where it is. */
export function useSaidIsSeen(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (page.current === null) return
    const appeared = new MutationObserver((changes) => {
      const said = changes
        .flatMap(({ addedNodes }) => [...addedNodes])
        .flatMap((node) => (node instanceof Element ? [node, ...node.querySelectorAll('[role="alert"]')] : []))
        .find((one) => one.matches('[role="alert"]'))
      said?.scrollIntoView({ block: 'nearest' })
    })
    appeared.observe(page.current, { childList: true, subtree: true })
    return () => appeared.disconnect()
  }, [page])
}
