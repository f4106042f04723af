// The one transcription that may be under way, beside all rooms: somebody can go on working while a machine listens. It
// holds how far it is and nothing that was heard.
import { useSyncExternalStore } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { codeOf } from '../../app/archive.tsx'
import { hideEvent } from '../../app/hide.ts'
import { askWorker, mediaAddress } from '../../app/sound/ask-worker.ts'

export interface UnderWay {
  readonly testimony: string
  /** 0 to 1; null until the model is loaded. */
  readonly done: number | null
  /** In the milliseconds of `performance.now()`. */
  readonly listensSince: number
  readonly end: 'nobodySpoke' | 'cancelled' | FailureCode | null
  /** What came of it. */
  readonly draft: string | null
}

export interface Wanted {
  readonly testimony: string
  readonly recording: string
  readonly language: string
}

type Told = ReturnType<ArchiveClient['transcribing']['transcribe']> extends AsyncIterable<infer T> ? T : never

let now: UnderWay | null = null
let leaving: AbortController | null = null
const listeners = new Set<() => void>()

function set(next: UnderWay | null): void {
  now = next
  for (const listener of listeners) listener()
}

function change(part: Partial<UnderWay>): void {
  if (now !== null) set({ ...now, ...part })
}

/** Decodes what is asked for and hands it over, a stretch after another; the archive says when there is room for more. */
async function handOver(
  archive: ArchiveClient,
  { run, media, sampleRate, stretches }: Extract<Told, { kind: 'begun' }>,
  signal: AbortSignal,
): Promise<void> {
  for (const [stretch, { startMs, endMs }] of stretches.entries()) {
    await askWorker(
      { kind: 'clip', address: mediaAddress(media), startMs, endMs, sampleRate },
      async (bytes) => void (await archive.transcribing.append({ run, stretch, bytes }, signal)),
      () => undefined,
      signal,
    )
  }
  await archive.transcribing.finish({ run }, signal)
}

/** Begins one; does nothing while another is under way. */
export function beginTranscribing(archive: ArchiveClient, wanted: Wanted): void {
  if (leaving !== null) return
  const own = new AbortController()
  leaving = own
  const hide = (): void => own.abort()
  window.addEventListener(hideEvent, hide)
  set({ testimony: wanted.testimony, done: null, listensSince: performance.now(), end: null, draft: null })
  let broken: unknown = null
  const listen = async (): Promise<void> => {
    for await (const told of archive.transcribing.transcribe({ ...wanted, asked: true }, own.signal)) {
      if (told.kind === 'heard') change({ done: told.done })
      else if (told.kind === 'kept') change({ draft: told.draft, end: told.draft === null ? 'nobodySpoke' : null })
      else {
        change({ done: 0, listensSince: performance.now() })
        handOver(archive, told, own.signal).catch((thrown: unknown) => {
          broken ??= thrown
          own.abort()
        })
      }
    }
  }
  listen()
    .catch((thrown: unknown) => {
      const failure = codeOf(broken ?? thrown)
      change({ end: broken === null && own.signal.aborted ? 'cancelled' : failure })
    })
    .finally(() => {
      window.removeEventListener(hideEvent, hide)
      leaving = null
      if (own.signal.aborted && broken === null) change({ end: 'cancelled' })
      set(now === null ? null : { ...now, done: null })
    })
}

export function cancelTranscribing(): void {
  leaving?.abort()
}

/** What was said of the end is read. */
export function forgetEnd(): void {
  if (leaving === null) set(null)
}

export function useUnderWay(): { readonly underWay: UnderWay | null; readonly listening: boolean } {
  const underWay = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => now,
  )
  return { underWay, listening: underWay !== null && leaving !== null }
}
