// The window that records is killed: the short form of the group `kill.recorderWindow` of `npm run torture`.
import { expect, test } from '@playwright/test'
import { killWindow, missesBlocks } from '../torture/kill-window.ts'
import { windowWorld } from '../torture/window-world.ts'

test('killed while it records, at most two seconds are lost, and the take is gone on with and finished', async () => {
  test.setTimeout(240_000)
  expect(missesBlocks(), 'the control').toBe(true)
  const world = await windowWorld(30, 30)
  if (world === null) throw new Error('there is no Chromium')
  try {
    const { wrong, keptMs } = await killWindow(world, { death: 'crash', ms: 2_600, isLocked: true })
    expect(wrong).toEqual([])
    expect(keptMs, 'kept before it').toBeGreaterThanOrEqual(1_000)
  } finally {
    await world.remove()
  }
})
