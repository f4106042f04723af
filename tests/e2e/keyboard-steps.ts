// Steps of somebody who has no mouse: Tab, arrows, Enter and Space. What has the focus is always there to be seen.
import { expect, type Page } from '@playwright/test'

interface Focused {
  /** What it is called, as far as this test needs it; empty on the page itself. */
  readonly name: string
  readonly isLost: boolean
  /** Drawn with a ring, or, for writing, with a caret; and not covered by anything. */
  readonly isSeen: boolean
  /** The beginning of it, for whoever reads why a test failed. */
  readonly element: string
}

/** What has the focus now. */
export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const here = document.activeElement
    if (!(here instanceof HTMLElement) || here === document.body)
      return { name: '', isLost: true, isSeen: false, element: '' }
    const isField = here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement
    const label = isField ? (here.labels?.[0]?.textContent ?? '') : ''
    const heads = (here.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id))
    const named = heads.map((head) => head?.textContent ?? '').join(' ')
    const name = [
      here.getAttribute('aria-label'),
      label,
      here.matches('[role="dialog"], [aria-haspopup="listbox"]') ? named : here.textContent,
    ]
      .find((text) => text !== null && text !== '')
      ?.trim()
    const rings = (one: Element | null | undefined): boolean => {
      if (one === null || one === undefined) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
    }
    // A box to tick is drawn by its label; the field itself has no size.
    const drawn = here.closest('label') ?? here
    const box = drawn.getBoundingClientRect()
    const top = document.elementFromPoint(
      Math.min(innerWidth - 1, Math.max(0, box.left + Math.min(box.width / 2, 20))),
      Math.min(innerHeight - 1, Math.max(0, (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2)),
    )
    const inSight =
      box.bottom > 0 && box.top < innerHeight && top !== null && (drawn.contains(top) || top.contains(drawn))
    // A link that stands for its whole card has the ring around the card.
    const cards = [...document.querySelectorAll('li, li > *')].filter((one) => one.contains(here))
    const ring = [here, drawn, ...drawn.querySelectorAll('*'), ...cards].some(rings)
    const writes = here.isContentEditable || here.matches('input:not([type="radio"], [type="checkbox"]), textarea')
    // A title or a dialog only says where one is now; nothing can be pressed there, and the band may show the same words.
    const isSeen = here.matches('h1, [role="dialog"], [role="alertdialog"]') || (inSight && (ring || writes))
    return { name: name ?? '', isLost: false, isSeen, element: here.outerHTML.slice(0, 200) }
  })

/** That the focus is somewhere, and can be seen there. */
export async function focusIsSeen(page: Page, after: string): Promise<void> {
  await expect
    .poll(async () => (await focused(page)).isLost, `after ${after} the focus is on the page itself`)
    .toBe(false)
  // A ring is drawn a moment after the focus has come.
  const notSeen = async (): Promise<string> => {
    const { isSeen, element } = await focused(page)
    return isSeen ? '' : element
  }
  await expect.poll(notSeen, { message: `after ${after} the focus cannot be seen`, timeout: 5_000 }).toBe('')
}

const fits = (name: string, sought: RegExp | string): boolean =>
  typeof sought === 'string' ? name === sought : sought.test(name)

/** Goes to what bears this name with Tab, and presses a key there, or none where it is empty. */
export async function tabTo(page: Page, sought: RegExp | string, key = 'Enter', backwards = false): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 90; step += 1) {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
    const { name, isLost, isSeen } = await focused(page)
    passed.push(isLost ? '(the page)' : name.slice(0, 40))
    if (!isLost && !isSeen) await focusIsSeen(page, `Tab to "${name.slice(0, 60)}"`)
    if (!fits(name, sought)) continue
    if (key === '') return
    await page.keyboard.press(key)
    return focusIsSeen(page, `${key} on "${name.slice(0, 60)}"`)
  }
  throw new Error(`Tab does not come to ${String(sought)}, only to ${passed.join(', ')}`)
}

/** Goes with Tab into a group of answers, and with the arrows to the one with this name. */
export async function answer(page: Page, group: string, sought: RegExp | string): Promise<void> {
  const radios = page.getByRole('radiogroup', { name: group })
  const isThere = () => radios.evaluate((element) => element.contains(document.activeElement))
  for (let step = 0; !(await isThere()); step += 1) {
    if (step > 60) throw new Error(`Tab does not come to the answers of "${group}"`)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Space')
  const passed: string[] = []
  for (let step = 0; step < 12; step += 1) {
    const { name } = await focused(page)
    passed.push(name)
    const isChosen = await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)
    if (isChosen && fits(name, sought)) return focusIsSeen(page, `answering "${group}"`)
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrows come to ${passed.join(', ')}, not to ${String(sought)}`)
}

/** Goes with Tab to a field, and writes in it instead of what stands there. */
export async function write(page: Page, field: RegExp | string, words: string): Promise<void> {
  await tabTo(page, field, '')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(words)
}

/** Goes with Tab to a choice, opens it and takes one of its options. */
export async function choose(page: Page, choice: RegExp | string, option: string): Promise<void> {
  await tabTo(page, choice, 'Enter')
  // The first letters come near it, as in any list.
  await page.keyboard.type(option.slice(0, 3))
  const passed: string[] = []
  for (let step = 0; step < 40; step += 1) {
    const { name } = await focused(page)
    if (name === option) {
      await page.keyboard.press('Enter')
      await page.getByRole('listbox').waitFor({ state: 'detached' })
      return focusIsSeen(page, `choosing "${option}"`)
    }
    passed.push(name)
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrows come to ${passed.join(', ')}, not to ${option}`)
}

/** From here on until the function that it gives is called, nothing may be pressed with a mouse. */
export async function withoutMouse(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement
    addEventListener('mousedown', ({ isTrusted }) => void (isTrusted && (dataset['mouse'] = 'used')), true)
  })
  return async () =>
    expect(await page.locator('html').getAttribute('data-mouse'), 'something was pressed with a mouse').toBeNull()
}
