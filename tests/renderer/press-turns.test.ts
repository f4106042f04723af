// "Off the record", pressed while a question is still being noted, is not passed over.
import { expect, test } from 'vitest'
import { pressTurns } from '../../renderer/features/record/press-turns.ts'

test('each press is done in its turn, the same one once, and what failed is said', async () => {
  const done: string[] = []
  const failures: unknown[] = []
  const press = pressTurns((thrown) => failures.push(thrown))
  const asked = Promise.withResolvers<void>()
  press('ask', async () => {
    await asked.promise
    done.push('ask')
    throw new Error('the disk is full')
  })
  const note = (name: string) => (): Promise<void> => Promise.resolve(void done.push(name))
  press('goOffRecord', note('goOffRecord'))
  press('goOffRecord', note('twice'))
  press('ask', note('twice'))
  await Promise.resolve()
  expect(done).toEqual([])
  asked.resolve()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(done).toEqual(['ask', 'goOffRecord'])
  expect(failures).toEqual([null, new Error('the disk is full')])
  // Done, it may be done again, and what failed before is said no longer.
  press('goOffRecord', note('again'))
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(done.at(-1)).toBe('again')
  expect(failures.at(-1)).toBe(null)
})
