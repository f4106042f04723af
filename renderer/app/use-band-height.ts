// How much of the window's top is covered by the band that stays there, for what is focused or turned to below it.
import { useLayoutEffect, type RefObject } from 'react'

/** Tells the page the height of the band in `--band`; nothing of it where the band scrolls along with the rest. */
export function useBandHeight(band: RefObject<HTMLElement | null>, isThere: boolean): void {
  useLayoutEffect(() => {
    const staying = band.current
    if (!isThere || staying === null) return
    const { style } = document.documentElement
    const measure = (): void => {
      const stays = getComputedStyle(staying).position === 'sticky'
      style.setProperty('--band', `${stays ? staying.offsetHeight : 0}px`)
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(staying)
    window.addEventListener('resize', measure)
    return () => {
      sizes.disconnect()
      window.removeEventListener('resize', measure)
      style.removeProperty('--band')
    }
  }, [band, isThere])
}
