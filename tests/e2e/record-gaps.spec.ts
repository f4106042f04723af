// Recorded with a pause in the midst: where sound is missing is drawn from near, listed in words, said at its place, and
// gone to; for an archivist, and for her in her own session.
import { expect, type Locator, type Page } from '@playwright/test'
import { long } from './long.ts'
import { handOver, openArchive, test } from './app.ts'
import { look, picture } from './looking.ts'
import { finishIt, playing, recordUntil, tonesFile, untilKept } from './record-steps.ts'

test.use({ launchOptions: playing(tonesFile()) })

const near = (page: Page): Locator => page.getByRole('slider', { name: 'Place in the sound, from near' })

/** How much of the drawing's height is drawn on, in columns around a share of its width: the most of them. */
const drawnAround = (slider: Locator, share: number): Promise<number> =>
  slider.evaluate((element, place) => {
    const canvas = element.querySelector('canvas')
    const brush = canvas?.getContext('2d')
    if (canvas === null || brush === null || brush === undefined) return 0
    const { width, height } = canvas
    const tall = Math.round(height * 0.06)
    const { data } = brush.getImageData(Math.round(width * place) - 8, 0, 16, tall)
    let drawn = 0
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 100) drawn += 1
    return drawn / (data.length / 4)
  }, share)

async function whereItIsMissing(page: Page): Promise<number> {
  const where = page.getByText('Sound is missing at one place')
  await where.focus()
  await page.keyboard.press('Enter')
  const place = page.getByRole('list', { name: 'Where sound is missing' }).getByRole('button')
  await expect(place).toHaveText(/^At 0:0[3-6](?:\.\d+)?: a pause of [3-9](?:\.\d)? seconds$/)
  const at = Number(/0:0([\d.]+):/.exec((await place.textContent()) ?? '')?.[1])
  await place.focus()
  await page.keyboard.press('Enter')
  await expect(near(page)).toHaveAttribute(
    'aria-valuetext',
    /^[\d.]+ seconds, of \d+ seconds; sound is missing here: a pause of [3-9](?:\.\d)? seconds$/,
  )
  expect(Number(await near(page).getAttribute('aria-valuenow')) / 1000).toBeCloseTo(at, 1)
  // Where nothing is missing nothing is said.
  await near(page).focus()
  await page.keyboard.press('Home')
  await expect(near(page)).toHaveAttribute('aria-valuetext', /^0 seconds, of \d+ seconds$/)
  const share = (at * 1000) / Number(await near(page).getAttribute('aria-valuemax'))
  await expect.poll(() => drawnAround(near(page), share), 'the place is drawn').toBeGreaterThan(0.2)
  expect(await drawnAround(near(page), share / 2), 'and no other').toBeLessThan(0.1)
  return at
}

test('a pause is drawn, listed, said and gone to', async ({ page, app }) => {
  test.setTimeout(180_000)
  const recorder = await recordUntil(page, app, { title: 'Harbour', name: 'Mira' }, 3)
  await recorder.getByRole('button', { name: /^Pause/ }).click()
  await recorder.getByText('Paused. Nothing is recorded now.').first().waitFor()
  await recorder.waitForTimeout(4_000)
  await recorder.getByRole('button', { name: /^Go on/ }).click()
  await recorder.getByText('Recording.', { exact: true }).first().waitFor()
  await untilKept(recorder, 8)
  await recorder.getByRole('button', { name: /^Stop here/ }).click()
  const closed = recorder.waitForEvent('close')
  await recorder.getByRole('button', { name: 'Close this window' }).click()
  await closed
  await finishIt(page, 'Harbour')
  await page.getByRole('button', { name: 'Go to the story' }).click()
  await page.getByRole('region', { name: 'Player' }).waitFor()
  const at = await whereItIsMissing(page)
  await look(page, 'a recording with a pause')
  await picture(page, 'a recording with a pause')

  // The command leads to it from anywhere in the story, and away from it again.
  await page.getByRole('tab', { name: 'Labels' }).focus()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('from near')
  await page.keyboard.press('Enter')
  await expect(near(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Shift+X')
  await expect(near(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+X')
  await expect(near(page)).toBeFocused()

  await handOver(page)
  await page
    .getByRole('button', { name: /Harbour/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'The sound from near' }).click()
  expect(await whereItIsMissing(page), 'it is where it was').toBe(at)
  await look(page, 'a recording with a pause, in her session')
  await picture(page, 'a pause in her session')
})

test('the key list has the sound from near, and other keys can be chosen for it', long, async ({ page }) => {
  await openArchive(page)
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click()
  const line = page.getByText('The sound from near', { exact: true }).first()
  await line.scrollIntoViewIfNeeded()
  await expect(line).toBeVisible()
  await expect(page.getByText('Ctrl+Shift+X').first()).toBeAttached()
})
