// What she answers with belongs to the language of her cards, whatever the window speaks; what is missing there is said.
import { expect, type Page } from '@playwright/test'
import { long } from './long.ts'
import { bringIn, giveEvidence, openArchive, openStory, test } from './app.ts'
import { inventedFiles } from './invented.ts'
import { look, picture } from './looking.ts'

async function openConversation(page: Page, language: string): Promise<void> {
  await openStory(page, 'night-shift')
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: 'Talk it through with her' }).click()
  await page.getByRole('button', { name: /Language of the card/ }).click()
  await page.getByRole('option', { name: language }).click()
}

async function goToCards(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()
  await page.getByRole('button', { name: 'Go to the consent cards' }).click()
  await page.getByRole('heading', { name: 'Consent cards', level: 1 }).waitFor()
}

test('she answers in Arabic, from the four answers to what is read back to her', async ({ page }) => {
  test.setTimeout(180_000)
  await openArchive(page)
  await bringIn(page, inventedFiles.slice(0, 2), 1)
  await openConversation(page, 'Arabic')
  await page.getByRole('button', { name: /^\d+ of \d+: قاعة القراءة/ }).click()
  const four = page.getByRole('radiogroup', { name: 'جوابك' })
  await expect(four).toHaveCSS('direction', 'rtl')
  await expect(four.getByRole('radio', { name: 'ليس بعد', exact: true })).toBeVisible()
  await expect(page.getByText('Nobody who speaks Arabic has checked the words of the answers yet.')).toBeVisible()
  await look(page, 'a card answered in Arabic')
  await picture(page, 'a card answered in Arabic')
  const goOn = page.getByRole('button', { name: 'متابعة', exact: true })
  await goOn.click()
  await page.getByText('اختاري واحدًا من الأجوبة الأربعة').waitFor()
  await page.getByText('نعم', { exact: true }).click()
  await goOn.click()
  await expect(page.getByRole('heading', { name: 'عمّ تقولين نعم' })).toBeFocused()
  await page.getByText('قصتي كلها', { exact: true }).click()
  await page.getByText('بشروط', { exact: true }).click()
  await look(page, 'limits in Arabic')
  await picture(page, 'limits in Arabic')
  await goOn.click()
  await page.getByText('أتركه', { exact: true }).click()
  await goOn.click()
  await giveEvidence(page, page.getByRole('main'))
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(page.getByText(/تقولين نعم/)).toHaveCSS('direction', 'rtl')
  await picture(page, 'read back in Arabic')
  await page.getByRole('button', { name: 'احفظي جوابي' }).click()
  await expect(page.getByRole('heading', { name: 'حُفظ' })).toBeFocused()
  const copy = page.getByTestId('copy-to-keep')
  await expect(copy).toContainText('هذا عن قصتك كلها.')
})

test('a use that has no card in her language says so before it is read', long, async ({ page }) => {
  test.setTimeout(180_000)
  await openArchive(page)
  await bringIn(page, inventedFiles.slice(0, 2), 1)
  await goToCards(page)
  await page.getByRole('button', { name: 'Add a use' }).click()
  await page.getByRole('textbox', { name: 'What it is called' }).fill('Local radio')
  await page.getByRole('textbox', { name: 'What it is for' }).fill('Your words may be read on the radio.')
  await page.getByRole('textbox', { name: 'Who could see it' }).fill('Anyone who listens.')
  await page.getByRole('textbox', { name: 'The worst that could happen' }).fill('Somebody may know you.')
  await page.getByRole('radio', { name: /^Readers/ }).check({ force: true })
  await page.getByRole('button', { name: 'Add this use' }).click()
  await openConversation(page, 'Arabic')
  const card = page.getByRole('button', { name: /^\d+ of \d+: Local radio/ })
  await expect(card).toHaveAccessibleName(/The card is in English$/)
  await card.click()
  await expect(page.getByText(/^There is no card in Arabic yet\. This one is in English\./)).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: 'جوابك' })).toBeVisible()
  await look(page, 'a card in another language than hers')
  await picture(page, 'a card in another language than hers')
})

test('on paper too a card says that nobody has checked its words', async ({ page }) => {
  await openArchive(page)
  await goToCards(page)
  await page.getByRole('button', { name: 'Open the card My circle' }).click()
  await page.getByRole('button', { name: /Language of the card/ }).click()
  await page.getByRole('option', { name: 'Arabic' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByTestId('card-sheet').getByText('Nobody who speaks this language has checked')).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'I speak it, and the words are right' }).click()
  await page.getByText(/^Wording 2, by /).waitFor()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByTestId('card-sheet').getByText('Nobody who speaks this language has checked')).toBeHidden()
})
