// Answering aloud, in a real browser with a microphone that beeps: two seconds are said, kept with her story, and heard again.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { bringIn, openArchive, test } from './app.ts'
import { chromiumThatHears } from './chromium.ts'
import { inventedFiles } from './invented.ts'

test.use({ launchOptions: chromiumThatHears('--autoplay-policy=no-user-gesture-required') })

/** Her story with its sound, which is one recording already. */
const story = inventedFiles.slice(0, 2)

/** From the first run to the dialog in which she speaks. */
async function openSayIt(page: Page): Promise<Locator> {
  await openArchive(page)
  await bringIn(page, story, 1)
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: 'night-shift', exact: true }).click()
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Hand over to her' }).click()
  const handingOver = page.getByRole('dialog', { name: 'Hand over to her' })
  await handingOver.getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByRole('heading', { name: 'My stories' }).waitFor()
  await page.getByRole('button', { name: /^(Begin|Go on) with/ }).click()
  await page.getByRole('button', { name: 'Say it by voice' }).click()
  return page.getByRole('dialog', { name: 'Say it by voice' })
}

const kept = (dataFolder: string): Promise<string[]> => readdir(path.join(dataFolder, 'firsthand', 'Archive', 'media'))

interface Heard {
  readonly seconds: number
  readonly loudest: number
}

/** What the recording holds when it is decoded, as whoever plays it hears it. */
const decoded = (audio: Locator): Promise<Heard> =>
  audio.evaluate(async (element: HTMLAudioElement) => {
    const bytes = await (await fetch(element.src)).arrayBuffer()
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes)
    return { seconds: sound.duration, loudest: Math.max(...sound.getChannelData(0).map(Math.abs)) }
  })

/** Plays it to its end; gives the place that it came to, in seconds. */
const played = (audio: Locator): Promise<number> =>
  audio.evaluate(
    (element: HTMLAudioElement) =>
      new Promise<number>((resolve, reject) => {
        element.addEventListener('ended', () => resolve(element.currentTime))
        element.addEventListener('error', () => reject(new Error(element.error?.message)))
        element.play().catch(reject)
      }),
  )

test('she says two seconds, hears them, keeps them, and hears them again', async ({ page, app }) => {
  const dialog = await openSayIt(page)
  const before = await kept(app.dataFolder)
  expect(await askedForACamera(page)).toEqual(['NotAllowedError', 'audio'])
  expect(app.complaints.splice(0).join(' ')).toMatch(/^Permissions policy violation: camera is not allowed/)
  await dialog.getByRole('button', { name: 'Begin to speak' }).click()
  await dialog.getByText('Listening.').waitFor()
  await page.waitForTimeout(2_000)
  await dialog.getByRole('button', { name: 'Stop here' }).click()
  await expect(dialog.getByRole('status')).toContainText(/It is kept \(0:0[23]\)/)
  const fresh = dialog.locator('audio')
  const heard = await decoded(fresh)
  expect(heard.seconds).toBeGreaterThan(1.7)
  expect(heard.seconds).toBeLessThan(4)
  expect(heard.loudest, 'the microphone beeps').toBeGreaterThan(0.05)
  expect(await played(fresh)).toBeGreaterThan(1.7)
  await dialog.getByRole('button', { name: 'Keep it', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })

  const card = page.getByRole('region', { name: 'What you said here' })
  await expect(card).toContainText(/\(0:0[23]\)/)
  expect(await kept(app.dataFolder)).toHaveLength(before.length + 1)
  await page.reload()
  await page.getByRole('button', { name: /^(Begin|Go on) with/ }).click()
  await expect(card).toContainText(/\(0:0[23]\)/)
  expect(await played(card.locator('audio'))).toBeGreaterThan(1.7)
  expect(await decoded(card.locator('audio'))).toEqual(heard)

  await card.getByRole('button', { name: 'Throw it away' }).click()
  await card.waitFor({ state: 'hidden' })
  await expect.poll(() => kept(app.dataFolder), 'its sound is gone from the disk').toEqual(before)
})

test('what she leaves unsaid, or may not say, leaves nothing behind', async ({ page, app }) => {
  const dialog = await openSayIt(page)
  const before = await kept(app.dataFolder)
  await dialog.getByRole('button', { name: 'Begin to speak' }).click()
  await dialog.getByText('Listening.').waitFor()
  expect(await kept(app.dataFolder), 'the control: it is written as she speaks').toHaveLength(before.length + 1)
  await dialog.getByRole('button', { name: 'Throw it away' }).click()
  await dialog.getByRole('button', { name: 'Begin to speak' }).waitFor()
  expect(await kept(app.dataFolder)).toEqual(before)

  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await dialog.getByRole('button', { name: 'Begin to speak' }).click()
  await dialog.getByText('This window may not use the microphone.').waitFor()
  expect(await kept(app.dataFolder)).toEqual(before)
})

/** What this browser, which gives every microphone and camera there is, says to a page that may not ask for one. */
function askedForACamera(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const asked = [{ video: true }, { audio: true, video: true }].map((wish) =>
      navigator.mediaDevices.getUserMedia(wish).then(
        (stream) => {
          const kinds = stream.getTracks().map(({ kind }) => kind)
          for (const track of stream.getTracks()) track.stop()
          return kinds.join(' and ')
        },
        (reason: unknown) => (reason instanceof DOMException ? reason.name : 'broken'),
      ),
    )
    return Promise.all(asked)
  })
}
