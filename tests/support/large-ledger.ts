// An archive whose ledger is as long as asked: real entries in a real encrypted file, the chain and the signatures right.
import { canonical } from '../../shared/domain/canonical.ts'
import {
  decisionHash,
  entryHash,
  noPrevious,
  type ConsentBody,
  type LedgerEntry,
} from '../../shared/domain/consent/ledger.ts'
import { startingUseNames } from '../../shared/domain/consent/uses.ts'
import type { Session } from '../../electron/archive/session.ts'
import { sha256OfText } from '../../electron/archive/sha256.ts'
import type { WritableArchive } from '../../electron/archive/store/archive-database.ts'
import { insertKey } from '../../electron/archive/store/narrator-keys.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { makeNarratorKey, sign } from '../../electron/archive/vault/narrator-key.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { plainConditions } from './plain-conditions.ts'

const stories = 1_000
/** One entry in so many is signed with her key. */
const signedOneIn = 1_000

const id = (kind: string, number: number) => `${kind}${String(number).padStart(15, '0')}`
const answers = ['yes', 'yes', 'no', 'askEachTime', 'notYet', 'withdrawn'] as const

function entryAt(sequence: number, previous: string): LedgerEntry<ConsentBody> {
  const story = sequence % stories
  const entry: Omit<LedgerEntry<ConsentBody>, 'hash'> = {
    sequence,
    id: id('e', sequence),
    narrator: id('n', story),
    certainty: sequence % signedOneIn === 0 ? 'signed' : 'attested',
    by: 'Ana',
    evidence: { kind: 'inPerson', note: 'She said it to me at her table.' },
    at: new Date(Date.UTC(2026, 0, 1) + sequence * 1_000).toISOString(),
    body: {
      kind: 'consent',
      testimony: id('t', story),
      scope: sequence % 3 === 0 ? { kind: 'passages', passages: [id('p', sequence % 77)] } : { kind: 'testimony' },
      use: startingUseNames[sequence % startingUseNames.length] ?? 'readingRoom',
      answer: answers[sequence % answers.length] ?? 'no',
      conditions: plainConditions,
      cardLanguage: 'en',
      cardVersion: 1,
    },
    previous,
  }
  return { ...entry, hash: entryHash(entry, sha256OfText) }
}

/** Fills an empty ledger. `told` gets the canonical text of each entry, as it is hashed. */
export async function fillLedger(session: Session, length: number, told: (text: string) => void = () => undefined) {
  const { open, key, wrapping } = await makeNarratorKey(id('n', 0), Buffer.from('lantern'), argonFloor, systemRandom)
  session.save([], (archive) => {
    for (let story = 0; story < stories; story += 1) {
      archive.run("INSERT INTO narrators (id, name, existence) VALUES (?, ?, 'byName')", [id('n', story), 'Mina'])
      archive.run(
        "INSERT INTO testimonies (id, narrator, title, title_by, language, created_at) VALUES (?, ?, ?, 'archivist', 'en', ?)",
        [id('t', story), id('n', story), `Story ${story}`, '2026-01-01T00:00:00.000Z'],
      )
    }
    insertKey(archive, { key, wrapping }, '2026-01-01T00:00:00.000Z')
  })
  let previous = noPrevious
  for (let from = 1; from <= length; from += 50_000) {
    session.save([], (archive) => {
      const insert = archive.repeat('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      const insertSignature = archive.repeat('INSERT INTO ledger_signatures VALUES (?, ?, ?)')
      for (let sequence = from; sequence < from + 50_000 && sequence <= length; sequence += 1) {
        const entry = entryAt(sequence, previous)
        const { hash, body, evidence, ...rest } = entry
        insert([
          sequence,
          rest.id,
          body.testimony,
          rest.narrator,
          rest.certainty,
          rest.by,
          canonical(evidence),
          rest.at,
          body.kind,
          canonical(body),
          previous,
          hash,
        ])
        if (rest.certainty === 'signed')
          insertSignature([rest.id, key.id, sign(open, 'ledger entry', decisionHash(entry, sha256OfText))])
        told(canonical({ ...rest, body, evidence }))
        previous = hash
      }
    })
  }
}

/** What somebody with the key could do to the file itself, past the triggers. */
export function tamper(session: Session, work: (archive: WritableArchive) => void): void {
  session.database.transaction((archive) => {
    const triggers = archive.all<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('ledger', 'ledger_head', 'ledger_signatures')",
    )
    for (const { name } of triggers) archive.run(`DROP TRIGGER ${name}`)
    archive.run('PRAGMA defer_foreign_keys = ON')
    work(archive)
    for (const { sql } of triggers) archive.run(sql)
  })
}

/** An entry with a right hash of its own, in place of the one that stood there. */
export function forge(archive: WritableArchive, sequence: number): void {
  const row = archive.get<{ previous: string }>('SELECT previous FROM ledger WHERE sequence = ?', [sequence])
  const entry = { ...entryAt(sequence, row?.previous ?? noPrevious), by: 'Somebody' }
  archive.run('UPDATE ledger SET by_whom = ?, hash = ? WHERE sequence = ?', [
    entry.by,
    entryHash(entry, sha256OfText),
    sequence,
  ])
}
