// The consent conversation, for both roles: card by card, in her order and language, stopped and gone on with, ended and renewed.
import { expect, type Locator, type Page } from '@playwright/test'
import { long } from './long.ts'
import { bringIn, handOver, openArchive, openStory, test } from './app.ts'
import { chromiumThatHears } from './chromium.ts'
import { answer, focusIsSeen, tabTo } from './keyboard-steps.ts'
import { look } from './looking.ts'
import { openNightShift } from './story-steps.ts'
import { caretAtEndOf, passageMenu, passageWith } from './writing-steps.ts'

test.use({ launchOptions: chromiumThatHears() })

/** One white pixel, as a PNG. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

const card = (page: Page, title: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^\\d+ of \\d+: ${title}\\.`) })

async function openConversation(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: 'Talk it through with her' }).click()
  await page.getByRole('heading', { name: 'The cards' }).waitFor()
}

async function sayHow(page: Page): Promise<void> {
  await page.getByRole('button', { name: /What is kept with it/ }).click()
  await page.getByRole('option', { name: 'She told me herself' }).click()
  await page.getByLabel('When and where, and who was there').fill('At her table, on Sunday.')
}

const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Go on', exact: true }).click()

test('an archivist talks it through with her: a yes with its limits, a copy on paper, stopped and gone on with', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await openNightShift(page)
  await openConversation(page)
  await expect(page.getByText('15 cards are left.')).toBeVisible()
  await look(page, 'where she is')

  // In her order: she jumps to a card, reads it in Spanish, and answers nothing by leaving it.
  await card(page, 'Reading room').click()
  await expect(page.getByRole('heading', { name: 'Reading room' })).toBeFocused()
  await expect(page.getByText('3 of 15', { exact: true })).toBeVisible()
  for (const answer of ['Yes', 'No', 'Not yet', 'Ask me each time'])
    await expect(page.getByRole('radio', { name: answer, exact: true })).not.toBeChecked()
  await look(page, 'a card')
  await page.getByRole('button', { name: /Language of the card/ }).click()
  await page.getByRole('option', { name: 'Arabic' }).click()
  await expect(page.getByRole('heading', { name: 'قاعة القراءة' })).toHaveCSS('direction', 'rtl')
  await look(page, 'a card in Arabic')
  await page.getByRole('button', { name: /Language of the card/ }).click()
  await page.getByRole('option', { name: 'Spanish' }).click()
  await expect(page.getByRole('radio', { name: 'Todavía no', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /Language of the card/ }).click()
  await page.getByRole('option', { name: 'English' }).click()
  await goOn(page)
  await page.getByText('Choose one of the four answers').waitFor()
  await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await goOn(page)
  // What it is about is hers to say: nothing is chosen beforehand.
  await expect(page.getByRole('radio', { name: 'My whole story' })).not.toBeChecked()
  await goOn(page)
  await page.getByText('Choose the part, or the passages, or your whole story.').waitFor()
  await page.getByRole('radio', { name: 'My whole story' }).check({ force: true })
  await page.getByText('With conditions').click()
  await page.getByRole('radio', { name: 'It ends when something happens' }).check({ force: true })
  await goOn(page)
  await page.getByText('Write what ends it').waitFor()
  await page.getByRole('textbox', { name: 'What ends it, in your words' }).fill('My sister comes home')
  await look(page, 'how far it goes')
  await goOn(page)
  await page.getByRole('radio', { name: 'Write it' }).check({ force: true })
  await page.getByRole('textbox', { name: 'In your own words' }).fill('Some people may read it in one room.')
  await look(page, 'her own words')
  await goOn(page)
  await page.getByRole('button', { name: /What is kept with it/ }).click()
  await page.getByRole('option', { name: 'Her spoken words' }).click()
  await page.getByRole('radio', { name: 'In one of her recordings here' }).check({ force: true })
  await page.getByRole('textbox', { name: 'Begins at (seconds)' }).fill('0.5')
  await page.getByRole('textbox', { name: 'Ends at (seconds)' }).fill('1.5')
  await page.keyboard.press('Tab')
  await look(page, 'how it is known')
  await goOn(page)
  await expect(page.getByText(/It ends when this comes: “My sister comes home”/)).toBeVisible()
  await look(page, 'before it is kept')
  await page.getByRole('button', { name: 'Keep my answer' }).click()
  await expect(page.getByRole('heading', { name: 'Kept' })).toBeFocused()
  await look(page, 'kept')

  // A copy to keep, on paper: that sheet alone, with the words of the card as they were read.
  await page.emulateMedia({ media: 'print' })
  const paper = page.getByTestId('copy-to-keep')
  await expect(paper).toContainText('Reading room: you say yes.')
  await expect(paper).toContainText('A reader can break the rules.')
  await expect(paper).toContainText('How to take it back')
  await expect(paper).toContainText('Not answered yet, and closed: Listen here')
  await expect(page.getByRole('button', { name: 'Hide now' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  // Stopped, and gone on with: the card is not asked again, and is no part of what is left.
  await page.getByRole('button', { name: 'Stop for today, go on another time' }).click()
  await page.reload()
  await openStory(page, 'night-shift')
  await openConversation(page)
  await expect(page.getByText('14 cards are left.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go on with “Listen here”' })).toBeVisible()
  await expect(card(page, 'Reading room')).toContainText('you said yes')
})

test('at her window she says not yet to all that is left, and by keyboard alone gives another answer, and goes on where she was', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await openNightShift(page)
  await handOver(page)
  await page.getByRole('navigation').getByRole('button', { name: 'My answers' }).click()
  await page.getByRole('heading', { name: 'My answers' }).waitFor()
  await page.mouse.move(0, 0)

  await tabTo(page, 'Talk it through, card by card')
  await expect(page.getByRole('heading', { name: 'Talk it through', level: 1 })).toBeFocused()
  await tabTo(page, 'Begin with the first card')
  await expect(page.getByRole('heading', { name: 'Listen here' })).toBeFocused()
  await look(page, 'a card at her window')
  await answer(page, 'Your answer', 'No')
  await tabTo(page, 'Go on')
  await expect(page.getByRole('heading', { name: 'Is it right so?' })).toBeFocused()
  await expect(page.getByText('Listen here: you say no. It is about your whole story.')).toBeVisible()
  await tabTo(page, 'Keep my answer')
  await expect(page.getByRole('heading', { name: 'Kept' })).toBeFocused()
  await tabTo(page, 'Next: “My circle”')
  // What she has begun is there after a look elsewhere; nothing of it is kept.
  await answer(page, 'Your answer', 'Ask me each time')
  await tabTo(page, 'Go on')
  await expect(page.getByRole('heading', { name: 'What you are to be asked about' })).toBeFocused()
  await tabTo(page, 'Stop for today, go on another time')
  await expect(page.getByRole('heading', { name: 'My answers' })).toBeFocused()
  await expect(page.getByRole('button', { name: /^My circle/ })).toContainText('you have said nothing yet: closed')
  await tabTo(page, 'Talk it through, card by card')
  await expect(page.getByText('2 of 15', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What you are to be asked about' })).toBeVisible()
  await tabTo(page, 'Not yet to all that is left')
  await expect(page.getByRole('heading', { name: 'Not yet to all that is left?' })).toBeFocused()
  await look(page, 'not yet to all that is left')
  await tabTo(page, 'Keep “not yet” for these 14 cards')
  await page.getByText('“Not yet” is kept for 14 cards.').first().waitFor()
  await focusIsSeen(page, 'keeping not yet for all')
  await tabTo(page, 'See all cards')
  await expect(page.getByText('Every card has an answer.')).toBeVisible()
  await look(page, 'every card answered')

  // The page is loaded anew: from the ledger alone it is known that nothing is to be asked again.
  await page.reload()
  await page.getByRole('navigation').getByRole('button', { name: 'My answers' }).click()
  await page.getByRole('button', { name: 'Talk it through, card by card' }).click()
  await expect(page.getByText('Every card has an answer.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Go on with/ })).toBeHidden()
  await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'))
  await card(page, 'Website').click()
  await look(page, 'a card at 200 %')
})

test(
  'an answer for one part, with a paper and a voice, is kept, and seen and heard again inside the program',
  long,
  async ({ page }) => {
    test.setTimeout(180_000)
    await openNightShift(page)
    await caretAtEndOf(page, 'After that we met')
    await passageMenu(page, 'A heading above it')
    await page.getByRole('textbox', { name: 'Heading', exact: true }).fill('Sundays')
    await page.keyboard.press('Enter')
    await expect(passageWith(page, 'After that we met')).toHaveAttribute('data-heading', 'Sundays')
    await openConversation(page)
    await card(page, 'Teaching').click()
    await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
    await goOn(page)
    await page.getByRole('radio', { name: 'One part of it' }).check({ force: true })
    await goOn(page)
    await page.getByText('Choose the part, or the passages, or your whole story.').waitFor()
    await page.getByRole('button', { name: /Which part\?/ }).click()
    await page.getByRole('option', { name: 'Sundays' }).click()
    await goOn(page)
    await page.getByRole('radio', { name: 'Say it aloud' }).check({ force: true })
    await goOn(page)
    await page.getByText('Say a few words and keep them').waitFor()
    await page.getByRole('button', { name: 'Record now' }).click()
    await page.getByRole('button', { name: 'Begin to speak' }).click()
    await page.getByText('Listening.').waitFor()
    await page.waitForTimeout(1_500)
    await page.getByRole('button', { name: 'Stop here', exact: true }).click()
    await page.getByText(/It is recorded \(0:0[12]\)/).waitFor()
    await look(page, 'what she said aloud')
    await page.getByRole('button', { name: 'Keep it', exact: true }).click()
    await goOn(page)

    await page.getByRole('button', { name: /What is kept with it/ }).click()
    await page.getByRole('option', { name: 'A signed paper' }).click()
    const choose = async (name: string, mimeType: string, buffer: Buffer): Promise<void> => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: /^(Choose a photograph or scan|Add another page)$/ }).click()
      await (await chooser).setFiles([{ name, mimeType, buffer }])
    }
    await choose('notes.txt', 'text/plain', Buffer.from('no paper'))
    await page.getByText('The paper was not taken in').waitFor()
    await choose('paper.png', 'image/png', onePixel)
    const paper = page.getByRole('img', { name: 'Picture of the paper, page 1' })
    await expect.poll(() => paper.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    await look(page, 'a paper')
    await goOn(page)
    await expect(page.getByText(/How it is known: a paper that you signed\. One file is kept with it\./)).toBeVisible()
    await expect(page.getByText(/It is about the part “Sundays”\./)).toBeVisible()
    await page.getByRole('button', { name: 'Keep my answer' }).click()
    await page.getByRole('heading', { name: 'Kept' }).waitFor()
    await page.getByRole('button', { name: 'See all cards' }).click()
    await expect(card(page, 'Teaching')).toContainText('One passage: you said yes')

    await page.getByRole('button', { name: 'Back to the story' }).first().click()
    await page.getByRole('tab', { name: 'Consent' }).click()
    await page.getByText('All she has decided, in order').click()
    const kept = page
      .getByRole('tabpanel', { name: 'Consent' })
      .getByRole('listitem')
      .filter({ hasText: 'Teaching: yes' })
    await expect(kept).toContainText('The part “Sundays” (one passage then)')
    await expect.poll(() => paper.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    const seconds = await kept.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
      const bytes = await (await fetch(audio.src)).arrayBuffer()
      return (await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes)).duration
    })
    expect(seconds).toBeGreaterThan(1)
    await look(page, 'all she has decided, with its evidence')
  },
)

test.describe('after a year', () => {
  test.use({ clock: '2026-11-22T10:00:00.000Z' })

  test(
    'what has ended, and what she wanted to look at again, is said again, changed or ended',
    long,
    async ({ page, app }) => {
      test.setTimeout(240_000)
      await openArchive(page)
      const buffer = Buffer.from('I sold oranges at the market.\n\nThen I moved away.')
      await bringIn(page, [{ name: 'oranges.txt', mimeType: 'text/plain', buffer }], 1)
      await openStory(page, 'oranges')
      await openConversation(page)
      const sayYes = async (title: string, limit: () => Promise<void>): Promise<void> => {
        await card(page, title).click()
        await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
        await goOn(page)
        await page.getByRole('radio', { name: 'My whole story' }).check({ force: true })
        await limit()
        await goOn(page)
        await page.getByRole('radio', { name: 'Leave it out' }).check({ force: true })
        await goOn(page)
        const same = page.getByRole('button', { name: /^As with the card before/ })
        if (await same.isVisible()) await same.click()
        else await sayHow(page)
        await goOn(page)
        await page.getByRole('button', { name: 'Keep my answer' }).click()
        await page.getByRole('heading', { name: 'Kept' }).waitFor()
        await page.getByRole('button', { name: 'See all cards' }).click()
      }
      const choose = async (year: string): Promise<void> => {
        for (const [part, option] of [
          ['Day', '3'],
          ['Month', 'March'],
          ['Year', year],
        ] as const) {
          await page.getByRole('button', { name: new RegExp(`${part}$`) }).click()
          await page.getByRole('option', { name: option, exact: true }).click()
        }
      }
      await sayYes('Website', async () => {
        await page.getByText('With conditions').click()
        await page.getByRole('radio', { name: 'It ends on a date' }).check({ force: true })
        await choose('2027')
      })
      await sayYes('Booklet or book', async () => {
        await page.getByRole('radio', { name: 'Ask me again on…' }).check({ force: true })
        await choose('2027')
      })
      await sayYes('Press', async () => {
        await page.getByText('With conditions').click()
        await page.getByRole('radio', { name: 'It ends when something happens' }).check({ force: true })
        await page.getByRole('textbox', { name: 'What ends it, in your words' }).fill('The trial is over')
      })
      await expect(page.getByText('12 cards are left.')).toBeVisible()

      await app.setClock('2027-03-05T10:00:00.000Z')
      await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
      await look(page, 'the shelf where something has ended')
      await page.getByRole('button', { name: 'Look at it again with her: oranges' }).click()
      await expect(page.getByText('2 cards are to be looked at again.')).toBeVisible()
      await expect(page.getByRole('radio', { name: 'Only what is to be looked at again' })).toBeChecked()
      await look(page, 'what is to be looked at again')
      await expect(page.getByRole('list').getByRole('button', { name: / of 15: / })).toHaveCount(2)

      // Its event comes: the third one.
      await page.getByRole('radio', { name: 'All cards' }).click()
      await card(page, 'Press').click()
      await expect(page.getByText('Your yes is to end when this comes: “The trial is over”.')).toBeVisible()
      await page.getByRole('button', { name: 'It has come' }).click()
      await sayHow(page)
      await page.getByRole('button', { name: 'Keep that it has come' }).click()
      await expect(page.getByText('What you named as the end of your yes has come. It is closed now.')).toBeVisible()
      await look(page, 'a card whose event has come')
      await page.getByRole('button', { name: 'End it' }).click()
      await page.getByRole('button', { name: /^As with the card before/ }).click()
      await goOn(page)
      await expect(page.getByText(/Press: you take your yes back\./)).toBeVisible()
      await page.getByRole('button', { name: 'Keep my answer' }).click()
      await page.getByRole('heading', { name: 'Kept' }).waitFor()
      await page.getByRole('button', { name: 'See all cards' }).click()

      // Said again, with another day; what ended it before has to be said anew.
      await card(page, 'Website').click()
      await expect(page.getByText('The time of your yes is over. It is closed now.')).toBeVisible()
      await page.getByRole('button', { name: 'Say it again' }).click()
      await expect(page.getByText('You say again what you said on 22 November 2026.')).toBeVisible()
      await goOn(page)
      await page.getByText('Choose the day, the month and the year on which it ends').waitFor()
      await page.getByText('With conditions').click()
      await choose('2028')
      await goOn(page)
      await page.getByRole('radio', { name: 'Leave it out' }).check({ force: true })
      await goOn(page)
      await page.getByRole('button', { name: /^As with the card before/ }).click()
      await goOn(page)
      await page.getByRole('button', { name: 'Keep my answer' }).click()
      await expect(page.getByText(/It ends on 3 March 2028/)).toBeVisible()
      await page.getByRole('button', { name: 'See all cards' }).click()
      await expect(page.getByText('One card is to be looked at again.')).toBeVisible()
      await page.getByRole('button', { name: 'Back to the story' }).first().click()
      await page.getByRole('tab', { name: 'Consent' }).click()
      await page.getByText('All she has decided, in order').click()
      const history = page.getByRole('tabpanel', { name: 'Consent' }).getByRole('listitem')
      await expect(history.filter({ hasText: 'she said an earlier answer again' })).toContainText('Website: yes')
      await expect(history.filter({ hasText: 'has come (“The trial is over”)' })).toContainText('Press')
      await history.getByRole('button', { name: 'See the card as it was read' }).first().click()
      await expect(history.getByText('The worst that could happen').first()).toBeVisible()
      await look(page, 'all she has decided')
    },
  )
})
