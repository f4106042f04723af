// Her copy asks her what the archive asks her, in its words; what she answers there comes home with the card she read.
import path from 'node:path'
import { expect, test } from 'vitest'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { insertCard } from '../../electron/archive/store/cards.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { evidence, herPassphrase, makeHome, openCopy, pack, readPack, takeCopy, withHer } from './take-home-world.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const radio = {
  title: 'Radio del barrio',
  says: 'Tus palabras se pueden leer en la radio.',
  whoCouldSee: 'Cualquiera que escuche.',
  worstCase: 'Alguien puede reconocerte.',
}

test('her copy has the archive’s own uses and its words, and an answer to a card unknown at home lands there', async () => {
  const world = await makeHome()
  const { client } = world.home
  const own = { reach: 'readers', namedRecipientOnly: false } as const
  const { use } = await client.cards.addUse({ ...own, language: 'es', words: radio })
  await client.cards.reword({ use: 'press', language: 'es', after: 1, words: { ...radio, title: 'Diarios' } })
  await client.cards.retire({ use: 'fundraising', on: true })
  const folder = await takeCopy(world)

  // Words that came to be in the copy alone.
  const { key } = await openWithPassphrase(folder, normalisePassphrase(herPassphrase))
  const database = openDatabase(path.join(folder, 'archive.db'), key, 'open')
  new ArchiveDatabase(database).transaction((archive) =>
    insertCard(archive, { use, language: 'es', ...radio, title: 'Otra', by: 'Ana', at: '2026-11-23T00:00:00.000Z' }),
  )
  database.close()

  const copy = await openCopy(folder)
  const { uses } = await copy.client.consent.uses({ language: 'es' })
  expect(uses.find((one) => one.use === use)).toMatchObject({ name: 'Otra', reach: 'readers', retired: false })
  expect(uses.find((one) => one.use === 'fundraising')).toMatchObject({ retired: true })
  expect((await copy.client.cards.version({ use: 'press', language: 'es', version: 2 })).card).toMatchObject({
    title: 'Diarios',
  })
  const { testimony } = world
  await copy.client.herSession.openKey({ passphrase: herPassphrase }).catch(() => undefined)
  await copy.client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'testimony' },
    use,
    answer: 'yes',
    conditions: plainConditions,
    cardLanguage: 'es',
    cardVersion: 2,
  })
  const decisions = await pack(copy, world.narrator)
  await copy.close()

  const read = await readPack(client, decisions)
  expect(read.entries).toBe(1)
  await client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
  const { entries, wholeStory } = await client.consent.read({ testimony })
  expect(entries.at(-1)).toMatchObject({ use, answer: 'yes', cardLanguage: 'es', cardVersion: 2, certainty: 'signed' })
  expect(wholeStory.find((one) => one.use === use)).toMatchObject({ open: true })
  expect((await client.cards.version({ use, language: 'es', version: 2 })).card).toBeNull()
  // Nobody words cards in her session, here or there.
  await withHer(world, () =>
    expect(client.cards.retire({ use, on: true })).rejects.toMatchObject({ code: 'onlyArchivist' }),
  )
  await world.home.close()
})
