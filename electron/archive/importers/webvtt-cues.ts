// The WebVTT file parser of the W3C standard (WebVTT 1, section 6.1): text in, cues, regions and style sheets out.
import { Failure } from '../../../shared/contract/failure.ts'
import { readCueSettings, readRegion } from './webvtt-settings.ts'
import type { WebVttRegion, WebVttSettings } from './webvtt-settings.ts'

/** Times are milliseconds; `text` is the cue's source with its tags. */
export interface WebVttCue {
  readonly id: string
  readonly startMs: number
  readonly endMs: number
  readonly text: string
  readonly settings: WebVttSettings
}

export interface WebVttFile {
  readonly header: string
  readonly cues: readonly WebVttCue[]
  readonly regions: readonly WebVttRegion[]
  readonly stylesheets: readonly string[]
  readonly notes: number
  /** Blocks with an arrow whose times could not be read. */
  readonly dropped: number
}

/**
 * Reads a whole WebVTT file as a browser would.
 * @throws Failure `captionsBroken` where the signature is missing.
 */
export function parseWebVtt(source: string): WebVttFile {
  const text = source
    .replaceAll('\0', '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(text)) throw new Failure('captionsBroken')
  const reader = new BlockReader(text)
  return reader.readAll()
}

class BlockReader {
  readonly #text: string
  #position = 0
  #seenCue = false
  readonly #cues: WebVttCue[] = []
  readonly #regions: WebVttRegion[] = []
  readonly #stylesheets: string[] = []
  #notes = 0
  #dropped = 0

  constructor(text: string) {
    this.#text = text
  }

  readAll(): WebVttFile {
    let header = this.#takeLine().slice(6)
    if (this.#position < this.#text.length && this.#text[this.#position] !== '\n')
      header += `\n${this.#readBlock(true)}`
    this.#skipLineEnds()
    while (this.#position < this.#text.length) {
      this.#readBlock(false)
      this.#skipLineEnds()
    }
    return {
      header: header.trim(),
      cues: this.#cues,
      regions: this.#regions,
      stylesheets: this.#stylesheets,
      notes: this.#notes,
      dropped: this.#dropped,
    }
  }

  #takeLine(): string {
    const end = this.#text.indexOf('\n', this.#position)
    const line = this.#text.slice(this.#position, end < 0 ? this.#text.length : end)
    this.#position = end < 0 ? this.#text.length : end + 1
    return line
  }

  #skipLineEnds(): void {
    while (this.#text[this.#position] === '\n') this.#position++
  }

  /** Collects one block, keeps what it turns out to be, and gives its text. */
  #readBlock(inHeader: boolean): string {
    let before = this.#position
    let lineCount = 0
    const buffer: string[] = []
    let seenArrow = false
    let kind: 'unknown' | 'style' | 'region' = 'unknown'
    let cue: Omit<WebVttCue, 'text'> | null = null
    while (this.#position < this.#text.length) {
      const line = this.#takeLine()
      lineCount++
      if (line.includes('-->')) {
        if (inHeader || !(lineCount === 1 || (lineCount === 2 && !seenArrow))) {
          this.#position = before
          break
        }
        seenArrow = true
        before = this.#position
        cue = readTimingLine(line, buffer.join('\n'), this.#regions)
        if (cue === null) this.#dropped++
        else {
          buffer.length = 0
          this.#seenCue = true
        }
      } else if (line === '') break
      else {
        const [first] = buffer
        if (!inHeader && lineCount === 2 && first !== undefined) {
          if (!this.#seenCue && /^STYLE[\t\f ]*$/.test(first)) kind = 'style'
          else if (!this.#seenCue && /^REGION[\t\f ]*$/.test(first)) kind = 'region'
          if (kind !== 'unknown') buffer.length = 0
        }
        buffer.push(line)
        before = this.#position
      }
    }
    const content = buffer.join('\n')
    if (cue !== null) this.#cues.push({ ...cue, text: content })
    else if (kind === 'style') this.#stylesheets.push(content)
    else if (kind === 'region') this.#regions.push(readRegion(content))
    else if (/^NOTE(?:[\t\n ]|$)/.test(content)) this.#notes++
    return content
  }
}

function readTimingLine(line: string, id: string, regions: readonly WebVttRegion[]): Omit<WebVttCue, 'text'> | null {
  const match = /^[\t\f ]*([\d:.]+)[\t\f ]*-->[\t\f ]*([\d:.]+)/.exec(line)
  if (match === null) return null
  const startMs = readWebVttTime(match[1] ?? '')
  // NOTE: the standard stops reading the second time after three decimals and takes what follows for settings.
  const end = /^(?:\d+:)?\d+:\d+\.\d+/.exec(match[2] ?? '')?.[0] ?? ''
  const endMs = readWebVttTime(end)
  if (startMs === null || endMs === null) return null
  const rest = line.slice(match[0].length - (match[2] ?? '').length + end.length)
  return { id, startMs, endMs, settings: readCueSettings(rest, regions) }
}

/** A WebVTT timestamp in milliseconds, or null where it is none ("1:02.000" and "00:60:00.000" are none). */
export function readWebVttTime(input: string): number | null {
  const match = /^(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})$/.exec(input)
  if (match === null) return null
  const [hours, minutes, seconds, thousandths] = [match[1] ?? '0', match[2], match[3], match[4]].map(Number) as [
    number,
    number,
    number,
    number,
  ]
  if (minutes > 59 || seconds > 59) return null
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
}
