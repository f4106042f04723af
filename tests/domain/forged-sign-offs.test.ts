// A thousand sign-offs that are not hers, or not of this, or not now: nothing leaves by any of them. Each is forged behind the
// archive's back by somebody who holds its key, may write in its database and knows how its chain is made.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
import { herLine } from '../../shared/domain/mirror/her-line.ts'
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

const attempts = 1_000

/** Numbers that are the same each time: mulberry32. */
function randomFrom(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number): number => Math.floor(next() * end)
  const hex = (length: number): string => Array.from({ length }, () => below(16).toString(16)).join('')
  return { below, hex, one: <T>(from: readonly T[]): T => from[below(from.length)] as T }
}
type Random = ReturnType<typeof randomFrom>

const story = plainStory(Array<string>(4).fill('It rained on the market.'), { name: 'Marisol' })
const marks = { ...noMarks, labels: [], redactions: [] }
const uses = ['readingRoom', 'teaching', 'press', 'website'] as const

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
let database: ArchiveDatabase
let keys: Keys

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

function decided<B extends LedgerBody>(body: B, certainty: 'signed' | 'attested'): Unplaced<B> {
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
function chain(archive: WritableArchive, entry: Unplaced): LedgerEntry {
  const placed = appended(lastEntry(archive), entry, sha256)
  insertEntry(archive, placed)
  return placed
}

function append(archive: WritableArchive, body: LedgerBody): LedgerEntry {
  return chain(archive, decided(body, 'attested'))
}

const signatureOf = (key: OpenNarratorKey, entry: Unplaced): Buffer =>
  sign(key, 'ledger entry', decisionHash(entry, sha256))

/** What is asked about, another each time. */
function asked(random: Random) {
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

interface Attempt {
  readonly archive: WritableArchive
  readonly random: Random
  /** What a yes of hers to exactly this says, but for its place. */
  readonly body: SignOffBody
  readonly spent: Set<string>
}

/** As the archive itself keeps a yes that she signs: the place where she says it is in it. */
function signedOff(
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
function changedAfter(
  { archive, body }: Attempt,
  change: (entry: Unplaced<SignOffBody>) => Unplaced<SignOffBody>,
): void {
  const entry = decided({ ...body, after: lastEntry(archive)?.hash ?? noPrevious }, 'signed')
  const placed = chain(archive, change(entry))
  insertSignature(archive, placed.id, keys.hers.id, signatureOf(keys.hers, entry))
}

function withSignature(attempt: Attempt, make: (right: Buffer) => Buffer): void {
  const { archive, body } = attempt
  const entry = decided({ ...body, after: lastEntry(archive)?.hash ?? noPrevious }, 'signed')
  const placed = chain(archive, entry)
  insertSignature(archive, placed.id, keys.hers.id, make(signatureOf(keys.hers, entry)))
}

/** Signed here, and put into the chain after something else was decided. */
function movedBehind(attempt: Attempt, between: LedgerBody): void {
  const { archive, body } = attempt
  const entry = decided({ ...body, after: lastEntry(archive)?.hash ?? noPrevious }, 'signed')
  const signature = signatureOf(keys.hers, entry)
  append(archive, between)
  const placed = chain(archive, entry)
  insertSignature(archive, placed.id, keys.hers.id, signature)
}

const refusal = ({ excerpt, contentHash }: SignOffBody): LedgerBody => ({
  kind: 'signOffRefused',
  testimony: 't',
  excerpt,
  contentHash,
  why: '',
})

const ways: Readonly<Record<string, (attempt: Attempt) => void>> = {
  'of another excerpt': (a) => void signedOff(a, { ...a.body, excerpt: `x${a.random.hex(12)}` }, keys.hers),
  'of other bytes': (a) => void signedOff(a, { ...a.body, contentHash: a.random.hex(64) }, keys.hers),
  'of bytes that differ in one place': (a) => {
    const at = a.random.below(64)
    const { contentHash } = a.body
    const other = contentHash[at] === '0' ? '1' : '0'
    signedOff(a, { ...a.body, contentHash: contentHash.slice(0, at) + other + contentHash.slice(at + 1) }, keys.hers)
  },
  'for another use': (a) => void signedOff(a, { ...a.body, use: a.random.one(uses.slice(1)) }, keys.hers),
  'for another recipient': (a) => void signedOff(a, { ...a.body, recipient: `r${a.random.hex(12)}` }, keys.hers),
  "with another narrator's key": (a) => void signedOff(a, a.body, keys.others),
  "with another narrator's key, said to be hers": (a) => void signedOff(a, a.body, keys.others, keys.hers),
  'with a key that nobody knows, said to be hers': (a) => void signedOff(a, a.body, keys.unknown, keys.hers),
  'with a key that she did away with': (a) => void signedOff(a, a.body, keys.ended),
  'with a key that she did away with, said to be the one in use': (a) =>
    void signedOff(a, a.body, keys.ended, keys.hers),
  'with a bit of its signature turned': (a) =>
    withSignature(a, (right) => {
      const at = a.random.below(64)
      right[at] = (right[at] ?? 0) ^ (1 << a.random.below(8))
      return right
    }),
  'with any signature': (a) => withSignature(a, () => systemRandom(64)),
  'with a signature cut short': (a) => withSignature(a, (right) => right.subarray(0, a.random.below(64))),
  'with a signature of something else of hers': (a) =>
    withSignature(a, () => signatureOf(keys.hers, decided(a.body, 'signed'))),
  'with a signature that was made for another purpose': (a) => {
    const entry = decided({ ...a.body, after: lastEntry(a.archive)?.hash ?? noPrevious }, 'signed')
    const placed = chain(a.archive, entry)
    insertSignature(a.archive, placed.id, keys.hers.id, sign(keys.hers, 'decisions', decisionHash(entry, sha256)))
  },
  'said to be signed, and is not': (a) =>
    void chain(a.archive, decided({ ...a.body, after: lastEntry(a.archive)?.hash ?? noPrevious }, 'signed')),
  'attested, though she has a key': (a) => void chain(a.archive, decided(a.body, 'attested')),
  'attested, with a signature of hers beside it': (a) => {
    const entry = decided(a.body, 'attested')
    const placed = chain(a.archive, entry)
    insertSignature(a.archive, placed.id, keys.hers.id, signatureOf(keys.hers, { ...entry, certainty: 'signed' }))
  },
  'signed for another excerpt, and turned to this one': (a) => {
    const { archive, body } = a
    const entry = decided(
      { ...body, excerpt: `x${a.random.hex(12)}`, after: lastEntry(archive)?.hash ?? noPrevious },
      'signed',
    )
    const placed = chain(archive, { ...entry, body: { ...entry.body, excerpt: body.excerpt } })
    insertSignature(archive, placed.id, keys.hers.id, signatureOf(keys.hers, entry))
  },
  'signed for other bytes, and turned to these': (a) => {
    const { archive, body } = a
    const entry = decided(
      { ...body, contentHash: a.random.hex(64), after: lastEntry(archive)?.hash ?? noPrevious },
      'signed',
    )
    const placed = chain(archive, { ...entry, body: { ...entry.body, contentHash: body.contentHash } })
    insertSignature(archive, placed.id, keys.hers.id, signatureOf(keys.hers, entry))
  },
  'its evidence changed': (a) =>
    changedAfter(a, (entry) => ({ ...entry, evidence: { kind: 'signedPaper', note: a.random.hex(8) } })),
  'its moment changed': (a) =>
    changedAfter(a, (entry) => ({
      ...entry,
      at: new Date(Date.parse(entry.at) + 1 + a.random.below(1e9)).toISOString(),
    })),
  'its id changed': (a) => changedAfter(a, (entry) => ({ ...entry, id: `entry${a.random.hex(12)}` })),
  'its signer renamed': (a) => changedAfter(a, (entry) => ({ ...entry, by: a.random.hex(8) })),
  'moved behind another entry': (a) => movedBehind(a, said({ use: a.random.one(uses) })),
  'moved behind her no': (a) => movedBehind(a, refusal(a.body)),
  'its place left out, and moved': (a) => withSignatureOfPlace(a, undefined),
  'of another place': (a) => withSignatureOfPlace(a, a.random.hex(64)),
  'spent, and used again': (a) => void a.spent.add(signedOff(a, a.body, keys.hers).id),
  'spent after it, twice said': (a) => {
    signedOff(a, a.body, keys.hers)
    a.spent.add(signedOff(a, a.body, keys.hers).id)
  },
  'from before her no to exactly this': (a) => {
    signedOff(a, a.body, keys.hers)
    append(a.archive, refusal(a.body))
  },
  'from before her no to another shape of it': (a) => {
    signedOff(a, a.body, keys.hers)
    append(a.archive, refusal({ ...a.body, contentHash: a.random.hex(64) }))
  },
  'from before she took her yes back, and gave it again': (a) => {
    signedOff(a, a.body, keys.hers)
    append(a.archive, said({ answer: a.random.one(['withdrawn', 'no'] as const) }))
    append(a.archive, said({}))
  },
  'below her line, of another mirror': (a) => {
    append(a.archive, { kind: 'mirror', testimony: 't', threshold: 100, toReader: false })
    signedOff(a, { ...a.body, mirror: a.random.hex(64) }, keys.hers)
  },
  'below her line, without a mirror': (a) => {
    append(a.archive, { kind: 'mirror', testimony: 't', threshold: 100, toReader: false })
    const { mirror: _, ...unseen } = a.body
    signedOff(a, unseen, keys.hers)
  },
}

function withSignatureOfPlace({ archive, body }: Attempt, after: string | undefined): void {
  const entry = decided(after === undefined ? body : { ...body, after }, 'signed')
  const placed = chain(archive, entry)
  insertSignature(archive, placed.id, keys.hers.id, signatureOf(keys.hers, entry))
}

class Undone extends Error {}

/** Does it, asks the gate, and undoes it: whether the excerpt would leave. A ledger that refuses to keep it lets nothing leave. */
function leavesBy(seed: number, way: (attempt: Attempt) => void): boolean {
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

describe('of a thousand forged or replayed sign-offs none is accepted', { timeout: 60_000 }, () => {
  const names = Object.keys(ways)

  test.each(names)('%s', (name) => {
    const way = ways[name]
    if (way === undefined) throw new Error(name)
    const first = names.indexOf(name) * attempts
    const accepted: number[] = []
    const genuineRefused: number[] = []
    for (let at = 0; at < Math.ceil(attempts / names.length); at += 1) {
      if (leavesBy(first + at, way)) accepted.push(first + at)
      if (!leavesBy(first + at, (attempt) => void signedOff(attempt, attempt.body, keys.hers)))
        genuineRefused.push(first + at)
    }
    expect(accepted).toEqual([])
    expect(genuineRefused, 'the control: hers, of exactly this, lets it leave').toEqual([])
  })

  test('the control: her yes to the mirror lets it leave below her line', () => {
    expect(
      leavesBy(1, (attempt) => {
        append(attempt.archive, { kind: 'mirror', testimony: 't', threshold: 100, toReader: false })
        signedOff(attempt, attempt.body, keys.hers)
      }),
    ).toBe(true)
  })

  test('the control: where she has no key, an archivist attests', () => {
    const random = randomFrom(7)
    const { question, body } = asked(random)
    const ledger = database.transaction((archive) => {
      append(archive, body)
      return whatCounts(archive, 't')
    })
    const open = (signsHerself: boolean) => gate({ ...question, signsHerself, ledger, spentSignOffs: new Set() }).open
    expect([open(false), open(true)]).toEqual([true, false])
  })

  test('kept twice under one id it is not kept at all', () => {
    expect(() =>
      leavesBy(3, (attempt) => {
        const { sequence: _, previous: __, hash: ___, ...entry } = signedOff(attempt, attempt.body, keys.hers)
        chain(attempt.archive, entry)
      }),
    ).toThrow()
  })
})

test('of a word about her line whose signature is broken the stricter part counts, and not the looser one before it', () => {
  database.transaction((archive) => {
    const line = (threshold: number | null, toReader: boolean): LedgerBody => ({
      kind: 'mirror',
      testimony: 't',
      threshold,
      toReader,
    })
    const broken = (body: LedgerBody) => void chain(archive, decided(body, 'signed'))
    const now = () => herLine(whatCounts(archive, 't'))
    append(archive, line(20, true))
    broken(line(80, false))
    expect(now()).toEqual({ threshold: 80, toReader: false })
    broken(line(null, true))
    expect(now()).toEqual({ threshold: 80, toReader: false })
  })
})
