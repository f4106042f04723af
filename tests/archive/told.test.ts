// What is told of work while it goes on.
import { expect, test } from 'vitest'
import { toldWhile } from '../../electron/archive/features/told.ts'

test('what was last told is heard, and the end only once the work has ended', async () => {
  const [step, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let isOver = false
  const following = toldWhile<number>(0, async (tell) => {
    tell(1)
    tell(2)
    await step.promise
    tell(3)
    await end.promise
    isOver = true
  })
  // NOTE: what is told before anybody waits is heard as it is by then.
  expect(await following.next()).toEqual({ done: false, value: 2 })
  step.resolve()
  expect(await following.next()).toEqual({ done: false, value: 3 })
  const last = following.next()
  expect(isOver).toBe(false)
  end.resolve()
  expect(await last).toEqual({ done: true, value: undefined })
  expect(isOver).toBe(true)
})

test('nothing is heard where nothing was told, and what the work throws is thrown', async () => {
  const heard: number[] = []
  const failing = async (): Promise<void> => {
    for await (const now of toldWhile<number>(null, () => Promise.reject(new Error('of the work')))) heard.push(now)
  }
  await expect(failing()).rejects.toThrow('of the work')
  expect(heard).toEqual([])
})

test('whoever stops following does not stop the work', async () => {
  const step = Promise.withResolvers<void>()
  const over = Promise.withResolvers<string>()
  const following = toldWhile<number>(0, async () => {
    await step.promise
    over.resolve('done')
  })
  await following.next()
  await following.return(undefined)
  step.resolve()
  expect(await over.promise).toBe('done')
})
