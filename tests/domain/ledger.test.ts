import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../shared/domain/canonical.ts'
import { appended, entryHash, type LedgerEntry } from '../../shared/domain/consent/ledger.ts'
import { chainText, LedgerChain, type ChainRow, type Place } from '../../shared/domain/consent/ledger-chain.ts'

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

const rowOf = ({ body, evidence, ...entry }: LedgerEntry): ChainRow => ({
  ...entry,
  testimony: body.testimony,
  kind: body.kind,
  body: canonical(body),
  evidence: canonical(evidence),
})
const headOf = (rows: readonly ChainRow[]): Place | null => rows.at(-1) ?? null

function checked(rows: readonly ChainRow[], head = headOf(rows), anchors: readonly Place[] = []) {
  const chain = new LedgerChain(sha256)
  for (const row of rows) chain.take(row)
  const { broken, faults } = chain.end(head, anchors)
  expect(broken).toBe(faults.reduce((sum, { sequence, until }) => sum + until - sequence + 1, 0))
  return faults.map(({ kind, sequence, until, entry }) => ({ kind, at: [sequence, until], entry }))
}

describe('check this archive finds', () => {
  const whole = ledgerOf(12).map(rowOf)
  const row = (at: number) => whole[at] as ChainRow

  test('nothing in a ledger that is whole, however its JSON is spelled', () => {
    expect(checked(whole)).toEqual([])
    expect(checked([])).toEqual([])
    const spelled = (json: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(json)).toReversed()))
    expect(checked(whole.map((one) => ({ ...one, body: spelled(one.body), evidence: spelled(one.evidence) })))).toEqual(
      [],
    )
    expect(chainText(row(3), row(3).previous, 4)).toBe(canonical({ ...ledgerOf(4)[3], hash: undefined }))
  })

  test('any entry that was taken out', () => {
    for (let at = 0; at < whole.length - 1; at += 1)
      expect(checked(whole.toSpliced(at, 1))).toEqual([{ kind: 'missing', at: [at + 1, at + 1], entry: null }])
    expect(checked(whole.toSpliced(3, 4))).toEqual([{ kind: 'missing', at: [4, 7], entry: null }])
  })

  test('an end that was cut off', () => {
    expect(checked(whole.slice(0, 9), headOf(whole))).toEqual([{ kind: 'cutOff', at: [10, 12], entry: null }])
    expect(checked([], headOf(whole))).toEqual([{ kind: 'cutOff', at: [1, 12], entry: null }])
  })

  test.each([
    'by',
    'at',
    'narrator',
    'certainty',
    'evidence',
    'body',
    'id',
    'kind',
    'testimony',
    'hash',
    'previous',
  ] as const)('any entry whose %s was changed', (column) => {
    for (let at = 0; at < whole.length; at += 1) {
      const other = column === 'body' ? row(at).body.replace('"revision":1', '"revision":2') : `${row(at)[column]}.`
      const found = checked(whole.with(at, { ...row(at), [column]: other }), headOf(whole))
      expect(found[0], `${at}`).toMatchObject({ at: [at + 1, at + 1] })
      expect(
        found.some(({ kind, entry }) => kind === 'edited' && entry === (column === 'id' ? other : row(at).id)),
      ).toBe(true)
    }
  })

  test('entries that stand in the place of each other', () => {
    const swapped = whole.with(3, { ...row(7), sequence: 4 }).with(7, { ...row(3), sequence: 8 })
    expect(checked(swapped).filter(({ kind }) => kind === 'outOfOrder')).toEqual([
      { kind: 'outOfOrder', at: [4, 4], entry: 'e7' },
      { kind: 'outOfOrder', at: [8, 8], entry: 'e3' },
    ])
    const later = [...whole.slice(0, 4), { ...row(5), sequence: 5 }, { ...row(4), sequence: 6 }, ...whole.slice(6)]
    expect(checked(later).map(({ kind, entry }) => [kind, entry])).toEqual([
      ['outOfOrder', 'e5'],
      ['outOfOrder', 'e4'],
    ])
  })

  test('an entry that was forged with a right hash of its own, the last one too', () => {
    const entries = ledgerOf(12)
    for (let at = 0; at < 12; at += 1) {
      const forged = { ...(entries[at] as LedgerEntry), by: 'Somebody' }
      const hashed = rowOf({ ...forged, hash: entryHash(forged, sha256) })
      expect(checked(whole.with(at, hashed), headOf(whole)), `${at}`).toEqual([
        { kind: 'forged', at: [at + 1, at + 1], entry: `e${at}` },
      ])
    }
  })

  test('a whole end that was made anew, by what was noted of it when something was given out', () => {
    const entries: LedgerEntry[] = ledgerOf(6)
    for (const entry of ledgerOf(12).slice(6))
      entries.push(appended(entries.at(-1) ?? null, { ...entry, by: 'Somebody' }, sha256))
    const anew = entries.map(rowOf)
    expect(checked(anew)).toEqual([])
    expect(checked(anew, headOf(anew), [row(8)])).toEqual([{ kind: 'forged', at: [9, 9], entry: null }])
  })

  test('an entry that was put in after the end', () => {
    expect(checked(whole, row(10))).toEqual([{ kind: 'forged', at: [12, 12], entry: null }])
  })
})

describe('the ledger', () => {
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
