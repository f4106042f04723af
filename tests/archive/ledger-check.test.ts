// "Check this archive" on a ledger in its encrypted file, tampered with past the triggers.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { careHandlers, Changes } from '../../electron/archive/features/care.ts'
import { fillLedger, forge, tamper } from '../support/large-ledger.ts'
import { makeSession, type TestSession } from '../support/session.ts'

const length = 12_345
let archive: TestSession
beforeEach(async () => {
  archive = await makeSession()
  await fillLedger(archive.open(), length)
}, 60_000)
afterEach(() => archive.close())

async function check() {
  const steps = []
  const { signal } = new AbortController()
  for await (const step of careHandlers(archive.open, new Changes()).check({}, signal)) steps.push(step)
  const last = steps.at(-1)
  if (last?.kind !== 'checked') throw new Error('the check did not end')
  return { ...last, steps: steps.length, rules: last.findings.map(({ rule, count }) => `${rule} ${count}`) }
}

test('a ledger that is whole is found whole, with how many are signed; it tells how far it is', async () => {
  const { findings, faults, entries, signed, steps } = await check()
  // The stories of this ledger have no words; nothing else is looked for here.
  expect({ findings, faults, entries, signed }).toEqual({ findings: [], faults: [], entries: length, signed: 12 })
  expect(steps).toBeGreaterThan(length / 5_000)
})

test('a deleted, an edited, a moved and a forged entry are named, and an end that was cut off', async () => {
  tamper(archive.open(), (rows) => {
    rows.run('DELETE FROM ledger WHERE sequence = 1234')
    rows.run(`UPDATE ledger SET body = replace(body, '"no"', '"yes"') WHERE sequence = 2342`)
    rows.run('UPDATE ledger SET sequence = -1 WHERE sequence = 3456')
    rows.run('UPDATE ledger SET sequence = 3456 WHERE sequence = 7890')
    rows.run('UPDATE ledger SET sequence = 7890 WHERE sequence = -1')
    forge(rows, 4_567)
    rows.run('UPDATE ledger SET at = ? WHERE sequence = 5000', ['2026-01-01T00:00:00.000Z'])
    rows.run('DELETE FROM ledger WHERE sequence > 12343')
  })
  const { faults, rules } = await check()
  expect(faults.map(({ kind, sequence, until }) => [kind, sequence, until])).toEqual([
    ['missing', 1234, 1234],
    ['edited', 2342, 2342],
    ['outOfOrder', 3456, 3456],
    ['forged', 4567, 4567],
    ['edited', 5000, 5000],
    ['signature', 5000, 5000],
    ['outOfOrder', 7890, 7890],
    ['cutOff', 12344, 12345],
  ])
  expect(faults.find(({ sequence }) => sequence === 4567)).toMatchObject({
    title: 'Story 567',
    entry: 'e000000000004567',
  })
  expect(rules).toEqual(['ledgerBroken 8', 'signatureBroken 1'])
})

test('an answer that is found under another story is named', async () => {
  tamper(archive.open(), (rows) => {
    rows.run("UPDATE ledger SET testimony = 't000000000000001' WHERE sequence = 2002")
  })
  expect((await check()).faults).toMatchObject([{ kind: 'edited', sequence: 2002 }])
})

test('a signature that was taken away, put under another entry or forged is named', async () => {
  tamper(archive.open(), (rows) => {
    rows.run("DELETE FROM ledger_signatures WHERE entry = 'e000000000001000'")
    rows.run("UPDATE ledger_signatures SET entry = 'e000000000000007' WHERE entry = 'e000000000002000'")
    rows.run("UPDATE ledger_signatures SET signature = zeroblob(64) WHERE entry = 'e000000000003000'")
  })
  const { faults, rules } = await check()
  expect(faults.map(({ kind, sequence }) => `${kind} ${sequence}`)).toEqual([
    'signature 7',
    'signature 1000',
    'signature 2000',
    'signature 3000',
  ])
  expect(rules).toEqual(['signatureBroken 4'])
})

test('an end that was made anew with its head is seen by what was noted when something was given out', async () => {
  const session = archive.open()
  session.save([], (rows) =>
    rows.run(
      `INSERT INTO disclosures (id, sequence, at, by_whom, excerpt, testimony, title, use_name, recipient, recipient_name,
         recipient_language, revision, content_sha256, sign_off, folder_name, details)
       VALUES ('d', 1, '', '', '', 't000000000000001', '', 'press', '', '', '', 1, '', '', '', '{"passages":[]}')`,
    ),
  )
  tamper(session, (rows) => {
    rows.run('DELETE FROM ledger WHERE sequence = 12345')
    rows.run('UPDATE ledger_head SET sequence = 12344, hash = (SELECT hash FROM ledger WHERE sequence = 12344)')
  })
  expect((await check()).faults).toMatchObject([{ kind: 'forged', sequence: 12345 }])
})
