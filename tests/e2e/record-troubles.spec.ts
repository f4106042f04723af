// What can go wrong with a microphone and with the window that records: said within two seconds, kept until there, gone on with.
import { expect, type Page } from '@playwright/test'
import { long } from './long.ts'
import { openArchive, test } from './app.ts'
import {
  beginRecord,
  fillRecord,
  finishIt,
  keptSeconds,
  openRecord,
  playing,
  recordUntil,
  stopRecord,
  tonesFile,
  untilKept,
} from './record-steps.ts'

test.use({ launchOptions: playing(tonesFile()) })

/** What a test does to the sound of a page, from inside. */
interface Held {
  readonly streams: MediaStream[]
  /** A machine that sleeps gives no frames. */
  isAsleep: boolean
}
const held = (): Held => (globalThis as unknown as { held: Held }).held

/** Keeps what the page asks the machine for, so that a test can take it away again. */
async function holdSound(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const kept: Held = { streams: [], isAsleep: false }
    Object.assign(globalThis, { held: kept })
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish)
      kept.streams.push(stream)
      return stream
    }
    const Real = Reflect.get(globalThis, 'MediaStreamTrackProcessor') as new (from: unknown) => {
      readonly readable: ReadableStream<AudioData>
    }
    Reflect.set(
      globalThis,
      'MediaStreamTrackProcessor',
      class {
        readonly readable: ReadableStream<AudioData>
        constructor(from: unknown) {
          const awake = new TransformStream<AudioData, AudioData>({
            transform: (frame, controller) => (kept.isAsleep ? frame.close() : controller.enqueue(frame)),
          })
          this.readable = new Real(from).readable.pipeThrough(awake)
        }
      },
    )
  })
}

test('a microphone that is gone, muted or asleep is said at once, and the recording goes on after a gap', async ({
  page,
  app,
}) => {
  test.setTimeout(180_000)
  await holdSound(page)
  await page.reload()
  const recorder = await recordUntil(page, app, { title: 'River', name: 'Ro' }, 2)
  const said = (words: RegExp) => recorder.getByRole('alert').filter({ hasText: words })
  const soon = { timeout: 2_000 }

  await recorder.evaluate(`(${held.toString()})().streams.at(-1).getTracks()[0].stop()`)
  await expect(said(/^The microphone is gone\. What was recorded until 0:0\d is kept\./)).toBeVisible(soon)
  await expect(page.getByRole('alert').filter({ hasText: /^The microphone is gone/ })).toBeVisible(soon)
  const kept = await keptSeconds(recorder)
  await recorder.waitForTimeout(2_000)
  expect(await keptSeconds(recorder), 'what is there is kept').toBeGreaterThanOrEqual(kept)
  await recorder.getByRole('button', { name: 'Go on with this microphone' }).click()
  await expect(said(/microphone is gone/)).toBeHidden()
  await untilKept(recorder, kept + 2)

  const muted = (is: boolean): Promise<unknown> =>
    recorder.evaluate(`{
      const track = (${held.toString()})().streams.at(-1).getTracks()[0]
      Object.defineProperty(track, 'muted', { configurable: true, value: ${is} })
      track.dispatchEvent(new Event('${is ? 'mute' : 'unmute'}'))
    }`)
  await muted(true)
  await expect(said(/^The system has muted the microphone/)).toBeVisible(soon)
  await recorder.waitForTimeout(1_000)
  await muted(false)
  await expect(said(/muted/)).toBeHidden(soon)
  await untilKept(recorder, (await keptSeconds(recorder)) + 2)

  const sleep = (is: boolean): Promise<unknown> => recorder.evaluate(`(${held.toString()})().isAsleep = ${is}`)
  await sleep(true)
  await expect(said(/^The sound stopped coming in/)).toBeVisible({ timeout: 2_500 })
  await sleep(false)
  await expect(said(/stopped coming in/)).toBeHidden(soon)
  const after = await keptSeconds(recorder)
  await untilKept(recorder, after + 2)

  await stopRecord(recorder)
  await finishIt(page, 'River')
  await expect(page.getByText(/^The microphone was gone at 0:0\d\. 0:0[2-5] is missing\.$/)).toBeVisible()
  await expect(page.getByText(/^The microphone was muted at 0:0\d\./)).toBeVisible()
  await expect(page.getByText(/^The machine slept at 0:\d\d\. 0:0[1-4] is missing\.$/)).toBeVisible()
})

test(
  'a window that is killed leaves what it kept, and another one goes on in the same recording',
  long,
  async ({ page, app }) => {
    test.setTimeout(180_000)
    const recorder = await recordUntil(page, app, { title: 'Bridge', name: 'Ro' }, 3)
    const kept = await keptSeconds(recorder)
    await recorder.close()
    await expect(page.getByText('The recording window is not there. What was recorded is kept.')).toBeVisible({
      timeout: 4_000,
    })
    await page.waitForTimeout(1_500)
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Open the recording window' }).click()
    const other = await opened
    other.on('pageerror', (error) => app.complaints.push(error.message))
    await other.getByText('Recording.', { exact: true }).first().waitFor()
    expect(await keptSeconds(other), 'at most two seconds are lost').toBeGreaterThanOrEqual(kept)
    await untilKept(other, kept + 3)

    // Loaded again in the midst: nothing begins by itself, and one press goes on.
    await other.evaluate(() =>
      window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true),
    )
    await other.reload()
    await other.getByText('The recording was interrupted').waitFor()
    const stood = await keptSeconds(other)
    await other.waitForTimeout(1_500)
    expect(await keptSeconds(other)).toBe(stood)
    await other.getByRole('button', { name: /^Go on/ }).click()
    await untilKept(other, stood + 2)

    // Another one takes its place: the newest is heard.
    const third = await page.context().newPage()
    await third.goto(`${new URL(page.url()).origin}/recorder.html`)
    await other.getByRole('heading', { name: 'Another window records now' }).waitFor()
    await third.getByRole('button', { name: /^Go on/ }).click()
    await untilKept(third, stood + 4)
    await stopRecord(third)
    await finishIt(page, 'Bridge')
    const ends = page.getByText(/^The recording window or the machine ended at/)
    await expect(ends, 'one for each window that went').toHaveCount(3)
  },
)

test(
  'a recording that stopped is gone on with, or destroyed; a microphone that cannot be had is said',
  long,
  async ({ page, app }) => {
    test.setTimeout(120_000)
    await openArchive(page)
    await openRecord(page)
    for (const [name, words] of [
      ['NotAllowedError', /^This window may not use the microphone\. Allow it/],
      ['NotFoundError', /^No microphone was found\. Plug one in/],
      ['NotReadableError', /^Another program has the microphone/],
    ] as const) {
      await page.evaluate((reason) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', reason))
      }, name)
      await page.getByRole('button', { name: 'Try the microphone' }).click()
      await expect(page.getByRole('alert')).toHaveText(words)
    }
    await page.reload()
    await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
    await openRecord(page)
    await page.getByRole('button', { name: 'Try the microphone' }).click()
    await expect(page.getByRole('meter')).toHaveAttribute('aria-valuetext', 'Good.')
    await page.getByRole('button', { name: 'Stop trying' }).click()

    await fillRecord(page, { title: 'Lane', name: 'Ro' })
    const recorder = await beginRecord(page)
    recorder.on('pageerror', (error) => app.complaints.push(error.message))
    await untilKept(recorder, 2)
    // From the room itself: it pauses, goes on and stops what the small window records.
    await page.getByRole('button', { name: 'Pause' }).click()
    await recorder.getByText('Paused. Nothing is recorded now.').first().waitFor()
    await page.getByRole('button', { name: 'Go on', exact: true }).click()
    await recorder.getByText('Recording.', { exact: true }).first().waitFor()
    const kept = await keptSeconds(recorder)
    await untilKept(recorder, kept + 1)
    await page.getByRole('button', { name: /^Stop here/ }).click()
    await recorder.getByRole('heading', { name: 'It has stopped' }).waitFor()
    await page.getByRole('button', { name: 'Go on recording: Lane' }).click()
    await recorder.getByText('Recording.', { exact: true }).first().waitFor()
    await untilKept(recorder, kept + 3)
    await recorder.getByRole('button', { name: /^Stop here/ }).click()
    await page.getByRole('button', { name: 'Destroy it: Lane' }).click()
    await page.getByRole('button', { name: /^Destroy 0:\d\d of sound/ }).click()
    await expect(page.getByRole('heading', { name: 'Recordings that wait' })).toBeHidden()
  },
)
