// The faces of other scripts are nine hundred rules: whoever waits for the door does not wait for them too.

/** Loads them once the next picture is on the screen and the window has nothing else to do. */
export function loadMoreFaces(): void {
  const load = (): void => void import('../ui/more-faces.ts')
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(load, { timeout: 1_000 })))
}
