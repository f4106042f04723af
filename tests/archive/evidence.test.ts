// What shows that she decided: kept encrypted, hers and the archivist's to read, named by her answers, gone where none does.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { addPerson, herPassphrase, type Person } from '../contract/role-world.ts'
import { plainConditions } from '../support/plain-conditions.ts'

let archive: TestArchive
let her: Person
let other: Person
let now = new Date('2026-01-01T00:00:00.000Z')
beforeEach(async () => {
  now = new Date('2026-01-01T00:00:00.000Z')
  archive = await makeArchive({ now: () => now })
  her = await addPerson(archive.client, 'Amaranta')
  other = await addPerson(archive.client, 'Berenice')
}, 60_000)
afterEach(() => archive.close())

const words = 'I agree. Signed with a cross.'
const paper = Buffer.from(`%PDF-1.7\n${words}`)
const card = { cardLanguage: 'en', cardVersion: 1 } as const

async function keepPaper(testimony = her.testimony, bytes = paper) {
  const { client } = archive
  const { file } = await client.evidence.begin({ testimony, type: 'application/pdf' })
  await client.evidence.append({ testimony, file, bytes: bytes.subarray(0, 6) })
  await client.evidence.append({ testimony, file, bytes: bytes.subarray(6) })
  return client.evidence.finish({ testimony, file })
}

const answer = (files: { id: string; sha256: string }[], more: object = {}) =>
  archive.client.consent.answer({
    testimony: her.testimony,
    evidence: { kind: 'signedPaper', note: 'In the blue folder.', files, ...more },
    scope: { kind: 'testimony' },
    use: 'research',
    answer: 'yes',
    conditions: plainConditions,
    ...card,
  })

async function read(media: string): Promise<{ type: string; text: string }> {
  const found = await archive.process.media.find('media', media, '')
  const pieces: Uint8Array[] = []
  for await (const piece of found.read(0, found.size)) pieces.push(piece)
  return { type: found.type, text: Buffer.concat(pieces).toString() }
}

const list = async (testimony = her.testimony) => (await archive.client.evidence.list({ testimony })).files
const findings = async () => {
  for await (const step of archive.client.care.check({})) if (step.kind === 'checked') return step.findings
  throw new Error('the check did not end')
}

test('a paper is kept as it was, encrypted, named with its SHA-256, and read again by the archivist and by her', async () => {
  const kept = await keepPaper()
  expect(kept.sha256).toBe(createHash('sha256').update(paper).digest('hex'))
  await answer([kept])
  const [file] = await list()
  expect(file).toMatchObject({ ...kept, type: 'application/pdf', size: paper.length, named: true })
  expect(await read(file?.media ?? '')).toEqual({ type: 'application/pdf', text: paper.toString() })
  for (const name of readdirSync(archive.folder, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) expect(readFileSync(path.join(name.parentPath, name.name)).includes(words)).toBe(false)
  }
  const { client } = archive
  await client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  expect((await read(file?.media ?? '')).text).toContain(words)
  await client.herSession.leave({ passphrase })
  await client.herSession.handOver({ narrator: other.narrator, passphrase: null })
  await expect(read(file?.media ?? '')).rejects.toMatchObject({ code: 'mediaMissing' })
  await expect(client.evidence.list({ testimony: her.testimony })).rejects.toMatchObject({ code: 'notFound' })
  await client.herSession.leave({ passphrase })
})

test('an answer names only files of its own testimony, with the bytes that they have', async () => {
  const hers = await keepPaper()
  const others = await keepPaper(other.testimony)
  await expect(answer([others])).rejects.toMatchObject({ code: 'notFound' })
  await expect(answer([{ ...hers, sha256: '0'.repeat(64) }])).rejects.toMatchObject({ code: 'notFound' })
  await expect(answer([hers, { id: '0123456789abcdef', sha256: hers.sha256 }])).rejects.toMatchObject({
    code: 'notFound',
  })
  const clip = { recording: her.recording.id, startMs: 0, endMs: 500 }
  await expect(answer([], { clip: { ...clip, recording: other.recording.id } })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(answer([], { clip: { ...clip, endMs: 5_000 } })).rejects.toMatchObject({ code: 'rangeOutside' })
  await expect(
    archive.client.consent.answer({
      testimony: her.testimony,
      evidence: { kind: 'witness', note: '' },
      scope: { kind: 'testimony' },
      use: 'research',
      answer: 'yes',
      conditions: plainConditions,
      ...card,
      teachBack: { said: 'Anybody could read it.', file: others },
    }),
  ).rejects.toMatchObject({ code: 'notFound' })
  const { entries } = await answer([hers], { clip })
  expect(entries.at(-1)).toMatchObject({ evidence: { kind: 'signedPaper', clip, files: [hers] } })
})

test('what is no paper, no picture and no sound is not taken, and what begins as another kind is not either', async () => {
  const { client } = archive
  const { testimony } = her
  const types: readonly string[] = ['text/html', 'image/svg+xml', 'application/xhtml+xml', '']
  for (const type of types)
    await expect(client.evidence.begin({ testimony, type: type as 'image/png' })).rejects.toMatchObject({
      code: 'badInput',
    })
  for (const type of ['image/png', 'image/jpeg', 'audio/webm', 'application/pdf'] as const) {
    const { file } = await client.evidence.begin({ testimony, type })
    await expect(
      client.evidence.append({ testimony, file, bytes: Buffer.from('<script>alert(1)</script>') }),
    ).rejects.toMatchObject({ code: 'formatUnknown' })
    await expect(client.evidence.finish({ testimony, file })).rejects.toMatchObject({ code: 'fileEmpty' })
    await client.evidence.drop({ testimony, file })
  }
})

test('what no answer names is gone at the next opening, from the disk too; what one names cannot be dropped', async () => {
  const { client, folder } = archive
  const named = await keepPaper()
  await answer([named])
  const media = () => readdirSync(path.join(folder, 'media')).length
  const before = media()
  const dropped = await keepPaper()
  await client.evidence.drop({ testimony: her.testimony, file: dropped.id })
  expect(media()).toBe(before)
  await expect(client.evidence.drop({ testimony: her.testimony, file: named.id })).rejects.toMatchObject({
    code: 'notFound',
  })
  await keepPaper()
  expect(media()).toBe(before + 1)
  await client.door.lock({})
  await client.door.open({ folder, passphrase })
  expect(media()).toBe(before)
  expect((await list()).map(({ id }) => id)).toEqual([named.id])
  expect(await findings()).toEqual([])
})

test('what is being kept when the archive locks leaves nothing behind', async () => {
  const { client, folder } = archive
  const before = readdirSync(path.join(folder, 'media')).length
  const { file } = await client.evidence.begin({ testimony: her.testimony, type: 'application/pdf' })
  await client.evidence.append({ testimony: her.testimony, file, bytes: paper })
  await client.door.lock({})
  expect(readdirSync(path.join(folder, 'media')).length).toBe(before)
})

test('she takes it with her, and it is hers alone in her copy', async () => {
  const kept = await keepPaper()
  await answer([kept])
  const parent = path.join(archive.dataFolder, 'out')
  const { client } = archive
  mkdirSync(parent)
  await client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  const asked = { narrator: her.narrator, parent, name: 'copy', passphrase: herPassphrase }
  for await (const step of client.takeHome.makeCopy(asked))
    if (step.kind === 'done') expect(step.folder).toContain('copy')
  await client.door.lock({})
  await client.door.open({ folder: path.join(parent, 'copy'), passphrase: herPassphrase })
  const [file] = await list()
  expect(file).toMatchObject({ ...kept, named: true })
  expect((await read(file?.media ?? '')).text).toContain(words)
  await expect(client.evidence.begin({ testimony: her.testimony, type: 'image/png' })).rejects.toMatchObject({
    code: 'onlyArchivist',
  })
})

test('an event that came closes the yes that waited for it, until she is asked again', async () => {
  const { client } = archive
  const { testimony } = her
  const say = (conditions: object, more: object = {}) =>
    client.consent.answer({
      testimony,
      evidence: { kind: 'inPerson', note: '' },
      scope: { kind: 'testimony' },
      use: 'research',
      answer: 'yes',
      conditions: { ...plainConditions, ...conditions },
      ...card,
      ...more,
    })
  const research = ({ wholeStory }: Awaited<ReturnType<typeof say>>) => wholeStory.find(({ use }) => use === 'research')
  const plainYes = (await say({})).entries.at(-1)?.id ?? ''
  const waits = await say({ untilEvent: 'My sister has her papers' })
  const entry = waits.entries.at(-1)?.id ?? ''
  expect(research(waits)).toMatchObject({ open: true })
  const evidence = { kind: 'witness', note: 'Her sister told me.' } as const
  for (const wrong of [plainYes, '0123456789abcdef'])
    await expect(client.consent.eventCame({ testimony, entry: wrong, evidence })).rejects.toMatchObject({
      code: 'notFound',
    })
  await expect(client.consent.eventCame({ testimony: other.testimony, entry, evidence })).rejects.toMatchObject({
    code: 'notFound',
  })
  const came = await client.consent.eventCame({ testimony, entry, evidence })
  expect(research(came)).toMatchObject({ open: false, because: 'eventCame' })
  expect(came.entries.at(-1)).toMatchObject({ kind: 'eventCame', about: entry, evidence })
  await expect(say({}, { renews: '0123456789abcdef' })).rejects.toMatchObject({ code: 'notFound' })
  const again = await say({ untilEvent: 'My mother has hers' }, { renews: entry })
  expect(research(again)).toMatchObject({ open: true })
  expect(again.entries.at(-1)).toMatchObject({ renews: entry })
})

test('setting the clock back opens nothing: not a date that has passed, nor when the archive is opened again', async () => {
  const { client, folder } = archive
  const { testimony } = her
  const state = async () => {
    const { wholeStory } = await client.consent.read({ testimony })
    return wholeStory.find(({ use }) => use === 'research')
  }
  await client.consent.answer({
    testimony,
    evidence: { kind: 'inPerson', note: '' },
    scope: { kind: 'testimony' },
    use: 'research',
    answer: 'yes',
    conditions: { ...plainConditions, until: '2026-06-01T00:00:00Z' },
    ...card,
  })
  expect(await state()).toMatchObject({ open: true })
  now = new Date('2026-06-01T00:00:00.001Z')
  expect(await state()).toMatchObject({ open: false, because: 'expired' })
  for (const back of ['2026-01-02T00:00:00.000Z', '1999-01-01T00:00:00.000Z']) {
    now = new Date(back)
    expect(await state()).toMatchObject({ open: false, because: 'expired' })
    await client.door.lock({})
    await client.door.open({ folder, passphrase })
    expect(await state()).toMatchObject({ open: false, because: 'expired' })
  }
})

test('what closes a section closes what comes to belong to it; a yes names passages that belong to it', async () => {
  const { client } = archive
  const { testimony, passages } = her
  const [, second = '', third = ''] = passages
  const put = (passage: string, heading: string) =>
    client.writing.putSection({ testimony, section: null, passage, heading })
  await client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  const { section } = await put(second, 'The market')
  const later = await put(third, 'The rain')
  const say = (answered: 'yes' | 'no', scope: Parameters<typeof client.consent.answer>[0]['scope']) =>
    client.consent.answer({
      testimony,
      evidence: { kind: 'inPerson', note: '' },
      scope,
      use: 'press',
      answer: answered,
      conditions: plainConditions,
      ...card,
    })
  await say('yes', { kind: 'testimony' })
  const about = { kind: 'section', section, heading: 'The market', passages: [second] } as const
  await expect(say('no', { ...about, passages: [third] })).rejects.toMatchObject({ code: 'notFound' })
  await expect(say('no', { ...about, section: '0123456789abcdef' })).rejects.toMatchObject({ code: 'notFound' })
  const closed = ({ passages: shown }: Awaited<ReturnType<typeof say>>) =>
    shown.filter(({ use, open }) => use === 'press' && !open).map(({ passage }) => passage)
  expect(closed(await say('no', about))).toEqual([second])
  await client.writing.removeSection({ testimony, section: later.section })
  expect(closed(await client.consent.read({ testimony }))).toEqual(passages.slice(1))
  await client.herSession.leave({ passphrase })
})
