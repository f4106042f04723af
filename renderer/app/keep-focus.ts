// What was pressed may be gone afterwards: the focus then goes to the words or the title nearest to it, never to the page itself.
// NOTE: never to another button, or Enter pressed twice would do what nobody asked for.

/** What is only resting while something is kept comes back; after so long, in milliseconds, it is gone for whoever waits. */
const restsFor = 1_500

/** The words of a story look after their caret themselves. */
const looksAfterItself = '[contenteditable], [contenteditable] *'

/** How long after the focus came somewhere what is drawn around it may push it out of sight, in milliseconds. */
const settlesWithin = 2_000

/** Where the focus is at home: the passage that is open, else a title. */
const homes = '[data-focus-home], h1, h2, h3'

const isThere = (one: Element): boolean => one.isConnected && !one.matches(':disabled')

interface ScrolledTo {
  readonly scroller: Element
  readonly top: number
  readonly left: number
}

/** How far everything around is scrolled. */
const howScrolled = (around: readonly Element[]): readonly ScrolledTo[] =>
  around.map((scroller) => ({ scroller, top: scroller.scrollTop, left: scroller.scrollLeft }))

/** The nearest home to where something was; `around` are the elements around it, the nearest first. */
function homeNear(around: readonly Element[]): HTMLElement | null {
  for (const one of around) {
    if (!one.isConnected) continue
    const found = [...one.querySelectorAll<HTMLElement>(homes)].filter((home) => home.checkVisibility())
    const home = found.find((candidate) => candidate.matches('[data-focus-home]')) ?? found[0]
    if (home !== undefined) return home
  }
  return null
}

/** Watches `page` until the function that it gives is called. */
export function keepFocus(page: Document): () => void {
  let last: Element | null = null
  let around: Element[] = []
  let cameAt = 0
  /** As it was when the focus had come, or was last brought back into sight; null once somebody has scrolled on. */
  let scrolled: readonly ScrolledTo[] | null = null
  let frame = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  const goTo = (to: HTMLElement | null): void => {
    if (page.activeElement !== null && page.activeElement !== page.body) return
    if (to !== null && to.tabIndex < 0) to.tabIndex = -1
    to?.focus({ preventScroll: to === last })
    if (to?.matches(':focus-visible') === true) to.scrollIntoView({ block: 'nearest' })
    scrolled = howScrolled(around)
  }
  /** NOTE: only what was drawn may be undone: whoever has scrolled on is about to press something else, just where it is. */
  const bringBack = (pushed: Element): void => {
    const isScrolledOn = scrolled?.some(
      ({ scroller, top, left }) => scroller.scrollTop !== top || scroller.scrollLeft !== left,
    )
    if (isScrolledOn !== false) return void (scrolled = null)
    if (!pushed.matches(':focus-visible')) return
    pushed.scrollIntoView({ block: 'nearest' })
    scrolled = howScrolled(around)
  }
  const look = (): void => {
    const { activeElement } = page
    if (last === null) return
    if (activeElement === last && performance.now() - cameAt < settlesWithin) return bringBack(last)
    if (activeElement !== null && activeElement !== page.body) return
    clearTimeout(waiting)
    if (last.isConnected && !isThere(last)) {
      const resting = last
      waiting = setTimeout(() => {
        if (last === resting && !isThere(resting)) goTo(homeNear(around))
      }, restsFor)
      return
    }
    goTo(isThere(last) ? (last as HTMLElement) : homeNear(around))
  }
  const soon = (): void => {
    cancelAnimationFrame(frame)
    // After this drawing and what it does with the focus itself.
    frame = requestAnimationFrame(() => (frame = requestAnimationFrame(look)))
  }
  const came = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target === page.body) return
    last = target.matches(looksAfterItself) ? null : target
    cameAt = performance.now()
    around = []
    for (let one = target.parentElement; one !== null; one = one.parentElement) around.push(one)
    // The browser has scrolled to it before it says that the focus is there.
    scrolled = howScrolled(around)
  }
  // Whoever presses beside everything lets the focus go.
  const letGo = (): void => void (last = null)
  const changes = new MutationObserver(soon)
  page.addEventListener('focusin', came)
  page.addEventListener('pointerdown', letGo, true)
  changes.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(waiting)
    changes.disconnect()
    page.removeEventListener('focusin', came)
    page.removeEventListener('pointerdown', letGo, true)
  }
}
