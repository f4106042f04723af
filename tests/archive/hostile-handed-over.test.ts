// A few of the hostile files, calls, words and addresses, in this process; all of them are `npm run torture -- --only hostile`.
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Begin } from '../torture/hostile-child.ts'
import * as addresses from '../torture/hostile-addresses.ts'
import * as archives from '../torture/hostile-archives.ts'
import * as calls from '../torture/hostile-calls.ts'
import * as documents from '../torture/hostile-documents.ts'
import { chromiumPath } from '../torture/hostile-page.ts'
import * as payloads from '../torture/hostile-payloads.ts'
import { hostileWords } from '../torture/hostile-words.ts'
import { attacks } from '../torture/hostile-attacks.ts'
import { begin as beginSticks, sticks } from '../torture/hostile-sticks.ts'
import { temporaryFolder } from './temporary-folder.ts'

test.each<readonly [name: string, begin: Begin, from: number, until: number]>([
  ['zips, tars and documents', archives.begin, 0, 20],
  ['names that lead elsewhere', archives.begin, archives.archiveAttacks - 30, archives.archiveAttacks - 1],
  ['mutated transcripts', documents.begin, 1, 40],
  ['addresses', addresses.begin, 1, 40],
])(
  '%s',
  async (_, begin, from, until) => {
    const taker = await begin(temporaryFolder(), 'none')
    const wrong = []
    for (let at = from; at < until; at += 1) {
      const taken = await taker.take(at)
      if (taken.wrong.length > 0) wrong.push(taken)
    }
    expect([...wrong, ...(await taker.end())]).toEqual([])
  },
  60_000,
)

const hasChromium = existsSync(chromiumPath)

test.each<readonly [name: string, begin: Begin, places: readonly number[]]>([
  ['sticks', beginSticks, [0, 12, 30, 45, 60, sticks.length - 6, sticks.length - 1]],
  ['calls as an archivist, as a narrator and while it is locked', calls.begin, [1, 2]],
  ...(hasChromium ? [['words in every field', payloads.begin, [3]] as const] : []),
])(
  '%s; and what is made wrong is seen',
  async (_, begin, places) => {
    const taker = await begin(temporaryFolder(), 'none')
    const wrong = []
    for (const at of places) wrong.push(...(await taker.take(at)).wrong)
    const seen = (await taker.take(0, 'stray')).wrong
    expect([...wrong, ...(await taker.end())]).toEqual([])
    expect(seen.length).toBeGreaterThan(0)
  },
  60_000,
)

test.runIf(!hasChromium)('words in every field are left out: there is no Chromium (CHROMIUM_PATH)', () => undefined)

test('there are as many as are said', () => {
  expect(archives.archiveAttacks).toBeGreaterThan(200)
  expect(new Set(hostileWords).size).toBeGreaterThan(980)
  expect(hostileWords.length).toBeGreaterThanOrEqual(1_000)
  expect(attacks.length + sticks.length).toBeGreaterThan(300)
  expect(existsSync('/etc/cron.d/x')).toBe(false)
})
