// How it is known that she decided, with real files: a scan and a PDF, an interpreter, a witness, a stretch of her recording.
// Each is seen again with her answer, by an archivist and by her.
import { expect, type Locator, type Page } from '@playwright/test'
import { long } from './long.ts'
import { bringIn, handOver, openArchive, openStory, test } from './app.ts'
import { inventedFiles } from './invented.ts'
import { look } from './looking.ts'
import { madePdf, madePng } from './made-papers.ts'
import { openNightShift } from './story-steps.ts'
import { caretAtEndOf, passageMenu, passageWith } from './writing-steps.ts'

/** Opens a use in the sheet of consent, and says yes or no. */
async function openCard(page: Page, use: string, answer: 'Yes' | 'No'): Promise<Locator> {
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: new RegExp(`^${use}`) }).click()
  const dialog = page.getByRole('dialog', { name: use })
  await dialog.getByRole('radio', { name: answer, exact: true }).check({ force: true })
  return dialog
}

async function chooseKind(page: Page, within: Locator, kind: string): Promise<void> {
  await within.getByRole('button', { name: /What is kept with it/ }).click()
  await page.getByRole('option', { name: kind }).click()
}

async function keep(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Keep her answer' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function addPaper(page: Page, within: Locator, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await within.getByRole('button', { name: /^(Choose a photograph or scan|Add another page)$/ }).click()
  await (await chooser).setFiles([{ name, mimeType, buffer }])
}

/** How dark the middle of the upper and of the lower half of a page is: 0 black, 255 white; null while it is drawn. */
const halves = (canvas: Locator): Promise<readonly [number, number] | null> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    if (element.getAttribute('aria-busy') === 'true') return null
    const context = element.getContext('2d')
    const at = (part: number): number =>
      context?.getImageData(element.width * 0.9, Math.floor(element.height * part), 1, 1).data[0] ?? -1
    return [at(0.25), at(0.6)] as const
  })

const isDrawn = (canvas: Locator): Promise<void> =>
  expect
    .poll(async () => {
      const seen = await halves(canvas)
      return seen !== null && seen[0] < 40 && seen[1] > 215
    })
    .toBe(true)

const widthOf = (picture: Locator): Promise<number> => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)

const seeAgain = async (page: Page, within: Locator): Promise<void> => {
  await expect.poll(() => widthOf(within.getByRole('img', { name: 'Picture of the paper, page 1' }))).toBe(120)
  await within.getByRole('button', { name: 'Look at its pages: paper 2' }).click()
  const pages = within.getByRole('region', { name: 'The pages of paper 2' })
  await isDrawn(pages.getByRole('img', { name: 'Picture of page 1 of 3' }))
  await page.keyboard.press('End')
  await isDrawn(pages.getByRole('img', { name: 'Picture of page 3 of 3' }))
}

test(
  'an archivist keeps papers, an interpreter, a witness and a recording; she sees them again and answers for a part',
  long,
  async ({ page }) => {
    test.setTimeout(240_000)
    const strayed: string[] = []
    page.on('dialog', (dialog) => {
      strayed.push(dialog.message())
      void dialog.dismiss()
    })
    page.context().on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (origin !== new URL(page.url()).origin && protocol !== 'blob:' && protocol !== 'data:') strayed.push(origin)
    })
    await openNightShift(page)
    await caretAtEndOf(page, 'After that we met')
    await passageMenu(page, 'A heading above it')
    await page.getByRole('textbox', { name: 'Heading', exact: true }).fill('Sundays')
    await page.keyboard.press('Enter')
    await expect(passageWith(page, 'After that we met')).toHaveAttribute('data-heading', 'Sundays')

    await test.step('a scan, and a PDF of three pages that is looked at before it is kept', async () => {
      const dialog = await openCard(page, 'Reading room', 'Yes')
      await chooseKind(page, dialog, 'A signed paper')
      await addPaper(page, dialog, 'scan.png', 'image/png', madePng(120, 80))
      await dialog.getByRole('img', { name: 'Picture of the paper, page 1' }).waitFor()
      await addPaper(page, dialog, 'signed.pdf', 'application/pdf', madePdf(['drawn', 'fax', 'jpeg2000']))
      const open = dialog.getByRole('button', { name: 'Look at its pages: paper 2' })
      await open.focus()
      await page.keyboard.press('Enter')
      const pages = dialog.getByRole('region', { name: 'The pages of paper 2' })
      await expect(pages).toBeFocused()
      await isDrawn(pages.getByRole('img', { name: 'Picture of page 1 of 3' }))
      await expect(pages.getByText('I agree, 1.')).toBeAttached()
      await expect(pages).not.toContainText('A picture on this page cannot be shown.')
      await expect(pages.getByRole('status')).toHaveText('Page 1 of 3')
      await look(page, 'a page of a paper')
      // By keys, and no further than the last and the first.
      for (const [key, now] of [
        ['ArrowLeft', 1],
        ['ArrowRight', 2],
        ['PageDown', 3],
        ['ArrowRight', 3],
        ['Home', 1],
        ['End', 3],
        ['PageUp', 2],
      ] as const) {
        await page.keyboard.press(key)
        await expect(pages.getByRole('status')).toHaveText(`Page ${now} of 3`)
        await isDrawn(pages.getByRole('img', { name: `Picture of page ${now} of 3` }))
      }
      // The button that leads no further leaves the focus with the pages, so that the keys still turn them.
      await pages.getByRole('button', { name: 'Next page' }).focus()
      await page.keyboard.press('Enter')
      await expect(pages.getByRole('button', { name: 'Next page' })).toBeDisabled()
      await expect(pages).toBeFocused()
      await page.keyboard.press('ArrowLeft')
      await expect(pages.getByRole('status')).toHaveText('Page 2 of 3')
      await pages.getByRole('button', { name: 'Close the pages' }).click()
      await expect(open).toBeFocused()
      await keep(dialog)
    })

    await test.step('an interpreter, a witness, a stretch of her recording', async () => {
      const interpreted = await openCard(page, 'Teaching', 'Yes')
      await chooseKind(page, interpreted, 'Through an interpreter')
      await interpreted.getByRole('button', { name: 'Keep her answer' }).click()
      await expect(interpreted.getByText('Say how it is known. Her answer counts only with it.')).toBeVisible()
      await interpreted.getByLabel('Who the interpreter was').fill('Amina Said, from Arabic')
      await keep(interpreted)
      const witnessed = await openCard(page, 'Website', 'No')
      await chooseKind(page, witnessed, 'Somebody was there')
      await witnessed.getByLabel('Who the witness was').fill('Her sister Lucía')
      await keep(witnessed)
      const heard = await openCard(page, 'Research', 'Yes')
      await chooseKind(page, heard, 'Her spoken words')
      await heard.getByRole('radio', { name: 'In one of her recordings here' }).check({ force: true })
      await heard.getByRole('textbox', { name: 'Begins at (seconds)' }).fill('2')
      await heard.getByRole('textbox', { name: 'Ends at (seconds)' }).fill('2.5')
      await page.keyboard.press('Tab')
      await keep(heard)
    })

    const said = (panel: Locator, what: string): Locator => panel.getByRole('listitem').filter({ hasText: what })
    await test.step('all of it is seen again in what she has decided', async () => {
      const panel = page.getByRole('tabpanel', { name: 'Consent' })
      await panel.getByText('All she has decided, in order').click()
      await seeAgain(page, said(panel, 'Reading room: yes'))
      await expect(said(panel, 'Teaching: yes')).toContainText('Through an interpreter: Amina Said, from Arabic')
      await expect(said(panel, 'Website: no')).toContainText('Somebody was there: Her sister Lucía')
      const clip = said(panel, 'Research: yes')
      await clip.getByRole('button', { name: /^Play this part of the recording, from 0:02/ }).click()
      // It plays from the one to the other, and stops there.
      await expect
        .poll(() => clip.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime))
        .toBeCloseTo(2.5, 0)
      // NOTE: that a button was busy is said for some seconds more, with the name of the button, which has gone with its dialog.
      await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(0, { timeout: 15_000 })
      await look(page, 'all she has decided, with what shows it')
    })

    await test.step('she sees the same, and answers for one part', async () => {
      await handOver(page)
      await page.getByRole('navigation').getByRole('button', { name: 'My answers' }).click()
      await page.getByText('All I have decided').click()
      const main = page.getByRole('main')
      await seeAgain(page, said(main, 'Reading room: yes'))
      await expect(said(main, 'Teaching: yes')).toContainText('Amina Said, from Arabic')
      await expect(said(main, 'Website: no')).toContainText('Her sister Lucía')
      await look(page, 'all I have decided, with what shows it')
      await page.getByRole('button', { name: 'Talk it through, card by card' }).click()
      await page.getByRole('button', { name: /^\d+ of \d+: Exhibition\./ }).click()
      await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
      const goOn = page.getByRole('button', { name: 'Go on', exact: true })
      await goOn.click()
      await page.getByRole('radio', { name: 'One part of it' }).check({ force: true })
      await page.getByRole('button', { name: /Which part\?/ }).click()
      await page.getByRole('option', { name: 'Sundays' }).click()
      await goOn.click()
      await page.getByRole('radio', { name: 'Write it' }).check({ force: true })
      await page.getByRole('textbox', { name: 'In your own words' }).fill('Who comes in may read about the Sundays.')
      await goOn.click()
      await expect(page.getByText(/It is about the part “Sundays”\./)).toBeVisible()
      await page.getByRole('button', { name: 'Keep my answer' }).click()
      await page.getByRole('heading', { name: 'Kept' }).waitFor()
      await page.getByRole('navigation').getByRole('button', { name: 'My answers' }).click()
      await expect(page.getByRole('button', { name: /^Exhibition/ })).toContainText('One passage')
      await page.getByText('All I have decided').click()
      const part = said(page.getByRole('main'), 'Exhibition: yes')
      await expect(part).toContainText('The part “Sundays” (one passage then)')
      await expect(part).toContainText('Who comes in may read about the Sundays.')
    })
    expect(strayed, 'a script of the paper ran, or something was fetched for it').toEqual([])
  },
)

test('a PDF that cannot be shown is kept, and it is said why', long, async ({ page }) => {
  test.setTimeout(180_000)
  await openArchive(page)
  await bringIn(page, inventedFiles.slice(3, 4), 1)
  await openStory(page, 'oranges')
  const dialog = await openCard(page, 'Reading room', 'Yes')
  await chooseKind(page, dialog, 'A signed paper')
  const whole = madePdf(['drawn'])
  const papers = [
    { buffer: Buffer.concat([whole.subarray(0, 9), Buffer.alloc(2_000, 'x')]), says: 'This PDF is damaged.' },
    { buffer: madePdf(['drawn'], true), says: 'This PDF has a password of its own.' },
    { buffer: madePdf(['spoilt']), says: 'A picture on this page cannot be shown.' },
    {
      buffer: madePdf(Array.from({ length: 301 }, () => 'drawn')),
      says: 'It has 301 pages. The first 300 can be looked at',
    },
  ]
  for (const [at, { buffer, says }] of papers.entries()) {
    await addPaper(page, dialog, 'signed.pdf', 'application/pdf', buffer)
    await dialog.getByRole('button', { name: `Look at its pages: paper ${at + 1}` }).click()
    const pages = dialog.getByRole('region', { name: `The pages of paper ${at + 1}` })
    await expect(pages).toContainText(says)
    await expect(pages.getByRole('img')).toHaveCount(at < 2 ? 0 : 1)
    if (at === 3) {
      await page.keyboard.press('End')
      await expect(pages.getByRole('status')).toHaveText('Page 300 of 300')
      await isDrawn(pages.getByRole('img', { name: 'Picture of page 300 of 300' }))
    }
    await look(page, says)
    await pages.getByRole('button', { name: 'Close the pages' }).click()
  }
  await keep(dialog)
})
