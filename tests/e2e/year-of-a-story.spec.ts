// A year of one story, told for the record alone at first: not yet to everything, a first yes, a passage given out, an end that
// comes by itself, a yes said again, all of it taken back and called back. The clock is replaced; the story is a real one.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { beginExcerpt, bringIn, giveBack, giveEvidence, handOver, openArchive, openStory, test } from './app.ts'
import { exportedFiles, filesWith } from './exported.ts'
import { setHerPassphrase } from './her-steps.ts'
import { long } from './long.ts'
import { look, picture } from './looking.ts'
import { needsRealFiles, stories } from './real-files.ts'

const hers = 'violet lantern harbour biscuit meadow'
const shown = async (page: Page, name: string): Promise<void> => {
  await look(page, name)
  await picture(page, `year-${name}`)
}

async function goTo(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
  await page.getByRole('heading', { name: room, level: 1 }).waitFor()
}

const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Go on', exact: true }).click()
const card = (page: Page, title: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^\\d+ of \\d+: ${title}\\.`) })

async function chooseDay(page: Page, day: string, month: string, year: string): Promise<void> {
  for (const [part, option] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`${part}$`) }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
}

test.use({ clock: '2026-01-10T10:00:00.000Z' })

// Each of its steps has a shorter walk of its own.
test('a year of one story, from the record alone to all of it called back', long, async ({ page, app }) => {
  needsRealFiles()
  test.setTimeout(400_000)
  const [narrative] = stories('wpa-oklahoma', 4).slice(3)
  if (narrative === undefined) throw new Error('the narrative is not there')
  const title = path.basename(narrative.name, '.txt')
  const paragraphs = narrative.buffer
    .toString('utf8')
    .split(/\n\s*\n/)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  const [first = '', second = ''] = paragraphs.filter((text) => text.split(' ').length > 30).slice(1)
  /** Words of a passage that stand in HTML as they stand here. */
  const plainWords = (text: string): string => /[a-z ,]{30,}/i.exec(text)?.[0] ?? text
  const beginning = (text: string): string => text.split(' ').slice(0, 6).join(' ')
  const archivists = await openArchive(page)
  const wayOut = page.getByRole('complementary', { name: 'The way out' })

  await test.step('10 January: for the record alone; the rest is to be decided later', async () => {
    await bringIn(page, [narrative], 1)
    await openStory(page, title)
    await page.getByRole('tab', { name: 'Consent' }).click()
    await page.getByRole('button', { name: 'Talk it through with her' }).click()
    await page.getByRole('button', { name: 'Not yet to all that is left' }).click()
    await page.getByRole('heading', { name: 'Not yet to all that is left?' }).waitFor()
    await giveEvidence(page, page.getByRole('main'))
    await page.getByRole('button', { name: 'Keep “not yet” for these 15 cards' }).click()
    await page.getByText('“Not yet” is kept for 15 cards.').first().waitFor()
    await shown(page, 'not yet')
  })

  const reasons = page.getByRole('list', { name: 'Before it can leave' })
  const frame = async (recipient: string, heading: string, words: readonly string[]): Promise<void> => {
    await beginExcerpt(page, title, recipient)
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill(heading)
    for (const text of words)
      await page.getByRole('checkbox', { name: new RegExp(beginning(text).replaceAll(/[^\w ,']/g, '.')) }).check()
    await page.getByText(/^Kept \d/).waitFor()
  }
  const openExcerpt = async (heading: string): Promise<void> => {
    await page.getByRole('navigation').getByRole('button', { name: 'Excerpts' }).click()
    await page.getByRole('button', { name: `Open ${heading}` }).click()
    await wayOut.waitFor()
  }
  const signOff = async (heading: string): Promise<void> => {
    await goTo(page, 'To be given out')
    await page.getByRole('button', { name: `Look at it: ${heading}` }).click()
    const yes = page.getByRole('radiogroup', { name: 'What do you say?' }).getByRole('radio', { name: /^Yes/ })
    await yes.check({ force: true })
    await page.getByRole('button', { name: 'Keep my answer' }).click()
    await expect(page.getByRole('main')).toContainText('You said yes to exactly this on')
  }
  const giveOut = async (heading: string, folder: string): Promise<void> => {
    await openExcerpt(heading)
    await wayOut.getByText('Nothing stands in the way. It may leave.').waitFor()
    await wayOut.getByRole('textbox', { name: 'Put it in this folder' }).fill(app.dataFolder)
    await wayOut.getByRole('textbox', { name: 'Name of the new folder' }).fill(folder)
    await wayOut.getByRole('button', { name: 'Give out', exact: true }).click()
    await page.getByRole('button', { name: 'See its row in Given out' }).waitFor({ timeout: 60_000 })
  }

  await test.step('11 January: somebody would like a part of it; nothing of it may leave', async () => {
    await app.setClock('2026-01-11T10:00:00.000Z')
    await frame('Evening class', 'A winter evening', [first, second])
    await expect(reasons).toContainText('Reading room: she said not yet.')
    await shown(page, 'held back')
  })

  await test.step('12 January: at her own window, with a passphrase of her own, a first yes', async () => {
    await app.setClock('2026-01-12T10:00:00.000Z')
    await openStory(page, title)
    await handOver(page)
    await setHerPassphrase(page, hers)
    await goTo(page, 'My answers')
    await page.getByRole('button', { name: 'Talk it through, card by card' }).click()
    await card(page, 'Reading room').click()
    await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
    await goOn(page)
    await page.getByRole('radio', { name: 'My whole story' }).check({ force: true })
    await page.getByText('With conditions').click()
    await page.getByRole('radio', { name: 'It ends on a date' }).check({ force: true })
    await chooseDay(page, '30', 'June', '2026')
    await goOn(page)
    await page.getByRole('radio', { name: 'Write it' }).check({ force: true })
    await page.getByRole('textbox', { name: 'In your own words' }).fill('They read it in one room, until the summer.')
    await goOn(page)
    await expect(page.getByText(/It ends on 30 June 2026/)).toBeVisible()
    await shown(page, 'is it right so')
    await page.getByRole('button', { name: 'Keep my answer' }).click()
    await page.getByRole('heading', { name: 'Kept' }).waitFor()

    // Seven days lie between her going through it and her yes to what leaves.
    await goTo(page, 'To be given out')
    await page.getByRole('button', { name: 'Look at it: A winter evening' }).click()
    await page.getByRole('button', { name: 'I have gone through it' }).click()
    await expect(page.getByRole('main')).toContainText('Your seven days end on')
    await expect(page.getByRole('radio', { name: /^Yes, exactly this/ })).toHaveCount(0)
    await shown(page, 'seven days')
    await giveBack(page, archivists)
    await openExcerpt('A winter evening')
    await expect(reasons).toContainText('19 January 2026')
  })

  await test.step('20 January: her key signs exactly this, and it is given out', async () => {
    await app.setClock('2026-01-20T10:00:00.000Z')
    await openStory(page, title)
    await handOver(page, hers)
    await signOff('A winter evening')
    await shown(page, 'signed')
    await giveBack(page, archivists)
    await giveOut('A winter evening', 'evening-class')
    const exported = await exportedFiles(path.join(app.dataFolder, 'evening-class'))
    expect(filesWith(exported, plainWords(first))).toContain('index.html')
  })

  await test.step('5 July: her yes has ended by itself, and a clock that is set back opens nothing', async () => {
    await app.setClock('2026-07-05T10:00:00.000Z')
    await frame('Choir', 'Sung and said', [first])
    await expect(reasons).toContainText('the time of her yes is over')
    await shown(page, 'ended')
    await app.setClock('2026-05-05T10:00:00.000Z')
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Said and sung')
    await page.getByText(/^Kept \d/).waitFor()
    await expect(reasons).toContainText('the time of her yes is over')
    await app.setClock('2026-07-05T11:00:00.000Z')
  })

  await test.step('6 July: she says it again, for one time', async () => {
    await app.setClock('2026-07-06T10:00:00.000Z')
    await openStory(page, title)
    await handOver(page, hers)
    await goTo(page, 'My answers')
    await page.getByRole('button', { name: 'Talk it through, card by card' }).click()
    await page.getByRole('heading', { name: 'Talk it through', level: 1 }).waitFor()
    await shown(page, 'to look at again')
    await card(page, 'Reading room').click()
    await page.getByRole('button', { name: 'Say it again' }).click()
    await goOn(page)
    await page.getByText('With conditions').click()
    await page.getByRole('radio', { name: 'No end' }).check({ force: true })
    await page.getByRole('radio', { name: 'A number of times' }).check({ force: true })
    await page.getByRole('textbox', { name: 'How many times' }).fill('1')
    await page.keyboard.press('Tab')
    await goOn(page)
    await page.getByRole('radio', { name: 'Leave it out' }).check({ force: true })
    await goOn(page)
    await page.getByRole('button', { name: 'Keep my answer' }).click()
    await page.getByRole('heading', { name: 'Kept' }).waitFor()
    await signOff('Said and sung')
    await giveBack(page, archivists)
    await giveOut('Said and sung', 'choir')
    await frame('Library', 'On a shelf', [second])
    await expect(reasons).toContainText('as often as she said')
  })

  await test.step('1 October: she takes it back, and asks for what is out', async () => {
    await app.setClock('2026-10-01T10:00:00.000Z')
    await page.getByRole('navigation').getByRole('button', { name: 'Given out' }).click()
    await page
      .getByRole('button', { name: /^Take back or call back/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'She takes it back' }).click()
    const dialog = page.getByRole('dialog', { name: 'She takes it back' })
    await dialog.getByRole('radio', { name: /^Ask for it back/ }).check({ force: true })
    await giveEvidence(page, dialog)
    await dialog.getByRole('button', { name: 'Keep this' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await shown(page, 'taken back')
    await page.getByRole('navigation').getByRole('button', { name: 'Given out' }).click()
    await expect(
      page.getByRole('list', { name: 'What has been given out, newest first' }).getByRole('article'),
    ).toHaveCount(2)
    await shown(page, 'owed')
  })

  await test.step('2 October: letters go out; one says that it is taken down, the other cannot be found', async () => {
    await app.setClock('2026-10-02T10:00:00.000Z')
    for (const [recipient, folder, heard] of [
      ['Evening class', 'letter-evening-class', 'They say that it is taken down'],
      ['Choir', 'letter-choir', 'They cannot be reached'],
    ] as const) {
      await page.getByRole('navigation').getByRole('button', { name: 'Given out' }).click()
      const row = page.getByRole('article').filter({ hasText: recipient })
      await row
        .getByRole('button', { name: /call (it )?back/i })
        .first()
        .click()
      await page.getByRole('article', { name: 'The letter as it will be' }).waitFor()
      await page.getByRole('textbox', { name: 'Put it in this folder' }).fill(app.dataFolder)
      await page.getByRole('textbox', { name: 'Name of the new folder' }).fill(folder)
      await page.getByRole('button', { name: 'Put it there' }).click()
      await expect(page.getByText('It lies in this folder').first()).toBeVisible()
      const letter = await readFile(path.join(app.dataFolder, folder, 'letter.txt'), 'utf8')
      expect(letter).toContain(recipient)
      expect(letter).not.toContain(plainWords(first))
      const part = page.getByRole('region', { name: 'What came of it' })
      for (const what of ['I sent the letter', heard]) {
        await part.getByRole('radio', { name: what }).check({ force: true })
        await part.getByRole('button', { name: 'Write this down' }).click()
        await expect(part.getByText('Written down.')).toBeVisible()
      }
      await shown(page, `called back from ${recipient}`)
    }
  })

  await test.step('1 December: what was called back does not come in again, and her receipt tells the year', async () => {
    await app.setClock('2026-12-01T10:00:00.000Z')
    const buffer = await readFile(path.join(app.dataFolder, 'choir', 'transcript.txt'))
    await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
    await page.getByRole('button', { name: 'Bring in', exact: true }).click()
    const chooser = page.waitForEvent('filechooser')
    await page
      .getByRole('button', { name: /^(Choose files|Add more files)/ })
      .first()
      .click()
    await (await chooser).setFiles([{ name: 'found.txt', mimeType: 'text/plain', buffer }])
    await expect(page.getByText(/These words were called back/)).toBeVisible()
    await openStory(page, title)
    await page.getByRole('tab', { name: 'Consent' }).click()
    await page.getByRole('button', { name: 'Her receipt' }).click()
    const paper = page.getByRole('dialog', { name: 'Her receipt' }).getByRole('article', { name: 'The receipt' })
    for (const words of ['Evening class', 'Choir', '20 January 2026', '6 July 2026', '1 October 2026'])
      await expect(paper).toContainText(words)
    await shown(page, 'receipt')
    await page.keyboard.press('Escape')

    await page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()
    await page.getByRole('button', { name: 'Check now' }).click()
    await expect(page.getByText('Everything is whole').first()).toBeVisible({ timeout: 60_000 })
  })
})
