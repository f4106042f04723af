// Blocks as they come from the worklet, with nothing of before a moment after it: neither what is on its way, nor what is
// in the block that is still open there.
import type { Block } from './seconds.ts'

export interface Blocks {
  /** What was heard until now is in no block that still comes. */
  forget(): void
  end(): void
}

type Port = Pick<MessagePort, 'onmessage' | 'postMessage'>

/** The worklet throws its open block away for each number that it is sent, and sends the number back. */
export function blocksFrom(port: Port, onBlock: (block: Block) => void): Blocks {
  let asked = 0
  let answered = 0
  port.onmessage = ({ data }: MessageEvent<Float32Array[] | number>) => {
    if (typeof data === 'number') answered = data
    else if (answered === asked) onBlock(data)
  }
  return {
    forget() {
      asked += 1
      port.postMessage(asked)
    },
    end() {
      port.onmessage = null
    },
  }
}
