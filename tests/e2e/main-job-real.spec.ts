// The main job on real testimonies: 173 narratives, real speech, one name taken out of words and sound, and the proof.
import path from 'node:path'
import { expect } from '@playwright/test'
import { long } from './long.ts'
import {
  bringIn,
  labelWords,
  openArchive,
  openStory,
  reviewAndWaive,
  selectWords,
  signOffAndGiveOut,
  takeOutAName,
  test,
} from './app.ts'
import { highestCorrelation, samplesOf } from './correlation.ts'
import { exportedFiles, filesWith, openFromDisk } from './exported.ts'
import { needsRealFiles, realFiles, speech, speechSound } from './real-files.ts'
import { allowEach, makeExcerpt } from './story-steps.ts'

const hertz = 16_000

test('the main job on real testimonies and real speech', long, async ({ page, app, browser }) => {
  needsRealFiles()
  test.setTimeout(300_000)
  await openArchive(page)
  const { files, stories } = realFiles()
  await bringIn(page, files, stories)
  await page.getByRole('button', { name: 'Go to the shelf' }).click()
  await expect(page.getByText(`${stories} stories`, { exact: true }).first()).toBeVisible()

  // Found among all of them, with the words marked.
  await page.getByRole('navigation').getByRole('button', { name: 'Find' }).click()
  await page.getByRole('searchbox', { name: 'Find words in all stories' }).fill('plantation')
  await expect(page.getByRole('region', { name: 'What was found' }).locator('mark').first()).toHaveText(/plantation/i)

  await openStory(page, 'speech')
  const [first, second, third] = speech.passages
  await selectWords(page, third, 'your country')
  await labelWords(page, 'belonging')
  await selectWords(page, first, speech.name)
  await takeOutAName(page, null)
  await allowEach(page, [first.replace(speech.name, '').trim().slice(0, 30), 'ask what you can do'])
  await reviewAndWaive(page)

  const passages = ['And so my fellow', second, third]
  await makeExcerpt(page, { story: 'speech', recipient: 'Evening class', title: 'What you can do', passages })
  const reasons = page.getByRole('list', { name: 'Before it can leave' })
  await expect(reasons).toContainText('Reading room: she has said nothing yet, so it is closed.')
  await expect(reasons).toContainText('One passage: passage 2 “ask not what your country can do for you”')
  await page.getByRole('checkbox', { name: new RegExp(second) }).uncheck()
  await signOffAndGiveOut(page, app.dataFolder, 'evening-class')

  const folder = path.join(app.dataFolder, 'evening-class')
  const exported = await exportedFiles(folder)
  for (const words of [speech.name, second]) expect(filesWith(exported, words), words).toEqual([])
  expect(filesWith(exported, third)).toContain('index.html')

  const original = samplesOf(speechSound())
  const [fromMs, toMs] = speech.nameMs
  const name = original.subarray((fromMs * hertz) / 1000, (toMs * hertz) / 1000)
  const sound = samplesOf(exported.get('sound.wav') ?? Buffer.alloc(44))
  // 0.3 s of the recording lie before the first passage; the name is silent, and stands nowhere else.
  const silent = sound.subarray(((fromMs - 300) * hertz) / 1000, ((toMs - 300) * hertz) / 1000)
  expect(silent.every((sample) => sample === 0)).toBe(true)
  expect(highestCorrelation(sound, name)).toBeLessThan(0.5)
  expect(highestCorrelation(original, name)).toBeGreaterThan(0.99)
  // What was not taken out is there, as it was.
  const kept = original.subarray(8.2 * hertz, 9 * hertz)
  expect(highestCorrelation(sound, kept)).toBeGreaterThan(0.99)

  const { page: reading, asked } = await openFromDisk(browser, folder, true)
  await reading.getByRole('searchbox').fill('country')
  await expect(reading.locator('mark').first()).toHaveText(/country/i)
  await reading.getByRole('searchbox').fill(speech.name)
  await expect(reading.locator('mark')).toHaveCount(0)
  expect(asked).toEqual([])
})
