// The decoding worker: gives one clip as samples, or one recording's peaks, piece by piece as they are asked for.
import { peaksAsBytes } from '../../../shared/domain/sound/peaks.ts'
import { ClipSamples } from './clip-samples.ts'
import { PeakColumns } from './peak-columns.ts'
import { openSound } from './read-sound.ts'
import { asSigned16 } from './signed-samples.ts'
import { shapeOf, wholeSound } from './whole-sound.ts'
import type { FromWorker, ToWorker, Wanted } from './worker-words.ts'

/** The archive takes at most 1 MiB at a time. */
const pieceBytes = 1024 * 1024

/** A gentle one rests longer than it works. */
const workMs = 20
const restMs = 30

let dealtWith: () => void = () => {}

function tell(message: FromWorker): void {
  self.postMessage(message)
}

const onLocked = (): void => tell({ kind: 'failed' })

async function givePiece(bytes: Uint8Array): Promise<void> {
  const asked = new Promise<void>((resolve) => (dealtWith = resolve))
  tell({ kind: 'piece', bytes })
  await asked
}

async function giveClip(wanted: Extract<Wanted, { kind: 'clip' }>): Promise<void> {
  const sound = await openSound(wanted.address, onLocked)
  const clip = new ClipSamples({ ...wanted, sourceRate: sound.sampleRate })
  let waiting: Uint8Array[] = []
  let size = 0
  const hand = async (samples: Float32Array, all: boolean): Promise<void> => {
    const bytes = asSigned16(samples)
    waiting.push(bytes)
    size += bytes.length
    if (!all && size < pieceBytes) return
    const joined = new Uint8Array(size)
    let at = 0
    for (const part of waiting) {
      joined.set(part, at)
      at += part.length
    }
    waiting = []
    size = 0
    for (let from = 0; from < joined.length; from += pieceBytes) await givePiece(joined.slice(from, from + pieceBytes))
  }
  for await (const part of sound.samples(clip.firstFrame / sound.sampleRate, clip.endFrame / sound.sampleRate)) {
    await hand(clip.push(part.frame, part.samples), false)
    if (clip.done) break
  }
  await hand(clip.finish(), true)
  sound.close()
}

async function givePeaks(wanted: Extract<Wanted, { kind: 'peaks' }>): Promise<void> {
  const sound = await openSound(wanted.address, onLocked)
  const frames = Math.max(1, Math.round(sound.durationSeconds * sound.sampleRate))
  const peaks = new PeakColumns(sound.sampleRate)
  let told = 0
  let rested = performance.now()
  for await (const part of sound.samples(0, Number.POSITIVE_INFINITY)) {
    peaks.push(part.frame, part.samples)
    if (wanted.isGentle && performance.now() - rested > workMs) {
      await new Promise((resolve) => setTimeout(resolve, restMs))
      rested = performance.now()
    }
    const done = Math.min(1, (part.frame + part.samples.length) / frames)
    if (done - told < 0.01) continue
    told = done
    tell({ kind: 'progress', done })
  }
  await givePiece(peaksAsBytes(peaks.peaks()))
  sound.close()
}

async function giveShape(wanted: Extract<Wanted, { kind: 'shape' }>): Promise<void> {
  const sound = await openSound(wanted.address, onLocked)
  const shape = await shapeOf(sound, wanted.durationMs)
  // NOTE: whether it can be decoded is only known once something of it is.
  for await (const _ of sound.samples(0, 1)) break
  await givePiece(new TextEncoder().encode(JSON.stringify(shape)))
  sound.close()
}

async function giveWhole({ address, shape }: Extract<Wanted, { kind: 'whole' }>): Promise<void> {
  const sound = await openSound(address, onLocked)
  for await (const piece of wholeSound(sound, shape, pieceBytes)) await givePiece(piece)
  sound.close()
}

const givers: { readonly [K in Wanted['kind']]: (wanted: Extract<Wanted, { kind: K }>) => Promise<void> } = {
  clip: giveClip,
  peaks: givePeaks,
  shape: giveShape,
  whole: giveWhole,
}

function give<K extends Wanted['kind']>(kind: K, wanted: Extract<Wanted, { kind: K }>): Promise<void> {
  return givers[kind](wanted)
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data
  if (message.kind === 'next') return dealtWith()
  give(message.kind, message).then(
    () => tell({ kind: 'done' }),
    () => tell({ kind: 'failed' }),
  )
})
