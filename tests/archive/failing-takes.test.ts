// A disk that fails while a take is read or destroyed is said to fail: an error without words would tell nobody what to do.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { destroyFile } from '../../electron/archive/files/destroy-file.ts'
import { sealedRecords } from '../../electron/archive/files/take-reader.ts'
import { whileFailing } from '../torture/failing-files.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

async function readAll(file: string): Promise<void> {
  for await (const record of sealedRecords(file)) void record
}

test.each([
  ['reading', readAll],
  ['destroying', destroyFile],
] as const)('%s', async (_name, work) => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'a.take')
  const begin = () => writeFileSync(file, Buffer.alloc(4_096, 7))
  begin()
  const { passed } = await whileFailing(folder, 0, 'once', () => work(file))
  expect(passed).toBeGreaterThan(1)
  for (let at = 1; at <= passed; at += 1) {
    begin()
    const { struck } = await whileFailing(folder, at, 'out', async () =>
      expect(await codeOf(work(file)), `at ${at} of ${passed}`).toBe('diskFailing'),
    )
    expect(struck).toBe(true)
  }
})
