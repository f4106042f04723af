// An archive's database in the hands of somebody who holds its key and knows how its chain is made, and sign-offs put into it.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { OpenNarratorKey } from '../../electron/archive/actor.ts'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { sha256 } from '../../electron/archive/sha256.ts'
import { ArchiveDatabase, type WritableArchive } from '../../electron/archive/store/archive-database.ts'
import { openDatabase, type Database } from '../../electron/archive/store/connection.ts'
import { insertEntry, insertSignature, lastEntry, whatCounts } from '../../electron/archive/store/ledger.ts'
import { migrate } from '../../electron/archive/store/migrate.ts'
import { forgetWrapping, insertKey } from '../../electron/archive/store/narrator-keys.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { makeNarratorKey, sign } from '../../electron/archive/vault/narrator-key.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { mirrorFor } from '../../shared/domain/mirror/excerpt-mirror.ts'
import { gate, type GateQuestion } from '../../shared/domain/gate/gate.ts'
import {
  appended,
  decisionHash,
  noPrevious,
  type LedgerBody,
  type LedgerEntry,
  type SignOffBody,
} from '../../shared/domain/consent/ledger.ts'
import { noMarks } from '../../shared/domain/marks/marks.ts'
import { mirrorHash } from '../../shared/domain/mirror/mirror.ts'
import { afterCooling, reviewed, reviewedAt, said } from '../support/gate-ledger.ts'
import { plainStory } from '../support/plain-story.ts'
import { excerptOf } from '../support/gate-question.ts'
import { diceFrom } from '../support/dice.ts'

export function randomFrom(seed: number) {
  const below = diceFrom(seed)
  const hex = (length: number): string => Array.from({ length }, () => below(16).toString(16)).join('')
  return { below, hex, one: <T>(from: readonly T[]): T => from[below(from.length)] as T }
}
type Random = ReturnType<typeof randomFrom>

const story = plainStory(Array<string>(4).fill('It rained on the market.'), { name: 'Marisol' })
const marks = { ...noMarks, labels: [], redactions: [] }
export const uses = ['readingRoom', 'teaching', 'press', 'website'] as const

interface Keys {
  readonly hers: OpenNarratorKey
  /** Hers once; she did away with it. */
  readonly ended: OpenNarratorKey
  readonly others: OpenNarratorKey
  /** Of nobody whom the archive knows. */
  readonly unknown: OpenNarratorKey
}

let folder: string
let connection: Database
export let database: ArchiveDatabase
export let keys: Keys

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'firsthand-test-'))
  connection = openDatabase(path.join(folder, 'archive.db'), randomBytes(32), 'create')
  migrate(connection, migrations, reviewedAt)
  connection.exec(`
    INSERT INTO narrators (id, name, existence) VALUES ('n', 'Marisol', 'byName'), ('o', 'Zuleika', 'byName');
    INSERT INTO testimonies (id, narrator, title, title_by, language, created_at) VALUES ('t', 'n', 'Nights', 'archivist', 'en', '${reviewedAt}');
  `)
  database = new ArchiveDatabase(connection)
  const make = (narrator: string) => makeNarratorKey(narrator, Buffer.from('any'), argonFloor, systemRandom)
  const [ended, hers, others, unknown] = [await make('n'), await make('n'), await make('o'), await make('n')]
  database.transaction((archive) => {
    for (const body of [said({}), reviewed]) chain(archive, { ...decided(body, 'attested'), at: reviewedAt })
    insertKey(archive, ended, reviewedAt)
    forgetWrapping(archive, ended.key.id, reviewedAt, true)
    insertKey(archive, hers, reviewedAt)
    insertKey(archive, others, reviewedAt)
  })
  keys = { ended: ended.open, hers: hers.open, others: others.open, unknown: unknown.open }
})
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

let made = 0
type Unplaced<B extends LedgerBody = LedgerBody> = Omit<LedgerEntry<B>, 'sequence' | 'previous' | 'hash'>

export function decided<B extends LedgerBody>(body: B, certainty: 'signed' | 'attested'): Unplaced<B> {
  const id = `entry${String((made += 1)).padStart(8, '0')}`
  return {
    id,
    narrator: 'n',
    certainty,
    by: 'Marisol',
    evidence: { kind: 'inPerson', note: '' },
    at: afterCooling,
    body,
  }
}

/** With the chain rightly made, whatever it says. */
export function chain(archive: WritableArchive, entry: Unplaced): LedgerEntry {
  const placed = appended(lastEntry(archive), entry, sha256)
  insertEntry(archive, placed)
  return placed
}

export function append(archive: WritableArchive, body: LedgerBody): LedgerEntry {
  return chain(archive, decided(body, 'attested'))
}

export const signatureOf = (key: OpenNarratorKey, entry: Unplaced): Buffer =>
  sign(key, 'ledger entry', decisionHash(entry, sha256))

/** What is asked about, another each time. */
export function asked(random: Random) {
  const excerpt = excerptOf({
    id: `x${random.hex(12)}`,
    recipient: { id: `r${random.hex(12)}`, name: 'Hall', language: 'en' },
    passages: ['p1', 'p2', 'p3'].slice(0, 1 + random.below(3)),
  })
  const question: Omit<GateQuestion, 'ledger' | 'spentSignOffs'> = {
    excerpt,
    story,
    marks,
    beside: { sections: [], wordsAbout: [] },
    timesUsed: new Map(),
    moment: afterCooling,
    contentHash: random.hex(64),
    signsHerself: true,
    sha256,
  }
  const body: SignOffBody = {
    kind: 'signOff',
    testimony: 't',
    excerpt: excerpt.id,
    use: excerpt.use,
    recipient: excerpt.recipient.id,
    contentHash: question.contentHash ?? '',
    mirror: mirrorHash(mirrorFor({ ...question, ledger: [], spentSignOffs: new Set() }), sha256),
  }
  return { question, body }
}

export interface Attempt {
  readonly archive: WritableArchive
  readonly random: Random
  /** What a yes of hers to exactly this says, but for its place. */
  readonly body: SignOffBody
  readonly spent: Set<string>
}

/** As the archive itself keeps a yes that she signs: the place where she says it is in it. */
export function signedOff(
  { archive }: Attempt,
  body: SignOffBody,
  key: OpenNarratorKey,
  row: OpenNarratorKey = key,
): LedgerEntry {
  const entry = decided({ ...body, after: lastEntry(archive)?.hash ?? noPrevious }, 'signed')
  const placed = chain(archive, entry)
  insertSignature(archive, placed.id, row.id, signatureOf(key, entry))
  return placed
}

/** Signed by her, and changed between the signing and the ledger. */
export function changedAfter(
  { archive, body }: Attempt,
  change: (entry: Unplaced<SignOffBody>) => Unplaced<SignOffBody>,
): void {
  const entry = decided({ ...body, after: lastEntry(archive)?.hash ?? noPrevious }, 'signed')
  const placed = chain(archive, change(entry))
  insertSignature(archive, placed.id, keys.hers.id, signatureOf(keys.hers, entry))
}

export function withSignature(attempt: Attempt, make: (right: Buffer) => Buffer): void {
  const { archive, body } = attempt
  const entry = decided({ ...body, after: lastEntry(archive)?.hash ?? noPrevious }, 'signed')
  const placed = chain(archive, entry)
  insertSignature(archive, placed.id, keys.hers.id, make(signatureOf(keys.hers, entry)))
}

/** Signed here, and put into the chain after something else was decided. */
export function movedBehind(attempt: Attempt, between: LedgerBody): void {
  const { archive, body } = attempt
  const entry = decided({ ...body, after: lastEntry(archive)?.hash ?? noPrevious }, 'signed')
  const signature = signatureOf(keys.hers, entry)
  append(archive, between)
  const placed = chain(archive, entry)
  insertSignature(archive, placed.id, keys.hers.id, signature)
}

class Undone extends Error {}

/** Does it, asks the gate, and undoes it: whether the excerpt would leave. A ledger that refuses to keep it lets nothing leave. */
export function leavesBy(seed: number, way: (attempt: Attempt) => void): boolean {
  const random = randomFrom(seed)
  const { question, body } = asked(random)
  const spent = new Set<string>()
  let open = false
  try {
    database.transaction((archive) => {
      way({ archive, random, body, spent })
      open = gate({ ...question, ledger: whatCounts(archive, 't'), spentSignOffs: spent }).open
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return open
}
