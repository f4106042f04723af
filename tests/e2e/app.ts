// The app as a person meets it: started with an empty data folder, used by its visible names.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { startHostFor, type StartedHost } from '../support/host.ts'

interface App {
  readonly host: StartedHost
  readonly dataFolder: string
  /** What the page complained of; a test that ends with any has failed. */
  readonly complaints: string[]
}

export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-e2e-'))
    const host = await startHostFor(dataFolder)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await page.goto(host.address)
    await use({ host, dataFolder, complaints })
    await host.close()
    await rm(dataFolder, { recursive: true, force: true })
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join(' | ')}`)
  },
})

/** From the first run to the shelf; gives the proposed passphrase. */
export async function makeArchive(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make an archive' }).click()
  await page.getByLabel('Your name or initials').fill('Ana')
  const passphrase = (await page.getByRole('status', { name: 'Your six words' }).textContent()) ?? ''
  await page.getByLabel('The passphrase once more').fill(passphrase)
  await page.getByRole('button', { name: 'Make the archive' }).click()
  const words = page.getByRole('list', { name: 'The 24 words of the paper key' }).getByRole('listitem')
  await words.nth(23).waitFor()
  const paperKey = (await words.allTextContents()).map((text) => text.replace(/^\d+/, ''))
  await page.getByRole('button', { name: 'I have it on paper' }).click()
  await page.getByLabel(/^Word \d+$/).first().waitFor()
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
  await page.getByRole('button', { name: stories === 1 ? 'Keep 1 story' : `Keep ${stories} stories` }).click({ timeout: 90_000 })
  await page.getByRole('heading', { name: 'What was kept' }).waitFor({ timeout: 90_000 })
}

export async function openStory(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('searchbox').fill(title)
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { name: 'The story' }).waitFor()
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
