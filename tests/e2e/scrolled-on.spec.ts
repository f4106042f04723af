// Whoever scrolls on from what she has just written stays where she is, whatever is drawn meanwhile: what she presses there
// is what she saw.
import { expect, type Page } from '@playwright/test'
import { beginExcerpt, bringIn, openArchive, test } from './app.ts'

const story = Array.from({ length: 40 }, (_, at) => `On day ${at + 1} we walked to the harbour and back.`).join('\n\n')

const scrolledTo = (page: Page): Promise<number> => page.locator('#page').evaluate(({ scrollTop }) => scrollTop)

test('what is kept and checked meanwhile does not scroll back to the title', async ({ page }) => {
  await openArchive(page)
  await bringIn(page, [{ name: 'harbour.txt', mimeType: 'text/plain', buffer: Buffer.from(story) }], 1)
  await beginExcerpt(page, 'harbour', 'Choir')
  const passages = page.getByRole('region', { name: 'Passages of the story' })
  await passages.getByRole('checkbox', { name: /On day 40 / }).waitFor()
  await page.mouse.move(500, 500)
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('To the harbour')
  await page.mouse.wheel(0, 2_000)
  await expect.poll(() => scrolledTo(page)).toBeGreaterThan(1_000)
  const there = await scrolledTo(page)
  const box = passages.getByRole('checkbox', { name: /On day (?:[2-9]\d) / })
  const seen = await box.evaluateAll((boxes) =>
    boxes.findIndex((one) => {
      const { top, bottom } = one.getBoundingClientRect()
      return top > 400 && bottom < innerHeight - 50
    }),
  )
  const before = await box.nth(seen).boundingBox()
  await page.getByText(/^Kept \d/).waitFor()
  await page.waitForTimeout(300) // for what is drawn after it is kept
  expect(await scrolledTo(page), 'the page was scrolled back').toBe(there)
  await page.mouse.click((before?.x ?? 0) + 8, (before?.y ?? 0) + 8)
  await expect(box.nth(seen)).toBeChecked()
})
