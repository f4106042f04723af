// The consent conversation with an archivist, by keyboard alone: from the shelf to a yes with all that is kept with it.
import { expect } from '@playwright/test'
import { openArchive } from './app.ts'
import { answer, choose, focusIsSeen, tabTo, withoutMouse, write } from './keyboard-steps.ts'
import { faults, notCovered } from './looking.ts'
import { testWith } from './prepared.ts'

const test = testWith('prepare-consent.ts')

/** One white pixel, as a PNG. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

test('by keyboard alone: cards, their limits, her own words, every kind of evidence', async ({ page }) => {
  test.setTimeout(180_000)
  await openArchive(page)
  const mouseWasLeftAlone = await withoutMouse(page)
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })
  const isSaid = (words: string) => notCovered(page.getByText(words).first())
  const goOn = async (to: string): Promise<void> => {
    await tabTo(page, 'Go on')
    await expect(heading(to)).toBeFocused()
  }
  /** From the card to how it is known, for an answer that has no limits. */
  const sayNo = async (): Promise<void> => {
    await answer(page, 'Your answer', 'No')
    await goOn('For whoever writes it down')
  }
  const keep = async (): Promise<void> => {
    await goOn('Is it right so?')
    await tabTo(page, 'Keep my answer')
    await expect(heading('Kept')).toBeFocused()
  }

  await tabTo(page, 'night-shift')
  await page.getByRole('textbox', { name: 'The words of the story' }).waitFor()
  await tabTo(page, 'Labels', 'ArrowRight')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Talk it through with her')
  await expect(heading('The cards')).toBeVisible()
  await tabTo(page, /^4 of 15: Teaching\./)
  await expect(heading('Teaching')).toBeFocused()

  await test.step('what is missing is said, and is not covered', async () => {
    await tabTo(page, 'Go on')
    await isSaid('Choose one of the four answers')
  })

  await test.step('a card in another language, and back', async () => {
    await choose(page, /Language of the card/, 'Arabic')
    await expect(page.getByRole('heading', { level: 2 })).toHaveCSS('direction', 'rtl')
    await choose(page, /Language of the card/, 'English')
    await expect(heading('Teaching')).toBeVisible()
  })

  await test.step('a yes for two passages, under a name, until something happens, to be looked at again', async () => {
    await answer(page, 'Your answer', 'Yes')
    await goOn('What your yes is about')
    await answer(page, 'What it is about', 'Passages that I choose')
    await goOnSays('Choose the part, or the passages, or your whole story.')
    await tabTo(page, /You said the first winter/, 'Space')
    await tabTo(page, /The winter, yes/, 'Space')
    await tabTo(page, 'With conditions')
    await write(page, 'Your name is given as', 'M.')
    await isSaid('For now this name stays here too.')
    await answer(page, 'Your voice', 'Text only')
    await answer(page, 'Until something happens', 'It ends when something happens')
    await goOnSays('Write what ends it')
    await write(page, 'What ends it, in your words', 'My sister comes home')
    await answer(page, 'Ask me again on a day', 'Ask me again on…')
    for (const [part, option] of [
      ['Day', '3'],
      ['Month', 'March'],
      ['Year', String(new Date().getFullYear() + 1)],
    ] as const)
      await choose(page, new RegExp(`${part}$`), option)
    await goOn('Say in your own words what this means')
    await answer(page, 'How do you want to say it?', 'Write it')
    await write(page, 'In your own words', 'Pupils hear two things that I said.')
    await goOn('For whoever writes it down')
  })

  await test.step('a stretch of her recording', async () => {
    await goOnSays('Say how it is known.')
    await choose(page, /What is kept with it/, 'Her spoken words')
    await answer(page, 'Where her spoken words are', 'In one of her recordings here')
    await write(page, 'Begins at (seconds)', '0.5')
    await write(page, 'Ends at (seconds)', '1.5')
    await page.keyboard.press('Tab')
    await expect(page.getByText('Marked from 0:00 to 0:01.')).toBeVisible()
    await tabTo(page, 'Play what is marked', 'Enter', true)
    await keep()
    await expect(page.getByRole('main')).toContainText('It ends when this comes: “My sister comes home”')
  })

  await test.step('a scan of a signed paper', async () => {
    await tabTo(page, /^Next: /)
    await sayNo()
    await choose(page, /What is kept with it/, 'A signed paper')
    const chooser = page.waitForEvent('filechooser')
    await tabTo(page, 'Choose a photograph or scan')
    await (await chooser).setFiles([{ name: 'paper.png', mimeType: 'image/png', buffer: onePixel }])
    await expect(page.getByRole('img', { name: 'Picture of the paper, page 1' })).toBeVisible()
    await focusIsSeen(page, 'choosing a scan')
    await keep()
    await expect(page.getByRole('main')).toContainText('One file is kept with it.')
  })

  for (const [kind, field, words] of [
    ['Through an interpreter', 'Who the interpreter was', 'Leila, from the union'],
    ['Somebody was there', 'Who the witness was', 'Her sister'],
  ] as const)
    await test.step(kind, async () => {
      await tabTo(page, /^Next: /)
      await sayNo()
      await choose(page, /What is kept with it/, kind)
      await write(page, field, words)
      await keep()
      await expect(page.getByRole('main')).toContainText(words)
    })

  await test.step('stopped, and her answers stand beside the story', async () => {
    await tabTo(page, 'Stop for today, go on another time')
    await page.getByRole('textbox', { name: 'The words of the story' }).waitFor()
    await tabTo(page, 'Labels', 'ArrowRight')
    await page.keyboard.press('Enter')
    await tabTo(page, 'All she has decided, in order')
    await tabTo(page, /^See the card as it was read/)
    await expect(page.getByText('The worst that could happen').first()).toBeVisible()
    expect(await faults(page)).toEqual([])
  })
  await mouseWasLeftAlone()

  async function goOnSays(words: string): Promise<void> {
    await tabTo(page, 'Go on')
    await isSaid(words)
  }
})
