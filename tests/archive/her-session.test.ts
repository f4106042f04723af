// In her session: who may be at the window, what comes of leaving it, her passphrase, and what she decides.
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Changes } from '../../electron/archive/features/care.ts'
import { Door } from '../../electron/archive/features/door/door.ts'
import { herSessionHandlers } from '../../electron/archive/features/her-session/index.ts'
import { HandedOver } from '../../electron/archive/features/erase/handed-over.ts'
import { RecordingUnderWay } from '../../electron/archive/features/her-session/recording-under-way.ts'
import { leftAloneMs } from '../../electron/archive/features/her-session/left-alone.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { addPerson, evidence, herPassphrase, type Person } from '../contract/role-world.ts'
import { plainConditions } from '../support/plain-conditions.ts'

let archive: TestArchive
let now: Date
let her: Person
beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00.000Z')
  archive = await makeArchive({ now: () => now })
  her = await addPerson(archive.client, 'Amaranta')
})
afterEach(async () => {
  vi.useRealTimers()
  await archive.close()
})

const handOver = (given: string | null) =>
  archive.client.herSession.handOver({ narrator: her.narrator, passphrase: given })
const answerYes = () =>
  archive.client.consent.answer({
    testimony: her.testimony,
    evidence: { kind: 'signedPaper', note: 'in the drawer' },
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer: 'yes',
    conditions: { ...plainConditions, recipients: [] },
    cardLanguage: 'en',
    cardVersion: 1,
  })

describe('the window', () => {
  test('is handed over and taken back, and the door says whose it is', async () => {
    const { client } = archive
    expect(await client.door.state({})).toMatchObject({ role: 'archivist', archivist: 'Ana' })
    await handOver(null)
    expect(await client.door.state({})).toMatchObject({ state: 'open', role: 'narrator', archivist: null })
    await expect(client.herSession.leave({ passphrase: 'not this one at all' })).rejects.toMatchObject({
      code: 'wrongPassphrase',
    })
    await expect(client.herSession.leave({ passphrase: herPassphrase })).rejects.toMatchObject({
      code: 'wrongPassphrase',
    })
    expect(await client.door.state({})).toMatchObject({ role: 'narrator' })
    await client.herSession.leave({ passphrase })
    expect(await client.door.state({})).toMatchObject({ role: 'archivist', archivist: 'Ana' })
  })

  test("with a wrong passphrase of hers it stays the archivist's", async () => {
    const { client } = archive
    await expect(handOver('another harbour sister ladder quiet thunder')).rejects.toMatchObject({
      code: 'wrongPassphrase',
    })
    expect(await client.door.state({})).toMatchObject({ role: 'archivist' })
    await expect(client.herSession.handOver({ narrator: '0123456789abcdef', passphrase: null })).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  test("is the archivist's again after a lock, with a passphrase", async () => {
    const { client, folder } = archive
    await handOver(herPassphrase)
    await client.door.lock({})
    await expect(client.story.read({ testimony: her.testimony })).rejects.toMatchObject({ code: 'locked' })
    await client.door.open({ folder, passphrase })
    expect(await client.door.state({})).toMatchObject({ role: 'archivist' })
  })

  test("locks after ten minutes without a call, by the archive's clock", async () => {
    const { client, process } = archive
    await handOver(null)
    const pass = (ms: number) => (now = new Date(now.getTime() + ms))
    for (let time = 0; time < 3; time += 1) {
      pass(leftAloneMs - 1)
      await client.herSession.about({})
    }
    pass(leftAloneMs - 1)
    await process.media.find('media', her.recording.media, '')
    pass(leftAloneMs - 1)
    await client.herSession.about({})
    pass(leftAloneMs)
    await expect(client.herSession.about({})).rejects.toMatchObject({ code: 'locked' })
    expect(await client.door.state({})).toMatchObject({ state: 'closed', role: null })
  })

  test("and by a timer, when nobody calls at all; the archivist's own session stays", async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { client } = archive
    await handOver(null)
    await client.herSession.leave({ passphrase })
    vi.advanceTimersByTime(leftAloneMs * 2)
    now = new Date(now.getTime() + leftAloneMs * 2)
    expect(await client.door.state({})).toMatchObject({ state: 'open', role: 'archivist' })
    await handOver(null)
    vi.advanceTimersByTime(leftAloneMs - 1)
    expect(await client.door.state({})).toMatchObject({ state: 'open', role: 'narrator' })
    vi.advanceTimersByTime(leftAloneMs)
    expect(await client.door.state({})).toMatchObject({ state: 'closed' })
  })

  test('nothing that an archivist began goes on in her session', async () => {
    const { client } = archive
    const going = client.care.check({})[Symbol.asyncIterator]()
    await going.next()
    await handOver(null)
    const rest = []
    for (let next = await going.next(); next.done !== true; next = await going.next()) rest.push(next.value)
    expect(rest.filter(({ kind }) => kind === 'checked')).toEqual([])
  })
})

describe('her passphrase', () => {
  test('is set once, opens, changes, and goes', async () => {
    const { client } = archive
    const { herSession } = client
    const other = 'copper window garden seventeen bicycle stars'
    await handOver(null)
    expect(await herSession.about({})).toMatchObject({ hasPassphrase: true, keyOpen: false, isCopy: false })
    await expect(herSession.setPassphrase({ passphrase: other })).rejects.toMatchObject({ code: 'hasPassphrase' })
    await expect(herSession.openKey({ passphrase: other })).rejects.toMatchObject({ code: 'wrongPassphrase' })
    await herSession.openKey({ passphrase: herPassphrase })
    expect(await herSession.about({})).toMatchObject({ keyOpen: true })
    await expect(herSession.changePassphrase({ old: herPassphrase, passphrase: 'short' })).rejects.toMatchObject({
      code: 'weakPassphrase',
    })
    await expect(herSession.changePassphrase({ old: other, passphrase: other })).rejects.toMatchObject({
      code: 'wrongPassphrase',
    })
    await herSession.changePassphrase({ old: herPassphrase, passphrase: other })
    await expect(herSession.openKey({ passphrase: herPassphrase })).rejects.toMatchObject({ code: 'wrongPassphrase' })
    await herSession.openKey({ passphrase: other })
    expect(await herSession.readSealed({ testimony: her.testimony, passage: her.sealed })).toEqual({
      text: 'It rained on us.',
    })
    await answerYes()
    await expect(herSession.forgetPassphrase({ passphrase: herPassphrase })).rejects.toMatchObject({
      code: 'wrongPassphrase',
    })
    await herSession.forgetPassphrase({ passphrase: other })
    expect(await herSession.about({})).toMatchObject({ hasPassphrase: false, keyOpen: false })
    await expect(herSession.openKey({ passphrase: other })).rejects.toMatchObject({ code: 'noPassphrase' })
    // What was sealed is unsealed, and what she signed is still signed.
    const { story, marks } = await client.story.read({ testimony: her.testimony })
    expect(story.passages.at(-1)?.text).toBe('It rained on us.')
    expect(marks.seals).toEqual([])
    const { entries } = await client.consent.read({ testimony: her.testimony })
    expect(entries.at(-1)).toMatchObject({ certainty: 'signed', signature: 'holds' })
    await herSession.setPassphrase({ passphrase: herPassphrase })
    expect(await herSession.about({})).toMatchObject({ hasPassphrase: true, keyOpen: true })
  })

  test('forgotten without it, what was sealed can never be read again', async () => {
    const { client } = archive
    await handOver(null)
    await client.herSession.forgetPassphrase({ passphrase: null })
    await client.herSession.setPassphrase({ passphrase: herPassphrase })
    const one = { testimony: her.testimony, passage: her.sealed }
    await expect(client.herSession.readSealed(one)).rejects.toMatchObject({ code: 'sealed' })
    await expect(client.herSession.unseal({ testimony: her.testimony, passages: [her.sealed] })).rejects.toMatchObject({
      code: 'sealed',
    })
  })
})

describe('what she decides', () => {
  test("is signed with her key open, attested by who handed over without, and an archivist's stays attested", async () => {
    const { client } = archive
    await answerYes()
    await handOver(null)
    await client.consent.reviewed({ testimony: her.testimony, evidence })
    await client.herSession.openKey({ passphrase: herPassphrase })
    await client.consent.waiveCoolingOff({ testimony: her.testimony, evidence })
    const { entries, coolingOffUntil } = await client.consent.read({ testimony: her.testimony })
    expect(
      entries
        .slice(-3)
        .map(({ kind, certainty, by, evidence: known, signature }) => [kind, certainty, by, known.kind, signature]),
    ).toEqual([
      ['consent', 'attested', 'Ana', 'signedPaper', 'none'],
      ['reviewed', 'attested', 'Ana', 'inPerson', 'none'],
      ['coolingOffWaived', 'signed', 'Amarantaname', 'inPerson', 'holds'],
    ])
    expect(coolingOffUntil).toBeNull()
  })

  test('her first going-through starts the cooling-off', async () => {
    const { client } = archive
    const [line] = await bringIn(client, [{ name: 'rain.txt', bytes: Buffer.from('It rained.') }])
    const testimony = line?.testimony ?? ''
    const { story } = await client.story.read({ testimony })
    await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
    await client.consent.reviewed({ testimony, evidence })
    const { reviewedAt, coolingOffUntil } = await client.herSession.progress({ testimony })
    expect([reviewedAt, coolingOffUntil]).toEqual(['2026-03-01T12:00:00.000Z', '2026-03-08T12:00:00.000Z'])
  })
})

describe('where she is', () => {
  test('is kept, without counting how far', async () => {
    const { client } = archive
    const { testimony, passages } = her
    await handOver(null)
    const [first = '', second = ''] = passages
    await client.herSession.look({ testimony, passage: first, look: 'heard', on: true })
    now = new Date(now.getTime() + 1_000)
    await client.herSession.look({ testimony, passage: second, look: 'later', on: true })
    await client.herSession.look({ testimony, passage: second, look: 'right', on: true })
    await client.herSession.look({ testimony, passage: second, look: 'later', on: false })
    const { looks, last } = await client.herSession.progress({ testimony })
    expect(looks.map(({ passage, look }) => [passage, look])).toEqual([
      [first, 'heard'],
      [second, 'right'],
    ])
    expect(last).toBe(second)
    expect((await client.herSession.about({})).testimonies).toMatchObject([
      { id: testimony, passages: passages.length, looked: 2, waiting: 0 },
    ])
    await client.herSession.chooseColour({ colour: 5 })
    expect(await client.herSession.about({})).toMatchObject({ colour: 5, name: 'Amarantaname' })
    await expect(
      client.herSession.look({ testimony, passage: '0123456789abcdef', look: 'heard', on: true }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  test('a passage is changed while its words are others than before her, and no longer when they are back', async () => {
    const { client } = archive
    const { testimony } = her
    await handOver(null)
    const read = async () => (await client.story.read({ testimony })).story
    const changed = async () => (await client.herSession.progress({ testimony })).changed
    const write = async (passage: string, text: string) => {
      const { passages, testimony: about } = await read()
      const one = passages.filter(({ id }) => id === passage).map((old) => ({ ...old, text, wordTimes: [] }))
      const change = { turns: null, passages: one, marks: [], lineage: [] }
      await client.writing.keep({ testimony, base: about.revision, change })
    }
    const { id, text } = (await read()).passages[0] ?? { id: '', text: '' }
    await write(id, `${text} Yes.`)
    expect(await changed()).toEqual([id])
    // In another revision of hers: what counts is how it stood before the first one.
    now = new Date(now.getTime() + 180_000)
    await write(id, `${text} No.`)
    expect(await changed()).toEqual([id])
    await write(id, text)
    expect(await changed()).toEqual([])
  })
})

test("a keyring laid in the place of the archive's own does not end her session", async () => {
  const { client, folder } = archive
  const other = await makeArchive()
  try {
    await handOver(null)
    await other.client.door.lock({})
    await copyFile(`${other.folder}/keyring`, `${folder}/keyring`)
    await rm(`${folder}/keyring.previous`)
    // The same passphrase opens that keyring, which is another archive's.
    await expect(client.herSession.leave({ passphrase })).rejects.toMatchObject({ code: 'wrongPassphrase' })
    expect(await client.door.state({})).toMatchObject({ role: 'narrator' })
  } finally {
    await other.close()
  }
})

test.each(['locked', 'handed back', 'opened again'])('her keys are zeroed when the archive is %s', async (how) => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-test-'))
  const surroundings = { now: () => new Date(), random: systemRandom }
  const door = new Door(dataFolder, surroundings, new Changes(), argonFloor, () => undefined)
  const { signal } = new AbortController()
  const folder = path.join(dataFolder, 'archive')
  const { create, confirmPaperKey } = door.handlers()
  try {
    const { paperKey, check } = await create({ folder, passphrase, archivist: 'Ana', language: 'en' }, signal)
    await confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') }, signal)
    const session = door.open()
    session.save([], (writable) =>
      writable.run("INSERT INTO narrators (id, name, existence) VALUES ('amaranta', 'A', 'byName')"),
    )
    const { handOver, setPassphrase, openKey, leave } = herSessionHandlers(
      door,
      new RecordingUnderWay(),
      new HandedOver(),
    )
    await handOver({ narrator: 'amaranta', passphrase: null }, signal)
    await setPassphrase({ passphrase: herPassphrase }, signal)
    const key = session.actor.role === 'narrator' ? session.actor.key : null
    if (key === null) throw new Error('her key is open')
    const secrets = [key.signingSecret, key.sealingSecret]
    expect(secrets.map((secret) => secret.every((byte) => byte === 0))).toEqual([false, false])
    if (how === 'locked') await door.lock()
    else if (how === 'handed back') await leave({ passphrase }, signal)
    else await openKey({ passphrase: herPassphrase }, signal)
    expect(secrets.map((secret) => secret.every((byte) => byte === 0))).toEqual([true, true])
  } finally {
    await door.lock()
    await rm(dataFolder, { recursive: true, force: true })
  }
})
