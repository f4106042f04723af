// Recorded, with the archive locked in the midst and its page gone; finished, and compared with what was said.
import { expect, type Page } from '@playwright/test'
import { preparedPassphrase, openArchive, test } from './app.ts'
import { highestCorrelation } from './correlation.ts'
import { needsRealFiles, realFilesAreHere, speechSound } from './real-files.ts'
import {
  beginRecord,
  fillRecord,
  finishIt,
  keptSeconds,
  openRecord,
  playing,
  readWav,
  soundOfStory,
  speechFile,
  thinned,
  untilKept,
} from './record-steps.ts'

const said = realFilesAreHere ? speechFile(speechSound()) : null
test.use({ launchOptions: playing(said?.file ?? '') })
needsRealFiles()

/** Resolves when the page has handed a waveform to the archive to be kept. */
const peaksAreKept = (page: Page): Promise<unknown> =>
  new Promise((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        if (payload.includes('keepPeaks')) resolve(socket)
      }),
    )
  })

test('it goes on while the archive is locked and its page is gone, and nothing of it is lost', async ({
  page,
  app,
}) => {
  test.setTimeout(180_000)
  await openArchive(page)
  await fillRecord(page, { title: 'Country', name: 'Jo' })
  const recorder = await beginRecord(page)
  recorder.on('pageerror', (error) => app.complaints.push(error.message))
  recorder.on('console', (message) => {
    if (message.type() === 'error') app.complaints.push(message.text())
  })
  await untilKept(recorder, 4)
  await expect(recorder.getByRole('meter')).toHaveAttribute('aria-valuetext', /Good|Quiet|Loud/)
  // The room shows the same, and the time is what is on the disk.
  await expect(page.getByText(/^Kept\s*0:0\d$/)).toBeVisible()

  await page.getByRole('button', { name: 'Hide now' }).click()
  await page.getByRole('button', { name: 'Open', exact: true }).waitFor()
  await expect(recorder.getByRole('button')).toHaveCount(0)
  expect((await recorder.locator('body').textContent())?.trim()).toBe('')
  await recorder.waitForTimeout(3_000)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByText(/^A recording is under way\. Kept: 0:/)).toBeVisible()
  await expect(recorder.getByRole('button')).toHaveCount(0)
  await page.getByLabel('Passphrase', { exact: true }).fill(preparedPassphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  await recorder.getByText('Recording.', { exact: true }).first().waitFor()
  expect(await keptSeconds(recorder), 'it was kept while it was hidden').toBeGreaterThanOrEqual(7)

  const address = new URL(page.url()).origin
  await page.reload()
  await page.close()
  // Long enough for every part of the speech to be said once without a pause in it.
  await untilKept(recorder, 15)
  await recorder.getByRole('button', { name: /^Pause/ }).click()
  await recorder.getByText('Paused. Nothing is recorded now.').first().waitFor()
  await recorder.getByRole('button', { name: /^Go on/ }).click()
  await recorder.getByText('Recording.', { exact: true }).first().waitFor()
  const before = await keptSeconds(recorder)
  await untilKept(recorder, before + 2)
  await recorder.getByRole('button', { name: /^Stop here/ }).click()
  await expect(recorder.getByRole('heading', { name: 'It has stopped' })).toBeVisible()
  await expect(recorder.getByText(/is kept\. Nothing is shared\./)).toBeVisible()

  const again = await recorder.context().newPage()
  await again.goto(address)
  const shelf = again.getByRole('heading', { name: 'Shelf', exact: true })
  const door = again.getByLabel('Passphrase', { exact: true })
  await shelf.or(door).first().waitFor()
  if (await door.isVisible()) await openArchive(again)
  await expect(again.getByText('1 recording waits to be finished.')).toBeVisible()
  await openRecord(again)
  const isDrawn = peaksAreKept(again)
  await again.reload()
  await again.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  await openRecord(again)
  await finishIt(again, 'Country')
  await expect(again.getByText(/^Paused at 0:1/)).toBeVisible()
  // Its waveform is worked out by itself, before anybody opens the story.
  await isDrawn
  await again.getByRole('button', { name: 'Go to the story' }).click()
  await again.getByRole('heading', { name: 'Country' }).waitFor()
  const wav = readWav(await soundOfStory(again))
  expect([wav.channels, wav.sampleRate]).toEqual([1, 48_000])
  expect(wav.samples.length / 48_000).toBeGreaterThanOrEqual(before + 2)
  // Whatever of it was said during the lock is there as it was said: two seconds each from all over the source.
  const whole = thinned(wav.samples)
  const source = thinned(said?.samples ?? new Int16Array())
  for (const from of [0.3, 3, 5.5, 8])
    expect(
      highestCorrelation(whole, source.subarray(from * 8_000, (from + 2) * 8_000)),
      `from ${from} s`,
    ).toBeGreaterThan(0.9)
})
