// A browser that hands over no frames of a microphone records through the graph that plays sound.
import { expect, type Page } from '@playwright/test'
import { long } from './long.ts'
import { test } from './app.ts'
import { finishIt, keptSeconds, playing, recordUntil, stopRecord, tonesFile, untilKept } from './record-steps.ts'

test.use({ launchOptions: playing(tonesFile()) })

/** Takes the frames away, and keeps what plays sound, so that a test can put it to sleep. */
async function withoutFrames(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor')
    const Real = AudioContext
    globalThis.AudioContext = class extends Real {
      constructor(options?: AudioContextOptions) {
        super(options)
        Object.assign(globalThis, { graph: this })
      }
    }
  })
}

test('it is kept, and put to sleep and woken it is gone on with', long, async ({ page, app }) => {
  test.setTimeout(120_000)
  await withoutFrames(page)
  await page.reload()
  const recorder = await recordUntil(page, app, { title: 'Weir', name: 'Ro' }, 3)
  await recorder.evaluate(`{
    const resume = graph.resume.bind(graph)
    graph.resume = () => Promise.reject(new Error('asleep'))
    globalThis.wake = () => { graph.resume = resume; return resume() }
    graph.suspend()
  }`)
  const said = recorder.getByRole('alert').filter({ hasText: /^The sound stopped coming in/ })
  await expect(said).toBeVisible({ timeout: 2_500 })
  await recorder.evaluate('wake()')
  await expect(said).toBeHidden({ timeout: 2_000 })
  await untilKept(recorder, (await keptSeconds(recorder)) + 2)
  await stopRecord(recorder)
  await finishIt(page, 'Weir')
  await expect(page.getByText(/^The machine slept at 0:0\d\. 0:0[1-4] is missing\.$/)).toBeVisible()
})
