// Keeps the top or the end of a dialog or page in sight while the rest is scrolled, where that leaves room for the rest.
import { useLayoutEffect, type RefObject } from 'react'

/**
 * Marks the element with `data-stays` and tells the nearest `data-scrolls-clear` around it its height in `variable`, for
 * what is focused or said to be scrolled clear of it. With large text in a low window it would cover too much: above `most` of the height it scrolls along.
 */
export function useStaysInSight(element: RefObject<HTMLElement | null>, variable: string, most: number): void {
  useLayoutEffect(() => {
    const staying = element.current
    const scroller = staying?.closest<HTMLElement>('[data-scrolls-clear]') ?? null
    if (staying === null || scroller === null) return
    const measure = (): void => {
      const height = staying.offsetHeight
      const stays = height <= most * window.innerHeight
      staying.toggleAttribute('data-stays', stays)
      scroller.style.setProperty(variable, stays ? `${height}px` : '0px')
    }
    measure()
    const sizes = new ResizeObserver(measure)
    for (const one of [staying, scroller]) sizes.observe(one)
    window.addEventListener('resize', measure)
    return () => {
      sizes.disconnect()
      window.removeEventListener('resize', measure)
      scroller.style.removeProperty(variable)
    }
  }, [element, variable, most])
}
