// The microphone, as it is: nothing is filtered, nothing evened. Its sound comes in blocks of 20 ms at 48 kHz.
import blocksAddress from './blocks-worklet.ts?worker&url'
import { blocksFrom } from './blocks.ts'
import { sampleRate, type Block } from './seconds.ts'

export type NoCapture = 'refused' | 'noMicrophone' | 'busy' | 'cannotRecord'

export interface Capture {
  /** What the system calls the microphone; empty where it does not say. */
  readonly name: string
  /** What the browser says the stream is: its device, or an empty id. */
  readonly device: string
  readonly track: MediaStreamTrack
  readonly context: AudioContext
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
  let context: AudioContext | null = null
  try {
    if (track === undefined) throw new TypeError('a stream without sound')
    context = new AudioContext({ sampleRate, latencyHint: 'balanced' })
    await context.audioWorklet.addModule(blocksAddress)
    const node = new AudioWorkletNode(context, 'blocks', {
      numberOfInputs: 1,
      numberOfOutputs: 0,
      channelCount: channels,
      channelCountMode: channels === 1 ? 'explicit' : 'max',
      channelInterpretation: 'speakers',
    })
    const blocks = blocksFrom(node.port, onBlock)
    context.createMediaStreamSource(stream).connect(node)
    const running = context
    // NOTE: without a press in this page it may begin suspended; whoever watches it says so.
    void running.resume().catch(() => {})
    return {
      name: track.label,
      device: track.getSettings().deviceId ?? '',
      track,
      context: running,
      forget: () => blocks.forget(),
      stop() {
        blocks.end()
        letGo()
        if (running.state !== 'closed') void running.close().catch(() => {})
      },
    }
  } catch {
    letGo()
    void context?.close().catch(() => {})
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
