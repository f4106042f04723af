// The checker finds each thing that writing must never leave behind, and rows are placed so that little has to move.
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { placeNumbers } from '../../electron/archive/store/place-numbers.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { bringIn, makeArchive, passphrase } from '../support/archive.ts'

const brought = 'Ana: How did it begin?\n\nMarisol: I came from Oaxaca.\n\nAna: And then?\n\nMarisol: It rained.\n'

test.each([
  ['rangeOutsidePassage', 'UPDATE ranges SET end_at = 900 WHERE redaction IS NOT NULL'],
  ['rangeOutsidePassage', "UPDATE ranges SET quote = 'x' WHERE redaction IS NOT NULL"],
  ['rangeOutsidePassage', 'UPDATE ranges SET start_at = 1, end_at = 2 WHERE redaction IS NOT NULL'],
  ['tieNotWhole', 'UPDATE ranges SET end_at = 1, quote = substr(quote, 1, 1) WHERE tie IS NOT NULL'],
  ['pastBroken', 'UPDATE past_passages SET until = 99'],
  ['pastBroken', "INSERT INTO past_orders (testimony, until, turns) SELECT id, 1, 'no list' FROM testimonies"],
  ['sectionWithoutPassage', "UPDATE sections SET passage = 'nowhere123'"],
  ['searchOutOfStep', "INSERT INTO passage_words (rowid, text) VALUES (7, 'stray')"],
  [
    'sealedInTheOpen',
    `INSERT INTO narrator_keys (id, narrator, signing_public, sealing_public, passes, memory, created_at)
       SELECT 'key', narrator, x'00', x'00', 1, 1, '' FROM testimonies;
     INSERT INTO seals (id, testimony, passage, key, box, at) SELECT 's', t.id, p.id, 'key', x'00', '' FROM testimonies t, passages p LIMIT 1`,
  ],
])('%s: %s', async (rule, sql) => {
  const archive = await makeArchive()
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode(brought) }])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const [first, second] = story.passages
  if (first === undefined || second === undefined) throw new Error('no passages')
  const spans = [{ passage: second.id, start: 12, end: 18, startMs: null, endMs: null }]
  await client.marks.takeOut({
    testimony,
    spans,
    thing: 'place',
    reach: 'anyone',
    way: 'removed',
    replacement: '',
    why: '',
  })
  await client.marks.tie({ testimony, passages: [first.id], kind: 'neverAlone', reason: '' })
  await client.writing.putSection({ testimony, section: null, passage: first.id, heading: 'Beginnings' })
  const change = { turns: null, passages: [{ ...first, text: 'How?' }], marks: [], lineage: [] }
  await client.writing.keep({ testimony, base: 1, change })
  const findings = async () => {
    for await (const event of client.care.check({})) if (event.kind === 'checked') return event.findings
    return []
  }
  expect(await findings()).toEqual([])
  await client.door.lock({})
  const { key } = await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))
  const database = openDatabase(path.join(archive.folder, 'archive.db'), key, 'open')
  database.exec(sql)
  database.close()
  await client.door.open({ folder: archive.folder, passphrase })
  expect((await findings()).map((finding) => finding.rule)).toEqual([rule])
  await archive.close()
})

test('places rise in the order asked for, stay inside, and a new one moves no other where there is room', () => {
  const ids = Array.from({ length: 30 }, (_, at) => `p${at}`)
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(40), kind: fc.constantFrom('insert', 'remove', 'move') }), { maxLength: 60 }),
      fc.constantFrom(64, 200, 65_536),
      (steps, size) => {
        let order = ids.slice(0, 10)
        let kept = new Map(order.map((id, at) => [id, at]))
        let next = 0
        for (const { at, kind } of steps) {
          order = [...order]
          if (kind === 'insert' && order.length < 60) order.splice(at % (order.length + 1), 0, `n${(next += 1)}`)
          else if (kind === 'remove' && order.length > 1) order.splice(at % order.length, 1)
          else order.unshift(...order.splice(at % order.length, 1))
          kept = placeNumbers(order, kept, size)
          const places = order.map((id) => kept.get(id) ?? -1)
          expect(places.every((place, index) => place >= 0 && place < size && place > (places[index - 1] ?? -1))).toBe(
            true,
          )
        }
      },
    ),
  )
  const spread = new Map(ids.map((id, at) => [id, at * 16]))
  const placed = placeNumbers(['p0', 'p1', 'new', ...ids.slice(2)], spread, 65_536)
  expect([...spread].every(([id, place]) => placed.get(id) === place)).toBe(true)
  const dense = new Map(ids.map((id, at) => [id, at]))
  expect(placeNumbers(['p0', 'new', ...ids.slice(1)], dense, 65_536).get('p0')).toBe(0)
})
