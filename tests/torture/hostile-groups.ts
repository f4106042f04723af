// The groups that hand over what somebody made to do harm. `-- --full` hands over all of it.
import { existsSync } from 'node:fs'
import { isFull } from './full.ts'
import { attacks } from './hostile-attacks.ts'
import { archiveAttacks } from './hostile-archives.ts'
import { hasDocuments } from './hostile-documents.ts'
import { chromiumPath } from './hostile-page.ts'
import { wordsEach } from './hostile-payloads.ts'
import { sticks } from './hostile-sticks.ts'
import { torturedBy } from './hostile-watch.ts'
import { hostileWords } from './hostile-words.ts'
import { told, type Tortured } from './told.ts'

const bounds = { longestMs: 30_000, mostMiB: 700 }
// How many, with `--full` and without it.
const someDocuments = isFull ? 10_000 : 2_000
/** Twenty words at a time. */
const somePayloads = isFull ? Math.ceil(hostileWords.length / wordsEach) : 10
const someAddresses = isFull ? 3_000 : 600
/** A hundred at a time. */
const someCalls = isFull ? 1_000 : 80

export const hostileGroups: Readonly<Record<string, () => Promise<Tortured>>> = {
  'hostile.archives': () =>
    torturedBy('hostile.archives', 'archives', archiveAttacks, bounds, ['stray', 'hang', 'grow']),
  'hostile.sticks': () => torturedBy('hostile.sticks', 'sticks', sticks.length, bounds, ['stray']),
  'hostile.sqlite': () => torturedBy('hostile.sqlite', 'folder', attacks.length, bounds, ['stray', 'die']),
  'hostile.documents': () =>
    hasDocuments
      ? torturedBy('hostile.documents', 'documents', someDocuments, bounds, ['stray', 'hang'])
      : Promise.resolve(told('hostile.documents', [], ['../shared/data/testimonies is not here'])),
  'hostile.payloads': () =>
    existsSync(chromiumPath)
      ? torturedBy('hostile.payloads', 'payloads', somePayloads, { ...bounds, longestMs: 90_000 }, ['stray'], wordsEach)
      : Promise.resolve(told('hostile.payloads', [], [`there is no Chromium at ${chromiumPath} (CHROMIUM_PATH)`])),
  'hostile.addresses': () => torturedBy('hostile.addresses', 'addresses', someAddresses, bounds, ['stray']),
  'hostile.calls': () =>
    torturedBy('hostile.calls', 'calls', someCalls, { ...bounds, longestMs: 60_000 }, ['stray', 'die'], 100),
}
