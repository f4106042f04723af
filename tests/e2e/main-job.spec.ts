// The main job on a small invented set, in a real browser, from the empty door to the export.
import path from 'node:path'
import { expect } from '@playwright/test'
import { long } from './long.ts'
import {
  allowReadingRoom,
  bringIn,
  choosePassages,
  labelWords,
  makeArchive,
  openStory,
  reviewAndWaive,
  selectWords,
  signOffAndGiveOut,
  takeOutAName,
  test,
} from './app.ts'
import { exportedFiles, filesWith, openFromDisk } from './exported.ts'
import { loudestTone } from './goertzel.ts'
import { inventedFiles, nameTone, voiceTone } from './invented.ts'
import { makeExcerpt, openNightShift } from './story-steps.ts'

test.describe('where no archive is there yet', () => {
  test.use({ archiveIsThere: false })

  test('from the empty door to a reading room that holds nothing of what was taken out', async ({
    page,
    app,
    browser,
  }) => {
    const archivists = await makeArchive(page)
    await bringIn(page, inventedFiles, 4)
    await openStory(page, 'night-shift')

    // Her words and others' are told apart by type.
    const face = (words: string) =>
      page
        .getByText(words)
        .first()
        .evaluate((element) => getComputedStyle(element).fontFamily)
    expect(await face('The winter, yes')).toContain('Noto Serif')
    expect(await face('You said the first winter')).not.toContain('Noto Serif')

    await selectWords(page, 'six of us', 'six of us')
    await labelWords(page, 'organising')
    await selectWords(page, 'Rosalinda drove us', 'Rosalinda')
    await takeOutAName(page, { from: '5.2', to: '5.8' })

    // As readers would get it: a gap for the name, and sound in which it is silent.
    await page.getByRole('banner').getByRole('radio', { name: 'Readers', exact: true }).click()
    await expect(page.getByRole('paragraph').filter({ hasText: 'drove us to the station' })).toContainText('a name')
    await expect(page.getByText('Rosalinda drove us').filter({ visible: true })).toHaveCount(0)
    await page.getByRole('region', { name: 'Player' }).getByRole('button', { name: 'Play' }).click()
    await expect(page.locator('audio')).toHaveAttribute('src', /\/rendition\//)
    const heard = await page.evaluate(async () => {
      const address = document.querySelector('audio')?.getAttribute('src') ?? ''
      return [...new Uint8Array(await (await fetch(address)).arrayBuffer())]
    })
    expect(loudestTone(Buffer.from(heard), nameTone)).toBeLessThan(0.001)
    expect(loudestTone(Buffer.from(heard), voiceTone)).toBeGreaterThan(0.2)
    await page.getByRole('banner').getByRole('radio', { name: 'Whole', exact: true }).click()

    await choosePassages(page, 'The winter, yes', 1)
    await allowReadingRoom(page)
    await reviewAndWaive(page, archivists)

    await makeExcerpt(page, {
      story: 'night-shift',
      recipient: 'Union hall',
      title: 'What the winter took',
      passages: ['The winter, yes', 'drove us to the station', 'six of us'],
    })
    const reasons = page.getByRole('list', { name: 'Before it can leave' })
    await expect(reasons).toContainText('Reading room: she has said nothing yet, so it is closed.')
    await expect(reasons).toContainText('One passage: passage 4 “After that we met')
    await expect(page.getByRole('button', { name: 'Give out', exact: true })).toBeDisabled()
    await page.getByRole('checkbox', { name: /six of us/ }).uncheck()
    await expect(reasons).not.toContainText('she has said nothing yet')
    await signOffAndGiveOut(page, app.dataFolder, 'for-the-hall')

    await page.getByRole('button', { name: 'See its row in Given out' }).click()
    const row = page.getByRole('article').first()
    await expect(row).toContainText('What the winter took')
    await expect(row).toContainText('Union hall')

    const folder = path.join(app.dataFolder, 'for-the-hall')
    const files = await exportedFiles(folder)
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['index.html', 'manifest.json', 'sound.wav', 'captions.vtt', 'transcript.txt']),
    )
    expect(filesWith(files, 'Rosalinda')).toEqual([])
    expect(filesWith(files, 'six of us')).toEqual([])
    expect(filesWith(files, 'organising')).toEqual([])
    expect(filesWith(files, 'drove us to the station')).toContain('index.html')
    const sound = files.get('sound.wav') ?? Buffer.alloc(0)
    expect(loudestTone(sound, nameTone)).toBeLessThan(0.001)
    expect(loudestTone(sound, voiceTone)).toBeGreaterThan(0.2)

    const quiet = await openFromDisk(browser, folder, false)
    await expect(quiet.page.getByText('drove us to the station')).toBeVisible()
    expect(quiet.asked).toEqual([])
    const searching = await openFromDisk(browser, folder, true)
    await searching.page.getByRole('searchbox').fill('station')
    await expect(searching.page.locator('mark').first()).toHaveText(/station/i)
    expect(searching.asked).toEqual([])
  })
})

test('the control: with nothing taken out, the same search finds it', long, async ({ page, app }) => {
  await openNightShift(page)
  await choosePassages(page, 'Rosalinda drove us', 0)
  await allowReadingRoom(page)
  await reviewAndWaive(page)
  await makeExcerpt(page, {
    story: 'night-shift',
    recipient: 'Union hall',
    title: 'The station',
    passages: ['Rosalinda drove us'],
  })
  await signOffAndGiveOut(page, app.dataFolder, 'control')
  const files = await exportedFiles(path.join(app.dataFolder, 'control'))
  expect(filesWith(files, 'Rosalinda')).toEqual(
    expect.arrayContaining(['index.html', 'transcript.txt', 'captions.vtt']),
  )
  expect(loudestTone(files.get('sound.wav') ?? Buffer.alloc(0), nameTone)).toBeGreaterThan(0.2)
})
