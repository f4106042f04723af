// What `npm run torture` counts: a group that ends badly is void and ends nothing else; whatever is not good is not good.
import { expect, test } from 'vitest'
import { counted, isGood, summed } from '../torture/summary.ts'
import { told, type Tortured, type Try } from '../torture/told.ts'

const fine: Try = { name: 'one', wrong: [] }
const lost: Try = { name: 'another', wrong: ['half there'] }
const run = (name: string, torture: () => Promise<Tortured>) => counted(name, torture, 1_000)
const group = (name: string, tries: readonly Try[], missed: readonly string[] = []) =>
  run(name, () => Promise.resolve(told(name, tries, missed)))

test('what was tried survived or was lost, in each group and in all', async () => {
  const first = await group('first', [fine, fine, fine])
  const second = await group('second', [fine, lost])
  expect(first.line).toEqual({ name: 'first', tried: 3, survived: 3, lost: 0, control: 'failed, as it must' })
  expect(second.line).toEqual({ name: 'second', tried: 2, survived: 1, lost: 1, control: 'failed, as it must' })
  expect(second.wrong).toEqual(['another: half there'])
  const all = summed([first, second], 1.26)
  expect(all).toEqual({
    name: 'summary',
    groups: 2,
    tried: 5,
    survived: 4,
    lost: 1,
    void: [],
    controls: 'all failed, as they must',
    minutes: 1.3,
  })
  expect(isGood(all)).toBe(false)
  expect(isGood(summed([first], 1))).toBe(true)
  expect(isGood(summed([], 1))).toBe(false)
})

test('a control that is not noticed is named', async () => {
  const all = summed([await group('first', [fine]), await group('second', [fine], ['a stray'])], 1)
  expect(all.controls).toBe('not those of second')
  expect(isGood(all)).toBe(false)
})

test('what tries nothing is void', async () => {
  const all = summed([await group('first', [fine]), await group('second', [])], 1)
  expect(all.void).toEqual(['second'])
  expect(isGood(all)).toBe(false)
})

test('what throws, throws elsewhere, or never ends is void, and says why', async () => {
  const bad = [
    await run('at once', () => {
      throw new Error('no folder')
    }),
    await run('later', () => Promise.reject(new Error('no folder'))),
    await counted('never', () => Promise.withResolvers<Tortured>().promise, 20),
  ]
  expect(bad.map(({ line }) => line)).toEqual(
    ['at once', 'later', 'never'].map((name) => ({
      name,
      tried: 0,
      survived: 0,
      lost: 0,
      control: 'it did not get to its end',
    })),
  )
  expect(bad[0]?.wrong[0]).toContain('no folder')
  const all = summed([...bad, await group('last', [fine])], 1)
  expect(all.void).toEqual(['at once', 'later', 'never'])
  expect(all.controls).toBe('not those of at once, later, never')
  expect(all.tried).toBe(1)
  expect(isGood(all)).toBe(false)
})

test('what goes wrong where nobody waits for it is of the group that runs', async () => {
  const others = process.listeners('uncaughtException')
  const running = counted('elsewhere', () => Promise.withResolvers<Tortured>().promise, 5_000)
  const [own] = process.listeners('uncaughtException').filter((one) => !others.includes(one))
  own?.(new Error('a stray event'), 'uncaughtException')
  const { isVoid, wrong } = await running
  expect([isVoid, wrong[0]?.includes('a stray event')]).toEqual([true, true])
  expect(process.listeners('uncaughtException')).toEqual(others)
})
