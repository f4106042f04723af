// Consent cards: a use of the archive's own, reworded in Spanish, answered by her; put away, undone; printed; drafts stay.
import { expect, type Page } from '@playwright/test'
import { long } from './long.ts'
import { bringIn, giveEvidence, openArchive, openStory, test } from './app.ts'
import { look } from './looking.ts'

async function goToCards(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()
  await page.getByRole('button', { name: 'Go to the consent cards' }).click()
  await page.getByRole('heading', { name: 'Consent cards', level: 1 }).waitFor()
}

async function write(page: Page, words: { title: string; says: string; who: string; worst: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'What it is called' }).fill(words.title)
  await page.getByRole('textbox', { name: 'What it is for' }).fill(words.says)
  await page.getByRole('textbox', { name: 'Who could see it' }).fill(words.who)
  await page.getByRole('textbox', { name: 'The worst that could happen' }).fill(words.worst)
}

test('an archive adds a use, words it in Spanish, and she answers it', async ({ page }) => {
  test.setTimeout(180_000)
  await openArchive(page)
  const buffer = Buffer.from('I sold oranges at the market.\n\nThen I moved away.')
  await bringIn(page, [{ name: 'oranges.txt', mimeType: 'text/plain', buffer }], 1)
  await goToCards(page)
  await look(page, 'consent cards')

  await page.getByRole('button', { name: 'Add a use' }).click()
  await page.getByRole('button', { name: 'Add this use' }).click()
  await expect(page.getByText('A card says the worst that could happen.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'What it is called' })).toBeFocused()
  await look(page, 'a use that lacks everything')
  await write(page, {
    title: 'Local radio',
    says: 'Your words may be read on the radio.',
    who: 'Anyone who listens.',
    worst: 'Somebody may know you by your words.',
  })
  // What is half written is there after a look elsewhere.
  await goToCards(page)
  await page.getByRole('button', { name: 'Add a use' }).click()
  await expect(page.getByRole('textbox', { name: 'What it is called' })).toHaveValue('Local radio')
  await page.getByRole('radio', { name: /^Readers/ }).check({ force: true })
  await page.getByRole('button', { name: 'Add this use' }).click()
  await page.getByRole('button', { name: 'Open the card Local radio' }).click()
  await expect(page.getByRole('heading', { name: 'Local radio', level: 2 })).toBeFocused()
  await look(page, 'one card')

  await page.getByRole('button', { name: 'Write it in another language' }).click()
  await page.getByRole('button', { name: /In which language/ }).click()
  await page.getByRole('option', { name: 'Spanish', exact: true }).click()
  await page.getByRole('button', { name: 'Write it', exact: true }).click()
  await write(page, { title: 'Radio', says: 'Sus palabras en la radio.', who: 'Cualquiera.', worst: 'Te conocen.' })
  await page.getByRole('button', { name: 'Keep these words' }).click()
  await expect(page.getByText(/^Wording 1, by /)).toBeVisible()
  await page.getByRole('button', { name: 'Reword' }).click()
  const beside = page.getByRole('article')
  await expect(beside).toContainText('Sus palabras en la radio.')
  await look(page, 'a card that is reworded')
  await page.getByRole('textbox', { name: 'What it is called' }).fill('Radio del barrio')
  await page.getByRole('button', { name: 'Keep these words' }).click()
  await expect(page.getByText(/^Wording 2, by /)).toBeVisible()
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('article')).toContainText('Lo peor que podría pasar')

  // On paper it is the card alone.
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByTestId('card-sheet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reword' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await openStory(page, 'oranges')
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: /^Local radio/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Local radio' })
  await dialog.getByRole('button', { name: /Language of the card/ }).click()
  await page.getByRole('option', { name: 'Spanish' }).click()
  await expect(dialog.getByText('Radio del barrio')).toBeVisible()
  await dialog.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await giveEvidence(page, dialog)
  await dialog.getByRole('button', { name: 'Keep her answer' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /^Local radio: yes/ }).waitFor()
})

test('uses are put in order and away, and it can be undone', long, async ({ page }) => {
  test.setTimeout(120_000)
  await openArchive(page)
  await goToCards(page)
  const asked = page.getByRole('region', { name: 'She is asked about these, in this order' })
  const names = () => asked.getByRole('button', { name: /^Open the card/ })
  await expect(names()).toHaveCount(15)
  await page.getByRole('button', { name: 'Move My circle up' }).click()
  await expect(names().first()).toHaveText('My circle')
  await expect(page.getByRole('button', { name: 'Move My circle down' })).toBeFocused()
  await page.getByRole('button', { name: 'Put away Website' }).click()
  await expect(names()).toHaveCount(14)
  await expect(page.getByRole('heading', { name: 'Put away' })).toBeVisible()
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await undo.click()
  await expect(names()).toHaveCount(15)
  await undo.click()
  await expect(names().first()).toHaveText('Listen here')
  await expect(undo).toBeDisabled()
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(names().first()).toHaveText('My circle')

  // Words that nobody has checked say so until somebody has.
  await page.getByRole('button', { name: 'Open the card My circle' }).click()
  await page.getByRole('button', { name: /Language of the card/ }).click()
  await page.getByRole('option', { name: 'Arabic' }).click()
  await expect(page.getByRole('article')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByText('Nobody who speaks this language has checked these words yet').first()).toBeVisible()
  await look(page, 'a card that nobody has checked')
  await page.getByRole('button', { name: 'I speak it, and the words are right' }).click()
  await expect(page.getByText('Nobody who speaks this language has checked these words yet')).toHaveCount(0)
  await expect(page.getByText(/^Wording 2, by /)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'As she sees it' })).toBeFocused()
})
