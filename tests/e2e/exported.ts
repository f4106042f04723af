// Looking at what was given out as whoever receives it would: every file, every byte, and the page without network.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'

export async function exportedFiles(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const place = path.join(entry.parentPath, entry.name)
    files.set(path.relative(folder, place).replaceAll('\\', '/'), await readFile(place))
  }
  return files
}

/** The files in which the words stand, in UTF-8, UTF-16 or base64, whatever their case. */
export function filesWith(files: ReadonlyMap<string, Buffer>, words: string): string[] {
  const spellings = [words, words.toLowerCase(), words.toUpperCase()]
  const needles = spellings.flatMap((spelling) => [
    Buffer.from(spelling, 'utf8'),
    Buffer.from(spelling, 'utf16le'),
    Buffer.from(Buffer.from(spelling, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -1), 'latin1'),
  ])
  return [...files]
    .filter(
      ([name, bytes]) =>
        name.toLowerCase().includes(words.toLowerCase()) || needles.some((needle) => bytes.includes(needle)),
    )
    .map(([name]) => name)
}

/** Opens the page from the disk in a window of its own, offline. Anything that it asks for but files is an error. */
export async function openFromDisk(
  browser: Browser,
  folder: string,
  javaScriptEnabled: boolean,
): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ offline: true, javaScriptEnabled })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) asked.push(request.url())
  })
  await page.goto(pathToFileURL(path.join(folder, 'index.html')).href)
  return { page, asked }
}
