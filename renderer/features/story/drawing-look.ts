// The colours and letters that a drawing takes from the page, read anew whenever the page looks otherwise.
import { useEffect, useState, type RefObject } from 'react'
import type { DrawingLook } from './draw-sound.ts'

/** NOTE: by a property that holds a colour, because a custom property may still hold an expression. */
function colourOf(element: HTMLElement, name: string): string {
  element.style.columnRuleColor = `var(${name})`
  const colour = getComputedStyle(element).columnRuleColor
  element.style.columnRuleColor = ''
  return colour
}

function lookOf(element: HTMLElement): DrawingLook {
  const { fontSize, fontFamily } = getComputedStyle(element)
  return {
    played: colourOf(element, '--accent'),
    coming: colourOf(element, '--line-strong'),
    soft: colourOf(element, '--accent-soft'),
    ink: colourOf(element, '--ink-soft'),
    hatch: colourOf(element, '--ink'),
    labels: [1, 2, 3, 4, 5, 6, 7, 8].map((colour) => colourOf(element, `--label-${colour}`)),
    font: `${fontSize} ${fontFamily}`,
    fontPx: Number.parseFloat(fontSize),
  }
}

/** Undefined until the canvas is there; another object whenever its size or the page's theme has changed. */
export function useDrawingLook(canvas: RefObject<HTMLCanvasElement | null>): DrawingLook | undefined {
  const [look, setLook] = useState<DrawingLook>()
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const changed = (): void => setLook(lookOf(element))
    const sizes = new ResizeObserver(changed)
    const theme = new MutationObserver(changed)
    const schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query))
    sizes.observe(element)
    theme.observe(document.documentElement, { attributes: true })
    for (const scheme of schemes) scheme.addEventListener('change', changed)
    return () => {
      sizes.disconnect()
      theme.disconnect()
      for (const scheme of schemes) scheme.removeEventListener('change', changed)
    }
  }, [canvas])
  return look
}
