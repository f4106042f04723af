// A paper of her own, by keyboard: offered with her passphrase, typed back in part, and her way in when that is forgotten.
import { expect, type Page } from '@playwright/test'
import { giveBack, handOver, openArchive, openStory, preparedPassphrase } from './app.ts'
import { tabTo, write } from './keyboard-steps.ts'
import { long } from './long.ts'
import { look } from './looking.ts'
import { testWith } from './prepared.ts'

const test = testWith('prepare-consent.ts')
const [before, after] = ['violet lantern harbour biscuit meadow', 'copper window garden seventeen bicycle']

async function aboutMe(page: Page): Promise<void> {
  await tabTo(page, 'About me')
  await expect(page.getByRole('heading', { name: 'About me', level: 1 })).toBeFocused()
}

async function keepPassphrase(page: Page, passphrase: string): Promise<void> {
  await write(page, 'Your passphrase', passphrase)
  await write(page, 'The passphrase once more', passphrase)
  await page.keyboard.press('Enter')
}

test(
  'she makes a paper of her own, forgets her passphrase, and sets another with the paper',
  long,
  async ({ page }) => {
    test.setTimeout(180_000)
    await openArchive(page)
    await openStory(page, 'night-shift')
    await handOver(page)
    await aboutMe(page)
    await tabTo(page, 'Set a passphrase')
    await keepPassphrase(page, before)
    await page.getByRole('heading', { name: 'Make a paper of my own' }).waitFor({ timeout: 30_000 })
    await expect(page.getByLabel('Your passphrase, once more')).toBeFocused()
    await page.keyboard.insertText(before)
    await page.keyboard.press('Enter')

    const words = page.getByRole('list', { name: 'The 24 words of your paper' }).getByRole('listitem')
    await words.nth(23).waitFor({ timeout: 30_000 })
    await expect(page.getByRole('heading', { name: 'Your own paper' })).toBeFocused()
    const paper = (await words.allTextContents()).map((text) => text.replace(/^\d+/, ''))
    await look(page, 'the words of her paper')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('[data-print-sheet]:visible')).toHaveCount(1)
    await page.emulateMedia({ media: 'screen' })
    await tabTo(page, 'I have it on paper')
    const fields = page.getByLabel(/^Word \d+$/)
    await expect(fields.first()).toBeFocused()
    const all = await fields.all()
    const last = all.at(-1)
    for (const field of all) {
      const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
      await page.keyboard.insertText(paper[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
      if (field !== last) await page.keyboard.press('Tab')
    }
    await tabTo(page, 'Compare')
    await page.getByText('Your paper counts from now on.').first().waitFor()
    await page.getByText('You have a paper of your own.').waitFor()

    await giveBack(page, preparedPassphrase)
    await openStory(page, 'night-shift')
    await handOver(page)
    await aboutMe(page)
    await tabTo(page, 'I have forgotten my passphrase')
    await write(page, 'The 24 words of your paper', paper.with(6, 'abondon').join(' '))
    await keepPassphrase(page, after)
    await page.getByText('Word 7 is not on the list. Did you mean abandon?').waitFor({ timeout: 30_000 })
    await expect(page.getByRole('textbox', { name: 'The 24 words of your paper' })).toBeFocused()
    await look(page, 'with her paper')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(paper.join(' '))
    await tabTo(page, 'Keep this passphrase')
    await page.getByText('Your new passphrase is set, and in use now.').first().waitFor({ timeout: 30_000 })
    await page.getByText('You have one, and it is in use now.').waitFor()
  },
)
