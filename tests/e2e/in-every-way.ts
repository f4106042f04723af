// One screen in the ways in which it is met: narrow and much enlarged, in light and dark, in the language that it is open in.
import { expect, type Page } from '@playwright/test'
import { faults, ofColours, picture, tooWide } from './looking.ts'

const ways = [
  { way: '320px', size: { width: 320, height: 700 }, scale: 1 },
  { way: '200%', size: { width: 1280, height: 860 }, scale: 2 },
] as const

/** What reaches over the side, for whoever reads why a test failed. */
const overTheSide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement
    return [...document.querySelectorAll('body *')]
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        return left < -1 || right > clientWidth + 1
      })
      .map((one) => one.outerHTML.slice(0, 120))
      .slice(-3)
  })

/** What depends on room, so what large text can break while the rest holds. */
const ofRoom = ['target-size', 'scrollable-region-focusable', 'color-contrast']

/**
 * At 320 px no fault that axe finds, and in dark none of colours; with text of twice the size none of room; and in both nothing
 * that scrolls sideways. A picture of each, where the folder for them is named. Afterwards the page is as it was before.
 */
export async function inEveryWay(page: Page, name: string): Promise<void> {
  for (const { way, size, scale } of ways) {
    await page.setViewportSize(size)
    await page.evaluate((to) => document.documentElement.style.setProperty('--text-scale', String(to)), scale)
    const where = `${name} ${way}`
    expect(await tooWide(page), `${where} scrolls sideways: ${(await overTheSide(page)).join(' | ')}`).toBe(false)
    expect(await (scale === 1 ? faults(page) : faults(page, ofRoom)), where).toEqual([])
    await picture(page, where)
    await page.emulateMedia({ colorScheme: 'dark' })
    if (scale === 1) expect(await faults(page, ofColours), `${where}, dark`).toEqual([])
    await picture(page, `${where} dark`)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize({ width: 1280, height: 860 })
  await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '1'))
}
