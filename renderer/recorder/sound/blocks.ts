// Blocks as they come from where sound is gathered, with nothing of before a moment after it: neither what is on its way, nor
// what is in the block that is still open there.
import type { Block } from './seconds.ts'

/** What is heard before `atMs`, of `epochMs`, is in no block after `asked` was given back. */
export interface Forgetting {
  readonly asked: number
  readonly atMs: number
}

/** Milliseconds of a clock that goes on evenly, and is the same in a page and in its workers. */
export const epochMs = (): number => performance.timeOrigin + performance.now()

export interface Blocks {
  /** What was heard until now is in no block that still comes. */
  forget(): void
  end(): void
}

/** A worklet's port, or a worker. */
interface Port {
  onmessage: ((message: MessageEvent<Float32Array[] | number>) => void) | null
  postMessage(asked: Forgetting): void
}

/** The other side throws its open block away each time that it is asked, and sends the number back. */
export function blocksFrom(port: Port, onBlock: (block: Block) => void): Blocks {
  let asked = 0
  let answered = 0
  port.onmessage = ({ data }) => {
    if (typeof data === 'number') answered = data
    else if (answered === asked) onBlock(data)
  }
  return {
    forget() {
      asked += 1
      port.postMessage({ asked, atMs: epochMs() } satisfies Forgetting)
    },
    end() {
      port.onmessage = null
    },
  }
}
