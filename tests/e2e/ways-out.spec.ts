// Nothing that runs in the page gets anything out of it: whatever it loads, wherever it goes, whatever it opens.
import { expect } from '@playwright/test'
import { listenOutside } from '../torture/ways-out.ts'
import { waysOut } from '../torture/ways.ts'
import { test } from './app.ts'

const going = ['anchor-blank', 'opened', 'location']

test('no way out of the page arrives, and out of a plain page they do', async ({ page, app, browser }) => {
  const outside = await listenOutside()
  const ways = waysOut(outside.outside).filter(({ goes, name }) => !goes || going.includes(name))
  const tryAll = async (at: typeof page) => {
    const scripts = ways.map(({ script }) => `(() => { try { ${script} } catch {} })();`)
    await at.evaluate(scripts.join('\n')).catch(() => undefined)
    await at.waitForTimeout(1_500)
    return new Set(outside.arrived)
  }
  expect([...(await tryAll(page))]).toEqual([])
  expect(page.context().pages()).toHaveLength(1)
  // What the page says of what it was kept from is no complaint.
  app.complaints.length = 0

  const plain = await browser.newPage()
  await plain.goto(`${outside.outside.origin}/`)
  const arrived = await tryAll(plain)
  await plain.close()
  outside.close()
  expect(arrived.size, 'the control').toBeGreaterThan(ways.length * 0.7)
})
