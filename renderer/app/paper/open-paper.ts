// A PDF, opened to be looked at: page by page, read from its own address in parts. No script in it runs, nothing in it is
// a link, and nothing is fetched for it.
import { startPaperWorker } from './start-worker.ts'

/** `locked`: with a password of its own. `missing`: it cannot be read from the archive. */
export type PaperFault = 'broken' | 'locked' | 'missing'

export class PaperFailure extends Error {
  readonly fault: PaperFault
  constructor(fault: PaperFault) {
    super(fault)
    this.fault = fault
  }
}

export interface DrawnPage {
  /** The words in it, where it has any that are no picture. */
  readonly words: string
  /** A picture on it could not be read and was left out. */
  readonly lacksPicture: boolean
}

export interface Paper {
  readonly pages: number
  /** Draws page `number`, from 1, so wide that it can be read. Throws PaperFailure broken, or AbortError. */
  draw(number: number, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<DrawnPage>
  close(): void
}

/** How much of the file is asked for at once. */
const partBytes = 512 * 1024
/** In pixels of the canvas: small print on A4 can be read at it. */
const drawnWidth = 1_600
/** 16 million pixels are 64 MB: a page of any shape stays below it. */
const mostPixels = 16_000_000

async function readPart(address: string, begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
  // oxlint-disable-next-line no-restricted-globals -- a part of a paper, of this page's own origin
  const answer = await fetch(address, {
    headers: { Range: `bytes=${begin}-${end - 1}` },
    cache: 'no-store',
    signal,
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (answer.status !== 206 || bytes.length !== end - begin) throw new PaperFailure('missing')
  return bytes
}

/** @param size of the whole file in bytes. Throws PaperFailure. */
export async function openPaper(address: string, size: number): Promise<Paper> {
  const { AnnotationMode, PDFDataRangeTransport, PDFWorker, VerbosityLevel, getDocument } =
    await import('pdfjs-dist/legacy/build/pdf.mjs')
  const worker = startPaperWorker()
  const ending = new AbortController()
  let fail: (fault: PaperFailure) => void = () => {}
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject
  })
  failed.catch(() => {})
  worker.addEventListener('error', () => fail(new PaperFailure('broken')))

  class Parts extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      readPart(address, begin, end, ending.signal).then(
        (bytes) => this.onDataRange(begin, bytes),
        () => fail(new PaperFailure('missing')),
      )
    }
  }
  const task = getDocument({
    range: new Parts(size, null),
    rangeChunkSize: partBytes,
    disableStream: true,
    disableAutoFetch: true,
    worker: PDFWorker.create({ port: worker }),
    verbosity: VerbosityLevel.ERRORS,
    // NOTE: the page's policy lets no WebAssembly run; the decoders of scanned pages are there as plain scripts too.
    useWasm: false,
    wasmUrl: new URL('assets/', document.baseURI).href,
    disableWorkerRendering: true,
    enableXfa: false,
  })
  const close = (): void => {
    ending.abort()
    void task.destroy().catch(() => {})
    worker.terminate()
  }
  try {
    const paper = await Promise.race([task.promise, failed])
    return {
      pages: paper.numPages,
      async draw(number, canvas, signal) {
        const page = await Promise.race([paper.getPage(number), failed])
        signal.throwIfAborted()
        const { width, height } = page.getViewport({ scale: 1 })
        const scale = Math.min(drawnWidth / width, Math.sqrt(mostPixels / (width * height)))
        const drawing = page.render({
          canvas,
          viewport: page.getViewport({ scale }),
          annotationMode: AnnotationMode.ENABLE,
        })
        const stop = (): void => drawing.cancel()
        signal.addEventListener('abort', stop, { once: true })
        try {
          const sizes = page.getViewport({ scale })
          canvas.width = Math.max(1, Math.floor(sizes.width))
          canvas.height = Math.max(1, Math.floor(sizes.height))
          await Promise.race([drawing.promise, failed])
          const { items } = await Promise.race([page.getTextContent(), failed])
          return {
            words: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
            lacksPicture: [...page.objs].some(([, drawn]) => drawn === null),
          }
        } finally {
          signal.removeEventListener('abort', stop)
          page.cleanup()
        }
      },
      close,
    }
  } catch (thrown) {
    close()
    throw asPaperFailure(thrown)
  }
}

function asPaperFailure(thrown: unknown): PaperFailure {
  if (thrown instanceof PaperFailure) return thrown
  return new PaperFailure(thrown instanceof Error && thrown.name === 'PasswordException' ? 'locked' : 'broken')
}
