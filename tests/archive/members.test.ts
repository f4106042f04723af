// Several archivists: each opens with her own passphrase and signs with her own name, and whoever goes opens nothing any more.
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '../../shared/contract/failure.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { bringIn, makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { beginTake, openWindow } from '../support/recorder.ts'
import { toneWav } from '../support/tone.ts'
import { temporaryFolder } from './temporary-folder.ts'

const bertas = 'thunder copper willow basket planet anchor'
const carlas = 'meadow rocket timber velvet puzzle harbor'
const opensWith = { kind: 'passphrase', words: passphrase } as const

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )
const add = (name: string, words: string) => archive.client.members.add({ opensWith, name, passphrase: words })
const opens = async (words: string): Promise<string> => {
  await archive.client.door.lock({})
  return codeOf(archive.client.door.open({ folder: archive.folder, passphrase: words }))
}
const idOf = async (name: string): Promise<string> =>
  (await archive.client.members.list({})).members.find((member) => member.name === name)?.id ?? ''
const atWindow = async () => (await archive.client.door.state({})).archivist
const keyOf = async (words: string, folder = archive.folder) =>
  (await openWithPassphrase(folder, normalisePassphrase(words))).key

async function story(): Promise<string> {
  const [line] = await bringIn(archive.client, [
    { name: 'a.txt', bytes: new TextEncoder().encode('I sold oranges by the river.') },
  ])
  return line?.testimony ?? ''
}

describe('several archivists', () => {
  test('each opens with her own, and signs with her own name', async () => {
    await add('Berta', bertas)
    const { members, openedWith, paper, shares } = await archive.client.members.list({})
    expect(members.map(({ name, isYou }) => [name, isYou])).toEqual([
      ['Ana', true],
      ['Berta', false],
    ])
    expect([openedWith, paper?.isCarried, shares]).toEqual(['passphrase', true, null])
    expect(await opens(bertas)).toBe('done')
    expect(await atWindow()).toBe('Berta')
    const testimony = await story()
    const { story: read } = await archive.client.story.read({ testimony })
    const span = { passage: read.passages[0]?.id ?? '', start: 0, end: 1, startMs: null, endMs: null }
    const label = {
      words: 'work',
      meaning: '',
      language: 'en',
      assertedBy: 'archivist',
      stance: 'none',
      colour: 1,
    } as const
    const { marks } = await archive.client.marks.label({ testimony, spans: [span], ...label })
    expect(marks.labels[0]?.author).toBe('Berta')
    expect(await opens(passphrase)).toBe('done')
    expect(await atWindow()).toBe('Ana')
  })

  test('one is taken in only by somebody who can open, with a strong passphrase and a name of her own', async () => {
    const before = readFileSync(path.join(archive.folder, 'keyring'))
    const wrong = { kind: 'passphrase', words: bertas } as const
    const { members } = archive.client
    for (const [asked, code] of [
      [{ opensWith: wrong, name: 'Berta', passphrase: bertas }, 'wrongPassphrase'],
      [{ opensWith, name: 'Berta', passphrase: 'berta1987' }, 'weakPassphrase'],
      [{ opensWith, name: ' ANA ', passphrase: bertas }, 'nameTaken'],
      [{ opensWith, name: 'Berta', passphrase }, 'passphraseTaken'],
    ] as const)
      expect(await codeOf(members.add(asked))).toBe(code)
    expect(readFileSync(path.join(archive.folder, 'keyring'))).toEqual(before)
  })

  test('takes the window back from a narrator in her own name', async () => {
    await add('Berta', bertas)
    const testimony = await story()
    const { story: read } = await archive.client.story.read({ testimony })
    await archive.client.herSession.handOver({ narrator: read.testimony.narrator, passphrase: null })
    await archive.client.herSession.leave({ passphrase: bertas })
    expect(await atWindow()).toBe('Berta')
    expect((await archive.client.members.list({})).members.map(({ isYou }) => isYou)).toEqual([false, true])
  })

  test('the paper key sets the passphrase of the one who is named', async () => {
    const { paperKey, check } = await archive.client.door.beginNewPaperKey({ opensWith, language: 'es' })
    await archive.client.door.confirmNewPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
    await add('Berta', bertas)
    const words = paperKey.join(' ')
    await archive.client.door.lock({})
    await archive.client.door.openWithPaperKey({ folder: archive.folder, words })
    expect(await atWindow()).toBe('—')
    expect((await archive.client.members.list({})).openedWith).toBe('paper')
    const change = { opensWith: { kind: 'paper', words }, passphrase: carlas } as const
    expect(await codeOf(archive.client.door.changePassphrase(change))).toBe('notFound')
    await archive.client.door.changePassphrase({ ...change, member: await idOf('Berta') })
    expect(await opens(bertas)).toBe('wrongPassphrase')
    expect(await opens(carlas)).toBe('done')
    expect(await atWindow()).toBe('Berta')
    expect(await opens(passphrase)).toBe('done')
  })
})

describe('one goes', () => {
  test('a new archive key: she opens nothing, the others all of it, and an old copy opens as it did', async () => {
    await add('Berta', bertas)
    await add('Carla', carlas)
    const [line] = await bringIn(archive.client, [{ name: 'a.wav', bytes: toneWav(1, 8_000, 440) }])
    const testimony = await story()
    const before = await archive.client.story.read({ testimony })
    const copy = path.join(temporaryFolder(), 'archive')
    await archive.client.door.lock({})
    cpSync(archive.folder, copy, { recursive: true })
    await archive.client.door.open({ folder: archive.folder, passphrase })
    const oldKey = await keyOf(carlas)

    const stop = new AbortController()
    const steps = new Set<string>()
    const following = (async () => {
      for await (const { step } of archive.client.members.progress({}, stop.signal)) steps.add(step)
    })().catch(() => undefined)
    expect(await archive.client.members.remove({ opensWith, member: await idOf('Berta') })).toEqual({ left: false })
    stop.abort()
    await following
    expect([...steps].toSorted()).toEqual(['reading', 'resting', 'writing'])

    // Nobody was locked out, and everything is there.
    expect(await atWindow()).toBe('Ana')
    expect(await archive.client.story.read({ testimony })).toEqual(before)
    const { story: sounding } = await archive.client.story.read({ testimony: line?.testimony ?? '' })
    const found = await archive.process.media.find('media', sounding.recordings[0]?.media ?? '', '')
    expect(found.size).toBeGreaterThan(8_000)
    expect((await archive.client.members.list({})).members.map(({ name }) => name)).toEqual(['Ana', 'Carla'])
    for await (const told of archive.client.care.check({}))
      if (told.kind === 'checked') expect(told.findings).toEqual([])

    expect(await opens(bertas)).toBe('wrongPassphrase')
    for (const [words, name] of [
      [carlas, 'Carla'],
      [passphrase, 'Ana'],
    ] as const) {
      expect(await opens(words)).toBe('done')
      expect(await atWindow()).toBe(name)
      expect(await archive.client.story.read({ testimony })).toEqual(before)
    }
    await archive.client.door.lock({})
    expect(await keyOf(carlas)).not.toEqual(oldKey)
    expect(readdirSync(archive.folder).toSorted()).toEqual(['archive.db', 'keyring', 'keyring.previous', 'media'])
    // The old key opens no page of it; and what was copied before opens with what opened it then.
    const { isUnderKey } = await import('../../electron/archive/store/reencrypt.ts')
    expect(await isUnderKey(path.join(archive.folder, 'archive.db'), oldKey)).toBe(false)
    expect(await isUnderKey(path.join(copy, 'archive.db'), oldKey)).toBe(true)
    expect(await codeOf(archive.client.door.open({ folder: copy, passphrase: bertas }))).toBe('done')
  })

  test('the last one stays, and nobody goes without somebody who can open', async () => {
    const before = readFileSync(path.join(archive.folder, 'keyring'))
    const ana = await idOf('Ana')
    expect(await codeOf(archive.client.members.remove({ opensWith, member: ana }))).toBe('lastMember')
    expect(await codeOf(archive.client.members.remove({ opensWith, member: '0123456789abcdef' }))).toBe('notFound')
    expect(readFileSync(path.join(archive.folder, 'keyring'))).toEqual(before)
    await add('Berta', bertas)
    const wrong = { kind: 'passphrase', words: carlas } as const
    expect(await codeOf(archive.client.members.remove({ opensWith: wrong, member: ana }))).toBe('wrongPassphrase')
    expect(await atWindow()).toBe('Ana')
  })

  test('not while she is being recorded', async () => {
    await add('Berta', bertas)
    const member = await idOf('Berta')
    const { take } = await beginTake(archive.client)
    const window = await openWindow(archive.process)
    expect(await codeOf(archive.client.members.remove({ opensWith, member }))).toBe('stillRecording')
    expect(await atWindow()).toBe('Ana')
    await window.recorder.stop({ take, offRecord: 'destroy' })
    window.close()
    expect(await codeOf(archive.client.members.remove({ opensWith, member }))).toBe('done')
    // What was recorded is there, though it is not in its story yet.
    await archive.client.recording.destroy({ take })
  })

  test('who takes herself out is locked out', async () => {
    await add('Berta', bertas)
    expect(await archive.client.members.remove({ opensWith, member: await idOf('Ana') })).toEqual({ left: true })
    expect((await archive.client.door.state({})).state).toBe('closed')
    expect(await opens(passphrase)).toBe('wrongPassphrase')
    expect(await opens(bertas)).toBe('done')
    expect(await atWindow()).toBe('Berta')
  })

  test('cancelled or locked on the way, everything is as it was', async () => {
    await add('Berta', bertas)
    await story()
    const berta = await idOf('Berta')
    const before = readFileSync(path.join(archive.folder, 'keyring'))
    const stop = new AbortController()
    const removing = codeOf(archive.client.members.remove({ opensWith, member: berta }, stop.signal))
    for await (const { step } of archive.client.members.progress({})) if (step !== 'resting') break
    stop.abort()
    expect(await removing).toBe('cancelled')
    // Cancelling answers at once; what is under way ends by itself, and opens the archive again.
    await expect.poll(() => codeOf(archive.client.members.list({})), { timeout: 10_000 }).toBe('done')
    expect(await atWindow()).toBe('Ana')
    expect(await codeOf(add('Ana', carlas))).toBe('nameTaken')
    if (readFileSync(path.join(archive.folder, 'keyring')).equals(before)) expect(await opens(bertas)).toBe('done')

    await opens(passphrase)
    const again = codeOf(archive.client.members.remove({ opensWith, member: berta }))
    for await (const { step } of archive.client.members.progress({})) if (step !== 'resting') break
    await archive.process.lock()
    expect(['locked', 'cancelled', 'done']).toContain(await again)
    expect((await archive.client.door.state({})).state).toBe('closed')
    expect(await opens(passphrase)).toBe('done')
    expect(existsSync(path.join(archive.folder, 'archive.db.next'))).toBe(false)
  })

  test('while the database is closed for it, nobody is told that it is locked', async () => {
    await add('Berta', bertas)
    const removing = archive.client.members.remove({ opensWith, member: await idOf('Berta') })
    for await (const { step } of archive.client.members.progress({})) if (step !== 'resting') break
    const [state, read] = await Promise.all([archive.client.door.state({}), codeOf(archive.client.shelf.choices({}))])
    expect(state).toMatchObject({ state: 'open', archivist: 'Ana', role: 'archivist' })
    expect(['makingNewKey', 'done']).toContain(read)
    await removing
    expect(await codeOf(archive.client.shelf.choices({}))).toBe('done')
  })
})

describe('shares among trusted people', () => {
  async function sheets(needed = 3, of = 5) {
    const begun = await archive.client.members.beginShares({ opensWith, needed, of, language: 'en' })
    const typed = begun.sheets.map(({ words, check }) => check.map((at) => words[at] ?? ''))
    return { typed, words: begun.sheets.map((sheet) => sheet.words.join(' ')) }
  }
  const openWith = async (chosen: readonly string[]): Promise<string> => {
    await archive.client.door.lock({})
    return codeOf(archive.client.door.openWithShares({ folder: archive.folder, sheets: chosen }))
  }
  const whatIs = async (typed: readonly string[]) =>
    (await archive.client.door.lookAtShares({ folder: archive.folder, sheets: typed })).sheets.map(({ is }) => is)

  test('count once they are typed back; every three open, no two do; a new set ends the old one', async () => {
    const first = await sheets()
    expect(await openWith(first.words.slice(0, 3))).toBe('sharesReplaced')
    await opens(passphrase)
    const { typed, words } = await sheets()
    const slipped = typed.with(3, ['zoo', 'zoo'])
    expect(await archive.client.members.confirmShares({ words: slipped })).toEqual({ wrong: [4] })
    expect(await archive.client.members.confirmShares({ words: typed })).toEqual({ wrong: [] })
    expect((await archive.client.members.list({})).shares).toMatchObject({ needed: 3, of: 5 })
    for (const [a, b, c] of [
      [0, 1, 2],
      [1, 3, 4],
      [4, 2, 0],
    ] as const)
      expect(await openWith([words[a] ?? '', words[b] ?? '', words[c] ?? ''])).toBe('done')
    expect((await archive.client.members.list({})).openedWith).toBe('shares')
    expect(await atWindow()).toBe('Ana')
    for (const chosen of [words.slice(0, 2), [words[0] ?? '', words[0] ?? '', words[1] ?? '']])
      expect(await openWith(chosen)).toBe('wrongShares')

    await opens(passphrase)
    const next = await sheets(2, 2)
    expect(await openWith(words.slice(0, 3))).toBe('done')
    await opens(passphrase)
    const last = await sheets(2, 2)
    await archive.client.members.confirmShares({ words: last.typed })
    expect(await openWith(words.slice(0, 3))).toBe('sharesReplaced')
    expect(await openWith(next.words)).toBe('sharesReplaced')
    expect(await openWith(last.words)).toBe('done')
    await archive.client.members.endShares({ opensWith: { kind: 'shares', words: last.words.join(' ') } })
    expect(await openWith(last.words)).toBe('sharesReplaced')
  })

  test('go on opening after somebody went, and set a new passphrase where all are forgotten', async () => {
    const { typed, words } = await sheets()
    await archive.client.members.confirmShares({ words: typed })
    await add('Berta', bertas)
    await archive.client.members.remove({ opensWith, member: await idOf('Berta') })
    const three = words.slice(2)
    expect(await openWith(three)).toBe('done')
    const asked = { opensWith: { kind: 'shares', words: three.join(' ') }, passphrase: carlas } as const
    await archive.client.door.changePassphrase(asked)
    expect(await opens(passphrase)).toBe('wrongPassphrase')
    expect(await opens(carlas)).toBe('done')
  })

  test('what is wrong is said at the door, sheet by sheet', async () => {
    const { typed, words } = await sheets()
    await archive.client.members.confirmShares({ words: typed })
    const other = await sheets()
    const [one = '', two = '', three = ''] = words
    expect(await whatIs([one, two, three])).toEqual(['usable', 'usable', 'usable'])
    expect(await whatIs([one, one, other.words[3] ?? ''])).toEqual(['usable', 'twice', 'otherSet'])
    expect(await whatIs([one.replace(/^\S+/u, 'qqqqq'), `${one} zoo`, ''])).toEqual(['unknown', 'count', 'count'])
    const elsewhere = await makeArchive()
    const theirs = await elsewhere.client.members.beginShares({ opensWith, needed: 2, of: 2, language: 'en' })
    expect(await whatIs([one, theirs.sheets[0]?.words.join(' ') ?? ''])).toEqual(['usable', 'otherArchive'])
    await elsewhere.close()
    const { needed, usable } = await archive.client.door.lookAtShares({ folder: archive.folder, sheets: [one, two] })
    expect([needed, usable]).toEqual([3, 2])
  })
})

test('the work of a passphrase is raised at a later opening, silently; and not where it is locked meanwhile', async () => {
  const { dataFolder, folder } = archive
  await add('Berta', bertas)
  await archive.client.door.lock({})
  const copy = temporaryFolder()
  cpSync(dataFolder, copy, { recursive: true })
  const started = await startProcess(copy, { argon: { passes: 8, memory: 64 * 1024 } })
  const keyring = (ending = '') => readFileSync(path.join(started.folder, `keyring${ending}`))
  await started.client.door.open({ folder: started.folder, passphrase })
  await started.process.lock()
  const atLock = keyring()
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(keyring(), 'nothing is written once it is locked').toEqual(atLock)
  await started.client.door.open({ folder: started.folder, passphrase })
  // The one that was there before is brought along last.
  await expect.poll(() => keyring('.previous').readUInt32BE(32), { timeout: 10_000 }).toBe(8)
  expect((await started.client.members.list({})).members).toHaveLength(2)
  await started.client.door.lock({})
  expect(keyring('.previous')).toEqual(keyring())
  for (const words of [bertas, passphrase]) {
    await started.client.door.open({ folder: started.folder, passphrase: words })
    await started.client.door.lock({})
  }
  await started.close()
  expect(started.broken).toEqual([])
  expect(await codeOf(archive.client.door.open({ folder, passphrase }))).toBe('done')
})
