// The recording drawn as bars, played and still to come; where something is taken out there is a dotted line.
import { useEffect, useRef, useState } from 'react'
import styles from './Waveform.module.css'
import { barsOf, type Stretch } from './waveform-bars.ts'

const barWidth = 3
const barStep = 5

interface WaveformProps {
  readonly peaks: Uint8Array | undefined
  readonly positionMs: number
  readonly durationMs: number
  readonly takenOut: readonly Stretch[]
}

export function Waveform({ peaks, positionMs, durationMs, takenOut }: WaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [look, setLook] = useState({ width: 0, height: 0, turn: 0 })
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const changed = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      setLook(({ turn }) => ({ width, height, turn: turn + 1 }))
    }
    const sizes = new ResizeObserver(changed)
    const theme = new MutationObserver(changed)
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    sizes.observe(element)
    theme.observe(document.documentElement, { attributes: true })
    scheme.addEventListener('change', changed)
    return () => {
      sizes.disconnect()
      theme.disconnect()
      scheme.removeEventListener('change', changed)
    }
  }, [])
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, peaks ?? new Uint8Array(0), positionMs, durationMs, takenOut)
  }, [look, peaks, positionMs, durationMs, takenOut])
  return <canvas ref={canvas} className={styles.waveform} aria-hidden="true" />
}

function draw(
  canvas: HTMLCanvasElement,
  peaks: Uint8Array,
  positionMs: number,
  durationMs: number,
  takenOut: readonly Stretch[],
): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const brush = canvas.getContext('2d')
  if (brush === null || width === 0) return
  const density = window.devicePixelRatio || 1
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  brush.scale(density, density)
  const look = getComputedStyle(canvas)
  // NOTE: by properties that hold a colour, because a custom property may still hold an expression.
  const [played, coming] = [look.color, look.textDecorationColor]
  const bars = barsOf(peaks, Math.max(1, Math.floor(width / barStep)), durationMs, takenOut)
  const playedUntil = durationMs > 0 ? (positionMs / durationMs) * width : 0
  for (const [index, bar] of bars.entries()) {
    const x = index * barStep
    brush.fillStyle = x < playedUntil ? played : coming
    const tall = bar === null ? 1.5 : Math.max(2, bar * (height - 4))
    brush.fillRect(x, (height - tall) / 2, barWidth, tall)
  }
  brush.fillStyle = played
  brush.fillRect(Math.min(width - 2, Math.max(0, playedUntil - 1)), 0, 2, height)
}
