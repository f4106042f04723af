// Faults that axe finds in a page. Its rules are brought into a page once, not at each look: reading them is most of a look.
import type { Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'

/** Each as `rule: the elements, as they are written`. What a frame shows is looked at elsewhere. */
export async function axeFaults(page: Page, runOnly?: NonNullable<RunOptions['runOnly']>): Promise<string[]> {
  const options: RunOptions = { resultTypes: ['violations'], ...(runOnly === undefined ? {} : { runOnly }) }
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    async (asked): Promise<AxeResults> =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: ['iframe'] }, asked),
    options,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`)
}
