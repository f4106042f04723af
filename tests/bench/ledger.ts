// Checking a ledger of a million entries in its encrypted file, against hashing the same bytes where they lie in memory.
import { createHash } from 'node:crypto'
import { checkLedger, type CheckedLedger } from '../../electron/archive/store/ledger-check.ts'
import { fillLedger, forge, tamper } from '../support/large-ledger.ts'
import { makeSession } from '../support/session.ts'
import { figure, median, type Figure } from './figure.ts'

const entries = 1_000_000
const rounds = 5

async function check(archive: Parameters<typeof checkLedger>[0]): Promise<CheckedLedger> {
  const checking = checkLedger(archive)
  for (;;) {
    const { done, value } = await checking.next()
    if (done === true) return value
  }
}

/** Whole, it must find nothing; then one entry each is deleted, edited, moved and forged, and each must be named. */
export async function benchLedger(): Promise<Figure[]> {
  const { open, close } = await makeSession()
  try {
    const session = open()
    const bytes: Buffer[] = []
    let slab = Buffer.alloc(0)
    await fillLedger(session, entries, (text) => {
      const length = Buffer.byteLength(text)
      if (slab.length < length) slab = Buffer.allocUnsafeSlow(2 ** 26)
      slab.write(text)
      bytes.push(slab.subarray(0, length))
      slab = slab.subarray(length)
    })
    session.database.emptyLog()
    const ours: number[] = []
    const peer: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now()
      const { broken, signaturesBroken, entries: looked } = await check(session.database)
      ours.push(performance.now() - started)
      if (broken + signaturesBroken > 0 || looked !== entries) throw new Error('the whole ledger was not found whole')
      const again = performance.now()
      let told = 0
      for (const one of bytes) told += createHash('sha256').update(one).digest('hex').length
      peer.push(performance.now() - again)
      if (told !== entries * 64) throw new Error('hashed short')
    }
    tamper(session, (archive) => {
      archive.run('DELETE FROM ledger WHERE sequence = 123457')
      archive.run(`UPDATE ledger SET body = replace(body, '"no"', '"yes"') WHERE sequence = 345680`)
      archive.run('UPDATE ledger SET sequence = -1 WHERE sequence = 567890')
      archive.run('UPDATE ledger SET sequence = 567890 WHERE sequence = 678901')
      archive.run('UPDATE ledger SET sequence = 678901 WHERE sequence = -1')
      forge(archive, 890_123)
      archive.run('DELETE FROM ledger_signatures WHERE entry IN (SELECT id FROM ledger WHERE sequence > 999999)')
      archive.run('DELETE FROM ledger WHERE sequence > 999999')
    })
    const found = (await check(session.database)).faults.map(({ kind, sequence }) => `${kind} ${sequence}`)
    const planted = [
      'missing 123457',
      'edited 345680',
      'outOfOrder 567890',
      'outOfOrder 678901',
      'forged 890123',
      'cutOff 1000000',
    ]
    for (const one of planted)
      if (!found.includes(one)) throw new Error(`not found: ${one}; found: ${found.join(', ')}`)
    return [figure('ledger.check', median(ours), median(peer), 'ms')]
  } finally {
    await close()
  }
}
