// A take that is stopped while it is still being begun leaves nothing that looks after it.
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Recorder } from '../../electron/archive/features/recording/recorder.ts'
import { TakeFile } from '../../electron/archive/files/take-file.ts'
import { makeTakeKey } from '../../electron/archive/files/take-record.ts'
import { temporaryFolder } from './temporary-folder.ts'

afterEach(() => void vi.useRealTimers())

test.each(['stopped', 'closed'])('%s in its first moment', async (how) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { publicKey } = makeTakeKey()
  const folder = temporaryFolder()
  const file = await TakeFile.create(path.join(folder, 'one.take'), publicKey)
  const recorder = new Recorder({ isOpen: () => true, now: () => new Date(0), steady: () => 0 })
  const shape = { codec: 'pcm', sampleRate: 8_000, channels: 1 } as const
  const left = { position: 0, sounds: [], gaps: [], parts: 0 }
  const beginning = recorder.begin({ id: 'one', folder, name: 'one', publicKey, her: null, shape }, file, left)
  if (how === 'stopped') await recorder.handlersOf({}).stop({ take: 'one', offRecord: 'destroy' }, AbortSignal.any([]))
  else await recorder.close()
  await beginning
  expect(recorder.underWay).toBeNull()
  expect(vi.getTimerCount()).toBe(0)
})
