// The canvas that a recording is drawn on, drawn again whenever anything about it is another.
import { useEffect, useRef } from 'react'
import { drawSound, type Drawing } from './draw-sound.ts'
import { useDrawingLook } from './drawing-look.ts'
import styles from './Waveform.module.css'

export function Waveform({ levels, window, positionMs, ranges, chosen, isClose }: Drawing) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const look = useDrawingLook(canvas)
  useEffect(() => {
    if (canvas.current === null || look === undefined) return
    drawSound(canvas.current, look, { levels, window, positionMs, ranges, chosen, isClose })
  }, [look, levels, window, positionMs, ranges, chosen, isClose])
  return <canvas ref={canvas} className={styles.waveform} aria-hidden="true" />
}
