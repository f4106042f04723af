// F6 goes round the parts of the window: every element marked `data-pane`, in the order of the page, that is on the screen.

const reachable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex="0"], [contenteditable="true"]'

export function moveBetweenPanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => isShown(pane))
  if (panes.length === 0) return
  const here = panes.findLastIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(here + step + panes.length) % panes.length]
  if (next === undefined) return
  const inside = [...next.querySelectorAll<HTMLElement>(reachable)].find(
    (element) => isShown(element) && element.closest('[data-pane]') === next,
  )
  ;(inside ?? next).focus()
}

// NOTE: an element with `display: contents` has no box of its own, but may hold what has.
function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 || getComputedStyle(element).display === 'contents'
}
