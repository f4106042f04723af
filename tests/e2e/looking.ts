// What is looked at on every screen: faults that axe finds, in light and dark, and scrolling sideways at 320 px.
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { axeFaults } from '../support/axe.ts'

/** What depends on colours, so what dark can break while light holds. */
export const ofColours = ['color-contrast', 'link-in-text-block']

/** Faults that axe finds, of these rules or of all; what an export shows in a frame is looked at elsewhere. */
export const faults = (page: Page, rules?: readonly string[]): Promise<string[]> =>
  axeFaults(page, rules === undefined ? undefined : [...rules])

export const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Keeps a picture of the whole page in the folder that FIRSTHAND_SCREENSHOTS names; none where it names none. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['FIRSTHAND_SCREENSHOTS']
  if (folder === undefined) return
  await page.screenshot({ path: path.join(folder, `${name.replaceAll(' ', '-')}.png`), fullPage: true })
}

/** That it does not scroll sideways at 320 px. */
export async function narrow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await tooWide(page), `${name} scrolls sideways at 320 px`).toBe(false)
  await page.setViewportSize({ width: 1280, height: 860 })
}

/** No fault that axe finds, in light and dark; no scrolling sideways at 320 px. */
export async function look(page: Page, name: string): Promise<void> {
  expect(await faults(page), name).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faults(page, ofColours), `${name}, dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await narrow(page, name)
}

/** That all of it can be seen: it lies within the window, and nothing lies over its corners. */
export async function notCovered(shown: Locator): Promise<void> {
  const corners = () =>
    shown.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return [left + 2, right - 2].flatMap((x) =>
        [top + 2, bottom - 2].map((y) => {
          const there = document.elementFromPoint(x, y)
          return there !== null && (element.contains(there) || there.contains(element))
            ? ''
            : (there?.outerHTML ?? 'outside').slice(0, 160)
        }),
      )
    })
  await expect.poll(corners).toEqual(['', '', '', ''])
}
