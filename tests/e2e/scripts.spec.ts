// Stories in nine scripts in the real window: drawn with the program's own faces, the right way round, and found.
import { expect, type CDPSession } from '@playwright/test'
import { passagesOf, scriptStories } from '../support/scripts.ts'
import { bringIn, openArchive, openStory, test } from './app.ts'

/** The faces that the letters of an element are really drawn with, and whether they came from the page. */
async function facesOf(devtools: CDPSession, selector: string): Promise<Map<string, boolean>> {
  const { root } = await devtools.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  return new Map(fonts.map(({ familyName, isCustomFont }) => [familyName, isCustomFont]))
}

test('nine scripts, each in its own face and direction', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'font') asked.push(request.url())
  })
  await openArchive(page)
  await page.evaluate(() => document.fonts.ready)
  expect(asked.filter((address) => !/noto-(?:sans|serif)-latin-/.test(address))).toEqual([])

  await bringIn(
    page,
    scriptStories.map(({ language, text }) => ({
      name: `bread-${language}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })),
    scriptStories.length,
  )
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  for (const story of scriptStories) {
    await test.step(story.language, async () => {
      await openStory(page, `bread-${story.language}`)
      const [question = '', answer = ''] = passagesOf(story)
      for (const [words, family] of [
        [question, story.interface],
        [answer, story.reading],
      ] as const) {
        const passage = page.getByRole('paragraph').filter({ hasText: words }).first()
        await expect(passage).toHaveAttribute('lang', story.language)
        await expect(passage).toHaveAttribute('dir', story.direction)
        expect(await passage.evaluate((element) => getComputedStyle(element).direction)).toBe(story.direction)
        const id = await passage.getAttribute('data-passage')
        await expect(async () => {
          await page.evaluate(() => document.fonts.ready)
          const faces = await facesOf(devtools, `[data-passage="${id}"]`)
          expect([...faces.keys()].join(), words).toContain(family)
          // hers and the name beside others' words: nothing is drawn with a face of the machine's
          expect([...faces].filter(([, custom]) => !custom)).toEqual([])
        }).toPass()
      }
    })
  }

  await page.getByRole('navigation').getByRole('button', { name: 'Find' }).click()
  for (const { language, find } of scriptStories) {
    const [words = '', passages = 0] = find[0] ?? []
    await page.getByRole('searchbox').fill(words)
    const hits = page
      .getByRole('main')
      .locator(`[lang="${language}"]`)
      .filter({ has: page.locator('mark') })
    await expect(hits).toHaveCount(passages)
  }
})
