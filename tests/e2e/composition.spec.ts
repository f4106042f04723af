// Writing with input methods: what is composed comes whole, marks stay where they were, and no key is a command meanwhile.
import { expect, type CDPSession, type Page } from '@playwright/test'
import { scriptStories } from '../support/scripts.ts'
import { longUnless } from './long.ts'
import { bringIn, labelWords, openArchive, openStory, selectWords, test } from './app.ts'
import { caretAtEndOf, caretIsKnown, drawn, idsOf, kept, passageWith, textsOf } from './writing-steps.ts'

interface InputMethod {
  readonly language: string
  /** What stands in the field after each key, and what it becomes. */
  readonly steps: readonly string[]
  readonly whole: string
  readonly sentence: string
  /** In `sentence`: what is labelled before anything is composed. */
  readonly marked: string
}

const bread = (language: string): string =>
  scriptStories
    .find((story) => story.language === language)
    ?.text.split('\n')[1]
    ?.slice(2)
    .trim() ?? ''

const methods: readonly InputMethod[] = [
  { language: 'ja', steps: ['あ', 'あさ', '朝'], whole: '朝', sentence: bread('ja'), marked: '市場' },
  { language: 'zh', steps: ['n', 'ni', 'ni h', 'ni hao'], whole: '你好', sentence: bread('zh'), marked: '面包店' },
  {
    language: 'ko',
    steps: ['ㅂ', '빠', '빵'],
    whole: '빵',
    sentence: '저는 시장 옆 빵집에서 일했어요.',
    marked: '시장',
  },
  { language: 'th', steps: ['ก', 'กำ'], whole: 'กำ', sentence: bread('th'), marked: 'ร้านขนมปัง' },
  { language: 'ar', steps: ['ش', 'شا', 'شاي'], whole: 'شاي', sentence: bread('ar'), marked: 'مخبز' },
  { language: 'es', steps: ['´', 'é'], whole: 'é', sentence: 'Vendía naranjas en el mercado.', marked: 'naranjas' },
]

const compose = (devtools: CDPSession, text: string) =>
  devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

/** A key that reaches the page while an input method has it, as browsers report it. */
const composingKey = (page: Page, key: string, code: string, more: { ctrlKey?: boolean } = {}) =>
  page.getByRole('textbox', { name: 'The words of the story' }).evaluate(
    (field, { key: pressed, code: at, ctrlKey }) => {
      const event = new KeyboardEvent('keydown', {
        key: pressed,
        code: at,
        ctrlKey,
        isComposing: true,
        keyCode: 229,
        bubbles: true,
        cancelable: true,
      })
      field.dispatchEvent(event)
      return event.defaultPrevented
    },
    { key, code, ctrlKey: more.ctrlKey ?? false },
  )

async function caretAt(page: Page, sentence: string, offset: number): Promise<void> {
  await passageWith(page, sentence).evaluate((element, at) => {
    const walker = document.createTreeWalker(element.lastElementChild ?? element, NodeFilter.SHOW_TEXT)
    let left = at
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { length } = node.textContent ?? ''
      if (left <= length) {
        element.closest<HTMLElement>('[role="textbox"]')?.focus()
        getSelection()?.collapse(node, left)
        return
      }
      left -= length
    }
  }, offset)
  await caretIsKnown(page)
}

const markedWords = (page: Page): Promise<string> =>
  page.locator('[data-kind="label"]').evaluateAll((all) => all.map((one) => one.textContent).join(''))

for (const { language, steps, whole, sentence, marked } of methods) {
  test(`composing in ${language}: before, inside and after a mark`, longUnless(language === 'ja'), async ({ page }) => {
    await openArchive(page)
    const text = `${sentence}\n\n${sentence.split('').reverse().join('').slice(0, 6)}`
    await bringIn(page, [{ name: 'bread.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }], 1)
    await openStory(page, 'bread')
    const devtools = await page.context().newCDPSession(page)
    const before = await textsOf(page)
    const ids = await idsOf(page)
    await selectWords(page, sentence, marked)
    await labelWords(page, 'bread')
    await expect.poll(() => markedWords(page)).toBe(marked)
    const from = sentence.indexOf(marked)
    const [letter] = new Intl.Segmenter(language).segment(marked)
    const within = letter?.segment.length ?? 1

    for (const [place, offset, labelled] of [
      ['before', from, marked],
      ['inside', from + within, marked.slice(0, within) + whole + marked.slice(within)],
      ['after', from + marked.length, marked],
    ] as const) {
      await test.step(place, async () => {
        await caretAt(page, sentence, offset)
        for (const step of steps) await compose(devtools, step)
        await devtools.send('Input.insertText', { text: whole })
        const written = sentence.slice(0, offset) + whole + sentence.slice(offset)
        await expect.poll(() => textsOf(page).then(([first]) => first)).toBe(written.trimEnd())
        await kept(page)
        await expect.poll(() => markedWords(page)).toBe(labelled)
        expect(await idsOf(page)).toEqual(ids)
        // All that was composed goes in one step.
        await page.keyboard.press('ControlOrMeta+z')
        await expect.poll(() => textsOf(page)).toEqual(before)
        await expect.poll(() => markedWords(page)).toBe(marked)
      })
    }
  })
}

test('keys that an input method has do nothing else', async ({ page }) => {
  await openArchive(page)
  await bringIn(page, [{ name: 'bread.txt', mimeType: 'text/plain', buffer: Buffer.from(bread('ja')) }], 1)
  await openStory(page, 'bread')
  const devtools = await page.context().newCDPSession(page)
  const [before = ''] = await textsOf(page)
  const ids = await idsOf(page)
  await caretAtEndOf(page, before.slice(0, 5))
  await compose(devtools, 'あさ')
  for (const [key, code, more] of [
    ['Escape', 'Escape', {}],
    ['Enter', 'Enter', {}],
    ['F2', 'F2', {}],
    ['j', 'KeyJ', { ctrlKey: true }],
    ['f', 'KeyF', { ctrlKey: true }],
    ['s', 'KeyS', { ctrlKey: true }],
    ['z', 'KeyZ', { ctrlKey: true }],
    ['Backspace', 'Backspace', {}],
  ] as const)
    expect(await composingKey(page, key, code, more), key).toBe(false)
  await expect(page.getByRole('search')).toHaveCount(0)
  expect(await idsOf(page)).toEqual(ids)
  await compose(devtools, '朝')
  await devtools.send('Input.insertText', { text: '朝' })
  await expect.poll(() => textsOf(page).then(([first]) => first)).toBe(`${before}朝`)
  await kept(page)
  await page.reload()
  await openStory(page, 'bread')
  expect((await textsOf(page))[0]).toBe(`${before}朝`)
})

test('a composition that is given up leaves everything as it was', async ({ page }) => {
  await openArchive(page)
  await bringIn(page, [{ name: 'bread.txt', mimeType: 'text/plain', buffer: Buffer.from(bread('ja')) }], 1)
  await openStory(page, 'bread')
  const devtools = await page.context().newCDPSession(page)
  const before = await textsOf(page)
  await selectWords(page, before[0] ?? '', '市場')
  await labelWords(page, '市')
  await caretAt(page, before[0] ?? '', (before[0] ?? '').indexOf('市場') + 1)
  await compose(devtools, 'あさ')
  await compose(devtools, '')
  await drawn(page)
  expect(await textsOf(page)).toEqual(before)
  await expect.poll(() => markedWords(page)).toBe('市場')
})
