// A thousand sign-offs that are not hers, or not of this, or not now: nothing leaves by any of them. Each is forged behind the
// archive's back by somebody who holds its key, may write in its database and knows how its chain is made.
import { describe, expect, test } from 'vitest'
import { whatCounts } from '../../electron/archive/store/ledger.ts'
import { herLine } from '../../shared/domain/mirror/her-line.ts'
import { gate } from '../../shared/domain/gate/gate.ts'
import { type LedgerBody } from '../../shared/domain/consent/ledger.ts'
import { ways } from './sign-off-forgeries.ts'
import { database, keys, decided, chain, append, asked, signedOff, leavesBy, randomFrom } from './sign-off-forge.ts'

const attempts = 1_000

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
