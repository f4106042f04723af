// Her own rooms by keyboard alone: labels of others, About me where she was sent to it, her yes taken back, her receipt.
import { expect, type Page } from '@playwright/test'
import { openArchive, preparedPassphrase } from './app.ts'
import { answer, focusIsSeen, tabTo, withoutMouse, write } from './keyboard-steps.ts'
import { notCovered } from './looking.ts'
import { testWith } from './prepared.ts'

const test = testWith('prepare-consent.ts')

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 })

async function goTo(page: Page, room: string): Promise<void> {
  await tabTo(page, room)
  await expect(title(page, room)).toBeFocused()
}

test('by keyboard alone: handed over, her answers, the way to About me, taking back, her receipt, given back', async ({
  page,
  app,
}) => {
  test.setTimeout(180_000)
  await openArchive(page)
  const mouseWasLeftAloneBefore = await withoutMouse(page)

  await test.step('the window is handed over to her', async () => {
    await tabTo(page, 'night-shift')
    await page.getByRole('textbox', { name: 'The words of the story' }).waitFor()
    await tabTo(page, 'Labels', 'End')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Hand over to her')
    await tabTo(page, 'Hand over', '')
    await mouseWasLeftAloneBefore()
    // The page is loaded anew, and begins at its beginning.
    await page.keyboard.press('Enter')
    await title(page, 'My stories').waitFor({ timeout: 60_000 })
  })
  const mouseWasLeftAlone = await withoutMouse(page)

  await test.step('what somebody else put on her words', async () => {
    await goTo(page, 'My words')
    await answer(page, 'What do you say to it?', 'not mine')
    await expect(page.getByRole('radio', { name: 'not mine' })).toBeChecked()
    await tabTo(page, 'Seen')
    await focusIsSeen(page, 'saying that she has seen it')
  })

  await test.step('her label is answered, and what waits says so', async () => {
    await goTo(page, 'To be given out')
    await tabTo(page, 'Look at it: Sundays')
    await expect(title(page, 'Sundays')).toBeFocused()
    await tabTo(page, 'What they already have')
    await expect(page.getByText(/Nights.*, given .*, 2 passages/)).toBeVisible()
  })

  await test.step('a name that stays here, and the way to where it is changed', async () => {
    await goTo(page, 'My answers')
    await tabTo(page, 'Talk it through, card by card')
    await tabTo(page, /^4 of 15: Teaching\./)
    await answer(page, 'Your answer', 'Yes')
    await tabTo(page, 'Go on')
    await tabTo(page, 'With conditions')
    await write(page, 'Your name is given as', 'M.')
    await notCovered(page.getByText('For now this name stays here too.'))
    await tabTo(page, 'Go to “About me”. Your answer here waits.')
    const stands = page.getByRole('radio', { name: /^Not even counted/ })
    await expect(stands).toBeFocused()
    await notCovered(page.getByRole('radiogroup', { name: /^Are you in lists/ }))
    await page.keyboard.press('ArrowUp')
    await tabTo(page, 'Keep what I said of me')
    await expect(page.getByRole('radio', { name: /^Only counted/ })).toBeChecked()
    // Whoever comes to About me for nothing in particular begins at its top.
    await goTo(page, 'My answers')
    await goTo(page, 'About me')
  })

  await test.step('her yes is taken back, and she chooses what stands there', async () => {
    await goTo(page, 'Where my words went')
    await tabTo(page, /^Look at it, or take it back: Nights/)
    await expect(title(page, /Union hall/)).toBeFocused()
    await tabTo(page, 'Take it back')
    await answer(page, 'How far', /^Ask for it back/)
    await tabTo(page, 'Keep this')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await focusIsSeen(page, 'taking it back')
    await tabTo(page, 'Choose what it says')
    await answer(page, 'In its place', 'My own words')
    await write(page, 'Your words', 'I have gone home.')
    await tabTo(page, 'Keep what I chose')
    await expect(page.getByRole('group', { name: 'The page as it is now' })).toHaveText('I have gone home.')
    await focusIsSeen(page, 'keeping what she chose')
  })

  await test.step('her receipt', async () => {
    await goTo(page, 'About me')
    await tabTo(page, 'Your receipt')
    await tabTo(page, 'Save as a page')
    await write(page, 'Folder or stick to put it on', app.dataFolder)
    await tabTo(page, 'Save')
    await expect(page.getByRole('dialog')).toContainText('The receipt is saved')
    await page.keyboard.press('Escape')
    await focusIsSeen(page, 'closing her receipt')
  })

  await test.step('the window is given back', async () => {
    await tabTo(page, 'Give the window back')
    await tabTo(page, 'Passphrase of an archivist', '')
    await page.keyboard.type(preparedPassphrase)
    await mouseWasLeftAlone()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  })
})
