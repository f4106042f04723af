// Her receipt: what she agreed to and refused, where her words went, how to take it back; for her, and for machines.
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { consentStatuses } from '../../shared/domain/consent/status.ts'
import { machineReceipt } from '../../shared/formats/receipt.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { evidence, readyStory, type ReadyStory } from '../support/ready-story.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const story = `Rosalinda: In the winter we walked eleven kilometres to the packing house.

Ana: Who paid you?

Rosalinda: A man paid us on Fridays, in coins, in the yard.
`
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/dpv/${name}`, import.meta.url), 'utf8'))
const terms = z
  .object({
    whole: z.record(z.string(), z.array(z.string())),
    used: z.record(z.string(), z.array(z.string())),
    validForProcessing: z.array(z.string()),
    profile: z.object({ terms: z.array(z.string()) }),
  })
  .parse(fixture('terms.json'))
const standard = fixture('ts-27560.schema.json') as Parameters<typeof z.fromJSONSchema>[0]
const published = new Set([...Object.values(terms.whole), ...Object.values(terms.used)].flat())

let archive: TestArchive
let now = new Date('2026-03-01T10:00:00Z')
afterEach(async () => {
  now = new Date('2026-03-01T10:00:00Z')
  await archive.close()
})

const say = (
  { testimony }: ReadyStory,
  use: 'readingRoom' | 'press' | 'teaching' | 'website' | 'research',
  answer: 'yes' | 'no' | 'notYet' | 'askEachTime' | 'withdrawn',
  more: { passages?: string[]; until?: string; renews?: string; reviewAt?: string } = {},
) =>
  archive.client.consent.answer({
    testimony,
    evidence,
    scope: more.passages === undefined ? { kind: 'testimony' } : { kind: 'passages', passages: more.passages },
    use,
    answer,
    cardLanguage: 'en',
    cardVersion: 1,
    conditions: { ...plainConditions, recipients: [], until: more.until ?? null },
    ...(more.renews === undefined ? {} : { renews: more.renews }),
    ...(more.reviewAt === undefined ? {} : { reviewAt: more.reviewAt }),
  })

/** A story given out, and answers of every kind; another narrator is there too. */
async function answered() {
  archive = await makeArchive({ now: () => now })
  const { client } = archive
  await bringIn(client, [{ name: 'b.txt', bytes: new TextEncoder().encode('Oyelaran: I kept bees by the canal.\n') }])
  const ready = await readyStory(client, story)
  const { narrator } = (await client.story.read({ testimony: ready.testimony })).story
  await ready.answer('yes')
  await ready.signOff()
  await ready.giveOut(archive.dataFolder, 'out')
  await say(ready, 'press', 'no')
  await say(ready, 'teaching', 'yes', { until: '2026-03-05T00:00:00.000Z' })
  await say(ready, 'website', 'notYet')
  const { entries } = await say(ready, 'research', 'yes')
  await say(ready, 'research', 'yes', { renews: entries.at(-1)?.id ?? '' })
  await say(ready, 'readingRoom', 'withdrawn', { passages: [ready.passages[2] ?? ''] })
  now = new Date('2026-03-10T10:00:00Z')
  const wanted = { narrator: narrator.id, language: 'en', contact: '' }
  let saves = 0
  async function saved(contact = '') {
    const { folder } = await client.receipt.save({
      ...wanted,
      contact,
      parentFolder: archive.dataFolder,
      folderName: `papers ${(saves += 1)}`,
    })
    const files = (await readdir(folder)).toSorted()
    const page = await readFile(path.join(folder, 'receipt.html'), 'utf8')
    const json = await readFile(path.join(folder, 'receipt.json'), 'utf8')
    return { files, page, json, machine: machineReceipt.parse(JSON.parse(json)) }
  }
  return { client, ready, narrator, wanted, saved }
}

/** Every key and every string in it. */
function* saidIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  if (Array.isArray(value)) for (const one of value) yield* saidIn(one)
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      yield key
      yield* saidIn(one)
    }
}

test('every word of the vocabulary in a receipt is one that W3C has published', async () => {
  const { saved } = await answered()
  const { machine, json } = await saved()
  const { '@context': contexts, ...rest } = machine
  const { dpv, 'dpv-27560': profile } = contexts
  const used = [...new Set([...saidIn(rest)].filter((text) => /^dpv:[A-Za-z]+$/.test(text)))]
  expect(used.length).toBeGreaterThan(40)
  for (const name of used) expect(published, name).toContain(`${dpv}${name.slice(4)}`)
  for (const name of [...saidIn(rest)].filter((text) => text.startsWith('dpv-27560:')))
    expect(terms.profile.terms).toContain(`${profile}${name.slice(10)}`)
  // Nothing is left unread by the pattern above.
  expect(json.match(/"dpv:[^"]*"/g)?.every((name) => /^"dpv:[A-Za-z]+"$/.test(name))).toBe(true)
  // Control: a word that is not in it is found out.
  expect(published).not.toContain(`${dpv}ConsentAgreed`)
})

test('all status words are published ones, and only a yes in effect is valid for processing', () => {
  for (const name of consentStatuses) expect(published).toContain(`https://w3id.org/dpv#${name}`)
  const valid = consentStatuses.filter((name) => terms.validForProcessing.includes(`https://w3id.org/dpv#${name}`))
  expect(valid).toEqual(['ConsentGiven', 'RenewedConsentGiven'])
})

test('the machine form has every field that ISO/IEC TS 27560:2023 requires', async () => {
  const { saved } = await answered()
  const { machine } = await saved('Ana, 5 Mill Lane')
  const schema = z.fromJSONSchema(standard)
  expect(schema.safeParse(machine).error).toBeUndefined()
  // Control: without one of them it is refused.
  const [record] = machine['dpv:hasRecordOfActivity']
  const { 'dpv:hasNotice': _notice, ...bare } = record ?? {}
  expect(schema.safeParse({ ...machine, 'dpv:hasRecordOfActivity': [bare] }).success).toBe(false)
})

test('each answer has its status: given, refused, expired, deferred, renewed, withdrawn', async () => {
  const { saved } = await answered()
  const { machine } = await saved()
  const records = machine['dpv:hasRecordOfActivity'].map((record) => {
    const [process] = record['dpv:hasProcess']
    return [
      process?.['dpv:hasPurpose'][0]?.['dpv:hasIdentifier'],
      process?.['dpv:hasPersonalData'][0]?.['dpv:hasScope'],
      process?.['dpv:hasConsentStatus'],
      record['dpv:hasConsentStatus'].map((event) => event['@type'][0]),
    ]
  })
  expect(records).toEqual([
    ['readingRoom', 'all', 'dpv:ConsentGiven', ['dpv:ConsentGiven']],
    ['press', 'all', 'dpv:ConsentRefused', ['dpv:ConsentRefused']],
    ['teaching', 'all', 'dpv:ConsentExpired', ['dpv:ConsentGiven']],
    ['website', 'all', 'dpv:ConsentRequestDeferred', ['dpv:ConsentRequestDeferred']],
    ['research', 'all', 'dpv:RenewedConsentGiven', ['dpv:ConsentGiven', 'dpv:RenewedConsentGiven']],
    ['readingRoom', '3', 'dpv:ConsentWithdrawn', ['dpv:ConsentWithdrawn']],
  ])
})

test('it says where her words went, with the hash of every file, and how to take it back', async () => {
  const { saved, client } = await answered()
  const { machine, page } = await saved('Ana, 5 Mill Lane')
  const [row] = (await client.givenOut.list({})).disclosures
  expect(machine['dpv:hasProcess']).toMatchObject([
    { 'dpv:hasIdentifier': row?.id, 'dct:title': 'Nights', 'receipt:passages': 3, 'receipt:recall': 'owed' },
  ])
  expect(machine['dpv:hasProcess'][0]?.['receipt:files'].map((file) => file['schema:sha256'])).toEqual(
    row?.files.map(({ sha256 }) => sha256),
  )
  expect(page).toContain('Hall')
  expect(page).toContain('Asking for it back has not begun')
  expect(page).toContain('Ana, 5 Mill Lane')
  expect(page).toContain('You can take back a yes at any time.')
  expect(page).toContain('Outside, nothing says that you are here, not even a number.')
})

test('the page is for everybody: a language, headings, tables with their heads, and nothing that runs', async () => {
  const { saved } = await answered()
  const { page, files } = await saved()
  expect(files).toEqual(['receipt.html', 'receipt.json'])
  expect(page).toContain('<html lang="en" dir="ltr">')
  expect(page).toMatch(/<h1>.*<\/h1>[\s\S]*<h2[\s\S]*<h3/)
  expect(page.match(/scope="col"/g)?.length).toBe(12)
  expect(page.match(/scope="row"/g)?.length).toBeGreaterThan(6)
  expect(page).toMatch(/default-src 'none'|default-src &#39;none&#39;/)
  expect(page).not.toMatch(/<script|<link|<img|javascript:|\son\w+=|https?:/)
})

test('nothing of anybody else is in it, no words of the story, no place in the ledger and no folder', async () => {
  const { saved, ready, client, wanted } = await answered()
  const { page, json } = await saved()
  const others = ['Oyelaran', 'bees', 'canal']
  const words = ['kilometres', 'packing', 'Fridays', 'coins']
  const all = page + json + JSON.stringify(await client.receipt.read(wanted))
  for (const told of [...others, ...words, archive.dataFolder, 'papers', 'sequence']) expect(all).not.toContain(told)
  expect(json).not.toMatch(/"(sequence|previous|hash)"/)
  // Control: what is hers is found.
  expect(all).toContain('Hall')
  expect(all).toContain(ready.testimony === '' ? 'never' : 'Your answers')
})

test('it is written down, with its hashes, before it lies in a folder; printing too', async () => {
  const { saved, client, wanted } = await answered()
  expect((await client.receipt.read(wanted)).before).toEqual([])
  const { machine } = await saved()
  now = new Date('2026-03-11T10:00:00Z')
  await client.receipt.printed(wanted)
  const number = machine['receipt:number']
  expect((await client.receipt.read(wanted)).before.map((row) => [row.way, row.number])).toEqual([
    ['saved', number],
    ['printed', number],
  ])
})

test('with its number she sees that nothing of hers was cut; it is made from her own decisions alone', async () => {
  const { saved, client, wanted, ready, narrator } = await answered()
  const { machine } = await saved()
  const number = machine['receipt:number']
  const compare = (text: string) => client.receipt.compare({ narrator: narrator.id, number: text })
  expect(await compare(number)).toEqual({ decisions: 10, now: 10 })
  const [other] = await bringIn(client, [{ name: 'c.txt', bytes: new TextEncoder().encode('Mina: I sold fish.\n') }])
  await client.consent.reviewed({ testimony: other?.testimony ?? '', evidence })
  expect((await saved()).machine['receipt:number']).toBe(number)
  await say(ready, 'press', 'withdrawn')
  expect((await saved()).machine['receipt:number']).not.toBe(number)
  expect(await compare(` ${number.slice(0, 32)} ${number.slice(32).toUpperCase()}`)).toEqual({ decisions: 10, now: 11 })
  expect(await compare('f'.repeat(64))).toEqual({ decisions: null, now: 11 })
  await client.herSession.handOver({ narrator: wanted.narrator, passphrase: null })
  expect(await compare(number)).toEqual({ decisions: 10, now: 11 })
  await client.herSession.leave({ passphrase })
})

test('in her language, or in the nearest one, which it says', async () => {
  const { client, wanted } = await answered()
  const spanish = await client.receipt.read({ ...wanted, language: 'es-MX' })
  expect([spanish.paper.language, spanish.paper.title]).toEqual(['es', 'Sus respuestas'])
  expect(JSON.stringify(spanish.paper.blocks)).not.toContain('There are no words')
  const arabic = await client.receipt.read({ ...wanted, language: 'ar' })
  expect(arabic.paper.language).toBe('en')
  expect(arabic.paper.blocks[0]).toMatchObject({ kind: 'words', text: expect.stringContaining('in Arabic yet') })
})

test('a refusal has no legal basis and nothing to take back; only a yes in effect has', async () => {
  const { saved } = await answered()
  const { machine } = await saved()
  const bases = machine['dpv:hasRecordOfActivity'].map((record) => [
    record['dpv:hasProcess'][0]?.['dpv:hasConsentStatus'],
    record['dpv:hasProcess'][0]?.['dpv:hasLegalBasis'],
    record['dpv:hasConsentStatus'].at(-1)?.['dpv:hasDuration'][0]?.['rdf:value'],
  ])
  const [yes, none, anew] = ['dpv:ExplicitlyExpressedConsent', 'dpv:NotAvailable', 'until she answers anew']
  expect(bases).toEqual([
    ['dpv:ConsentGiven', yes, 'until it is taken back'],
    ['dpv:ConsentRefused', none, anew],
    ['dpv:ConsentExpired', none, '2026-03-05T00:00:00.000Z'],
    ['dpv:ConsentRequestDeferred', none, anew],
    ['dpv:RenewedConsentGiven', yes, 'until it is taken back'],
    ['dpv:ConsentWithdrawn', none, anew],
  ])
})

test('it says when she is asked again, and everything that was heard from a recipient, in its order', async () => {
  const { client, ready, wanted } = await answered()
  await say(ready, 'press', 'no', { reviewAt: '2027-05-01T00:00:00.000Z' })
  const [row] = (await client.givenOut.list({})).disclosures
  const step = (kind: 'sent' | 'refused' | 'confirmed', on: string) =>
    client.recall.step({ disclosure: row?.id ?? '', kind, on, note: 'Their words, and a name.' })
  await step('sent', '2026-03-02')
  await step('refused', '2026-03-05')
  await step('confirmed', '2026-03-09')
  const { paper } = await client.receipt.read(wanted)
  const rows = paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  const press = rows.find(([, , answer]) => answer?.text === 'No')
  expect(press?.[3]?.text).toBe('you are asked again on 1 May 2027')
  expect(rows.find(([, to]) => /^.?Hall.?$/.test(to?.text ?? ''))?.[3]?.text).toMatch(
    /2 March 2026: They were asked to give it back\. 5 March 2026: They refused to give it back\. 9 March 2026: They say that they gave it back or deleted it\.$/,
  )
  expect(JSON.stringify(paper)).not.toContain('Their words')
})

test('it promises nothing that nobody can do here', async () => {
  const { client, wanted } = await answered()
  for (const language of ['en', 'es']) {
    const { paper } = await client.receipt.read({ ...wanted, language })
    expect(JSON.stringify(paper)).not.toMatch(/You can ask for it all to be erased|Puede pedir que se borre todo/)
  }
})
