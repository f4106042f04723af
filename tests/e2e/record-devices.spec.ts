// Microphones that come and go beside the one that records: said at once, and the recording goes on with the same one.
import { expect, type Page } from '@playwright/test'
import { long } from './long.ts'
import { openArchive, test } from './app.ts'
import {
  beginRecord,
  fillRecord,
  finishIt,
  keptSeconds,
  playing,
  recordUntil,
  stopRecord,
  tonesFile,
  untilKept,
} from './record-steps.ts'

test.use({ launchOptions: playing(tonesFile()) })

/** What a test does to the devices of a page, from inside. */
interface Machine {
  /** Which one the machine would take by itself. */
  own: string
  /** What the stream says that it is; null for what it really is. */
  stream: string | null
  /** What the page asked the machine for, as it was given. */
  readonly given: MediaStreamTrack[]
}

/** The machine's own microphone is what the test says; the others are those of the browser. */
async function holdMachine(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const machine: Machine = { own: 'Desk', stream: null, given: [] }
    Object.assign(globalThis, { machine })
    const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices)
    navigator.mediaDevices.enumerateDevices = async () =>
      (await list()).map((one) =>
        one.kind !== 'audioinput' || one.deviceId !== 'default'
          ? one
          : ({ ...one.toJSON(), label: machine.own, groupId: machine.own } as MediaDeviceInfo),
      )
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish)
      const [track] = stream.getAudioTracks()
      if (track === undefined) return stream
      machine.given.push(track)
      const settings = track.getSettings.bind(track)
      track.getSettings = () => ({ ...settings(), ...(machine.stream === null ? {} : { groupId: machine.stream }) })
      return stream
    }
  })
}

const change = (page: Page, to: Partial<Machine>): Promise<void> =>
  page.evaluate((some) => {
    Object.assign((globalThis as unknown as { machine: Machine }).machine, some)
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  }, to)

test('another microphone of the machine is said; where the sound comes from another one, that is marked', async ({
  page,
  app,
}) => {
  test.setTimeout(120_000)
  await holdMachine(page)
  await page.reload()
  const recorder = await recordUntil(page, app, { title: 'Ferry', name: 'Ro' }, 2)
  await expect(recorder.getByText(/^It records with Fake Default Audio Input\.$/).first()).toBeVisible()
  const soon = { timeout: 2_000 }
  const said = recorder.getByText(
    'The machine uses another microphone now. This recording goes on with Fake Default Audio Input.',
  )
  await change(recorder, { own: 'Headset' })
  await expect(said).toBeVisible(soon)
  await untilKept(recorder, (await keptSeconds(recorder)) + 2)
  await change(recorder, { own: 'Desk' })
  await expect(said).toBeHidden(soon)

  // A device that comes or goes and changes nothing of this is not spoken of.
  await change(recorder, {})
  await recorder.waitForTimeout(500)
  await expect(said).toBeHidden()

  await change(recorder, { own: 'Headset', stream: 'Headset' })
  await expect(said).toBeVisible(soon)
  await untilKept(recorder, (await keptSeconds(recorder)) + 2)
  await stopRecord(recorder)
  await finishIt(page, 'Ferry')
  const gaps = page.getByRole('listitem').filter({ hasText: / at 0:\d\d\./ })
  await expect(gaps).toHaveText([/^Another microphone was taken at 0:0\d\.$/])
})

test(
  'a window that is killed while the archive is locked is followed by one with the same microphone',
  long,
  async ({ page, app }) => {
    test.setTimeout(120_000)
    await holdMachine(page)
    await page.reload()
    await openArchive(page)
    await fillRecord(page, { title: 'Canal', name: 'Ro' })
    await page.getByRole('button', { name: 'Try the microphone' }).click()
    await page.getByRole('meter').waitFor()
    await page.getByRole('button', { name: /Microphone$/ }).click()
    await page.getByRole('option', { name: 'Fake Audio Input 2' }).click()
    const recorder = await beginRecord(page)
    await untilKept(recorder, 2)
    await expect(recorder.getByText(/^It records with Fake Audio Input 2\.$/).first()).toBeVisible()
    const chosen = await deviceOf(recorder)
    const kept = await keptSeconds(recorder)
    await page.getByRole('button', { name: 'Hide now' }).click()
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await recorder.close()
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Open the recording window' }).click({ timeout: 20_000 })
    const other = await opened
    other.on('pageerror', (error) => app.complaints.push(error.message))
    await other.getByRole('button', { name: /^Go on/ }).click()
    await expect(other.getByText(/^It records with Fake Audio Input 2\.$/).first()).toBeVisible()
    await untilKept(other, kept + 2)
    expect(await deviceOf(other)).toBe(chosen)
    // It is locked still.
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible()
    await stopRecord(other)
  },
)

const deviceOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (globalThis as unknown as { machine: Machine }).machine.given.at(-1)?.getSettings().deviceId)
