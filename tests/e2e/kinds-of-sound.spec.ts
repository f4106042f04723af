// Kinds of sound as a person meets them: what a file says besides is shown once, what cannot be played is kept and said so,
// and what a recorder left without a length or a whole head is heard and sought in.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { taggedWav, told } from '../archive/tagged-sound.ts'
import { openArchive, openStory, test, type ChosenFile } from './app.ts'

const audio = path.join(import.meta.dirname, '../../../shared/data/audio/formats')
const real = (name: string): ChosenFile => ({
  name,
  mimeType: '',
  buffer: readFileSync(path.join(audio, name)),
})

/** Ten seconds as the page's own recorder makes them: no length, and nothing that says where what is. */
async function recorded(page: Page): Promise<ChosenFile> {
  const base64 = await page.evaluate(async () => {
    const context = new AudioContext()
    const tone = context.createOscillator()
    const into = context.createMediaStreamDestination()
    tone.connect(into)
    tone.start()
    const recorder = new MediaRecorder(into.stream, { mimeType: 'audio/webm;codecs=opus' })
    const pieces: Blob[] = []
    recorder.ondataavailable = ({ data }) => pieces.push(data)
    recorder.start(500)
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    const stopped = new Promise((resolve) => (recorder.onstop = resolve))
    recorder.stop()
    await stopped
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  })
  return { name: 'recorded.webm', mimeType: 'audio/webm', buffer: Buffer.from(base64, 'base64') }
}

async function choose(page: Page, files: readonly ChosenFile[]): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([...files])
}

/** Plays for a moment from so many seconds on; gives where it is then, in seconds. */
async function playFrom(page: Page, seconds: number): Promise<number> {
  return page.evaluate(async (from) => {
    const sound = document.querySelector('audio')
    if (sound === null) throw new Error('there is no player')
    const sought = new Promise((resolve) => sound.addEventListener('seeked', resolve, { once: true }))
    sound.currentTime = from
    await sought
    await sound.play()
    await new Promise((resolve) => setTimeout(resolve, 500))
    sound.pause()
    return sound.currentTime
  }, seconds)
}

test('what a file says besides is shown where it is brought in', async ({ page }) => {
  await openArchive(page)
  await choose(page, [{ name: 'kitchen.wav', mimeType: 'audio/wav', buffer: taggedWav() }])
  await page
    .getByRole('button', { name: /kitchen/ })
    .first()
    .click()
  const said = page.getByText('This file also says').locator('..')
  await expect(said).toContainText(told.place)
  await expect(said).toContainText(told.device)
  await expect(said).toContainText('There is a picture in it.')
  await expect(said).toContainText('It stays in the untouched recording.')
  await page.getByRole('button', { name: 'Keep 1 story' }).click()
  await page.getByRole('heading', { name: 'What was kept' }).waitFor()
  await openStory(page, 'kitchen')
  for (const sign of Object.values(told)) await expect(page.locator('body')).not.toContainText(sign)
})

test('a recording without a length is heard, and sought in', async ({ page }) => {
  await openArchive(page)
  await choose(page, [await recorded(page)])
  await page.getByRole('button', { name: 'Keep 1 story' }).click()
  await page.getByRole('heading', { name: 'What was kept' }).waitFor()
  await openStory(page, 'recorded')
  await expect(page.getByRole('region', { name: 'Player' })).toContainText(/0:(?:09|10)/)
  expect(await playFrom(page, 8)).toBeGreaterThan(8.2)
  expect(await playFrom(page, 3)).toBeGreaterThan(3.2)
  expect(await playFrom(page, 3)).toBeLessThan(4)
})

test('what cannot be played is kept and said so; what can be helped is heard', async ({ page }) => {
  test.skip(!existsSync(audio), '../shared/data/audio is not here')
  await openArchive(page)
  await choose(page, ['unparseable.aiff', 'mpeglayer3.wav', 'partial.flac', 'image-2x3.tiff'].map(real))
  await page.getByRole('button', { name: 'Keep 3 stories' }).click()
  await page.getByRole('heading', { name: 'What was kept' }).waitFor()
  const lines = page.getByRole('listitem')
  await expect(lines.filter({ hasText: 'unparseable.aiff' })).toContainText('cannot be played here')
  await expect(lines.filter({ hasText: 'image-2x3.tiff' })).toContainText('does not know this kind of file')
  await expect(lines.filter({ hasText: 'partial.flac' })).not.toContainText('cannot')
  await openStory(page, 'mpeglayer3')
  expect(await playFrom(page, 3)).toBeGreaterThan(3.2)
  await openStory(page, 'partial')
  expect(await playFrom(page, 0.1)).toBeGreaterThan(0.2)
  await openStory(page, 'unparseable')
  await expect(page.getByText('AIFF')).toBeVisible()
})
