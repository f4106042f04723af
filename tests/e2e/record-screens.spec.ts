// The Record room and the small window: looked at by axe, by keyboard alone, in Spanish, mirrored, narrow and twice the size.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { makeSay } from '../../renderer/words/make-say.ts'
import { long } from './long.ts'
import { openArchive, preparedPassphrase, test } from './app.ts'
import { focusIsSeen, tabTo } from './keyboard-steps.ts'
import { faults, picture, tooWide } from './looking.ts'
import { beginRecord, fillRecord, openRecord, playing, stopRecord, tonesFile, untilKept } from './record-steps.ts'

test.use({ launchOptions: playing(tonesFile()) })

async function look(page: Page, name: string): Promise<void> {
  await picture(page, name)
  expect(await faults(page), name).toEqual([])
  expect(await tooWide(page), `${name} scrolls sideways`).toBe(false)
}

test('every state of it can be read, in light, dark, narrow, large, Spanish and mirrored', async ({ page, app }) => {
  test.setTimeout(240_000)
  await openArchive(page)
  await openRecord(page)
  await page.getByText('Questions', { exact: true }).click()
  for (const words of ['Where did you grow up?', 'Who was with you then?']) {
    await page.getByLabel('A new question').fill(words)
    await page.getByRole('button', { name: 'Add it' }).click()
    await page
      .getByRole('textbox', { name: /^Question \d$/ })
      .last()
      .and(page.locator(`[value="${words}"]`))
      .waitFor()
  }
  await look(page, 'room-empty')
  await fillRecord(page, { title: 'Quarry', name: 'Ro' })
  await page.getByRole('button', { name: 'Try the microphone' }).click()
  await page.getByRole('meter').waitFor()
  await look(page, 'room-filled')
  const recorder = await beginRecord(page)
  recorder.on('pageerror', (error) => app.complaints.push(error.message))
  await untilKept(recorder, 2)
  await recorder.setViewportSize({ width: 460, height: 760 })
  await look(recorder, 'window-recording')
  await look(page, 'room-under-way')
  await recorder.getByRole('button', { name: /^Show the first question/ }).click()
  await recorder.getByText('Where did you grow up?').waitFor()
  await recorder.getByRole('button', { name: /^She is saying that she agrees/ }).click()
  await recorder.getByRole('button', { name: /^She has said it/ }).waitFor()
  await recorder.getByRole('button', { name: /^Forget the last bit/ }).click()
  await look(recorder, 'window-choices')
  await recorder.emulateMedia({ colorScheme: 'dark' })
  await look(recorder, 'window-choices-dark')
  await recorder.setViewportSize({ width: 320, height: 640 })
  await look(recorder, 'window-320')
  await recorder.keyboard.press('Escape')
  await recorder.getByRole('button', { name: /^She has said it/ }).click()

  await page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()
  await page
    .getByRole('button', { name: /^\S.* Text size$|Text size/ })
    .first()
    .click()
  await page.getByRole('option', { name: /200/ }).click()
  await expect
    .poll(() => recorder.evaluate(() => document.documentElement.style.getPropertyValue('--text-scale')))
    .toBe('2')
  await look(recorder, 'window-320-large')
  await page.keyboard.press('ControlOrMeta+Shift+S')
  await page.getByRole('heading', { name: 'A recording is under way' }).waitFor()
  await look(page, 'room-large')
  await recorder.setViewportSize({ width: 460, height: 760 })
  await recorder.getByRole('button', { name: /^Off the record/ }).click()
  await recorder.getByText('None of it is kept.').waitFor()
  await look(recorder, 'window-off-the-record')
  await recorder.getByRole('button', { name: /^Back on the record/ }).click()
  await stopRecord(recorder)
  await look(recorder, 'window-stopped')
  await page.getByRole('button', { name: 'Finish it: Quarry' }).waitFor()
  await look(page, 'room-waiting')
  await page.getByRole('button', { name: 'Finish it: Quarry' }).click()
  await page.getByRole('heading', { name: 'It is in its story now.' }).waitFor()
  await look(page, 'room-finished')
})

for (const language of ['es', 'en-XB'] as const) {
  const say = makeSay(language)
  test(`in ${language} too`, long, async ({ page, app }) => {
    test.setTimeout(120_000)
    const own = path.join(app.dataFolder, 'firsthand')
    await writeFile(path.join(own, 'preferences.json'), JSON.stringify({ language, theme: 'system', textSize: 100 }))
    await page.reload()
    await page.getByLabel(say('door.open.passphrase'), { exact: true }).fill(preparedPassphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: say('shell.shelf'), exact: true, level: 1 }).waitFor()
    await page
      .getByRole('navigation')
      .getByRole('button', { name: say('shell.record'), exact: true })
      .click()
    await page.getByRole('radio', { name: say('record.which.new') }).check({ force: true })
    await page.getByRole('radio', { name: say('record.who.new') }).check({ force: true })
    await page.getByLabel(say('record.name')).fill('Ro')
    await page.getByLabel(say('record.workingTitle')).fill('Molino')
    await page.getByRole('button', { name: say('record.language') }).click()
    await page.getByRole('option').nth(1).click()
    await page.getByRole('button', { name: say('consent.evidence.kind') }).click()
    await page.getByRole('option', { name: say('uses.evidence.inPerson') }).click()
    await page.getByLabel(say('consent.evidence.note.inPerson')).fill('Sí.')
    await look(page, `${language}-room`)
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: say('record.begin'), exact: true }).click()
    const recorder = await opened
    recorder.on('pageerror', (error) => app.complaints.push(error.message))
    await recorder.setViewportSize({ width: 460, height: 760 })
    await recorder.getByText(say('recorder.state.recording'), { exact: true }).first().waitFor()
    await expect(recorder.locator('html')).toHaveAttribute('dir', say.direction)
    await recorder.waitForTimeout(1_500)
    await look(recorder, `${language}-window`)
    await recorder.getByRole('button', { name: say('recorder.offRecord') }).click()
    await recorder.getByText(say('recorder.offRecord.cannotSeal')).waitFor()
    await look(recorder, `${language}-window-off`)
    await recorder.getByRole('button', { name: say('recorder.stop') }).click()
    await recorder.getByRole('heading', { name: say('recorder.stopped.title') }).waitFor()
    await look(recorder, `${language}-stopped`)
  })
}

test('by keyboard alone: begun, worked by single keys, stopped', async ({ page, app }) => {
  test.setTimeout(120_000)
  await openArchive(page)
  await fillRecord(page, { title: 'Mill', name: 'Ro' })
  const opened = page.waitForEvent('popup')
  await tabTo(page, 'Begin to record')
  const recorder = await opened
  recorder.on('pageerror', (error) => app.complaints.push(error.message))
  await recorder.getByText('Recording.', { exact: true }).first().waitFor()
  await untilKept(recorder, 2)
  await recorder.bringToFront()
  await recorder.keyboard.press('p')
  await recorder.getByText('Paused. Nothing is recorded now.').first().waitFor()
  await recorder.keyboard.press('p')
  await recorder.getByText('Recording.', { exact: true }).first().waitFor()
  await recorder.keyboard.press('o')
  await recorder.getByText('None of it is kept.').waitFor()
  await recorder.keyboard.press('b')
  await recorder.getByRole('button', { name: /^Pause/ }).waitFor()
  await focusIsSeen(recorder, 'going back on the record')
  await recorder.keyboard.press('f')
  await expect(recorder.getByRole('button', { name: /^Forget the last \d+ second/ })).toBeFocused()
  await recorder.keyboard.press('Escape')
  await expect(recorder.getByRole('button', { name: /^Pause/ })).toBeFocused()
  // Without single keys the same letters do nothing.
  await tabTo(recorder, /^Work the buttons with single keys/, 'Space')
  await recorder.keyboard.press('p')
  await recorder.waitForTimeout(500)
  await expect(recorder.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await tabTo(recorder, /^Stop here\. Nothing is shared\./, 'Enter', true)
  await expect(recorder.getByRole('heading', { name: 'It has stopped' })).toBeFocused()
})
