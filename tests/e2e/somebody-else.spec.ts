// "This is somebody else", said by her of a longer name that holds back what is hers, and taken back by whoever works on it.
import { expect, type Page } from '@playwright/test'
import { bringIn, handOver, openArchive, openStory, selectWords, test } from './app.ts'
import { giveBackByKeyboard } from './her-steps.ts'
import { faults, narrow } from './looking.ts'

const story = {
  name: 'the-drive.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(`Ana: Who came?

Marisol: Carlo drove us home.

Marisol: Carlos waited at the gate.
`),
}

async function toPassage(page: Page, words: string): Promise<void> {
  const shown = page.getByRole('group', { name: 'Your words' })
  await shown.waitFor()
  for (let step = 0; step < 4; step += 1) {
    const now = (await shown.textContent()) ?? ''
    if (now.includes(words)) return
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(shown).not.toHaveText(now)
  }
  throw new Error(`no passage of hers says "${words}"`)
}

test('she says that a longer name is somebody else, and it is taken back beside the story', async ({ page }) => {
  const passphrase = await openArchive(page)
  await bringIn(page, [story], 1)
  await openStory(page, 'the-drive')
  await selectWords(page, 'Carlo drove us', 'Carlo')
  await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Take out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take this out' })
  await dialog.getByRole('radio', { name: 'A name' }).check({ force: true })
  await dialog.getByRole('radio', { name: /^Hidden from readers/ }).check({ force: true })
  await dialog.getByRole('radio', { name: /^Taken out/ }).check({ force: true })
  await dialog.getByRole('checkbox', { name: 'All of these places' }).uncheck({ force: true })
  await dialog.getByRole('button', { name: /^Take it out/ }).click()
  await dialog.waitFor({ state: 'hidden' })

  await handOver(page)
  await page.getByRole('button', { name: /^(Begin|Go on) with/ }).click()
  await toPassage(page, 'drove us home')
  const longer = page.getByRole('region', { name: 'Taken out' }).getByRole('group', { name: 'Longer names' })
  const isElse = longer.getByRole('button', { name: 'This is somebody else: Carlos' })
  const isSame = longer.getByRole('button', { name: 'It is the same after all: Carlos' })
  await expect(longer).toContainText('“Carlo” stands in “Carlos”.')
  await narrow(page, 'longer names')
  expect(await faults(page), 'longer names').toEqual([])
  await isElse.click()
  await expect(longer).toContainText('“Carlos” is somebody else. It can be read.')
  await isSame.click()
  await expect(isElse).toBeVisible()
  await isElse.click()
  await expect(isSame).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(isElse).toBeVisible()
  await isElse.click()
  await expect(isSame).toBeVisible()

  await giveBackByKeyboard(page, passphrase)
  await openStory(page, 'the-drive')
  await page.getByRole('tab', { name: 'Taken out' }).click()
  const said = page.getByRole('region', { name: 'Somebody else' })
  await expect(said).toContainText('“Carlos” is somebody else than “Carlo”.')
  await narrow(page, 'somebody else')
  expect(await faults(page), 'somebody else').toEqual([])
  await said.getByRole('button', { name: 'It is the same after all: Carlos' }).click()
  await expect(said).toBeHidden()
})
