// Foot pedals that the system sees as game controllers: their buttons, told once for each press.

/** The part of the Gamepad API that is read. */
export interface Pad {
  readonly buttons: readonly { readonly pressed: boolean }[]
}

/** The buttons that are newly pressed since the last look, as names: 'Button0'. All devices count as one. */
export class PadLook {
  #pressed = new Set<string>()

  look(pads: readonly (Pad | null)[]): readonly string[] {
    const now = new Set(
      pads.flatMap((pad) => pad?.buttons.flatMap(({ pressed }, at) => (pressed ? [`Button${at}`] : [])) ?? []),
    )
    const fresh = [...now].filter((name) => !this.#pressed.has(name))
    this.#pressed = now
    return fresh
  }
}

export const isPadButton = (pedal: string): boolean => /^Button\d+$/.test(pedal)

/** How often a connected device is looked at. A look is a few microseconds; a foot stays down for far longer. */
const everyMs = 30

/**
 * Tells `pressed` of every press of a button while the window has the focus; gives what stops it.
 * NOTE: Chromium names a device only after a first press on it while the page is shown.
 */
export function watchPads(pressed: (pedal: string) => void): () => void {
  const look = new PadLook()
  let ticking: ReturnType<typeof setInterval> | undefined
  const tick = (): void => {
    const pads = navigator.getGamepads()
    const fresh = look.look(pads)
    if (document.hasFocus()) fresh.forEach(pressed)
    if (pads.every((pad) => pad === null)) stop()
  }
  const start = (): void => {
    ticking ??= setInterval(tick, everyMs)
  }
  const stop = (): void => {
    clearInterval(ticking)
    ticking = undefined
  }
  window.addEventListener('gamepadconnected', start)
  if (navigator.getGamepads().some((pad) => pad !== null)) start()
  return () => {
    window.removeEventListener('gamepadconnected', start)
    stop()
  }
}
