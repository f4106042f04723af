// What many tests do on the way to something else, in one step each.
import type { Page } from '@playwright/test'
import { allowReadingRoom, beginExcerpt, bringIn, choosePassages, openArchive, openStory } from './app.ts'
import { inventedFiles } from './invented.ts'

/**
 * Opens the archive, brings the night shift in with its sound, or `files` instead, and opens its story. Gives the archivist's
 * passphrase.
 */
export async function openNightShift(page: Page, files = inventedFiles.slice(0, 2)): Promise<string> {
  const archivists = await openArchive(page)
  await bringIn(page, files, 1)
  await openStory(page, 'night-shift')
  return archivists
}

/** Says yes to the reading room for each passage that begins so, one after another. */
export async function allowEach(page: Page, passages: readonly string[]): Promise<void> {
  for (const words of passages) {
    await choosePassages(page, words, 0)
    await allowReadingRoom(page)
  }
}

export interface ExcerptToMake {
  readonly story: string
  readonly recipient: string
  readonly title: string
  /** Words of each passage that is in it. */
  readonly passages: readonly string[]
}

export async function makeExcerpt(page: Page, { story, recipient, title, passages }: ExcerptToMake): Promise<void> {
  await beginExcerpt(page, story, recipient)
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title)
  for (const words of passages) await page.getByRole('checkbox', { name: new RegExp(words) }).check()
}
