// Which passages are in sight or nearly: their marks are drawn before anybody sees them.

interface Seen {
  readonly dom: HTMLElement
  readonly id: string
}

/** How far beyond what is seen, on either side. */
const beyond = '1200px 0px'

export interface Nearness {
  add(passage: Seen): void
  remove(passage: Seen): void
  ids(): ReadonlySet<string>
  stop(): void
}

/** `onChange` is called after a frame in which others came near. */
export function nearness(onChange: () => void): Nearness {
  const byElement = new Map<Element, Seen>()
  const near = new Set<Seen>()
  // NOTE: the story scrolls in a pane of its own, to which only scrollMargin applies.
  const margins: IntersectionObserverInit & { readonly scrollMargin: string } = {
    rootMargin: beyond,
    scrollMargin: beyond,
  }
  const observer = new IntersectionObserver((entries) => {
    let came = false
    for (const { target, isIntersecting } of entries) {
      const passage = byElement.get(target)
      if (passage === undefined) continue
      if (!isIntersecting) near.delete(passage)
      else if (!near.has(passage)) {
        near.add(passage)
        came = true
      }
    }
    if (came) onChange()
  }, margins)
  return {
    add(passage) {
      byElement.set(passage.dom, passage)
      observer.observe(passage.dom)
    },
    remove(passage) {
      byElement.delete(passage.dom)
      near.delete(passage)
      observer.unobserve(passage.dom)
    },
    ids: () => new Set([...near].map(({ id }) => id)),
    stop: () => observer.disconnect(),
  }
}
