// Her eight colours, as they stand in her.css: what is written on them and in them can be read, light and dark.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast } from '../support/contrast.ts'

const read = (name: string): string => readFileSync(new URL(`../../renderer/${name}`, import.meta.url), 'utf8')
const her = read('app/rooms/her/her.css')
const tokens = read('ui/tokens.css')

type Pair = readonly [light: string, dark: string]
function pairOf(css: string, name: string): Pair {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? []
  if (light === undefined || dark === undefined) throw new Error(`no such value: ${name}`)
  return [light, dark]
}

const shared = ['ink', 'ink-soft', 'sheet', 'paper', 'tint'] as const
const values = Object.fromEntries(shared.map((name) => [name, pairOf(tokens, name)])) as Record<
  (typeof shared)[number],
  Pair
>
const onAccent = pairOf(her, 'on-accent')

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('colour %i', (colour) => {
  const [, block = ''] = new RegExp(`data-hers='${colour}'\\] \\{([^}]+)\\}`).exec(her) ?? []
  const accent = pairOf(block, 'accent')
  const soft = pairOf(block, 'accent-soft')
  test.each([
    ['light', 0],
    ['dark', 1],
  ] as const)('%s', (_, at) => {
    expect(contrast(values.ink[at], soft[at])).toBeGreaterThanOrEqual(7)
    expect(contrast(values['ink-soft'][at], soft[at])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(accent[at], soft[at])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(onAccent[at], accent[at])).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['sheet', 'paper', 'tint'] as const)
      expect(contrast(accent[at], values[ground][at])).toBeGreaterThanOrEqual(4.5)
  })
})
