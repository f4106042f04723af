// Off the record with her key: kept so that only she can hear it, in her own session, once her passphrase was typed.
import { expect } from '@playwright/test'
import { long } from './long.ts'
import { giveBack, handOver, openArchive, test } from './app.ts'
import { setHerPassphrase } from './her-steps.ts'
import { beginRecord, fillRecord, finishIt, playing, stopRecord, tonesFile, untilKept } from './record-steps.ts'

test.use({ launchOptions: playing(tonesFile()) })

const hers = 'cedar whistle anchor meadow lantern violet'

test('what she had sealed plays to her and to nobody else', long, async ({ page, app }) => {
  test.setTimeout(180_000)
  await openArchive(page)
  await fillRecord(page, { title: 'Orchard', name: 'Mira' })
  const first = await beginRecord(page)
  await untilKept(first, 1)
  await first.getByRole('button', { name: /^Stop here/ }).click()
  const closed = first.waitForEvent('close')
  await first.getByRole('button', { name: 'Close this window' }).click()
  await closed
  await finishIt(page, 'Orchard')
  await page.getByRole('button', { name: 'Go to the story' }).click()
  await handOver(page)
  await setHerPassphrase(page, hers)
  await giveBack(page)

  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: 'Orchard', exact: true }).click()
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Record another sitting' }).click()
  await expect(page.getByText('Another sitting of Orchard, with Mira.')).toBeVisible()
  await page.getByRole('button', { name: /What is kept with it/ }).click()
  await page.getByRole('option', { name: 'She told me herself' }).click()
  await page.getByLabel('When and where, and who was there').fill('At her table.')
  const recorder = await beginRecord(page)
  recorder.on('pageerror', (error) => app.complaints.push(error.message))
  await untilKept(recorder, 2)
  await recorder.getByRole('button', { name: /^Off the record/ }).click()
  await recorder.getByText('You choose at its end what becomes of it.').waitFor()
  await recorder.waitForTimeout(4_000)
  await recorder.getByRole('button', { name: /^Back on the record: keep it so that only she can hear it/ }).click()
  await recorder.getByText('Recording.', { exact: true }).first().waitFor()
  await recorder.waitForTimeout(1_500)
  await stopRecord(recorder)
  await finishIt(page, 'Orchard')
  await page.getByRole('button', { name: 'Go to the story' }).click()
  await handOver(page, hers)
  await page
    .getByRole('button', { name: /Orchard/ })
    .first()
    .click()
  const part = page.getByRole('region', { name: 'Off the record' })
  await expect(part).toContainText(/Said on .*: 0:0[2-5]/)
  const heard = await part.locator('audio').evaluate(async (element: HTMLAudioElement) => {
    const answer = await fetch(element.src)
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await answer.arrayBuffer())
    return [
      answer.status,
      sound.duration,
      sound.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0),
    ] as const
  })
  expect(heard[0]).toBe(200)
  expect(heard[1]).toBeGreaterThan(2.5)
  expect(heard[2]).toBeGreaterThan(0.1)
  const address = await part.locator('audio').getAttribute('src')
  await page.getByRole('button', { name: 'Back to my stories' }).click()
  await giveBack(page)
  expect(await page.evaluate(async (of) => (await fetch(of)).status, address ?? ''), 'nobody else hears it').not.toBe(
    200,
  )
  app.complaints.length = 0
})
