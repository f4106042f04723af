// What she does in her own window, for walks that are about something else.
import type { Page } from '@playwright/test'
import { handOver } from './app.ts'

export const passphraseOfHers = 'violet lantern harbour biscuit meadow'

/** In her window, wherever she is: a passphrase of her own, which is in use from then on. */
export async function setHerPassphrase(page: Page, passphrase = passphraseOfHers): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'About me' }).click()
  await page.getByRole('button', { name: 'Set a passphrase' }).click()
  await page.getByLabel('Your passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('The passphrase once more', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Keep this passphrase' }).click()
  await page.getByText('You have one, and it is in use now.').waitFor({ timeout: 60_000 })
}

/** From the open story of the night shift; it ends where the passage about Rosalinda is closed, with its sound. */
export async function sealInHerWindow(page: Page): Promise<void> {
  await handOver(page)
  await setHerPassphrase(page)
  await page.getByRole('navigation').getByRole('button', { name: 'My stories' }).click()
  await page.getByRole('button', { name: /^Begin with/ }).click()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('group', { name: 'Your words' }).filter({ hasText: 'Rosalinda' }).waitFor()
  await page.getByRole('button', { name: 'Only for me' }).click()
  const seal = page.getByRole('dialog', { name: 'Only for me' })
  await seal.getByRole('button', { name: 'Close it for everyone else' }).click()
  await page.getByText('This passage is only for you.').waitFor()
}

/** By the keyboard, from wherever she is, to the shelf; `passphrase` is an archivist's. */
export async function giveBackByKeyboard(page: Page, passphrase: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('searchbox').fill('give')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const back = page.getByRole('dialog', { name: 'Give the window back' })
  await back.getByLabel('Passphrase of an archivist', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Stories' }).waitFor({ timeout: 30_000 })
}
