// A test whose archive is made beforehand by one of the makers in `support`: `<maker> <data folder> <passphrase>`.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { preparedPassphrase, test as base } from './app.ts'

const run = promisify(execFile)

/** The archive is made once for each worker and copied for each test. */
export const testWith = (maker: string) =>
  base.extend<object, { prepared: string }>({
    prepared: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright asks for the pattern
      async ({}, use) => {
        const folder = await mkdtemp(path.join(tmpdir(), 'firsthand-e2e-prepared-'))
        await run(process.execPath, [
          path.join(import.meta.dirname, '..', 'support', maker),
          folder,
          preparedPassphrase,
        ])
        await use(folder)
        await rm(folder, { recursive: true, force: true })
      },
      { scope: 'worker' },
    ],
  })
