// What she says instead of writing it: taken piece by piece, encrypted as it comes, hers to drop, gone when nobody finishes it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { addPerson, herPassphrase, webm, type Person } from '../contract/role-world.ts'

let archive: TestArchive
let her: Person
beforeEach(async () => {
  archive = await makeArchive()
  her = await addPerson(archive.client, 'Amaranta')
  await archive.client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
})
afterEach(() => archive.close())

const files = (): string[] => readdirSync(path.join(archive.folder, 'media')).toSorted()
const begin = async () =>
  (
    await archive.client.herSession.beginAnswer({
      testimony: her.testimony,
      passage: her.passages[0] ?? '',
      type: 'audio/webm',
    })
  ).answer
const append = (answer: string, bytes: Uint8Array) =>
  archive.client.herSession.appendAnswer({ testimony: her.testimony, answer, bytes })
/** Of a passage that is not sealed. */
const finish = async (answer: string) => {
  const asked = { testimony: her.testimony, answer, durationMs: 1_200 }
  return { media: (await archive.client.herSession.finishAnswer(asked)).media ?? '' }
}
const drop = (answer: string) => archive.client.herSession.dropAnswer({ testimony: her.testimony, answer })

async function heard(media: string): Promise<Buffer> {
  const found = await archive.process.media.find('media', media, '')
  const pieces = []
  for await (const piece of found.read(0, found.size)) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('what was said is kept in order, heard by her and by an archivist, and in no file in the clear', async () => {
  const answer = await begin()
  const words = Array.from({ length: 200 }, (_, at) => Buffer.from(`piece${at};`))
  await Promise.all([webm, ...words].map((piece) => append(answer, piece)))
  const { media } = await finish(answer)
  const expected = Buffer.concat([webm, ...words])
  expect(await heard(media)).toEqual(expected)
  for (const name of files())
    expect(readFileSync(path.join(archive.folder, 'media', name)).includes('piece7')).toBe(false)
  const { spokenAnswers } = await archive.client.writing.beside({ testimony: her.testimony })
  expect(spokenAnswers).toContainEqual(
    expect.objectContaining({ id: answer, passage: her.passages[0], media, durationMs: 1_200 }),
  )
  await archive.client.herSession.leave({ passphrase })
  expect(await heard(media)).toEqual(expected)
  let last: unknown
  for await (const step of archive.client.care.check({})) last = step
  expect(last).toMatchObject({ findings: [] })
})

test('whoever holds the microphone hears of a recording before the window does, and of its end however it ends', async () => {
  const told: boolean[] = []
  let hear: () => void = () => undefined
  archive.process.watchRecording((underWay) => {
    told.push(underWay)
    return underWay ? new Promise((resolve) => (hear = resolve)) : Promise.resolve()
  })
  const begun = async (): Promise<string> => {
    const before = told.length
    let answered = false
    const beginning = begin().finally(() => (answered = true))
    await vi.waitFor(() => expect(told.slice(before)).toEqual([true]))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(answered, 'the window waits until it has been heard').toBe(false)
    hear()
    return beginning
  }
  const finished = await begun()
  await append(finished, webm)
  expect(told.splice(0)).toEqual([true])
  await finish(finished)
  expect(told.splice(0)).toEqual([false])
  await drop(finished)
  expect(told, 'what was kept is recorded no longer').toEqual([])

  await drop(await begun())
  expect(told.splice(0)).toEqual([true, false])

  // One that a page left behind does not count, and does not end what came after it.
  const leftBehind = await begun()
  const latest = await begun()
  await drop(leftBehind)
  expect(told.splice(0)).toEqual([true, true])
  await append(latest, webm)
  await finish(latest)
  expect(told.splice(0)).toEqual([false])

  const failing = await begun()
  await expect(finish(failing)).rejects.toMatchObject({ code: 'fileEmpty' })
  await archive.client.herSession.leave({ passphrase })
  expect(told.splice(0)).toEqual([true, false])
  await archive.client.herSession.handOver({ narrator: her.narrator, passphrase: null })
  await begun()
  await archive.client.door.lock({})
  expect(told.splice(0)).toEqual([true, false])
})

test('what is dropped is destroyed, under way or kept', async () => {
  const before = files()
  const underWay = await begin()
  await append(underWay, webm)
  expect(files().length).toBe(before.length + 1)
  await drop(underWay)
  expect(files()).toEqual(before)
  await expect(finish(underWay)).rejects.toMatchObject({ code: 'notFound' })

  const kept = await begin()
  await append(kept, webm)
  const { media } = await finish(kept)
  await heard(media)
  await drop(kept)
  expect(files()).toEqual(before)
  await expect(archive.process.media.find('media', media, '')).rejects.toMatchObject({ code: 'mediaMissing' })
  await expect(drop(kept)).rejects.toMatchObject({ code: 'notFound' })
  // A recording is no answer, and is not dropped as one.
  await expect(drop(her.recording.id)).rejects.toMatchObject({ code: 'notFound' })
})

test.each(['locked', 'handed back'])('what is not finished is gone when the archive is %s', async (how) => {
  const before = files()
  const answer = await begin()
  await append(answer, webm)
  if (how === 'locked') {
    await archive.client.door.lock({})
    expect(files()).toEqual(before)
    await archive.client.door.open({ folder: archive.folder, passphrase })
  } else {
    await archive.client.herSession.leave({ passphrase })
  }
  await archive.client.herSession.handOver({ narrator: her.narrator, passphrase: null })
  await expect(append(answer, webm)).rejects.toMatchObject({ code: 'notFound' })
  expect(files()).toEqual(before)
})

test(
  'only sound of the kind that was said is taken, in pieces of 1 MiB, 200 MiB at most',
  { timeout: 60_000 },
  async () => {
    const answer = await begin()
    await expect(append(answer, Buffer.from('<html>'))).rejects.toMatchObject({ code: 'soundUnreadable' })
    await expect(finish(answer)).rejects.toMatchObject({ code: 'fileEmpty' })
    await append(answer, webm)
    await expect(append(answer, new Uint8Array(1024 * 1024 + 1))).rejects.toMatchObject({ code: 'badInput' })
    const piece = new Uint8Array(1024 * 1024)
    for (let at = 0; at < 199; at += 1) await append(answer, piece)
    await expect(append(answer, piece)).rejects.toMatchObject({ code: 'fileTooLarge' })
    await drop(answer)
    await expect(
      archive.client.herSession.beginAnswer({
        testimony: her.testimony,
        passage: '0123456789abcdef',
        type: 'audio/webm',
      }),
    ).rejects.toMatchObject({ code: 'notFound' })
  },
)
