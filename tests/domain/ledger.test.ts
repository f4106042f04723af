import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../shared/domain/canonical.ts'
import { appended, brokenEntries, type LedgerEntry } from '../../shared/domain/ledger.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function ledgerOf(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (let at = 0; at < length; at += 1) {
    entries.push(
      appended(
        entries.at(-1) ?? null,
        {
          id: `e${at}`,
          narrator: 'n',
          certainty: 'attested',
          by: 'Ana',
          evidence: { kind: 'witness', note: 'Her sister' },
          at: '2026-01-01T00:00:00.000Z',
          body: { kind: 'reviewed', testimony: `t${at % 3}`, revision: 1 },
        },
        sha256,
      ),
    )
  }
  return entries
}

describe('the ledger', () => {
  test('a whole chain holds', () => expect(brokenEntries(ledgerOf(50), sha256)).toEqual([]))

  test('any entry deleted from within, edited or moved is found', () => {
    const whole = ledgerOf(12)
    for (let at = 0; at < whole.length; at += 1) {
      const edited = whole.map((entry, place) => (place === at ? { ...entry, by: 'Somebody' } : entry))
      expect(brokenEntries(edited, sha256), `edited ${at}`).not.toEqual([])
      if (at === whole.length - 1) continue
      expect(brokenEntries(whole.toSpliced(at, 1), sha256), `deleted ${at}`).not.toEqual([])
      const moved = whole.toSpliced(at, 2, ...whole.slice(at, at + 2).reverse())
      expect(brokenEntries(moved, sha256), `moved ${at}`).not.toEqual([])
    }
  })

  test('an entry forged with a right hash of its own breaks the one after it', () => {
    const whole = ledgerOf(5)
    const forged = appended(whole[1] ?? null, { ...(whole[2] as LedgerEntry), by: 'Somebody' }, sha256)
    expect(brokenEntries(whole.with(2, forged), sha256)).toEqual([4])
  })

  test('canonical JSON is one spelling of a value, and reads back as it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shuffled = JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
          typeof inner === 'object' && inner !== null && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).toReversed())
            : inner,
        ) as unknown
        expect(canonical(shuffled)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
