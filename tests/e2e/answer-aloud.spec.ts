// Answering aloud, in a real browser with a microphone that beeps: two seconds are said, kept with her story, and heard again.
import { expect, type Locator, type Page } from '@playwright/test'
import { decoded, kept, openHerSession, played } from './aloud-steps.ts'
import { test } from './app.ts'
import { chromiumThatHears } from './chromium.ts'

test.use({ launchOptions: chromiumThatHears('--autoplay-policy=no-user-gesture-required') })

/** From the first run to the dialog in which she speaks. */
async function openSayIt(page: Page): Promise<Locator> {
  await openHerSession(page)
  await page.getByRole('button', { name: /^(Begin|Go on) with/ }).click()
  await page.getByRole('button', { name: 'Say it by voice' }).click()
  return page.getByRole('dialog', { name: 'Say it by voice' })
}

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

  const card = page.getByRole('group', { name: 'What you said here' })
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
