// In a copy of her own the door opens straight into her session: nobody handed over, and leaving locks.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeArchive, startProcess, type TestArchive } from '../support/archive.ts'
import { addPerson, evidence, herPassphrase, type Person } from '../contract/role-world.ts'

const other = 'copper window garden seventeen bicycle stars'
let archive: TestArchive
let her: Person
let place: string
let folder: string
let copy: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
  her = await addPerson(archive.client, 'Amaranta')
  place = await mkdtemp(path.join(tmpdir(), 'firsthand-test-'))
  folder = path.join(place, 'hers')
  await archive.client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  const { narrator } = her
  for await (const step of archive.client.takeHome.makeCopy({
    narrator,
    parent: place,
    name: 'hers',
    passphrase: herPassphrase,
  }))
    void step
  copy = await startProcess(place)
})
afterEach(async () => {
  await copy.close()
  await archive.close()
  await rm(place, { recursive: true, force: true })
})

test('her passphrase opens the door and her key, and leaving closes it', async () => {
  const { client } = copy
  await client.door.open({ folder, passphrase: herPassphrase })
  expect(await client.door.state({})).toMatchObject({ state: 'open', role: 'narrator', archivist: null })
  expect(await client.herSession.about({})).toMatchObject({ isCopy: true, keyOpen: true, name: 'Amarantaname' })
  expect(await client.herSession.readSealed({ testimony: her.testimony, passage: her.sealed })).toEqual({
    text: 'It rained on us.',
  })
  await client.consent.waiveCoolingOff({ testimony: her.testimony, evidence })
  const { entries } = await client.consent.read({ testimony: her.testimony })
  expect(entries.at(-1)).toMatchObject({ certainty: 'signed', by: 'Amarantaname', signature: 'holds' })
  expect(await client.excerpts.list({})).toEqual({ excerpts: [] })
  expect(await client.excerpts.recipients({})).toEqual({ recipients: [] })
  await expect(client.excerpts.addRecipient({ name: 'A court', language: 'en' })).rejects.toMatchObject({
    code: 'onlyArchivist',
  })
  await expect(client.herSession.handOver({ narrator: her.narrator, passphrase: null })).rejects.toMatchObject({
    code: 'onlyArchivist',
  })
  await client.herSession.leave({ passphrase: herPassphrase })
  expect(await client.door.state({})).toMatchObject({ state: 'closed', role: null })
})

test('another passphrase is another for the door and for her key', async () => {
  const { client } = copy
  await client.door.open({ folder, passphrase: herPassphrase })
  await client.herSession.changePassphrase({ old: herPassphrase, passphrase: other })
  await client.door.lock({})
  await expect(client.door.open({ folder, passphrase: herPassphrase })).rejects.toMatchObject({
    code: 'wrongPassphrase',
  })
  await client.door.open({ folder, passphrase: other })
  expect(await client.herSession.about({})).toMatchObject({ keyOpen: true })
})

test('without her key nobody is there to attest what she decides', async () => {
  const { client } = copy
  await client.door.open({ folder, passphrase: herPassphrase })
  await client.herSession.forgetPassphrase({ passphrase: herPassphrase })
  await expect(client.consent.waiveCoolingOff({ testimony: her.testimony, evidence })).rejects.toMatchObject({
    code: 'noPassphrase',
  })
  await client.door.lock({})
  await client.door.open({ folder, passphrase: herPassphrase })
  expect(await client.herSession.about({})).toMatchObject({ hasPassphrase: false, keyOpen: false })
  await client.herSession.setPassphrase({ passphrase: other })
  await client.consent.waiveCoolingOff({ testimony: her.testimony, evidence })
})
