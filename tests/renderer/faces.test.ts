// The reading face is for the narrator's words; whatever else is on the screen is set in the interface face.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const renderer = new URL('../../renderer/', import.meta.url)
/** Where her words, or a title that she gave, are drawn. */
const hers: ReadonlySet<string> = new Set([
  'app/RoomHeader.module.css .title[data-hers]',
  'features/excerpts/PassageRow.module.css .text',
  'features/excerpts/excerpts.module.css .hers[data-hers]',
  'features/given-out/recall.module.css .hers',
  'features/given-out/recall.module.css .pageItself[data-hers]',
  'features/marks/MarkCards.module.css .words[data-hers]',
  'features/marks/MarkCards.module.css .quoted',
  'features/marks/MarkForm.module.css .quote',
  'features/marks/MarkForm.module.css .line',
  'features/shelf/ShelfCard.module.css .title[data-hers]',
])

test('only the narrator’s words are in the reading face', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:app|features)\/.*\.css$/.test(name.replaceAll('\\', '/')),
  )
  const found = files.flatMap((name) =>
    [...readFileSync(new URL(name, renderer), 'utf8').matchAll(/([^{}]+)\{([^{}]*var\(--reading\)[^{}]*)\}/g)].map(
      ([, selector = '']) => `${name.replaceAll('\\', '/')} ${selector.replaceAll(/\/\*.*?\*\//gs, '').trim()}`,
    ),
  )
  expect(found.length).toBeGreaterThan(3)
  // The rooms of the writing and of her own session say for themselves what is hers.
  const known = found.filter((one) =>
    /^(?:app\/RoomHeader|features\/(?:door|excerpts|marks|shelf|given-out|settings|find|consent))/.test(one),
  )
  expect(known.filter((one) => !hers.has(one))).toEqual([])
})
