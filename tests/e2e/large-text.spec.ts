// With text twice as large: each step of the conversation opens with its heading in sight, and what she signs off is as large.
import { expect, type Locator, type Page } from '@playwright/test'
import { long } from './long.ts'
import { allowReadingRoom, handOver, test } from './app.ts'
import { notCovered, picture } from './looking.ts'
import { makeExcerpt, openNightShift } from './story-steps.ts'

const twiceAsLarge = (page: Page): Promise<void> =>
  page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'))

const inSight = async (page: Page, name: string | RegExp): Promise<void> => {
  const heading = page.getByRole('heading', { name, level: 2 })
  await expect(heading).toBeFocused()
  await notCovered(heading)
}

async function goThroughOneCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^\d+ of \d+: Reading room\./ }).click()
  await inSight(page, 'Reading room')
  await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await inSight(page, 'What your yes is about')
  await page.getByRole('radio', { name: 'My whole story' }).check({ force: true })
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await inSight(page, 'Say in your own words what this means')
  await picture(page, `a step with large text ${page.viewportSize()?.width ?? 0}`)
  await page.getByRole('radio', { name: 'Leave it out' }).check({ force: true })
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
}

test(
  'with text twice as large each step of the conversation opens with its heading in sight',
  long,
  async ({ page }) => {
    test.setTimeout(180_000)
    await openNightShift(page)
    await page.getByRole('tab', { name: 'Consent' }).click()
    await page.getByRole('button', { name: 'Talk it through with her' }).click()
    await twiceAsLarge(page)
    await goThroughOneCard(page)
    await inSight(page, 'For whoever writes it down')
    await page.getByRole('button', { name: 'See all cards' }).click()
    await page.getByRole('button', { name: 'Back to the story' }).first().click()
    await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '1'))
    await handOver(page)
    await page.getByRole('navigation').getByRole('button', { name: 'My answers' }).click()
    await page.getByRole('button', { name: 'Talk it through, card by card' }).click()
    await twiceAsLarge(page)
    await goThroughOneCard(page)
    await inSight(page, 'Is it right so?')
  },
)

test(
  'what she is shown before she signs it off follows the text size, and its files stay as they are',
  long,
  async ({ page }) => {
    test.setTimeout(180_000)
    await openNightShift(page)
    await allowReadingRoom(page)
    await makeExcerpt(page, {
      story: 'night-shift',
      recipient: 'Rosa',
      title: 'The winter',
      passages: ['The winter, yes'],
    })
    await twiceAsLarge(page)
    await page.getByRole('button', { name: 'Make the files to look at' }).click()
    const preview = page.getByRole('dialog', { name: /^Preview as/ })
    const frame: Locator = preview.locator('iframe')
    await frame.waitFor({ timeout: 60_000 })
    const within = frame.contentFrame().locator('html')
    await expect(within).toHaveCSS('font-size', '32px')
    await picture(page, 'a preview with large text')
    const kept = await page.evaluate(
      async (address) => (await fetch(address)).text(),
      (await frame.getAttribute('src')) ?? '',
    )
    expect(kept).not.toContain('font-size: 32px')
    await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '1.5'))
    await expect(within).toHaveCSS('font-size', '24px')
  },
)
