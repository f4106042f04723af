// A hundred and fifty cut, flipped, spliced and lying sounds: the archive goes on, nothing stays of them. The rest of the ten
// thousand is `npm run torture -- --only sound.hostile`.
import { describe, expect, test } from 'vitest'
import { hasSounds } from '../torture/sound-folder.ts'
import { handHostileSounds } from '../torture/sound-hostile.ts'

describe.runIf(hasSounds)('hostile sounds', () => {
  test('150 of them', async () => {
    const { tried, kept, slowestMs, wrong } = await handHostileSounds(0, 150)
    expect(wrong).toEqual([])
    expect(tried).toBe(150)
    // Some must come through, or what is kept was never tried.
    expect(kept).toBeGreaterThan(30)
    expect(kept).toBeLessThan(150)
    expect(slowestMs).toBeLessThan(10_000)
  }, 180_000)

  test('what stays behind is seen', async () => {
    const { wrong } = await handHostileSounds(0, 2, 'stray')
    expect(wrong).toEqual([
      { name: expect.stringMatching(/^0 /), wrong: ['something stays of what was forgotten'] },
      { name: expect.stringMatching(/^1 /), wrong: ['something stays of what was forgotten'] },
    ])
  }, 60_000)
})

test.runIf(!hasSounds)('hostile sounds are skipped: ../shared/data/audio is not here', () => undefined)
