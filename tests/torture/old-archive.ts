// The oldest of the golden archives, to be brought up to date on a disk that fails.
import { goldenKey, goldens, layDownGolden } from '../migrations/golden.ts'

export { wrongWithGolden as wrongWithOld } from '../migrations/golden.ts'

/** Lays it down in a folder that is not there yet. */
export async function oldArchive(folder: string): Promise<void> {
  const [oldest] = goldens
  if (oldest === undefined) throw new Error('there are no golden archives')
  layDownGolden(oldest, folder, await goldenKey())
}
