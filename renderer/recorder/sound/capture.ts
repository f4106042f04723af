// The microphone, as it is: nothing is filtered, nothing evened. Its sound comes in blocks of 20 ms at 48 kHz.
import { sampleRate, type Block } from './seconds.ts'
import { sourceOf } from './sources.ts'

export type NoCapture = 'refused' | 'noMicrophone' | 'busy' | 'cannotRecord'

export interface Capture {
  /** What the system calls the microphone; empty where it does not say. */
  readonly name: string
  /** What the browser says the stream is: its device, or an empty id. */
  readonly device: string
  readonly track: MediaStreamTrack
  /** What can be put to sleep by itself; null where there is none. */
  readonly context: AudioContext | null
  /** What was heard until now is in no block that still comes. */
  forget(): void
  stop(): void
}

/** Empty: whichever the system takes. */
export function wishOf(device: string, channels: number): MediaTrackConstraints {
  return {
    ...(device === '' ? {} : { deviceId: { exact: device } }),
    channelCount: { ideal: channels },
    sampleRate: { ideal: sampleRate },
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
  }
}

function whyNot(reason: unknown): NoCapture {
  const name = reason instanceof DOMException ? reason.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'noMicrophone' : 'cannotRecord'
}

/** Asks for the microphone; gives why there is none instead of failing. */
export async function startCapture(
  device: string,
  channels: number,
  onBlock: (block: Block) => void,
): Promise<Capture | NoCapture> {
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: wishOf(device, channels) })
  } catch (reason) {
    return whyNot(reason)
  }
  const letGo = (): void => {
    for (const one of stream.getTracks()) one.stop()
  }
  const [track] = stream.getAudioTracks()
  try {
    if (track === undefined) throw new TypeError('a stream without sound')
    const source = await sourceOf(stream, track, channels, onBlock)
    return {
      name: track.label,
      device: track.getSettings().deviceId ?? '',
      track,
      context: source.context,
      forget: () => source.forget(),
      stop() {
        source.end()
        letGo()
      },
    }
  } catch {
    letGo()
    return 'cannotRecord'
  }
}

export interface Microphone {
  readonly id: string
  readonly name: string
}

/** The microphones that there are, by the names that the system gives them; nameless before one was ever allowed. */
export async function microphones(): Promise<readonly Microphone[]> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch((): MediaDeviceInfo[] => [])
  return devices
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '' && deviceId !== 'communications')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }))
}
