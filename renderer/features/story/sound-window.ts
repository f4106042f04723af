// Which part of a recording is looked at from near, in milliseconds from its start.

export interface SoundWindow {
  readonly startMs: number
  readonly spanMs: number
}

/** Nothing finer is kept of a waveform. */
export const narrowestMs = 1_000

export const wholeOf = (durationMs: number): SoundWindow => ({ startMs: 0, spanMs: Math.max(narrowestMs, durationMs) })

function inside({ startMs, spanMs }: SoundWindow, durationMs: number): SoundWindow {
  const span = Math.min(Math.max(narrowestMs, spanMs), Math.max(narrowestMs, durationMs))
  return { startMs: Math.max(0, Math.min(startMs, durationMs - span)), spanMs: span }
}

/** `factor` below 1 looks closer; what is at `aroundMs` stays where it is drawn. */
export function zoomed(window: SoundWindow, factor: number, aroundMs: number, durationMs: number): SoundWindow {
  const most = Math.max(narrowestMs, durationMs)
  const spanMs = Math.min(most, Math.max(narrowestMs, window.spanMs * factor))
  const place = (aroundMs - window.startMs) / window.spanMs
  return inside({ startMs: aroundMs - place * spanMs, spanMs }, durationMs)
}

export function moved(window: SoundWindow, byMs: number, durationMs: number): SoundWindow {
  return inside({ ...window, startMs: window.startMs + byMs }, durationMs)
}

/** The same window where the moment is in it, else the next or the one before that has it. */
export function holding(window: SoundWindow, ms: number, durationMs: number): SoundWindow {
  const { startMs, spanMs } = window
  if (ms >= startMs && ms <= startMs + spanMs) return window
  const margin = spanMs * 0.08
  return inside({ spanMs, startMs: ms < startMs ? ms - spanMs + margin : ms - margin }, durationMs)
}

/** With a little beside it, so that its edges can be seen. */
export function around(startMs: number, endMs: number, durationMs: number): SoundWindow {
  const beside = Math.max(500, (endMs - startMs) * 0.25)
  return inside({ startMs: startMs - beside, spanMs: endMs - startMs + 2 * beside }, durationMs)
}

const steps = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

/** How far an arrow key goes, in milliseconds: about a hundredth of what is seen, from 20 ms to 10 s. */
export const stepOf = ({ spanMs }: SoundWindow): number => steps.find((step) => step >= spanMs / 100) ?? 10_000

const tickSteps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800].map(
  (seconds) => seconds * 1000,
)

/** Moments to be written along the edge, as many as there is room for. */
export function ticksOf({ startMs, spanMs }: SoundWindow, most: number): readonly number[] {
  const step = tickSteps.find((one) => spanMs / one <= Math.max(1, most)) ?? spanMs
  const first = Math.ceil(startMs / step)
  const count = Math.floor((startMs + spanMs) / step) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, at) => (first + at) * step)
}
