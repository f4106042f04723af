// What she says aloud about a passage goes with it when she keeps that to herself: by keyboard alone, in a real browser with a
// microphone that beeps. Only she hears it, with her passphrase; opened again it is as it was.
import { expect, type Locator, type Page } from '@playwright/test'
import { decoded, handNightShiftOver, kept, openHerSession, played } from './aloud-steps.ts'
import { test } from './app.ts'
import { chromiumThatHears } from './chromium.ts'
import { giveBackByKeyboard } from './her-steps.ts'
import { inEveryWay } from './in-every-way.ts'
import { tabTo, withoutMouse, write } from './keyboard-steps.ts'
import { faults } from './looking.ts'

test.use({ launchOptions: chromiumThatHears('--autoplay-policy=no-user-gesture-required') })

const own = 'violet lantern harbour biscuit meadow'

async function setPassphrase(page: Page): Promise<void> {
  await tabTo(page, 'About me')
  await page.getByRole('heading', { name: 'About me', exact: true, level: 1 }).waitFor()
  await tabTo(page, 'Set a passphrase')
  await write(page, 'Your passphrase', own)
  await write(page, 'The passphrase once more', own)
  await tabTo(page, 'Keep this passphrase')
  await page.getByText('Your passphrase is set, and in use now.').first().waitFor({ timeout: 30_000 })
  await tabTo(page, 'My stories')
}

const begin = (page: Page) => tabTo(page, /^(Begin|Go on) with/)

/** Two seconds; gives the dialog, in which it is said and not yet left. */
async function say(page: Page): Promise<Locator> {
  await tabTo(page, 'Say it by voice')
  const dialog = page.getByRole('dialog', { name: 'Say it by voice' })
  await tabTo(page, 'Begin to speak')
  await dialog.getByText('Listening.').waitFor()
  await page.waitForTimeout(2_000)
  await page.keyboard.press('Enter') // Stop here, which has the focus
  await expect(dialog.getByRole('status')).toContainText(/It is kept \(0:0[23]\)/)
  return dialog
}

async function keepIt(page: Page, dialog: Locator): Promise<void> {
  await tabTo(page, 'Keep it')
  await dialog.waitFor({ state: 'hidden' })
}

/** What the addresses give to whoever is at the window; the page complains of each that gives nothing. */
async function statusOf(page: Page, complaints: string[], ...addresses: readonly string[]): Promise<number[]> {
  const gone = await page.evaluate(
    (all) => Promise.all(all.map((at) => fetch(at).then(({ status }) => status))),
    addresses,
  )
  await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(addresses.length)
  onlyOfWhatIsGone(complaints)
  return gone
}

/** NOTE: a player may ask once more for what it has played. */
function onlyOfWhatIsGone(complaints: string[]): void {
  for (const one of complaints.splice(0))
    expect(one).toMatch(/^Failed to load resource: the server responded with a status of [45]\d\d /)
}

test('what she said about a passage is closed with it, heard by her alone, and opened with it', async ({
  page,
  app,
}) => {
  test.setTimeout(240_000)
  const passphrase = await openHerSession(page)
  const before = await kept(app.dataFolder)
  const noMouse = await withoutMouse(page)
  await setPassphrase(page)
  await begin(page)
  await keepIt(page, await say(page))
  const cards = page.getByRole('group', { name: 'What you said here' })
  const openly = (await cards.locator('audio').getAttribute('src')) ?? ''
  expect(openly).toMatch(/^\/media\//)
  const said = await decoded(cards.locator('audio'))
  expect(said.loudest, 'the microphone beeps').toBeGreaterThan(0.05)

  await tabTo(page, 'Only for me')
  const seal = page.getByRole('dialog', { name: 'Only for me' })
  await expect(seal).toContainText('What you have said aloud about it is closed with it. Only you can hear that then.')
  expect(await faults(page), 'sealing').toEqual([])
  await tabTo(page, 'Close it for everyone else')
  await page.getByText('This passage is only for you.').waitFor()
  await expect(cards).toContainText(/\(0:0[23]\)\. Only you can hear it\./)
  const address = (await cards.locator('audio').getAttribute('src')) ?? ''
  expect(address).toMatch(/^\/offrecord\//)
  expect(await decoded(cards.locator('audio'))).toEqual(said)
  expect(await played(cards.locator('audio'))).toBeGreaterThan(1.7)
  expect(await statusOf(page, app.complaints, openly), 'where it was').toEqual([404])

  // What she says of it from now on is only for her at once.
  const dialog = await say(page)
  expect((await decoded(dialog.locator('audio'))).seconds).toBeGreaterThan(1.7)
  await keepIt(page, dialog)
  await expect(cards).toHaveCount(2)
  await inEveryWay(page, 'sealed answers heard')
  const files = await kept(app.dataFolder)
  expect(
    files.filter((name) => name.endsWith('.hers')),
    'two answers, and the sound of the passage',
  ).toHaveLength(3)
  await noMouse()

  await giveBackByKeyboard(page, passphrase)
  expect(await statusOf(page, app.complaints, address, openly), 'an archivist').toEqual([404, 404])
  await handNightShiftOver(page)
  await begin(page)
  await expect(cards).toHaveCount(2)
  await expect(cards.first()).toContainText('Only you can hear it: type your passphrase at the passage.')
  await expect(cards.locator('audio')).toHaveCount(0)
  expect(await statusOf(page, app.complaints, address), 'her key is closed').not.toEqual([200])
  await inEveryWay(page, 'sealed answers closed')
  await tabTo(page, 'Read it with my passphrase')
  await expect(page.getByLabel('Your passphrase', { exact: true })).toBeFocused()
  await page.keyboard.insertText(own)
  await page.keyboard.press('Enter')
  await expect(cards.locator('audio')).toHaveCount(2, { timeout: 30_000 })
  await tabTo(page, 'Throw it away')
  await expect(cards).toHaveCount(1)
  await tabTo(page, 'Open it for others again', 'Enter', true)
  await expect(cards.locator('audio')).toHaveAttribute('src', /^\/media\//)
  expect(await played(cards.locator('audio'))).toBeGreaterThan(1.7)
  await expect.poll(() => kept(app.dataFolder), 'the recording, and what she said').toHaveLength(before.length + 1)
  onlyOfWhatIsGone(app.complaints)
})
