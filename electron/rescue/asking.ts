// What is asked, at a terminal without showing what is typed, or from lines that another program hands over.
import { Failure } from '../../shared/contract/failure.ts'

export interface Asking {
  /** A line of what is typed; null once there is no more. Throws Failure cancelled at Ctrl+C, and once it is stopped. */
  ask(question: string, isSecret: boolean): Promise<string | null>
  say(line: string): void
  /** The same line over and over, where somebody looks. */
  progress(line: string): void
  /** Whether somebody sits there who can be asked again. */
  readonly isTerminal: boolean
  close(): void
}

interface Input extends NodeJS.ReadableStream {
  readonly isTTY?: boolean
  setRawMode?(on: boolean): unknown
  destroy?(): unknown
}

export function askingAt(
  input: Input,
  output: NodeJS.WritableStream & { readonly isTTY?: boolean },
  signal: AbortSignal,
): Asking {
  const isTerminal = input.isTTY === true && input.setRawMode !== undefined
  let isLineOpen = false
  const endLine = (): void => {
    if (isLineOpen) output.write('\n')
    isLineOpen = false
  }
  const lines = isTerminal ? null : linesOf(input)
  return {
    isTerminal,
    async ask(question, isSecret) {
      endLine()
      output.write(`${question} `)
      if (lines === null) return unlessStopped(typed(input, output, isSecret), signal)
      const { value, done } = await unlessStopped(lines.next(), signal)
      output.write('\n')
      return done === true ? null : value
    },
    say(line) {
      endLine()
      output.write(`${line}\n`)
    },
    progress(line) {
      if (output.isTTY !== true) return
      output.write(`\r\u001b[K${line.slice(0, 100)}`)
      isLineOpen = true
    },
    close() {
      endLine()
      void lines?.return(undefined)
      if (isTerminal) input.setRawMode?.(false)
      input.pause()
      input.destroy?.()
    },
  }
}

function unlessStopped<T>(waited: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Failure('cancelled'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    waited.then(resolve, reject)
  })
}

async function* linesOf(input: Input): AsyncGenerator<string> {
  let held = ''
  input.setEncoding('utf8')
  for await (const piece of input) {
    held += String(piece)
    const lines = held.split('\n')
    held = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
  }
  if (held !== '') yield held
}

const [enter, lineFeed, backspace, rubOut, interrupt, endOfInput, wipe] = [
  '\r',
  '\n',
  '\b',
  '\u007f',
  '\u0003',
  '\u0004',
  '\u0015',
]

/** Each key as it is pressed: what is secret is never written to the terminal, nor kept in its history. */
function typed(input: Input, output: NodeJS.WritableStream, isSecret: boolean): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let line: string[] = []
    const end = (done: () => void): void => {
      input.removeListener('data', take)
      input.setRawMode?.(false)
      input.pause()
      output.write('\n')
      done()
    }
    const show = (text: string): void => {
      if (!isSecret) output.write(text)
    }
    const take = (piece: string | Buffer): void => {
      for (const key of String(piece)) {
        if (key === enter || key === lineFeed) return end(() => resolve(line.join('')))
        if (key === interrupt) return end(() => reject(new Failure('cancelled')))
        if (key === endOfInput && line.length === 0) return end(() => resolve(null))
        if (key === backspace || key === rubOut) {
          if (line.length > 0) show('\b \b')
          line = line.slice(0, -1)
        } else if (key === wipe) {
          show('\b \b'.repeat(line.length))
          line = []
        } else if (key >= ' ') {
          line.push(key)
          show(key)
        }
      }
    }
    input.setEncoding('utf8')
    input.setRawMode?.(true)
    input.on('data', take)
    input.resume()
  })
}
