// Members and keys as a person meets them, by keyboard: an archivist taken in, the archive closed for another, and sheets of
// trusted people that open it. In both languages.
import { expect, type Locator, type Page } from '@playwright/test'
import { long } from './long.ts'
import { openArchive, preparedPassphrase, test } from './app.ts'
import { look, picture } from './looking.ts'

const bertas = 'thunder copper willow basket planet anchor'

const region = (page: Page): Locator => page.getByRole('region', { name: 'Members and keys' })

async function openSettings(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+,')
  const members = region(page)
  await members.scrollIntoViewIfNeeded()
  return members
}

/** Presses a button as somebody without a mouse does. */
async function press(button: Locator): Promise<void> {
  await button.focus()
  await button.press('Enter')
}

async function addBerta(page: Page): Promise<void> {
  const members = await openSettings(page)
  await press(members.getByRole('button', { name: 'Add an archivist' }))
  await expect(members.getByLabel('The passphrase of now')).toBeFocused()
  await page.keyboard.type(preparedPassphrase)
  await members.getByRole('textbox', { name: 'Her name or initials' }).fill('Berta')
  await members.getByRole('radio', { name: /^One of my own/ }).press(' ')
  await members.getByLabel('Your passphrase', { exact: true }).fill(bertas)
  await members.getByLabel('The passphrase once more').fill(bertas)
  await members.getByLabel('The passphrase once more').press('Enter')
  await members.getByText('Berta can open the archive').waitFor({ timeout: 60_000 })
}

async function openAs(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
}

test('an archivist is taken in, and the archive is closed for her again', async ({ page }) => {
  await openArchive(page)
  await addBerta(page)
  const members = region(page)
  await look(page, 'members')
  await picture(page, 'members')
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await openAs(page, bertas)
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  await openSettings(page)
  await expect(members.getByRole('listitem').filter({ hasText: 'Berta' })).toContainText('you')
  await expect(members.getByRole('button', { name: 'Change my passphrase' })).toHaveCount(1)

  const other = members.getByRole('listitem').filter({ hasNotText: 'Berta' }).getByRole('button')
  const named = (await other.first().textContent()) ?? ''
  const name = named.replace('Close the archive for ', '')
  await press(other.first())
  await expect(members.getByText('Copies and backups of the folder from before still open')).toBeVisible()
  await look(page, 'closing for a member')
  await picture(page, 'closing-for-a-member')
  await members.getByLabel('The passphrase of now').fill('not this one')
  await page.keyboard.press('Enter')
  await members.getByText('This passphrase does not open the archive.').waitFor()
  await members.getByLabel('The passphrase of now').fill(bertas)
  await page.keyboard.press('Enter')
  await members.getByText(`The archive is closed for ${name}`).waitFor({ timeout: 60_000 })
  await expect(members.getByRole('list', { name: 'Archivists' }).getByRole('listitem')).toHaveCount(1)
  await expect(members.getByText('While there is only one archivist')).toBeVisible()
  await picture(page, 'closed-for-a-member')

  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await openAs(page, preparedPassphrase)
  await page.getByText('This passphrase does not open the archive.').waitFor()
  await openAs(page, bertas)
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
})

test('sheets of trusted people are made, tried, and open the archive', long, async ({ page }) => {
  await openArchive(page)
  const members = await openSettings(page)
  await press(members.getByRole('button', { name: 'Make sheets' }))
  await members.getByRole('textbox', { name: 'How many people get a sheet' }).fill('3')
  await members.getByRole('textbox', { name: 'How many of them are needed' }).fill('4')
  await members.getByLabel('The passphrase of now').fill(preparedPassphrase)
  await page.keyboard.press('Enter')
  await members.getByText('No more can be needed than there are.').waitFor()
  await members.getByRole('textbox', { name: 'How many of them are needed' }).fill('2')
  await press(members.getByRole('button', { name: 'Show the sheets' }))
  await expect(page.getByTestId('share-sheet')).toHaveCount(3)
  await look(page, 'sheets')
  await picture(page, 'sheets')
  const sheets: string[][] = []
  for (const number of [1, 2, 3]) {
    const words = members.getByRole('list', { name: `The 24 words of sheet ${number}` }).getByRole('listitem')
    sheets.push((await words.allTextContents()).map((text) => text.replace(/^\d+/, '')))
  }
  expect(sheets.map((words) => words.length)).toEqual([24, 24, 24])
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-print-sheet]:visible')).toHaveCount(3)
  await expect(page.getByText('This one alone opens nothing.').first()).toBeVisible()
  await picture(page, 'sheets-printed')
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(pages).toHaveLength(3)
  await page.emulateMedia({ media: 'screen' })

  await press(members.getByRole('button', { name: 'I have them on paper' }))
  const fields = await members.getByLabel(/^Sheet \d+, word \d+$/).all()
  expect(fields).toHaveLength(6)
  for (const field of fields) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    const [sheet = 0, word = 0] = [...label.matchAll(/\d+/g)].map(([found]) => Number(found))
    await field.fill(sheet === 2 && word <= 12 ? 'zoo zoo' : (sheets[sheet - 1]?.[word - 1] ?? ''))
  }
  await page.keyboard.press('Enter')
  await members.getByText('Not right yet: Sheet 2.').waitFor()
  await look(page, 'trying the sheets')
  await picture(page, 'trying-the-sheets')
  const wrong = members.getByLabel(/^Sheet 2, word/).first()
  const label = await wrong.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
  await wrong.fill(sheets[1]?.[Number([...label.matchAll(/\d+/g)][1]?.[0]) - 1] ?? '')
  await page.keyboard.press('Enter')
  await members.getByText('The sheets count').waitFor()
  await expect(members.getByText('There are 3 sheets, and any 2 of them open the archive.')).toBeVisible()

  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await press(page.getByRole('button', { name: 'Open with sheets of trusted people' }))
  const type = async (words: readonly string[]) => {
    await page.getByLabel('The 24 words of a sheet').fill(words.join(' '))
    await press(page.getByRole('button', { name: 'Add this sheet' }))
  }
  const [one = [], , three = []] = sheets
  await type(one.slice(1))
  await page.getByText('A sheet has 24 words. There are 23 here.').waitFor()
  await type(one.with(4, 'abondon'))
  await page.getByText('Word 5 is not on the list. Did you mean abandon?').waitFor()
  await type(one.with(6, one[6] === 'zoo' ? 'abandon' : 'zoo'))
  await page.getByText('Word 7 is another one on the sheet.').waitFor()
  await type(one)
  await page.getByText('Sheet 1 is added. 1 more sheet is needed.').waitFor()
  await type(one)
  await page.getByText('Sheet 1 is here already.').waitFor()
  await look(page, 'sheets at the door')
  await picture(page, 'sheets-at-the-door')
  await type(three)
  await page.getByText('These are enough. Open the archive.').waitFor()
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
})

test('in Spanish', long, async ({ page }) => {
  await openArchive(page)
  await page.keyboard.press('Control+,')
  await page.getByLabel('Language', { exact: true }).selectOption('es')
  const members = page.getByRole('region', { name: 'Miembros y llaves' })
  await members.scrollIntoViewIfNeeded()
  await look(page, 'miembros')
  await picture(page, 'miembros')
  await press(members.getByRole('button', { name: 'Añadir un archivista' }))
  await look(page, 'añadir')
  await picture(page, 'anadir')
  await press(members.getByRole('button', { name: 'Dejarlo como está' }))
  await expect(members.getByRole('heading', { name: 'Miembros y llaves' })).toBeFocused()
  await press(members.getByRole('button', { name: 'Hacer hojas' }))
  await members.getByLabel('La frase de paso de ahora').fill(preparedPassphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('share-sheet')).toHaveCount(5)
  await look(page, 'hojas')
  await page.emulateMedia({ media: 'print' })
  await picture(page, 'hojas-impresas')
})
