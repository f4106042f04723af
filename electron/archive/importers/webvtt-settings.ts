// The settings of WebVTT cues and regions (W3C WebVTT 1, sections 6.2 and 6.3). Read in full, though a transcript keeps none.

export interface WebVttRegion {
  readonly id: string
  readonly width: number
  readonly lines: number
  readonly regionAnchorX: number
  readonly regionAnchorY: number
  readonly viewportAnchorX: number
  readonly viewportAnchorY: number
  readonly scroll: '' | 'up'
}

/** As a browser's VTTCue shows them; percentages are 0 to 100. */
export interface WebVttSettings {
  readonly vertical: '' | 'rl' | 'lr'
  readonly line: number | 'auto'
  readonly snapToLines: boolean
  readonly lineAlign: 'start' | 'center' | 'end'
  readonly position: number | 'auto'
  readonly positionAlign: 'line-left' | 'center' | 'line-right' | 'auto'
  readonly size: number
  readonly align: 'start' | 'center' | 'end' | 'left' | 'right'
  readonly region: WebVttRegion | null
}

export const plainSettings: WebVttSettings = {
  vertical: '',
  line: 'auto',
  snapToLines: true,
  lineAlign: 'start',
  position: 'auto',
  positionAlign: 'auto',
  size: 100,
  align: 'center',
  region: null,
}

/** Reads the settings after a cue's times; what is not understood is passed over, as the standard says. */
export function readCueSettings(input: string, regions: readonly WebVttRegion[]): WebVttSettings {
  let settings = plainSettings
  for (const [name, value] of settingPairs(input)) settings = { ...settings, ...readCueSetting(name, value, regions) }
  const placed = settings.line !== 'auto' || settings.size !== 100 || settings.vertical !== ''
  return placed ? { ...settings, region: null } : settings
}

function readCueSetting(name: string, value: string, regions: readonly WebVttRegion[]): Partial<WebVttSettings> {
  if (name === 'region') return { region: regions.findLast((region) => region.id === value) ?? null }
  if (name === 'vertical') return value === 'rl' || value === 'lr' ? { vertical: value } : {}
  if (name === 'line') return readLine(value)
  if (name === 'position') return readPosition(value)
  if (name === 'size') {
    const size = readPercentage(value)
    return size === null ? {} : { size }
  }
  if (name !== 'align') return {}
  const align = oneOf(value, ['start', 'center', 'end', 'left', 'right'] as const)
  return align === null ? {} : { align }
}

function readLine(value: string): Partial<WebVttSettings> {
  const [place, align] = splitAtComma(value)
  const lineAlign = align === null ? 'start' : oneOf(align, ['start', 'center', 'end'] as const)
  if (lineAlign === null) return {}
  if (place.endsWith('%')) {
    const line = readPercentage(place)
    return line === null ? {} : { line, snapToLines: false, ...(align === null ? {} : { lineAlign }) }
  }
  if (!/^-?\d+(\.\d+)?$/.test(place) || !Number.isFinite(Number(place))) return {}
  // NOTE: "-0" is 0 in a browser.
  return { line: Number(place) + 0, snapToLines: true, ...(align === null ? {} : { lineAlign }) }
}

function readPosition(value: string): Partial<WebVttSettings> {
  const [place, align] = splitAtComma(value)
  const position = readPercentage(place)
  if (position === null) return {}
  if (align === null) return { position }
  const positionAlign = oneOf(align, ['line-left', 'center', 'line-right'] as const)
  return positionAlign === null ? {} : { position, positionAlign }
}

/** Reads the lines under REGION; null where they name no id. */
export function readRegion(input: string): WebVttRegion {
  const region = {
    id: '',
    width: 100,
    lines: 3,
    regionAnchorX: 0,
    regionAnchorY: 100,
    viewportAnchorX: 0,
    viewportAnchorY: 100,
    scroll: '' as '' | 'up',
  }
  for (const [name, value] of settingPairs(input)) {
    if (name === 'id') region.id = value
    else if (name === 'width') region.width = readPercentage(value) ?? region.width
    else if (name === 'lines' && /^\d+$/.test(value)) region.lines = Number(value)
    else if (name === 'regionanchor')
      [region.regionAnchorX, region.regionAnchorY] = readAnchor(value) ?? [region.regionAnchorX, region.regionAnchorY]
    else if (name === 'viewportanchor')
      [region.viewportAnchorX, region.viewportAnchorY] = readAnchor(value) ?? [
        region.viewportAnchorX,
        region.viewportAnchorY,
      ]
    else if (name === 'scroll' && value === 'up') region.scroll = 'up'
  }
  return region
}

function readAnchor(value: string): [number, number] | null {
  const [first, second] = splitAtComma(value)
  const x = readPercentage(first)
  const y = second === null ? null : readPercentage(second)
  return x === null || y === null ? null : [x, y]
}

function readPercentage(value: string): number | null {
  if (!/^\d+(\.\d+)?%$/.test(value)) return null
  const number = Number(value.slice(0, -1))
  return number <= 100 ? number : null
}

function settingPairs(input: string): [string, string][] {
  const pairs: [string, string][] = []
  for (const word of input.split(/[\t\n\f\r ]+/)) {
    const colon = word.indexOf(':')
    if (colon > 0 && colon < word.length - 1) pairs.push([word.slice(0, colon), word.slice(colon + 1)])
  }
  return pairs
}

function splitAtComma(value: string): [string, string | null] {
  const comma = value.indexOf(',')
  return comma < 0 ? [value, null] : [value.slice(0, comma), value.slice(comma + 1)]
}

function oneOf<const T extends string>(value: string, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === value) ?? null
}
