// A recording that nobody has written down, by keyboard alone: heard, looked at from near, a stretch chosen and taken out,
// heard as somebody else would, undone; and looked at in both themes, mirrored, narrow and large.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { bringIn, openArchive, test } from './app.ts'
import { look, picture } from './looking.ts'
import { needsRealFiles, real } from './real-files.ts'

async function openSound(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('region', { name: 'Player' }).waitFor()
}

const near = (page: Page): Locator => page.getByRole('slider', { name: 'Place in the sound, from near' })

/** How much of a canvas is drawn in each half: pixels that are not empty. */
const drawn = (slider: Locator): Promise<number> =>
  slider.evaluate((element) => {
    const canvas = element.querySelector('canvas')
    const brush = canvas?.getContext('2d')
    if (canvas === null || brush === null || brush === undefined) return 0
    const { data } = brush.getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count += 1
    return count / (data.length / 4)
  })

/** As loud as what is rendered between two moments is at its loudest, 0 to 1. */
const loudness = (page: Page, from: number, to: number): Promise<number> =>
  page.evaluate(
    async ([first = 0, last = 0]) => {
      const address = document.querySelector('audio')?.src ?? ''
      const bytes = await (await fetch(address)).arrayBuffer()
      const context = new OfflineAudioContext(1, 1, 16_000)
      const samples = (await context.decodeAudioData(bytes)).getChannelData(0)
      return samples.slice(first * 16_000, last * 16_000).reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    },
    [from, to],
  )

needsRealFiles('audio/speech')

test('a stretch of a recording without words is taken out by keyboard alone', async ({ page }) => {
  await openArchive(page)
  await bringIn(page, [real('audio/speech/jfk.wav')], 1)
  await openSound(page, 'jfk')
  const slider = near(page)
  // Nobody has written anything down: the sound is there from near at once.
  await expect(slider).toBeVisible()
  await expect.poll(() => drawn(slider), 'its shape is drawn').toBeGreaterThan(0.05)
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', '0 seconds, of 11 seconds')
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('+')
  await expect(page.getByText('0:00 to 0:01.38')).toBeVisible()
  await page.keyboard.press('0')
  for (let times = 0; times < 20; times += 1) await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '4 seconds, of 11 seconds')
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('Shift+ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /; chosen from 4 seconds to 5 seconds$/)
  const from = page.getByRole('textbox', { name: 'From', exact: true })
  await from.focus()
  await page.keyboard.press('ArrowDown')
  await expect(from).toHaveValue('0:03.9')
  const to = page.getByRole('textbox', { name: 'To', exact: true })
  await to.focus()
  await to.fill('nonsense')
  await expect(page.getByText('Write it like 1:02:03.5, or 41.5 for seconds.')).toBeVisible()
  await to.fill('5.25')
  await page.keyboard.press('Enter')
  await expect(to).toHaveValue('0:05.25')
  await page.getByRole('button', { name: 'Take this sound out…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Take this sound out' })
  await expect(dialog.getByRole('radiogroup')).toHaveCount(2)
  await expect(dialog.getByRole('textbox', { name: 'From (seconds)' })).toHaveValue('3.9')
  await dialog.getByRole('radio', { name: 'Something else' }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('radio', { name: /^Hidden from readers/ }).focus()
  await page.keyboard.press('Space')
  await look(page, 'taking sound out')
  await dialog.getByRole('button', { name: 'Take it out' }).focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: 'Taken out' }).focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('article').filter({ hasText: 'Sound only' })
  await expect(card).toContainText('Silent from 0:03.9 to 0:05.3')
  await slider.focus()
  for (const key of ['Home', ...Array.from({ length: 22 }, () => 'ArrowRight')]) await page.keyboard.press(key)
  await expect(slider).toHaveAttribute('aria-valuetext', /^4\.4 seconds, of 11 seconds; taken out/)
  await picture(page, 'sound from near')
  await look(page, 'the sound from near')

  await page.getByRole('radio', { name: 'Readers', exact: true }).focus()
  await page.keyboard.press('Space')
  await expect.poll(() => page.locator('audio').getAttribute('src')).toContain('/rendition/')
  await expect(page.getByRole('button', { name: 'Take this sound out…' })).toHaveCount(0)
  expect(await loudness(page, 3.8, 5.35), 'nothing is left of it').toBe(0)
  expect(await loudness(page, 5.5, 11), 'the rest is heard').toBeGreaterThan(0.1)
  await picture(page, 'sound from near as readers')

  await page.getByRole('radio', { name: 'Whole', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Undo marking' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing is taken out.')).toBeVisible()
})

test('waveforms are worked out in the background, one after another, and are there when a story is opened', async ({
  page,
}) => {
  const kept: string[] = []
  await openArchive(page)
  page.on('worker', (worker) => kept.push(worker.url()))
  await bringIn(
    page,
    [real('audio/speech/jfk.wav'), real('audio/speech/english.wav'), real('audio/speech/french.aiff')],
    3,
  )
  // Nobody opens any of them by hand.
  await expect.poll(() => kept.length, { timeout: 60_000 }).toBe(3)
  await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBe(0)
  for (const title of ['jfk', 'english', 'french']) {
    await openSound(page, title)
    await expect.poll(() => drawn(near(page)), `${title} is drawn`).toBeGreaterThan(0.05)
  }
  expect(kept.length, 'none is worked out twice').toBe(3)
})

/** Twenty-four million samples of 8 bits, which take longer to go through than to bring in. */
function longSound(): Buffer {
  const head = Buffer.from(wavHead(12_000_000, 16_000))
  head.writeUInt32LE(16_000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  return Buffer.concat([head, Buffer.alloc(24_000_000, 7)])
}

test('what is worked out in the background ends when the archive is hidden', async ({ page, app }) => {
  await openArchive(page)
  // NOTE: told as it comes and goes, because a quick machine is done between two looks at what there is.
  const nextWorker = async (): Promise<{ begun: number; ended: Promise<number> }> => {
    const worker = await page.waitForEvent('worker', { timeout: 60_000 })
    return { begun: Date.now(), ended: new Promise((resolve) => worker.once('close', () => resolve(Date.now()))) }
  }
  const first = nextWorker()
  // From a file of its own: so much is slow to be handed to a browser in any other way.
  const file = path.join(app.dataFolder, 'long.wav')
  await writeFile(file, longSound())
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: 'Keep 1 story' }).click({ timeout: 90_000 })
  const hidden = await first
  const pressedAt = Date.now()
  await page.keyboard.press('ControlOrMeta+Shift+L')
  const afterPress = (await hidden.ended) - pressedAt
  expect(afterPress, 'it was done before').toBeGreaterThanOrEqual(0)

  // Opened again, it begins anew, and takes far longer where nobody ends it.
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const second = nextWorker()
  await openArchive(page)
  const { begun, ended } = await second
  expect(afterPress).toBeLessThan(((await ended) - begun) / 2)
})
