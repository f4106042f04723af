// The screens about what she decides and where her words went, for both roles, in English, in Spanish and mirrored: narrow and
// with text of twice the size, in light and dark. What is pressed is named by the same words as the screens have.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { LanguageCode } from '../../renderer/words/index.ts'
import { makeSay, type Say } from '../../renderer/words/make-say.ts'
import { long } from './long.ts'
import { preparedPassphrase } from './app.ts'
import { inEveryWay } from './in-every-way.ts'
import { testWith } from './prepared.ts'

const test = testWith('prepare-consent.ts')

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

async function goTo(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
  await page.getByRole('heading', { name: room, exact: true, level: 1 }).waitFor()
}

/** The door in this language, gone through. */
async function open(page: Page, say: Say, dataFolder: string): Promise<void> {
  const own = path.join(dataFolder, 'firsthand')
  await mkdir(own, { recursive: true })
  const preferences = { language: say.code, theme: 'system', textSize: 100 }
  await writeFile(path.join(own, 'preferences.json'), JSON.stringify(preferences))
  await page.reload()
  await page.getByLabel(say('door.open.passphrase'), { exact: true }).fill(preparedPassphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: say('shell.shelf'), exact: true, level: 1 }).waitFor()
}

for (const [language, direction] of [
  ['en', 'ltr'],
  ['es', 'ltr'],
  ['en-XB', 'rtl'],
] as const satisfies readonly (readonly [LanguageCode, string])[]) {
  const say = makeSay(language)
  const seen = (page: Page, name: string) => inEveryWay(page, `${language} ${name}`)

  test(`what an archivist sees of consent, in ${language}`, long, async ({ page, app }) => {
    test.setTimeout(180_000)
    await open(page, say, app.dataFolder)
    await expect(page.locator('html')).toHaveAttribute('dir', direction)

    await goTo(page, say('shell.settings'))
    await press(page, say('cards.open'))
    await page.getByRole('main').getByRole('listitem').nth(14).waitFor()
    await seen(page, 'consent cards')
    await press(page, say('cards.add'))
    await press(page, say('cards.add.keep'))
    await seen(page, 'a new use')
    await press(page, say('cards.leave'))
    await page.getByRole('main').getByRole('listitem').nth(2).getByRole('button').first().click()
    await page.getByRole('article').waitFor()
    await seen(page, 'one consent card')
    await press(page, say('cards.reword'))
    await seen(page, 'a card reworded')

    await goTo(page, say('shell.excerpts'))
    await page.getByRole('main').getByText('Sundays').first().click()
    await page.getByText(say('mosaic.held.title')).click()
    await seen(page, 'the desk with the mosaic')

    await goTo(page, say('shell.givenOut'))
    await page.getByRole('article').first().waitFor()
    await page.getByText(say('catalogue.title')).click()
    await page.getByRole('article', { name: say('catalogue.list') }).waitFor()
    await seen(page, 'given out, with a list of what is here')
    await page.getByRole('button', { name: `${say('recall.open')}: Nights` }).click()
    await press(page, say('recall.takeBack'))
    await page.getByRole('dialog').waitFor()
    await seen(page, 'she takes it back')
    const takeBack = page.getByRole('dialog')
    await takeBack.getByRole('radio', { name: say('recall.takeBack.pullBack') }).check({ force: true })
    await takeBack.getByRole('button', { name: new RegExp(`${say('consent.evidence.kind')}$`) }).click()
    await page.getByRole('option', { name: say('uses.evidence.inPerson') }).click()
    await takeBack.getByLabel(say('consent.evidence.note.inPerson')).fill('At her table.')
    await takeBack.getByRole('button', { name: say('recall.takeBack.press') }).click()
    await takeBack.waitFor({ state: 'hidden' })
    await page.getByRole('article', { name: say('recall.letter.preview') }).waitFor()
    await page.getByText(say('recall.replacement.change')).click()
    await seen(page, 'a recall')

    await goTo(page, say('shell.shelf'))
    await page.getByRole('link', { name: 'night-shift' }).click()
    await page.getByText('six of us').first().waitFor()
    await page.getByRole('tab', { name: say('story.tab.consent') }).click()
    await press(page, say('talk.begin.archivist'))
    const cards = page.getByRole('main').getByRole('listitem').getByRole('button')
    await cards.nth(14).waitFor()
    await seen(page, 'the conversation')
    await cards.nth(3).click()
    await page.getByRole('radiogroup').first().waitFor()
    await seen(page, 'a card of the conversation')
    await page.getByRole('radiogroup').getByRole('radio').first().check({ force: true })
    await press(page, say('talk.go'))
    await page.getByText(say('her.conditions')).click()
    await page.getByRole('textbox', { name: say('her.conditions.nameAs') }).fill('M.')
    await page.getByText(say('talk.names.archivist')).waitFor()
    await press(page, say('talk.go'))
    // Nothing is chosen beforehand: what it is about is asked for, further up.
    const about = page.getByRole('radiogroup', { name: say('talk.scope') })
    await expect(about.getByText(say('talk.scope.missing'))).toBeInViewport()
    await expect(about.getByRole('radio').first()).toBeFocused()
    await seen(page, 'how far a yes goes')
    await about.getByRole('radio').first().check({ force: true })
    await press(page, say('talk.go'))
    await page.getByRole('radiogroup').getByRole('radio').last().check({ force: true })
    await press(page, say('talk.go'))
    await page.getByRole('button', { name: new RegExp(`${say('consent.evidence.kind')}$`) }).click()
    await page.getByRole('option', { name: say('uses.evidence.spokenClip') }).click()
    await page.getByRole('radiogroup').getByRole('radio').first().check({ force: true })
    await seen(page, 'a clip as evidence')
    await press(page, say('receipt.open', { who: 'others' }))
    await page.getByRole('dialog').getByRole('table').first().waitFor()
    await seen(page, 'the receipt')
  })

  test(`what she sees of it at her window, in ${language}`, long, async ({ page, app }) => {
    test.setTimeout(180_000)
    await open(page, say, app.dataFolder)
    await page.getByRole('link', { name: 'night-shift' }).click()
    await page.getByText('six of us').first().waitFor()
    await page.getByRole('tab', { name: say('story.tab.about') }).click()
    await press(page, say('her.handOver'))
    await press(page, say('her.handOver.press'))
    await page.getByRole('heading', { name: say('her.room.stories'), level: 1 }).waitFor()

    await goTo(page, say('her.room.words'))
    await page.getByRole('radiogroup').first().waitFor()
    await seen(page, 'my words')
    await goTo(page, say('her.room.excerpts'))
    await page.getByRole('main').getByRole('listitem').first().waitFor()
    await seen(page, 'to be given out')
    await press(page, say('her.excerpts.look.named', { title: 'Sundays' }))
    await page.getByText(say('mosaic.held.title')).click()
    await seen(page, 'her excerpt')
    await goTo(page, say('her.room.givenOut'))
    await page.getByRole('main').getByRole('listitem').first().waitFor()
    await seen(page, 'where my words went')
    await page.getByRole('main').getByRole('listitem').getByRole('button').first().click()
    await page.getByText(say('her.gone.replacement.change')).click()
    await seen(page, 'one of them')
    await goTo(page, say('her.room.answers'))
    await page.getByRole('main').getByRole('button').first().waitFor()
    await seen(page, 'my answers')
    await press(page, say('talk.begin.narrator'))
    const cards = page.getByRole('main').getByRole('listitem').getByRole('button')
    await cards.nth(14).waitFor()
    await seen(page, 'her conversation')
    await cards.nth(3).click()
    await page.getByRole('radiogroup').first().waitFor()
    await seen(page, 'a card of her conversation')
    await goTo(page, say('her.room.about'))
    await page.getByRole('radiogroup').first().waitFor()
    await seen(page, 'about me')
    await press(page, say('receipt.open', { who: 'her' }))
    await page.getByRole('dialog').getByRole('table').first().waitFor()
    await seen(page, 'her receipt')
  })
}
