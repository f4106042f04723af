// A page shown in a frame is as large as the window around it. What is drawn changes, never what is kept or leaves.

/** Of a frame of the window's own origin that has loaded. Gives what ends it. */
export function followTextSize(frame: HTMLIFrameElement): () => void {
  const page = document.documentElement
  const follow = (): void => {
    const within = frame.contentDocument?.documentElement
    if (within !== undefined) within.style.fontSize = getComputedStyle(page).fontSize
  }
  follow()
  const changes = new MutationObserver(follow)
  changes.observe(page, { attributes: true, attributeFilter: ['style', 'data-hers'] })
  return () => changes.disconnect()
}
