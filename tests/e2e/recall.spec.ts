// Called back: given out, taken back, owed, a letter and a file for it, what was heard; and its words are not brought in again.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { long } from './long.ts'
import {
  allowReadingRoom,
  beginExcerpt,
  bringIn,
  choosePassages,
  giveBack,
  giveEvidence,
  handOver as toHer,
  openArchive,
  openStory,
  reviewAndWaive,
  signOffAndGiveOut,
  test,
  type ChosenFile,
} from './app.ts'
import { faults, picture, tooWide } from './looking.ts'

const told = `Interviewer: You said the first winter was the hardest.

Marisol: The winter, yes. We walked eleven kilometres every night to the packing house, and nobody counted the hours but us.

Interviewer: And then?

Marisol: After that we met on Sundays, six of us and then eleven, and we wrote down what was missing from the money.
`
const file = (name: string, content: string | Buffer): ChosenFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
})

const room = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name }).click()

async function handOver(page: Page, chosen: ChosenFile): Promise<void> {
  await room(page, 'Shelf')
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: /^(Choose files|Add more files)/ })
    .first()
    .click()
  await (await chooser).setFiles([chosen])
}

async function screenIsSound(page: Page, name: string): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await picture(page, name)
  expect(await faults(page), name).toEqual([])
  expect(await tooWide(page), name).toBe(false)
}

/** Writes down what was heard, today. */
async function heard(page: Page, what: string): Promise<void> {
  const part = page.getByRole('region', { name: 'What came of it' })
  await part.getByRole('radio', { name: what }).check({ force: true })
  await part.getByRole('button', { name: 'Write this down' }).click()
  await expect(part.getByText('Written down.')).toBeVisible()
}

/** Three passages of the winter, allowed by her, gone through and signed off, for the hall. */
async function giveOutWinter(page: Page, folder: string): Promise<void> {
  await openArchive(page)
  await bringIn(page, [file('winter.txt', told)], 1)
  await openStory(page, 'winter')
  await choosePassages(page, 'The winter, yes', 2)
  await allowReadingRoom(page)
  await reviewAndWaive(page)
  await beginExcerpt(page, 'winter', 'Union hall')
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('What the winter took')
  for (const words of ['The winter, yes', 'And then', 'six of us'])
    await page.getByRole('checkbox', { name: new RegExp(words) }).check()
  await signOffAndGiveOut(page, folder, 'for-the-hall')
}

test(
  'what she takes back is called back: letter, file, what was heard, and no way in again',
  long,
  async ({ page, app }) => {
    test.setTimeout(240_000)
    await giveOutWinter(page, app.dataFolder)
    await page.getByRole('button', { name: 'See its row in Given out' }).click()

    // Nothing is owed; she takes it back, and wants it asked for.
    await page.getByRole('article').first().waitFor()
    await screenIsSound(page, 'register')
    await page.getByRole('button', { name: /^Take back or call back/ }).click()
    await expect(page.getByText('Her yes stands for everything in it.')).toBeVisible()
    await page.getByRole('button', { name: 'She takes it back' }).click()
    const dialog = page.getByRole('dialog', { name: 'She takes it back' })
    await dialog.getByRole('radio', { name: /^No new uses/ }).check({ force: true })
    await screenIsSound(page, 'take-back')
    await giveEvidence(page, dialog)
    await dialog.getByRole('button', { name: 'Keep this' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect(page.getByText('She wants no new uses. What is out may stay.').first()).toBeVisible()
    // What may stay is asked back by no click of anybody's but on a new word of hers.
    for (const name of ['Put it there', 'Print the letter', 'Write this down'])
      await expect(page.getByRole('button', { name })).toHaveCount(0)
    await expect(page.getByText('While it is called back', { exact: false })).toHaveCount(0)
    await page.getByRole('button', { name: 'Call it back after all' }).click()
    const afterAll = page.getByRole('dialog', { name: 'Call it back after all' })
    await afterAll.getByRole('button', { name: 'Ask for it back' }).click()
    await expect(afterAll.getByRole('alert')).toBeVisible()
    await giveEvidence(page, afterAll)
    await screenIsSound(page, 'after-all')
    await afterAll.getByRole('button', { name: 'Ask for it back' }).click()
    await afterAll.waitFor({ state: 'hidden' })
    await expect(page.getByText('Being called back. No letter is known to have been sent.')).toBeVisible()
    const spans = page.getByRole('list', { name: 'What is closed' })
    await expect(spans.getByRole('listitem')).toHaveCount(3)
    // Who is speaking can be seen: her words in the reading face, the interviewer's in the other, signed.
    const faceOf = (words: string) =>
      spans.getByText(words).evaluate((element) => getComputedStyle(element).fontFamily.split(',')[0])
    expect(await faceOf('The winter, yes')).not.toBe(await faceOf('And then?'))
    await expect(spans.getByRole('listitem').nth(1)).toContainText('Interviewer:')
    await expect(spans).toContainText('The winter, yes. We walked eleven kilometres')
    await expect(spans).toContainText('She took her yes back.')

    // The letter, as it will be.
    const letter = page.getByRole('article', { name: 'The letter as it will be' })
    await expect(letter).toContainText('To ⁨Union hall⁩')
    await expect(letter).not.toContainText('kilometres')
    await page.getByRole('textbox', { name: 'Who writes, and how to answer' }).fill('Ana, at the archive')
    await expect(letter).toContainText('Ana, at the archive')
    await page.getByRole('checkbox', { name: 'The page to put where hers was' }).check({ force: true })
    await page.getByRole('textbox', { name: 'Put it in this folder' }).fill(app.dataFolder)
    await page.getByRole('textbox', { name: 'Name of the new folder' }).fill('letter-to-the-hall')
    await page.getByRole('button', { name: 'Put it there' }).click()
    await expect(page.getByText('It lies in this folder').first()).toBeVisible()
    const folder = path.join(app.dataFolder, 'letter-to-the-hall')
    const names = await readdir(folder)
    const recallName = names.find((name) => name.endsWith('.firsthand-recall')) ?? ''
    expect(names.toSorted()).toEqual([recallName, 'letter.html', 'letter.txt', 'page'].toSorted())
    expect(await readFile(path.join(folder, 'letter.txt'), 'utf8')).toContain('asks for all of it back')
    expect(await readFile(path.join(folder, recallName), 'utf8')).not.toContain('winter')

    await heard(page, 'I sent the letter')
    await expect(page.getByText(/^Asked for on .* No answer is written down\.$/)).toBeVisible()
    await heard(page, 'They say that it is taken down')
    await expect(page.getByText(/^They say that they have taken it down \(/)).toBeVisible()
    const steps = page.getByRole('list', { name: 'Everything so far' }).getByRole('listitem')
    await expect(steps).toHaveCount(7)
    await screenIsSound(page, 'recall')
    for (const [name, size, scheme] of [
      ['recall-dark', { width: 1280, height: 860 }, 'dark'],
      ['recall-narrow', { width: 320, height: 700 }, 'light'],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize(size)
      await screenIsSound(page, name)
    }
    await page.setViewportSize({ width: 1280, height: 860 })

    // The same words in another layout, and the exported text itself, are not brought in.
    const transcript = await readFile(path.join(app.dataFolder, 'for-the-hall', 'transcript.txt'))
    const oneLine = told.toUpperCase().replaceAll(/\s+/g, ' ')
    for (const chosen of [file('again.txt', oneLine), file('transcript.txt', transcript)]) {
      await handOver(page, chosen)
      await expect(page.getByText(/These words were called back/)).toBeVisible()
      await expect(page.getByRole('button', { name: /^Keep \d/ })).toHaveCount(0)
      await screenIsSound(page, `refused-${chosen.name}`)
      await page.getByRole('button', { name: 'Forget all of this' }).click()
      await page.getByRole('button', { name: 'Forget it' }).click()
    }
    // The signed file is taken in, shown, and taken off again with a note.
    await handOver(page, file(recallName, await readFile(path.join(folder, recallName))))
    await expect(page.getByText('A recall file was taken in')).toBeVisible()
    // Her story is here itself, so it is said to hold these words.
    await expect(page.getByRole('list', { name: 'A story here holds these words' })).toContainText('Go there: winter')
    await screenIsSound(page, 'held-here')
    await room(page, 'Given out')
    const listed = page.getByRole('region', { name: 'What is called back and not brought in' })
    await expect(listed).toContainText('This archive gave it out.')
    await listed.getByRole('button', { name: /^Take it off the list/ }).click()
    await listed.getByRole('textbox', { name: /^Why/ }).fill('Her new wish.')
    await listed.getByRole('button', { name: 'Keep this' }).click()
    await expect(listed).toContainText('It does not count now.')
    await screenIsSound(page, 'listed')
  },
)

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/** As she meets it in every way of looking; nothing to press is smaller than a finger. */
async function hersIsSound(page: Page, name: string): Promise<void> {
  await screenIsSound(page, name)
  const small = await page
    .getByRole('main')
    .locator('button:visible, summary:visible')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.textContent))
  expect(small, name).toEqual([])
  for (const [way, size, scheme, percent] of [
    ['dark', { width: 1280, height: 860 }, 'dark', '100%'],
    ['narrow', { width: 320, height: 700 }, 'light', '100%'],
    ['large', { width: 640, height: 700 }, 'light', '200%'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize(size)
    await page.evaluate(
      (zoom) => document.documentElement.style.setProperty('--text-scale', zoom),
      percent === '200%' ? '2' : '1',
    )
    await screenIsSound(page, `${name}-${way}`)
  }
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  await screenIsSound(page, `${name}-mirrored`)
  await page.evaluate(() => {
    document.documentElement.dir = 'ltr'
    document.documentElement.style.removeProperty('--text-scale')
  })
  await page.setViewportSize({ width: 1280, height: 860 })
}

test(
  'she sees where her words went, takes them back by degrees, and chooses what stands there',
  long,
  async ({ page, app }) => {
    test.setTimeout(240_000)
    await giveOutWinter(page, app.dataFolder)
    await openStory(page, 'winter')
    await toHer(page)

    // Who has it, what for, when, and which passages.
    await goTo(page, 'Where my words went')
    const list = page.getByRole('list', { name: 'What was given out, newest first' })
    await expect(list).toContainText('Reading room, for Union hall')
    await expect(list).toContainText('3 passages')
    await hersIsSound(page, 'her-given-out')
    const look = page.getByRole('button', { name: /^Look at it, or take it back: / })
    await look.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^What .*Union hall.* has$/, level: 1 }).waitFor()
    await expect(page.getByText('Your yes stands for everything in it.')).toBeVisible()
    await page.getByText('Which passages', { exact: true }).click()
    await expect(page.getByRole('list', { name: 'Which passages' }).getByRole('listitem')).toHaveCount(3)

    // By keyboard: no new uses at first.
    await page.getByRole('button', { name: 'Take it back' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Take it back' })
    await dialog.waitFor()
    await screenIsSound(page, 'her-take-back')
    await expect(dialog.getByText(/erase/i)).toHaveCount(0)
    await expect(dialog.getByRole('button', { name: 'Go to the words to seal them' })).toBeVisible()
    await dialog.getByRole('radio', { name: /^No new uses/ }).focus()
    await page.keyboard.press('Space')
    await dialog.getByRole('button', { name: 'Keep this' }).focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await expect(page.getByText('You want no new uses. What is out may stay.').first()).toBeVisible()
    // She goes further.
    await page.getByRole('button', { name: 'Take it back' }).click()
    await dialog.getByRole('radio', { name: /^Ask for it back/ }).check({ force: true })
    await dialog.getByRole('button', { name: 'Keep this' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect(page.getByText('It is being called back. No letter is known to have been sent.')).toBeVisible()
    // After all she lets it be, and after all she does not: each time it takes effect, and stands there.
    const soFar = page.getByRole('list', { name: 'Everything so far' }).getByRole('listitem')
    for (const [degree, state] of [
      [/^Leave it where it is after all/, 'You want no new uses. What is out may stay.'],
      [/^Ask for it back/, 'It is being called back. No letter is known to have been sent.'],
    ] as const) {
      const before = await soFar.count()
      await page.getByRole('button', { name: 'Take it back' }).click()
      await expect(dialog.getByRole('radio', { name: /^No new uses/ })).toHaveCount(0)
      await dialog.getByRole('radio', { name: degree }).check({ force: true })
      await dialog.getByRole('button', { name: 'Keep this' }).click()
      await dialog.waitFor({ state: 'hidden' })
      await expect(page.getByText(state).first()).toBeVisible()
      await expect(soFar).toHaveCount(before + 1)
    }
    const back = page.getByRole('list', { name: 'What you do not want out there any more' })
    await expect(back.getByRole('listitem')).toHaveCount(3)
    await expect(back).toContainText('You took your yes back.')

    // What stands in its place, as it would be and as it is.
    await page.getByText('Choose what it says').click()
    const part = page.getByRole('region', { name: 'In its place' })
    const would = part.getByRole('group', { name: 'The page as it would be' })
    await part.getByRole('radio', { name: /^That it was taken back/ }).check({ force: true })
    await expect(would).toHaveText('This has been taken back by the person who told it.')
    await part.getByRole('radio', { name: 'My own words' }).check({ force: true })
    await part.getByRole('textbox', { name: 'Your words' }).fill('I have gone home.')
    await expect(would).toHaveText('I have gone home.')
    await part.getByRole('button', { name: 'Keep what I chose' }).click()
    await expect(part.getByRole('group', { name: 'The page as it is now' })).toHaveText('I have gone home.')
    await hersIsSound(page, 'her-given-out-one')

    // The archivist sees what she wants; what they say, she reads.
    await giveBack(page)
    await room(page, 'Given out')
    await expect(page.getByText('Being called back. No letter is known to have been sent.')).toBeVisible()
    await page.getByRole('button', { name: /^Take back or call back/ }).click()
    await heard(page, 'They say that they will not')
    await openStory(page, 'winter')
    await toHer(page)
    await goTo(page, 'Where my words went')
    await expect(list).toContainText('They say that they will not take it down')
    await page.getByRole('button', { name: /^Look at it, or take it back: / }).click()
    await expect(page.getByRole('region', { name: 'What came of it' })).toContainText(
      'They say that they will not take it down.',
    )
    // A passage of it leads to where she can seal it.
    await page.getByRole('button', { name: 'Take it back' }).click()
    await dialog.getByRole('button', { name: 'Go to the words to seal them' }).click()
    await expect(page.getByText('We walked eleven kilometres every night').first()).toBeVisible()
  },
)
