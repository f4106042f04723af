// The two ways in which browsers give a microphone's sound: every frame of it, read beside the page; or as the graph that
// plays sound takes it in.
// NOTE: the graph runs by the clock of what plays. Where that is another one than the microphone's, it leaves samples out or
// puts silence in; so frames are taken wherever they can be had.
import { ownWorker } from '../../app/own-worker.ts'
import workerAddress from './blocks-worker.ts?worker&url'
import workletAddress from './blocks-worklet.ts?worker&url'
import { blocksFrom, type Blocks } from './blocks.ts'
import type { Reading } from './blocks-worker.ts'
import type { Frame } from './microphone-frames.ts'
import { sampleRate, type Block } from './seconds.ts'

export interface Source extends Blocks {
  /** What can be put to sleep by itself; null where there is none. */
  readonly context: AudioContext | null
}

type FrameReader = new (from: { track: MediaStreamTrack; maxBufferSize: number }) => {
  readonly readable: ReadableStream<Frame>
}

const startWorker = ownWorker('firsthand-microphone', workerAddress)
/** Frames that wait while the machine is busy: half a minute where each lasts 10 ms. */
const mostWaiting = 3_000

function framesOf(
  Processor: FrameReader,
  track: MediaStreamTrack,
  channels: number,
  onBlock: (block: Block) => void,
): Source {
  const { readable } = new Processor({ track, maxBufferSize: mostWaiting })
  const worker = startWorker()
  const blocks = blocksFrom(worker, onBlock)
  worker.postMessage({ frames: readable, channels } satisfies Reading, [readable])
  return {
    context: null,
    forget: () => blocks.forget(),
    end() {
      blocks.end()
      worker.terminate()
    },
  }
}

async function graphOf(stream: MediaStream, channels: number, onBlock: (block: Block) => void): Promise<Source> {
  const context = new AudioContext({ sampleRate, latencyHint: 'balanced' })
  const close = (): void => {
    if (context.state !== 'closed') void context.close().catch(() => {})
  }
  try {
    await context.audioWorklet.addModule(workletAddress)
    const node = new AudioWorkletNode(context, 'blocks', {
      numberOfInputs: 1,
      numberOfOutputs: 0,
      channelCount: channels,
      channelCountMode: channels === 1 ? 'explicit' : 'max',
      channelInterpretation: 'speakers',
    })
    const blocks = blocksFrom(node.port, onBlock)
    context.createMediaStreamSource(stream).connect(node)
    // NOTE: without a press in this page it may begin suspended; whoever watches it says so.
    void context.resume().catch(() => {})
    return {
      context,
      forget: () => blocks.forget(),
      end() {
        blocks.end()
        close()
      },
    }
  } catch (error) {
    close()
    throw error
  }
}

/** Sound of the stream's one track, in blocks. Throws where this browser cannot. */
export async function sourceOf(
  stream: MediaStream,
  track: MediaStreamTrack,
  channels: number,
  onBlock: (block: Block) => void,
): Promise<Source> {
  const { MediaStreamTrackProcessor: Processor } = globalThis as { MediaStreamTrackProcessor?: FrameReader }
  return Processor === undefined ? graphOf(stream, channels, onBlock) : framesOf(Processor, track, channels, onBlock)
}
