// Reads a microphone beside the page, which may be busy or hidden.
import type { Forgetting } from './blocks.ts'
import { MicrophoneFrames, type Frame } from './microphone-frames.ts'

/** What the page begins with. */
export interface Reading {
  readonly frames: ReadableStream<Frame>
  readonly channels: number
}

const port = globalThis as unknown as Pick<MessagePort, 'onmessage' | 'postMessage'>
let microphone: MicrophoneFrames | null = null

async function read({ frames, channels }: Reading): Promise<void> {
  microphone = new MicrophoneFrames(channels, (block) =>
    port.postMessage(
      block,
      block.map(({ buffer }) => buffer),
    ),
  )
  const reader = frames.getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    microphone.push(value)
  }
}

port.onmessage = ({ data }: MessageEvent<Reading | Forgetting>) => {
  if ('frames' in data) return void read(data).catch(() => {}) // whoever watches the page's microphone says that it gives nothing
  microphone?.forget(data)
  port.postMessage(data.asked)
}
