// Writing in a story in a real browser: words, marks and times, versions, finding, in every script.
import { expect } from '@playwright/test'
import { scriptStories } from '../support/scripts.ts'
import { long, longUnless } from './long.ts'
import { bringIn, choosePassages, labelWords, openArchive, openStory, selectWords, takeOutAName, test } from './app.ts'
import { inventedFiles } from './invented.ts'
import { look } from './looking.ts'
import { openNightShift } from './story-steps.ts'
import {
  caretAtEndOf,
  caretBefore,
  copied,
  idsOf,
  kept,
  passageMenu,
  passageWith,
  paste,
  textsOf,
} from './writing-steps.ts'

const nightShift = inventedFiles.slice(0, 2)

test('a story with its sound: words, passages, times and two lanes of undo', async ({ page }) => {
  await openNightShift(page, nightShift)
  const words = page.getByRole('textbox', { name: 'The words of the story' })
  const before = await textsOf(page)
  const ids = await idsOf(page)

  await test.step('what is written is kept, and undone by the key of writing alone', async () => {
    await selectWords(page, 'The winter, yes', 'winter')
    await labelWords(page, 'cold')
    await caretAtEndOf(page, 'Rosalinda drove us')
    // NOTE: at once, because a pause between two letters is the end of what one undo takes back.
    await page.keyboard.insertText(' It rained.')
    await kept(page)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => textsOf(page)).toEqual(before)
    await expect(passageWith(page, 'The winter')).toHaveAttribute('aria-description', 'label: cold')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(passageWith(page, 'The winter')).toHaveAttribute('aria-description', 'label: cold')
    await page.getByRole('button', { name: 'Undo marking' }).click()
    await expect(passageWith(page, 'The winter')).not.toHaveAttribute('aria-description', /cold/)
    await page.getByRole('button', { name: 'Redo marking' }).click()
    await expect(passageWith(page, 'The winter')).toHaveAttribute('aria-description', 'label: cold')
  })

  await test.step('a passage is divided and joined by key and by the menu; the first half keeps its id', async () => {
    await caretBefore(page, 'Rosalinda drove us', 'station')
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-passage]')).toHaveCount(ids.length + 1)
    expect((await idsOf(page)).filter((id) => ids.includes(id))).toEqual(ids)
    await page.keyboard.press('Backspace')
    await expect.poll(() => idsOf(page)).toEqual(ids)
    await expect.poll(() => textsOf(page)).toEqual(before)
    await passageMenu(page, 'Divide the passage here')
    await expect(words).toBeFocused()
    await passageMenu(page, 'From here on Interviewer speaks')
    await expect(page.locator('[data-voice="others"]').filter({ hasText: 'station' })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    expect(await idsOf(page)).toEqual(ids)
    await caretAtEndOf(page, 'After that we met')
    await passageMenu(page, 'Join with the passage before')
    await expect
      .poll(async () => (await textsOf(page)).at(-1))
      .toBe(
        'Rosalinda drove us to the station to ask for it back. After that we met on Sundays, six of us, then eleven.',
      )
    await page.keyboard.press('ControlOrMeta+z')
    expect(await textsOf(page)).toEqual(before)
  })

  await test.step('times: to a passage by double-click, set from the player, moved a little, divided where it plays', async () => {
    const timeOf = (text: string) => passageWith(page, text).locator('xpath=..').getByRole('button')
    await passageWith(page, 'Rosalinda drove us').dblclick({ position: { x: 20, y: 10 } })
    await expect(page.getByText('0:05 of 0:10')).toBeVisible()
    await page.keyboard.press('F2')
    await expect(page.getByText('0:07 of 0:10')).toBeVisible()
    await passageMenu(page, 'Divide it where the player is')
    await expect(page.locator('[data-passage]')).toHaveCount(ids.length + 1)
    await page.keyboard.press('ControlOrMeta+z')
    expect(await idsOf(page)).toEqual(ids)
    await caretAtEndOf(page, 'After that we met')
    await passageMenu(page, 'It begins where the player is')
    await expect(timeOf('After that we met')).toHaveText('0:07')
    for (let nth = 0; nth < 10; nth += 1) await passageMenu(page, 'Begin 0.1 seconds later')
    await expect(timeOf('After that we met')).toHaveText('0:08')
    await kept(page)
  })

  await test.step('times are tapped along with Space, each in one step that undo takes back', async () => {
    const times = () => words.getByRole('button').allTextContents()
    const timed = await times()
    await caretAtEndOf(page, 'You said the first winter')
    await passageMenu(page, 'Give times by tapping along')
    await expect(page.getByRole('button', { name: 'Play and begin' })).toBeFocused()
    await page.keyboard.press('Space')
    await expect(page.getByText(/^Next: You said/)).toBeVisible()
    await page.keyboard.press('Space')
    await expect(page.getByText(/^Next: The winter/)).toBeVisible()
    await page.keyboard.press('Space')
    await expect(page.getByText(/^Next: Rosalinda/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(words).toBeFocused()
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    expect(await times()).not.toEqual(timed)
    await kept(page)
    await words.focus()
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(times).toEqual(timed)
  })

  await test.step('a mark without words is a question, answered beside the story', async () => {
    await selectWords(page, 'The winter, yes', 'winter')
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: 'A mark without words' }).click()
    const panel = page.getByRole('tabpanel', { name: 'Labels' })
    await expect(panel.getByText('What was marked here was “winter”.')).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Lay it on the chosen words' })).toBeDisabled()
    await selectWords(page, 'Rosalinda drove us', 'station')
    await panel.getByRole('button', { name: 'Lay it on the chosen words' }).click()
    await expect(passageWith(page, 'Rosalinda drove us')).toHaveAttribute('aria-description', 'label: cold')
    await expect(page.getByRole('tab', { name: 'Labels' })).toBeFocused()
    await selectWords(page, 'Rosalinda drove us', 'station')
    await page.keyboard.press('Delete')
    await kept(page)
    await panel.getByRole('button', { name: 'Let the mark go' }).click()
    await expect(panel.getByText('No labels yet.')).toBeVisible()
  })

  await test.step('pasting brings plain words and new ids; copying gives plain words', async () => {
    await selectWords(page, 'After that we met', 'Sundays')
    await labelWords(page, 'organising')
    await choosePassages(page, 'After that we met', 0)
    const given = await copied(page)
    expect(given).toEqual({ 'text/plain': 'After that we met on Sundays, six of us, then eleven.' })
    const own = await idsOf(page)
    await caretAtEndOf(page, 'six of us, then eleven')
    await paste(page, {
      text: ' We sang.\n\nAnd danced.',
      html: `<h1 style="color:red">We sang.</h1><ul><li data-passage="${own[0]}">And <b>danced</b>.</li></ul><script>1</script>`,
    })
    const texts = await textsOf(page)
    expect(texts.slice(-2)).toEqual(['After that we met on Sundays, six of us, then eleven. We sang.', 'And danced.'])
    const after = await idsOf(page)
    expect(new Set(after).size).toBe(after.length)
    expect(await words.locator('b, h1, li, script, [style*="color"]').count()).toBe(0)
    await kept(page)
  })
})

for (const { language, name, text } of scriptStories.filter((story) => ['ar', 'th', 'zh'].includes(story.language))) {
  test(
    `writing, marking, finding, comparing and bringing back in ${language}`,
    longUnless(language === 'ar'),
    async ({ page }) => {
      await openArchive(page)
      await bringIn(page, [{ name: 'bread.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }], 1)
      await openStory(page, 'bread')
      const before = await textsOf(page)
      const said = before.find((one) => one.includes(name)) ?? ''
      const added = before[1]?.slice(0, 12).trim() ?? ''
      await caretAtEndOf(page, said)
      await page.keyboard.insertText(` ${added}`)
      await kept(page)
      await selectWords(page, said, name)
      await labelWords(page, before[0]?.slice(0, 6) ?? '')
      await selectWords(page, said, name)
      await takeOutAName(page, null)
      await expect(passageWith(page, name)).toHaveAttribute('aria-description', /label: .*taken out, not for readers/)

      await page.keyboard.press('ControlOrMeta+f')
      await page.keyboard.insertText(name)
      const places = said.split(name).length - 1
      await expect(page.getByRole('search').getByRole('status')).toHaveText(`1 of ${places}`)
      await expect(page.locator('[data-current]')).toHaveText(name)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('search')).toBeHidden()

      await page.getByRole('tab', { name: 'Versions' }).click()
      await page.getByRole('button', { name: 'Compare with now' }).last().click()
      const dialog = page.getByRole('dialog', { name: 'What differs' })
      await expect(dialog.locator('ins')).toHaveText(`added ${added}`)
      await expect(dialog.locator('del')).toHaveCount(0)
      await expect(dialog.getByText('5 passages are the same')).toBeVisible()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Bring these words back' }).last().click()
      await expect.poll(() => textsOf(page)).toEqual(before)
      await expect(passageWith(page, name)).toHaveAttribute('aria-description', /taken out, not for readers/)
    },
  )
}

test('every part of the workspace: no fault that axe finds, and no scrolling sideways', long, async ({ page }) => {
  test.setTimeout(300_000)
  await openNightShift(page, nightShift)
  await choosePassages(page, 'Rosalinda drove us', 1)
  await look(page, 'chosen passages')
  await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Tie' }).click()
  const tie = page.getByRole('dialog', { name: 'Tie these passages' })
  await look(page, 'tying')
  await tie.getByRole('radio', { name: /They travel together/ }).check({ force: true })
  await tie.getByRole('textbox').fill('One is not true without the other.')
  await tie.getByRole('button', { name: 'Keep the tie' }).click()
  await tie.waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: 'Ties' }).click()
  await expect(page.getByRole('tabpanel').getByText('One is not true without the other.')).toBeVisible()
  await look(page, 'ties')

  await selectWords(page, 'The winter, yes', 'winter')
  await labelWords(page, 'cold')
  await selectWords(page, 'The winter, yes', 'winter')
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'A mark without words' }).click()
  await look(page, 'a question')

  await caretAtEndOf(page, 'After that we met')
  await passageMenu(page, 'A heading above it')
  await look(page, 'a heading')
  await page.keyboard.type('Sundays')
  await page.keyboard.press('Enter')
  await expect(passageWith(page, 'After that we met')).toHaveAttribute('data-heading', 'Sundays')
  await passageMenu(page, 'Suggest other words')
  await look(page, 'suggesting')
  await page.getByRole('dialog').getByLabel('The words as you suggest them').fill('After that we met every Sunday.')
  await page.getByRole('button', { name: 'Suggest it to her' }).click()
  await page.getByRole('tab', { name: 'Versions' }).click()
  await page.getByRole('button', { name: 'Accept' }).waitFor()
  await look(page, 'versions and a suggestion')
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect.poll(() => textsOf(page).then((texts) => texts.at(-1))).toBe('After that we met every Sunday.')
  await page.getByRole('button', { name: 'Compare with now' }).last().click()
  await page.getByRole('dialog', { name: 'What differs' }).locator('ins').first().waitFor()
  await look(page, 'comparing')
  await page.keyboard.press('Escape')

  await passageWith(page, 'After that we met').click()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('Rosalinda')
  await look(page, 'finding')
  await page.getByRole('button', { name: 'Replace…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Replace with' }).fill('Rosa')
  await look(page, 'replacing')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Take this out everywhere…' }).click()
  const everywhere = page.getByRole('dialog', { name: 'Take “Rosalinda” out everywhere' })
  await everywhere.getByRole('checkbox').first().waitFor()
  await look(page, 'everywhere')
  await everywhere.getByRole('textbox').fill('Lucía')
  await everywhere.getByRole('button', { name: 'Take it out at one place' }).click()
  await expect(passageWith(page, 'Rosalinda')).toHaveAttribute('aria-description', /taken out, not for anyone/)
  await page.getByRole('button', { name: 'Close finding' }).click()

  await passageMenu(page, 'Give times by tapping along')
  await look(page, 'tapping along')
  await page.getByRole('button', { name: 'Stop tapping' }).click()
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Write something about her story' }).click()
  await look(page, 'words about her')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Words' }).fill('She tells of the night shift.')
  await page.getByRole('button', { name: 'Keep and sign' }).click()
  await expect(page.getByText('Not seen by her yet')).toBeVisible()
  await look(page, 'what is known about it')
})
