// What she said off the record goes with her: in her own copy it opens to her key, as here, and to nobody without it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { passphrase } from '../support/archive.ts'
import { beginTake, finish, openWindow, second, soundOf } from '../support/recorder.ts'
import { herPassphrase, makeHome, openCopy, takeCopy, withHer } from './take-home-world.ts'
import { temporaryFolder } from './temporary-folder.ts'

const offFiles = (folder: string) => {
  const media = path.join(folder, 'media')
  return readdirSync(media).filter((name) => name.endsWith('.hers'))
}

test('what is sealed off the record is in her copy, as it lies here', async () => {
  const world = await makeHome()
  const { client, folder, process } = world.home
  await withHer(world, () => Promise.resolve())
  const window = await openWindow(process)
  for (const testimony of [world.testimony, world.other]) {
    if (testimony === world.other) {
      await client.herSession.handOver({ narrator: world.otherNarrator, passphrase: null })
      await client.herSession.setPassphrase({ passphrase: 'another harbour sister ladder quiet thunder' })
      await client.herSession.leave({ passphrase })
    }
    const { take } = await beginTake(client, { testimony })
    await window.sendSeconds(take, 0, 1)
    await window.recorder.goOffRecord({ take })
    await window.sendSeconds(take, 1, 3)
    await window.recorder.backOnRecord({ take, offRecord: 'seal' })
    await window.recorder.stop({ take, offRecord: 'destroy' })
    await finish(client, take)
  }
  expect(offFiles(folder)).toHaveLength(2)
  const parent = temporaryFolder()
  await withHer(world, async () => {
    const { narrator } = world
    for await (const _ of client.takeHome.openFormats({ narrator, parent, name: 'open' })) continue
  })
  expect(readFileSync(path.join(parent, 'open', 'README.txt'), 'utf8')).toContain(
    'off the record is not in this folder',
  )
  const taken = await takeCopy(world)
  const [file = ''] = offFiles(taken)
  expect(offFiles(taken)).toEqual([file]) // hers, and nobody else's
  expect(readFileSync(path.join(taken, 'media', file)).equals(readFileSync(path.join(folder, 'media', file)))).toBe(
    true,
  )
  const copy = await openCopy(taken)
  try {
    const { parts } = await copy.client.recording.offRecord({ testimony: world.testimony })
    expect(parts).toMatchObject([{ durationMs: 2_000, canHear: true }])
    const id = parts[0]?.id ?? ''
    const whole = await soundOf(copy, 'offRecord', id)
    expect(whole.subarray(44).equals(Buffer.concat([second(1), second(2)]))).toBe(true)
    // What no row names is destroyed when it is opened.
    await copy.client.door.lock({})
    await copy.client.door.open({ folder: taken, passphrase: herPassphrase })
    expect(offFiles(taken)).toEqual([file])
    await copy.client.recording.destroyOffRecord({ testimony: world.testimony, part: id })
    expect([offFiles(taken), offFiles(folder).length]).toEqual([[], 2])
  } finally {
    await copy.close()
    await world.home.close()
  }
})
