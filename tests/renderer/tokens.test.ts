// The contrast of every pair of colours that meet, from the values as they stand in tokens.css, light and dark.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast } from '../support/contrast.ts'

const css = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
)

const labels = ['label-1', 'label-2', 'label-3', 'label-4', 'label-5', 'label-6', 'label-7', 'label-8']
const pairs: readonly (readonly [front: string, back: string, least: number])[] = [
  // the narrator's words: AAA, also while they sound or are marked
  ['ink', 'sheet', 7],
  ['ink', 'accent-soft', 7],
  ['ink', 'care-soft', 7],
  ['ink', 'paper', 7],
  // everybody else's words: AA
  ['ink', 'tint', 4.5],
  ['ink-soft', 'paper', 4.5],
  ['ink-soft', 'sheet', 4.5],
  ['ink-soft', 'tint', 4.5],
  ['ink-soft', 'accent-soft', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'sheet', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['care', 'care-soft', 4.5],
  ['care', 'sheet', 4.5],
  ['care', 'paper', 4.5],
  ...labels.flatMap(
    (label) =>
      [
        [label, 'sheet', 4.5],
        [label, 'paper', 4.5],
        [label, 'accent-soft', 3],
      ] as const,
  ),
  // the edges of what can be acted on
  ['line-strong', 'paper', 3],
  ['line-strong', 'sheet', 3],
  ['accent', 'sheet', 3],
]

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(pairs)('%s on %s is at least %f to 1', (front, back, least) => {
    const [one, other] = [tokens.get(front), tokens.get(back)]
    if (one === undefined || other === undefined) throw new Error(`no such token: ${front} or ${back}`)
    expect(contrast(one[theme], other[theme])).toBeGreaterThanOrEqual(least)
  })

  test('the luminance is that of the standard', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2)
  })
})
