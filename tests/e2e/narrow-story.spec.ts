// Large text in a narrow window: who it is viewed as is a list that opens, and the player is one row.
import { expect } from '@playwright/test'
import { toneWav } from '../support/tone.ts'
import { bringIn, openArchive, test } from './app.ts'

test('at 320 px and 300 % the player is one row, and the views are a list', async ({ page }) => {
  await openArchive(page)
  const text = 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Marisol>I sold oranges.\n'
  const files = [
    { name: 'market.vtt', mimeType: 'text/vtt', buffer: Buffer.from(text) },
    { name: 'market.wav', mimeType: 'audio/wav', buffer: Buffer.from(toneWav(4, 8_000, 440)) },
  ]
  await bringIn(page, files, 1)
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('link', { name: 'market', exact: true }).click()
  const views = page.getByRole('radiogroup', { name: 'View as' })
  await views.waitFor()
  await page.setViewportSize({ width: 320, height: 800 })
  await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '3'))
  await expect(views).toBeHidden()
  const player = page.getByRole('region', { name: 'Player' })
  const height = async () => (await player.boundingBox())?.height ?? Infinity
  await expect.poll(height).toBeLessThan(96)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await player.getByRole('button', { name: 'More' }).click()
  await player.getByRole('checkbox', { name: 'Follow the sound' }).waitFor()
  await page.getByRole('button', { name: /^Whole/ }).click()
  await page.getByRole('option', { name: 'Readers' }).click()
  await page.getByText('This is what readers would get.').waitFor()
})
