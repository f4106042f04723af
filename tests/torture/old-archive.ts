// The oldest of the golden archives, to be brought up to date on a disk that fails.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { goldenKey, goldens, layDownGolden } from '../migrations/golden.ts'

export { wrongWithGolden as wrongWithOld } from '../migrations/golden.ts'

/** Where it lies in this folder, laid down there once. */
export async function oldArchiveIn(base: string): Promise<string> {
  const folder = path.join(base, 'old')
  const [oldest] = goldens
  if (oldest === undefined) throw new Error('there are no golden archives')
  if (!existsSync(folder)) layDownGolden(oldest, folder, await goldenKey())
  return folder
}
