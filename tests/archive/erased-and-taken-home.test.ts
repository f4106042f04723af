// What was erased at home does not come back with what she did in her copy meanwhile; the rest of it does.
import { expect, test } from 'vitest'
import { eraseAll } from './erase-world.ts'
import { answer, makeHome, openCopy, pack, readPack, rewrite, takeCopy } from './take-home-world.ts'

test('a passage that she wrote on and answered about in her copy stays erased', async () => {
  const world = await makeHome()
  const { home, testimony, narrator } = world
  const { client } = home
  const { story } = await client.story.read({ testimony })
  const [, erased = '', kept = ''] = story.passages.map(({ id }) => id)
  const copy = await openCopy(await takeCopy(world))
  await rewrite(copy.client, testimony, erased, 'I kept it under the olive tree instead.')
  await rewrite(copy.client, testimony, kept, 'My brother came at night, with bread and salt.')
  await answer(copy.client, testimony, 'website', 'no', [erased, kept])
  const bytes = await pack(copy, narrator)
  await eraseAll(client, { kind: 'passages', testimony, passages: [erased], sound: 'silence', knownBy: 'inPerson' })
  const { pack: handed, conflicts } = await readPack(client, bytes)
  expect(conflicts).toEqual([])
  await client.takeHome.takeDecisions({ pack: handed, keepHere: [] })
  const { story: now } = await client.story.read({ testimony })
  const texts = now.passages.map(({ text }) => text).join('\n')
  expect(texts).toContain('bread and salt')
  expect(texts).not.toContain('olive tree')
  expect(now.passages.some(({ id }) => id === erased)).toBe(false)
  for await (const step of client.care.check({})) if (step.kind === 'checked') expect(step.findings).toEqual([])
  await copy.close()
  await home.close()
})
