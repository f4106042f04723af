// Keeps what is written within a second: one change after another, none lost when keeping fails.
import type { Change } from '../../shared/domain/writing/writing.ts'
import { changeBetween } from './keeper-change.ts'
import type { Snapshot } from './types.ts'

export type KeepingState =
  | { readonly kind: 'kept'; readonly at: string | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'keeping' }
  | { readonly kind: 'failed'; readonly code: string; readonly unsaved: true }

export interface KeeperOptions {
  /** The revision that `kept` is. */
  readonly base: number
  /** When it was kept; null when that is not known. */
  readonly at: string | null
  /** The state that the archive has. */
  readonly kept: Snapshot
  /** The state as it is now. */
  read(): Snapshot
  keep(kept: { readonly base: number } & Change): Promise<{ readonly revision: number; readonly at: string }>
  /** The code of what `keep` threw. */
  codeOf(failure: unknown): string
  /** Trying again by itself would fail the same way: it is tried again only when asked. */
  lasts?(code: string): boolean
  onState(state: KeepingState): void
}

export interface Keeper {
  readonly state: KeepingState
  readonly base: number
  /** Something was written or moved. */
  changed(): void
  /** Resolves when everything up to now is kept; rejects with what keeping failed with. */
  flush(): Promise<void>
  /** The archive has another state now, of which `kept` is what the editor was given. */
  restart(base: number, kept: Snapshot): void
  /** Marks were changed by a call of their own: nothing of them is owed. */
  marksKept(ranges: Snapshot['ranges'], base: number): void
  /** No more is kept by itself; what is under way ends. */
  stop(): void
}

/** After the last letter, and at the most after the first. */
const quietMs = 400
const longestMs = 1000
/** Tries again after failures. */
const backOffMs = [1000, 2000, 5000, 10_000]

export function makeKeeper(options: KeeperOptions): Keeper {
  let { base, kept } = options
  let state: KeepingState = { kind: 'kept', at: options.at }
  let lastKept = options.at
  let waitingSince: number | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<void> | null = null
  let failures = 0
  let stopped = false
  let moreSince = false
  // What arrived from elsewhere while a change was under way: it holds when that ends.
  let restarted = false
  let newRanges: Snapshot['ranges'] | null = null

  const become = (next: KeepingState): void => {
    state = next
    options.onState(next)
  }
  const calm = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const after = (ms: number): void => {
    calm()
    if (!stopped) timer = setTimeout(() => void keepOnce().catch(() => {}), ms)
  }
  const wait = (): void => {
    const now = Date.now()
    waitingSince ??= now
    after(Math.max(0, Math.min(quietMs, waitingSince + longestMs - now)))
    if (state.kind !== 'waiting') become({ kind: 'waiting' })
  }

  /** Keeps what there is now; one at a time. */
  const keepOnce = (): Promise<void> => {
    running ??= keepNow().finally(() => {
      running = null
      if (moreSince && state.kind !== 'failed' && !stopped) wait()
    })
    return running
  }

  async function keepNow(): Promise<void> {
    calm()
    waitingSince = null
    moreSince = false
    restarted = false
    newRanges = null
    const now = options.read()
    const change = changeBetween(kept, now)
    if (change !== null) {
      become({ kind: 'keeping' })
      try {
        const { revision, at } = await options.keep({ base, ...change })
        lastKept = at
        if (!restarted) {
          kept = newRanges === null ? now : { ...now, ranges: newRanges }
          base = Math.max(base, revision)
        }
      } catch (failure) {
        const pause = backOffMs[Math.min(failures, backOffMs.length - 1)] ?? longestMs
        failures += 1
        const code = options.codeOf(failure)
        become({ kind: 'failed', code, unsaved: true })
        if (options.lasts?.(code) !== true) after(pause)
        throw failure
      }
    } else kept = now
    failures = 0
    if (state.kind !== 'kept') become({ kind: 'kept', at: lastKept })
  }

  return {
    get state() {
      return state
    },
    get base() {
      return base
    },
    changed() {
      moreSince = true
      // NOTE: after a failure the pauses between tries hold, however much is written meanwhile.
      if (!stopped && running === null && state.kind !== 'failed') wait()
    },
    async flush() {
      // What is under way may have been read before the last letter: the one after it has all.
      await running?.catch(() => {})
      do await keepOnce()
      while (moreSince)
    },
    restart(newBase, snapshot) {
      restarted = true
      base = newBase
      kept = snapshot
      failures = 0
      moreSince = false
      calm()
      waitingSince = null
      become({ kind: 'kept', at: lastKept })
    },
    marksKept(ranges, newBase) {
      newRanges = ranges
      base = Math.max(base, newBase)
      kept = { ...kept, ranges }
    },
    stop() {
      stopped = true
      calm()
    },
  }
}
