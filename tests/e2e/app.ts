// The app as a person meets it: started with an empty data folder, used by its visible names.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { startClockHost, startHostFor, type StartedHost } from '../support/host.ts'

export interface App {
  readonly host: StartedHost
  readonly dataFolder: string
  /** What the page complained of; a test that ends with any has failed. */
  readonly complaints: string[]
  /** From now on it is this moment (ISO 8601), for the app and for the page; where the test has a `clock`. */
  setClock(moment: string): Promise<void>
}

export interface OwnToTest {
  readonly app: App
  /** What time it is when the app is opened (ISO 8601), where the test moves it on; null for the real one. */
  readonly clock: string | null
  /** Whether the page begins at the door of an archive that is there already; without one it is the first run. */
  readonly archiveIsThere: boolean
}

export interface OwnToWorker {
  /** A data folder with an archive in it, made once and copied for each test. */
  readonly prepared: string
}

/** Of every archive that is there already. */
export const preparedPassphrase = 'lantern orbit velvet canyon mirror pepper'
const runProgram = promisify(execFile)
const archiveMaker = path.join(import.meta.dirname, '..', 'support', 'prepare-archive.ts')

/** The data folder of `prepared`, as if its archive had been made in `dataFolder`. */
async function copyPrepared(prepared: string, dataFolder: string): Promise<void> {
  await cp(prepared, dataFolder, { recursive: true })
  const own = path.join(dataFolder, 'firsthand')
  await writeFile(path.join(own, 'last-folder'), path.join(own, 'Archive'))
}

export const test = base.extend<OwnToTest, OwnToWorker>({
  prepared: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright asks for the pattern
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'firsthand-e2e-prepared-'))
      await runProgram(process.execPath, [archiveMaker, folder, preparedPassphrase])
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  archiveIsThere: [true, { option: true }],
  clock: [null, { option: true }],
  app: [
    async ({ page, prepared, archiveIsThere, clock }, use) => {
      const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-e2e-'))
      if (archiveIsThere) await copyPrepared(prepared, dataFolder)
      const moved = clock === null ? null : await startClockHost(path.join(dataFolder, 'firsthand'), clock)
      const host = moved ?? (await startHostFor(dataFolder))
      const setClock = async (moment: string) => {
        await moved?.setClock(moment)
        await page.clock.setFixedTime(moment)
      }
      if (clock !== null) await page.clock.setFixedTime(clock)
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        // NOTE: an export's scripts do not run where it is looked at before it leaves; that they are stopped is as it should be.
        const stopped = /^Blocked script execution in '[^']*\/held\//.test(message.text())
        if (message.type() === 'error' && !stopped) complaints.push(message.text())
      })
      await page.goto(host.address)
      await use({ host, dataFolder, complaints, setClock })
      // NOTE: what a page that is still loading says of a host that has gone is no complaint.
      const heard = [...complaints]
      await host.close()
      await rm(dataFolder, { recursive: true, force: true })
      if (heard.length > 0) throw new Error(`the page complained: ${heard.join(' | ')}`)
    },
    { auto: true },
  ],
})

/** Opens the archive that is there, by its door; gives the passphrase. */
export async function openArchive(page: Page): Promise<string> {
  await page.getByLabel('Passphrase', { exact: true }).fill(preparedPassphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  return preparedPassphrase
}

/** From the first run to the shelf, where no archive is there; gives the proposed passphrase, and tells `keep` the paper key. */
export async function makeArchive(page: Page, keep: (paperKey: readonly string[]) => void = () => {}): Promise<string> {
  await page.getByRole('button', { name: 'Make an archive' }).click()
  await page.getByLabel('Your name or initials').fill('Ana')
  const proposed = page.getByRole('status', { name: 'Your six words' })
  await expect(proposed).toHaveText(/^\S+(?: \S+){5}$/)
  const passphrase = (await proposed.textContent()) ?? ''
  await page.getByLabel('The passphrase once more').fill(passphrase)
  await page.getByRole('button', { name: 'Make the archive' }).click()
  const words = page.getByRole('list', { name: 'The 24 words of the paper key' }).getByRole('listitem')
  await words.nth(23).waitFor()
  const paperKey = (await words.allTextContents()).map((text) => text.replace(/^\d+/, ''))
  keep(paperKey)
  await page.getByRole('button', { name: 'I have it on paper' }).click()
  await page
    .getByLabel(/^Word \d+$/)
    .first()
    .waitFor()
  for (const field of await page.getByLabel(/^Word \d+$/).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    await field.fill(paperKey[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
  }
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'Go to the shelf' }).click()
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  return passphrase
}

export interface ChosenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Chooses files, looks at them, keeps all of them; ends at the result lines. */
export async function bringIn(page: Page, files: readonly ChosenFile[], stories: number): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([...files])
  await page
    .getByRole('button', { name: stories === 1 ? 'Keep 1 story' : `Keep ${stories} stories` })
    .click({ timeout: 90_000 })
  await page.getByRole('heading', { name: 'What was kept' }).waitFor({ timeout: 90_000 })
}

export async function openStory(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('searchbox').fill(title)
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('textbox', { name: 'The words of the story' }).waitFor()
}

/** Selects words in a passage of the story, with the mouse, as one would on paper. */
export async function selectWords(page: Page, passage: string, words: string): Promise<void> {
  const place = page.getByRole('paragraph').filter({ hasText: passage }).first()
  await place.scrollIntoViewIfNeeded()
  const box = await place.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(sought)
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + sought.length)
      const [first] = range.getClientRects()
      if (first !== undefined) return { from: first.left + 1, to: first.right - 1, y: first.top + first.height / 2 }
    }
    return null
  }, words)
  if (box === null) throw new Error(`"${words}" does not stand there`)
  await page.mouse.move(box.from, box.y)
  await page.mouse.down()
  await page.mouse.move(box.to, box.y, { steps: 6 })
  await page.mouse.up()
}

/** Chooses whole passages of the open story by keyboard: the one that holds `first`, and `more` after it. */
export async function choosePassages(page: Page, first: string, more: number): Promise<void> {
  const passage = page.getByRole('paragraph').filter({ hasText: first }).first()
  await passage.scrollIntoViewIfNeeded()
  await passage.click()
  for (let next = 0; next <= more; next += 1) await page.keyboard.press('ControlOrMeta+Shift+A')
}

/** Says how it is known that she decided. */
export async function giveEvidence(page: Page, within: Locator): Promise<void> {
  await within.getByRole('button', { name: /What is kept with it/ }).click()
  await page.getByRole('option', { name: 'She told me herself' }).click()
  await within.getByLabel('When and where, and who was there').fill('At her table, on Sunday.')
}

/** Takes the chosen words out for readers; `seconds` says where they are in the sound. */
export async function takeOutAName(page: Page, seconds: { from: string; to: string } | null): Promise<void> {
  await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Take out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take this out' })
  await dialog.getByRole('radio', { name: 'A name' }).check({ force: true })
  await dialog.getByRole('radio', { name: /^Hidden from readers/ }).check({ force: true })
  await dialog.getByRole('radio', { name: /^Taken out/ }).check({ force: true })
  if (seconds !== null) {
    await dialog.getByRole('textbox', { name: 'From (seconds)' }).first().fill(seconds.from)
    await dialog.getByRole('textbox', { name: 'To (seconds)' }).first().fill(seconds.to)
  }
  await dialog.getByRole('button', { name: /^Take it out/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

export async function labelWords(page: Page, words: string): Promise<void> {
  await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Label' }).click()
  const dialog = page.getByRole('dialog', { name: 'A label' })
  await dialog.getByRole('textbox', { name: 'The label' }).fill(words)
  await dialog.getByRole('radio', { name: 'the narrator' }).check({ force: true })
  await dialog.getByRole('radio', { name: 'mine', exact: true }).check({ force: true })
  await dialog.getByRole('button', { name: 'Keep this label' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Her yes to the reading room for the chosen passages. */
export async function allowReadingRoom(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: /^Reading room/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Reading room' })
  await dialog.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await giveEvidence(page, dialog)
  await dialog.getByRole('button', { name: 'Keep her answer' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The window is handed over to her, from her open story; she types her own passphrase where she has one. */
export async function handOver(page: Page, hers = ''): Promise<void> {
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Hand over to her' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hand over to her' })
  if (hers !== '') await dialog.getByLabel('Her own passphrase, typed by her', { exact: true }).fill(hers)
  await dialog.getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByRole('heading', { name: 'My stories' }).waitFor({ timeout: 60_000 })
}

/** She gives the window back; `archivists` is an archivist's passphrase. */
export async function giveBack(page: Page, archivists = preparedPassphrase): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Give the window back' }).click()
  const dialog = page.getByRole('dialog', { name: 'Give the window back' })
  await dialog.getByLabel('Passphrase of an archivist').fill(archivists)
  await dialog.getByRole('button', { name: 'Give it back' }).click()
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
}

/** She has gone through it; at her own window she does without waiting, and gives the window back. */
export async function reviewAndWaive(page: Page, archivists = preparedPassphrase): Promise<void> {
  const panel = page.getByRole('tabpanel', { name: 'Consent' })
  await panel.getByRole('button', { name: 'She has gone through her story today' }).click()
  await giveEvidence(page, panel)
  await panel.getByRole('button', { name: 'Keep this' }).click()
  await panel.getByRole('button', { name: 'Keep this' }).waitFor({ state: 'hidden' })
  await handOver(page)
  await page.getByRole('navigation').getByRole('button', { name: 'My answers' }).click()
  await page.getByRole('button', { name: 'I want to do without the seven days' }).click()
  await page.getByRole('button', { name: 'Do without them' }).click()
  await page.getByText(/you chose to do without the seven days/).waitFor()
  await giveBack(page, archivists)
}

/** Begins an excerpt for the reading room and a new recipient. */
export async function beginExcerpt(page: Page, story: string, recipient: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Excerpts' }).click()
  await page.getByRole('button', { name: 'Begin an excerpt' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Begin an excerpt' })
  await dialog.getByRole('searchbox', { name: 'Find a story' }).fill(story)
  // What fits moves up once the rest is gone.
  await expect(dialog.getByRole('listitem').first()).toContainText(story)
  await dialog.getByRole('button', { name: new RegExp(`^${story}`) }).click()
  await dialog.getByRole('button', { name: /What it is for/ }).click()
  await page.getByRole('option', { name: 'Reading room' }).click()
  await dialog.getByRole('button', { name: /Who gets it/ }).click()
  await page.getByRole('option', { name: 'Somebody new' }).click()
  await dialog.getByRole('textbox', { name: 'Name of the recipient' }).fill(recipient)
  await dialog.getByRole('button', { name: 'Add this recipient' }).click()
  await dialog.getByRole('button', { name: `${recipient} Who gets it` }).waitFor()
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('region', { name: 'Passages of the story' }).waitFor()
}

/** Makes the files, lets her see and sign off exactly these, and gives them out; gives the folder's name. */
export async function signOffAndGiveOut(page: Page, parentFolder: string, name: string): Promise<void> {
  const wayOut = page.getByRole('complementary', { name: 'The way out' })
  await wayOut.getByRole('button', { name: 'Make the files to look at' }).click()
  const preview = page.getByRole('dialog', { name: /^Preview as/ })
  await preview.waitFor({ timeout: 60_000 })
  await preview.getByRole('button', { name: 'She has seen exactly this and says yes' }).waitFor()
  await giveEvidence(page, preview)
  await preview.getByRole('button', { name: 'She has seen exactly this and says yes' }).click()
  await preview.getByText('She has seen exactly this and said yes.').waitFor()
  await preview.getByRole('button', { name: 'Close' }).click()
  await wayOut.getByText('Nothing stands in the way. It may leave.').waitFor()
  await wayOut.getByRole('textbox', { name: 'Put it in this folder' }).fill(parentFolder)
  await wayOut.getByRole('textbox', { name: 'Name of the new folder' }).fill(name)
  await wayOut.getByRole('button', { name: 'Give out', exact: true }).click()
  await page.getByRole('button', { name: 'See its row in Given out' }).waitFor({ timeout: 60_000 })
  await expect(wayOut).toContainText(`The files are in ${path.join(parentFolder, name)}`)
}
