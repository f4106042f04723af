// The screens about her answers and where her words went, at 200 % text, in Spanish and mirrored: no fault that axe finds, and
// nothing that scrolls sideways. What is pressed is named by the same words as the screens have.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { LanguageCode } from '../../renderer/words/index.ts'
import { makeSay, type Say } from '../../renderer/words/make-say.ts'
import {
  allowReadingRoom,
  beginExcerpt,
  bringIn,
  choosePassages,
  openArchive,
  openStory,
  reviewAndWaive,
  signOffAndGiveOut,
  test,
} from './app.ts'
import { inventedFiles } from './invented.ts'
import { faults, tooWide } from './looking.ts'

async function seen(page: Page, name: string): Promise<void> {
  expect(await faults(page), name).toEqual([])
  expect(await tooWide(page), `${name} scrolls sideways`).toBe(false)
}

/** Goes to a room by its name, through the menu where the text is so large that the rooms stand in one. */
async function goTo(page: Page, say: Say, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: say('shell.menu'), exact: true })
  if (await menu.isVisible()) {
    await menu.click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  } else await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
}

for (const [language, direction] of [
  ['es', 'ltr'],
  ['en-XB', 'rtl'],
] as const satisfies readonly (readonly [LanguageCode, string])[]) {
  test(`her answers and where her words went, in ${language}`, async ({ page, app }) => {
    test.setTimeout(240_000)
    const say = makeSay(language)
    await openArchive(page)
    await bringIn(page, inventedFiles.slice(0, 1), 1)
    await openStory(page, 'night-shift')
    await choosePassages(page, 'You said the first', 3)
    await allowReadingRoom(page)
    await reviewAndWaive(page)
    await beginExcerpt(page, 'night-shift', 'Union hall')
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Nights')
    await page.getByRole('checkbox', { name: /The winter, yes/ }).check({ force: true })
    await signOffAndGiveOut(page, app.dataFolder, 'out')
    await mkdir(path.join(app.dataFolder, 'firsthand'), { recursive: true })
    await writeFile(
      path.join(app.dataFolder, 'firsthand', 'preferences.json'),
      JSON.stringify({ language, theme: 'system', textSize: 200 }),
    )
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect(page.locator('html')).toHaveAttribute('dir', direction)

    await goTo(page, say, say('shell.givenOut'))
    await page.getByRole('article').first().waitFor()
    await seen(page, 'given out')
    await page
      .getByRole('button', { name: say('recall.open') })
      .first()
      .click()
    await page
      .getByRole('button', { name: say('recall.takeBack') })
      .first()
      .waitFor()
    await seen(page, 'what was given')

    await goTo(page, say, say('shell.excerpts'))
    await page.getByRole('list').first().waitFor()
    await seen(page, 'excerpts')
    await page.getByRole('main').getByRole('list').getByRole('button').first().click()
    await page.getByRole('checkbox').first().waitFor()
    await seen(page, 'an excerpt')

    await goTo(page, say, say('shell.shelf'))
    await page.getByRole('link', { name: 'night-shift' }).click()
    await page.getByText('six of us').waitFor()
    // At this size the sheet lies behind a button.
    await page.getByRole('button', { name: say('story.sheet.open') }).click()
    await page.getByRole('tab', { name: say('story.tab.consent') }).click()
    await page.getByRole('button', { name: say('talk.begin.archivist') }).click()
    const cards = page.getByRole('main').getByRole('listitem').getByRole('button')
    await cards.nth(14).waitFor()
    await seen(page, 'the cards')
    await cards.first().click()
    await page.getByRole('radiogroup').first().waitFor()
    await seen(page, 'a card')
    await page.getByRole('button', { name: say('receipt.open', { who: 'others' }) }).click()
    await page.getByRole('dialog').getByRole('table').first().waitFor()
    await seen(page, 'her receipt')
  })
}
