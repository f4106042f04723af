// Read a second time: what is sealed while something else changes her key, her passages, or the key that it is sealed to.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MediaWriter } from '../../electron/archive/files/media.ts'
import { herPassphrase } from '../contract/role-world.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { soundOf } from '../support/recorder.ts'
import { noise, sayAloud } from '../support/say-aloud.ts'
import { join } from '../support/split-and-join.ts'
import { checkWhole, whole } from './erase-world.ts'
import { codeOf } from './temporary-folder.ts'
import { seal, toldAloud } from './told-aloud.ts'

let archive: TestArchive
let told: Awaited<ReturnType<typeof toldAloud>>
beforeEach(async () => {
  archive = await makeArchive()
  told = await toldAloud(archive.client)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await archive.close()
})

const another = 'copper window garden seventeen bicycle stars'
const openOnes = async () =>
  (await archive.client.writing.beside({ testimony: told.testimony })).spokenAnswers.map(({ id }) => id)

/** Something else happens once the next file is begun, before anything is written to it. */
function onceBegun(work: () => Promise<unknown>): void {
  const { begin } = MediaWriter
  vi.spyOn(MediaWriter, 'begin').mockImplementationOnce(async (...given) => {
    const begun = await begin.apply(MediaWriter, given)
    await work()
    return begun
  })
}

test.each(['is opened once more', 'is closed and opened again, with the window handed over'])(
  'her key %s while what can be read is opened: no silence is put where her sound was',
  async (how) => {
    const { client } = archive
    const { testimony, passages, narrator, file } = told
    const passage = passages[1] ?? ''
    await seal(client, testimony, [passage])
    await client.herSession.unseal({ testimony, passages: [passage], sound: 'stays' })
    onceBegun(async () => {
      if (how === 'is opened once more') return client.herSession.openKey({ passphrase: herPassphrase })
      await client.herSession.leave({ passphrase })
      return client.herSession.handOver({ narrator, passphrase: herPassphrase })
    })
    const asked = { testimony, passages: [passage], sound: 'readable' } as const
    expect(await codeOf(client.herSession.unseal(asked))).toBe('changedMeanwhile')
    await client.herSession.unseal(asked)
    expect((await soundOf(archive, 'media', await told.media())).equals(file)).toBe(true)
  },
)

test('sound that is sealed to a key that is gone keeps closed neither the words nor her passphrase', async () => {
  const { client } = archive
  const { testimony, passages } = told
  const passage = passages[1] ?? ''
  await seal(client, testimony, [passage])
  await client.herSession.unseal({ testimony, passages: [passage], sound: 'stays' })
  await client.herSession.forgetPassphrase({ passphrase: null })
  await client.herSession.setPassphrase({ passphrase: another })
  await client.herSession.seal({ testimony, passages: [passage] })
  await client.herSession.forgetPassphrase({ passphrase: another })
  expect((await client.story.read({ testimony })).story.passages[1]?.text).toBe('Two?')
})

test('what she opens beside words whose key is gone is open, and stays so', async () => {
  const { client, folder } = archive
  const { testimony, passages } = told
  const passage = passages[1] ?? ''
  await client.herSession.seal({ testimony, passages: [passage] })
  await client.herSession.forgetPassphrase({ passphrase: null })
  await client.herSession.setPassphrase({ passphrase: another })
  const said = await sayAloud(client, testimony, passage)
  await client.herSession.unseal({ testimony, passages: [passage] })
  expect(await openOnes()).toEqual([said.answer])
  await client.herSession.leave({ passphrase })
  expect(await checkWhole(client)).toEqual(whole)
  await client.door.lock({})
  await client.door.open({ folder, passphrase })
  expect(await openOnes()).toEqual([said.answer])
})

test('said of a passage that was joined meanwhile into one that is sealed, it is sealed too', async () => {
  const { client } = archive
  const { testimony, passages } = told
  const [first = '', second = ''] = passages
  const { answer } = await client.herSession.beginAnswer({ testimony, passage: second, type: 'audio/webm' })
  await client.herSession.appendAnswer({ testimony, answer, bytes: Uint8Array.from(noise(9_000)) })
  await join(client, testimony)
  await client.herSession.seal({ testimony, passages: [first] })
  await client.herSession.finishAnswer({ testimony, answer, durationMs: 500 })
  expect(await openOnes()).toEqual([])
  expect((await client.herSession.sealedAnswers({ testimony })).answers).toMatchObject([{ id: answer }])
})

test('her passphrase is done away with while something she said is being sealed: it is not sealed to a key that is gone', async () => {
  const { client } = archive
  const { testimony, passages } = told
  const passage = passages[1] ?? ''
  await client.herSession.seal({ testimony, passages: [passage] })
  const { answer } = await client.herSession.beginAnswer({ testimony, passage, type: 'audio/webm' })
  await client.herSession.appendAnswer({ testimony, answer, bytes: Uint8Array.from(noise(9_000)) })
  const { finish } = MediaWriter.prototype
  vi.spyOn(MediaWriter.prototype, 'finish').mockImplementationOnce(async function (this: MediaWriter) {
    await client.herSession.forgetPassphrase({ passphrase: null })
    return finish.call(this)
  })
  const finishing = client.herSession.finishAnswer({ testimony, answer, durationMs: 500 })
  expect(await codeOf(finishing)).toBe('noPassphrase')
  expect((await client.herSession.sealedAnswers({ testimony })).answers).toEqual([])
})

test('another passage is sealed, and one opened, while her passphrase is being done away with: none is lost with it', async () => {
  const { client } = archive
  const { testimony, passages } = told
  const [first = '', second = '', third = ''] = passages
  await sayAloud(client, testimony, third)
  await client.herSession.seal({ testimony, passages: [first, third] })
  const others: Promise<unknown>[] = []
  let forgotten: Promise<unknown> = Promise.resolve()
  onceBegun(async () => {
    others.push(client.herSession.unseal({ testimony, passages: [first] }))
    forgotten = codeOf(client.herSession.forgetPassphrase({ passphrase: herPassphrase }))
    await new Promise((resolve) => setTimeout(resolve, 1_500)) // until it has looked at what is sealed
  })
  await seal(client, testimony, [second])
  await Promise.all(others)
  expect(await forgotten).toBe('changedMeanwhile')
  await client.herSession.forgetPassphrase({ passphrase: herPassphrase })
  const { story } = await client.story.read({ testimony })
  expect(story.passages.map(({ text }) => text)).toEqual(['One.', 'Two?', 'Three.', 'Four?'])
})
