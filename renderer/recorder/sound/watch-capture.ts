// Says within two seconds when a microphone is not well: gone, muted, asleep, or giving nothing but silence.
import type { takeTroubles } from '../../../shared/contract/recording.ts'

export type TakeTrouble = (typeof takeTroubles)[number]
/** What can be wrong with what comes in. */
export type SoundTrouble = Extract<TakeTrouble, 'unplugged' | 'muted' | 'asleep' | 'silent'>

/** No block for this long: the machine sleeps, or the sound has stopped. */
const noBlockMs = 1_500
/** No block for this long: what there is of a second is handed on, so that it does not come late after a long silence. */
const lullMs = 250
/** Nothing but silence to the last digit for this long, counted in sound. */
const silentMs = 1_500
const blockMs = 20
const lookEveryMs = 100

export interface Watched {
  readonly track: Pick<MediaStreamTrack, 'readyState' | 'muted' | 'addEventListener' | 'removeEventListener'>
  /** Null where nothing but the machine can put it to sleep. */
  readonly context: Pick<AudioContext, 'state' | 'resume' | 'addEventListener' | 'removeEventListener'> | null
}

export interface Watch {
  /** Told of every block: whether it holds any sound at all. */
  block(isSilent: boolean): void
  end(): void
}

/**
 * Calls `onTrouble` with each change: what is wrong now, the worst first, or null where it is well again; `onLull` each
 * time that no sound comes for a moment.
 */
export function watchCapture(
  { track, context }: Watched,
  onTrouble: (trouble: SoundTrouble | null) => void,
  onLull: () => void,
  now: () => number = () => performance.now(),
): Watch {
  let lastBlock = now()
  let silentSince = 0
  let told: SoundTrouble | null = null
  let isLull = false

  const trouble = (): SoundTrouble | null => {
    if (track.readyState === 'ended') return 'unplugged'
    if (track.muted) return 'muted'
    const isSuspended = context !== null && context.state !== 'running'
    if (isSuspended || now() - lastBlock >= noBlockMs) return 'asleep'
    return silentSince >= silentMs ? 'silent' : null
  }
  const look = (): void => {
    if (!isLull && now() - lastBlock >= lullMs) {
      isLull = true
      onLull()
    }
    // NOTE: what was put to sleep may be woken again, but only by asking.
    if (context?.state === 'suspended') void context.resume().catch(() => {})
    // NOTE: a context that starts is not running for a moment, and one that stops may start by itself.
    const is = trouble()
    const isSoon = is === 'asleep' && now() - lastBlock < noBlockMs
    if (is === told || isSoon) return
    told = is
    onTrouble(is)
  }
  track.addEventListener('ended', look)
  track.addEventListener('mute', look)
  track.addEventListener('unmute', look)
  context?.addEventListener('statechange', look)
  const looking = setInterval(look, lookEveryMs)
  return {
    block(isSilent) {
      lastBlock = now()
      isLull = false
      silentSince = isSilent ? silentSince + blockMs : 0
      look()
    },
    end() {
      clearInterval(looking)
      track.removeEventListener('ended', look)
      track.removeEventListener('mute', look)
      track.removeEventListener('unmute', look)
      context?.removeEventListener('statechange', look)
    },
  }
}
