// Draws a part of a recording: its shape as bars, what lies in it, what is chosen, where the player is, and the time below.
import type { PeakLevels } from '../../app/sound/peak-levels.ts'
import type { DrawnRanges, Stretch } from './drawn-sound.ts'
import { ticksOf, type SoundWindow } from './sound-window.ts'
import { writtenTime } from './written-time.ts'

const barWidth = 3
const barStep = 5
const lane = 4

/** Colours as they are on the screen now. */
export interface DrawingLook {
  readonly played: string
  readonly coming: string
  readonly soft: string
  readonly ink: string
  readonly hatch: string
  readonly labels: readonly string[]
  readonly font: string
  readonly fontPx: number
}

export interface Drawing {
  readonly levels: PeakLevels | undefined
  readonly window: SoundWindow
  readonly positionMs: number
  readonly ranges: DrawnRanges
  readonly chosen: Stretch | null
  /** With the time written below, and what lies in it in lanes: there is room for it. */
  readonly isClose: boolean
}

/** So that colour is never alone: each label's line has a pattern of its own, as under its words. */
const patterns: readonly (readonly number[])[] = [[], [7, 3], [3, 3, 9, 3], [2, 3], [5, 2], [12, 2], [9, 5], [2, 5]]

export function drawSound(canvas: HTMLCanvasElement, look: DrawingLook, drawing: Drawing): void {
  const { clientWidth: width, clientHeight: tall } = canvas
  const brush = canvas.getContext('2d')
  if (brush === null || width === 0 || tall === 0) return
  const density = window.devicePixelRatio || 1
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(tall * density)
  brush.scale(density, density)
  const { startMs, spanMs } = drawing.window
  const x = (ms: number): number => ((ms - startMs) / spanMs) * width
  const ruler = drawing.isClose ? Math.ceil(look.fontPx * 1.5) : 0
  const top = drawing.isClose ? lane * 2 : 0
  const bottom = tall - ruler - (drawing.isClose ? lane * 2 : 0)
  const across = (stretch: Stretch): readonly [number, number] | null => {
    const [from, until] = [Math.max(0, x(stretch.startMs)), Math.min(width, x(stretch.endMs))]
    return until > from ? [from, Math.max(2, until - from)] : null
  }
  if (drawing.chosen !== null) {
    const place = across(drawing.chosen)
    brush.fillStyle = look.soft
    if (place !== null) brush.fillRect(place[0], top, place[1], bottom - top)
  }
  drawBars(brush, look, drawing, { width, top, bottom, playedUntil: x(drawing.positionMs) })
  for (const stretch of drawing.ranges.takenOut) {
    const place = across(stretch)
    if (place !== null) hatch(brush, look, { x: place[0], y: top, width: place[1], height: bottom - top })
  }
  if (drawing.isClose) {
    for (const label of drawing.ranges.labels) {
      const place = across(label)
      if (place === null) continue
      brush.strokeStyle = look.labels[label.colour - 1] ?? look.ink
      brush.lineWidth = 3
      brush.setLineDash([...(patterns[label.colour - 1] ?? [])])
      line(brush, place[0], lane - 1, place[0] + place[1], lane - 1)
      brush.setLineDash([])
    }
    brush.fillStyle = look.ink
    for (const passage of drawing.ranges.passages) {
      const place = across(passage)
      if (place === null) continue
      brush.fillRect(place[0], bottom + lane, Math.max(1, place[1] - 2), 2)
      if (x(passage.startMs) >= 0) brush.fillRect(place[0], bottom + lane - 3, 1, 5)
    }
  }
  brush.strokeStyle = look.ink
  brush.lineWidth = 1.5
  brush.setLineDash([3, 3])
  for (const { atMs } of drawing.ranges.gaps) line(brush, x(atMs), 0, x(atMs), bottom)
  brush.setLineDash([])
  if (drawing.isClose) for (const { atMs } of drawing.ranges.gaps) flag(brush, look, x(atMs))
  if (drawing.chosen !== null) {
    brush.fillStyle = look.played
    const place = across(drawing.chosen)
    if (place !== null) brush.fillRect(place[0], bottom - 2, place[1], 2)
    for (const edge of [x(drawing.chosen.startMs), x(drawing.chosen.endMs)])
      if (edge >= 0 && edge <= width) brush.fillRect(Math.min(width - 2, Math.max(0, edge - 1)), top, 2, bottom - top)
  }
  const head = x(drawing.positionMs)
  brush.fillStyle = look.ink
  if (head >= 0 && head <= width) brush.fillRect(Math.min(width - 2, Math.max(0, head - 1)), 0, 2, tall - ruler)
  if (ruler > 0) drawRuler(brush, look, drawing.window, { width, tall, x })
}

interface Room {
  readonly width: number
  readonly top: number
  readonly bottom: number
  readonly playedUntil: number
}

function drawBars(brush: CanvasRenderingContext2D, look: DrawingLook, drawing: Drawing, room: Room): void {
  const { levels, window } = drawing
  const { width, top, bottom } = room
  const height = bottom - top
  const loudest = Math.max(0.02, levels?.loudest ?? 0)
  for (let left = 0; left < width; left += barStep) {
    const at = (px: number): number => window.startMs + (px / width) * window.spanMs
    const loudness = (levels?.between(at(left), at(left + barStep)) ?? 0) / loudest
    const bar = loudness === 0 ? 1.5 : Math.max(2, loudness * (height - 4))
    brush.fillStyle = left < room.playedUntil ? look.played : look.coming
    brush.fillRect(left, top + (height - bar) / 2, barWidth, bar)
  }
}

function hatch(
  brush: CanvasRenderingContext2D,
  look: DrawingLook,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  brush.save()
  brush.beginPath()
  brush.rect(place.x, place.y, place.width, place.height)
  brush.clip()
  brush.strokeStyle = look.hatch
  brush.lineWidth = 1.5
  // NOTE: from a fixed grid, so that the lines stand still while the drawing moves under them.
  const first = Math.floor((place.x - place.height) / 6) * 6
  for (let left = first; left < place.x + place.width; left += 6)
    line(brush, left, place.y + place.height, left + place.height, place.y)
  brush.restore()
  brush.strokeStyle = look.hatch
  brush.lineWidth = 1
  brush.strokeRect(place.x + 0.5, place.y + 0.5, Math.max(1, place.width - 1), place.height - 1)
}

/** At the top of a place where sound is missing, so that it is no edge of anything else. */
function flag(brush: CanvasRenderingContext2D, look: DrawingLook, x: number): void {
  brush.fillStyle = look.hatch
  brush.beginPath()
  brush.moveTo(x - lane * 1.5, 0)
  brush.lineTo(x + lane * 1.5, 0)
  brush.lineTo(x, lane * 2.5)
  brush.fill()
}

function drawRuler(
  brush: CanvasRenderingContext2D,
  look: DrawingLook,
  window: SoundWindow,
  { width, tall, x }: { readonly width: number; readonly tall: number; readonly x: (ms: number) => number },
): void {
  brush.font = look.font
  brush.fillStyle = look.ink
  brush.textBaseline = 'bottom'
  const widest = brush.measureText(writtenTime(window.startMs + window.spanMs + 10)).width + look.fontPx
  for (const ms of ticksOf(window, width / widest)) {
    const at = x(ms)
    const text = writtenTime(ms)
    const own = brush.measureText(text).width
    brush.fillRect(at, tall - look.fontPx * 1.5, 1, 4)
    brush.fillText(text, Math.min(Math.max(0, at - own / 2), width - own), tall)
  }
}

function line(brush: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  brush.beginPath()
  brush.moveTo(fromX, fromY)
  brush.lineTo(toX, toY)
  brush.stroke()
}
