// Kinds of sound as a person meets them: what a file says besides is shown once, what cannot be played is kept and said so,
// and what a recorder left without a length or a whole head is heard and sought in.
import { expect, type Page } from '@playwright/test'
import { taggedWav, told } from '../archive/tagged-sound.ts'
import { long } from './long.ts'
import { openArchive, openStory, test, type ChosenFile } from './app.ts'
import { needsRealFiles, real, realBytes, speechSound } from './real-files.ts'

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

/** The content of its `mdat` overwritten from a third of it on. */
function mangled(bytes: Buffer): Buffer {
  const made = Buffer.from(bytes)
  const at = made.indexOf('mdat') + 4
  const length = made.readUInt32BE(at - 8) - 8
  for (let place = at + Math.floor(length / 3); place < at + length; place += 1) made[place] = (place * 7919) % 251
  return made
}

/** NOTE: where a sound is made ready (again), the program goes to its own place in it; before that nothing else is heard. */
const untilReady = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const sound = document.querySelector('audio')
        return sound !== null && sound.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !sound.seeking
      }),
    )
    .toBe(true)

/** Plays for a moment from so many seconds on, or only goes there; gives where it is then, in seconds. */
async function playFrom(page: Page, seconds: number, forMs = 500): Promise<number> {
  await untilReady(page)
  return page.evaluate(
    async ([from = 0, ms = 0]) => {
      const sound = document.querySelector('audio')
      if (sound === null) throw new Error('there is no player')
      const sought = new Promise((resolve) => sound.addEventListener('seeked', resolve, { once: true }))
      sound.currentTime = from
      await sought
      if (ms === 0) return sound.currentTime
      await sound.play()
      await new Promise((resolve) => setTimeout(resolve, ms))
      sound.pause()
      return sound.currentTime
    },
    [seconds, forMs],
  )
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

test('a recording without a length is heard, and sought in', long, async ({ page }) => {
  await openArchive(page)
  await choose(page, [await recorded(page)])
  await page.getByRole('button', { name: 'Keep 1 story' }).click()
  await page.getByRole('heading', { name: 'What was kept' }).waitFor()
  await openStory(page, 'recorded')
  await expect(page.getByRole('region', { name: 'Player' })).toContainText(/0:(?:09|10)/)
  await untilReady(page)
  const said = await page.evaluate(() => {
    const sound = document.querySelector('audio')
    return { length: sound?.duration ?? 0, until: sound?.seekable.end(0) ?? 0 }
  })
  // The file says neither; the head that it is heard with says both.
  expect(said.length).toBeGreaterThan(9)
  expect(said.length).toBeLessThan(11)
  expect(said.until).toBe(said.length)
  expect(await playFrom(page, 8)).toBeGreaterThan(8.2)
  expect(await playFrom(page, 3)).toBeGreaterThan(3.2)
  expect(await playFrom(page, 3, 0), 'it goes where it is told, back as well').toBeCloseTo(3, 1)
})

test('what cannot be played is kept and said so; what can be helped is heard', async ({ page }) => {
  needsRealFiles('audio/formats')
  await openArchive(page)
  const names = ['unparseable.ape', 'full.aiff', 'mpeglayer3.wav', 'partial.flac', 'image-2x3.tiff']
  await choose(
    page,
    names.map((name) => real(`audio/formats/${name}`)),
  )
  await page.getByRole('button', { name: 'Keep 4 stories' }).click()
  await page.getByRole('heading', { name: 'What was kept' }).waitFor()
  const lines = page.getByRole('listitem')
  await expect(lines.filter({ hasText: 'unparseable.ape' })).toContainText('cannot be played here')
  await expect(lines.filter({ hasText: 'image-2x3.tiff' })).toContainText('does not know this kind of file')
  await expect(lines.filter({ hasText: 'partial.flac' })).not.toContainText('cannot')
  await openStory(page, 'mpeglayer3')
  expect(await playFrom(page, 3)).toBeGreaterThan(3.2)
  await openStory(page, 'partial')
  expect(await playFrom(page, 0.1)).toBeGreaterThan(0.2)
  await openStory(page, 'unparseable')
  await expect(page.getByText(/This sound \(APE\) cannot be played/)).toBeVisible()
  await openStory(page, 'full')
  expect(await playFrom(page, 0.3), 'an AIFF is heard as the WAV that it would be').toBeGreaterThan(0.4)
})

test('a file whose end is missing is heard as far as it goes, and said to be so', async ({ page }) => {
  needsRealFiles('audio/formats')
  const whole = speechSound()
  await openArchive(page)
  await choose(page, [{ name: 'broken.wav', mimeType: 'audio/wav', buffer: whole.subarray(0, whole.length / 2) }])
  await page.getByRole('button', { name: 'Keep 1 story' }).click()
  await page.getByRole('heading', { name: 'What was kept' }).waitFor()
  await openStory(page, 'broken')
  await expect(page.getByText('This file is not whole. It can be heard as far as it goes.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Player' })).toContainText('of 0:05')
  expect(await playFrom(page, 4)).toBeGreaterThan(4.2)
})

test('where a file breaks in the middle, what is before it is heard, and the place is said', async ({ page }) => {
  needsRealFiles('audio/formats')
  // Its frames are mangled from a third of it on: nothing there can be decoded.
  const bytes = realBytes('audio/silence/10-minutes-of-silence.m4a')
  await openArchive(page)
  await choose(page, [{ name: 'mangled.m4a', mimeType: 'audio/mp4', buffer: mangled(bytes) }])
  await page.getByRole('button', { name: 'Keep 1 story' }).click()
  await page.getByRole('heading', { name: 'What was kept' }).waitFor()
  await openStory(page, 'mangled')
  const player = page.getByRole('region', { name: 'Player' })
  expect(await playFrom(page, 5)).toBeGreaterThan(5.2)
  await page.evaluate(() => {
    const sound = document.querySelector('audio')
    if (sound !== null) sound.currentTime = 400
    void sound?.play().catch(() => undefined)
  })
  await expect(player).toContainText('cannot be played from')
  expect(await playFrom(page, 5), 'what is before it is still heard').toBeGreaterThan(5.2)
})
