// A narrator who is not even counted: the same archive with her and without her gives everybody else the same bytes.
import { readdir, readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { evidence, readyStory } from '../support/ready-story.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const hers = `Rosalinda: In the winter we walked eleven kilometres to the packing house.

Ana: Who paid you?

Rosalinda: A man paid us on Fridays, in coins, in the yard.
`
const anothers = `Oyelaran: In the winter I kept bees by the canal, and walked to the packing house.

Ana: For whom?

Oyelaran: For a woman called Teodora, who paid in jars.
`

const opened: TestArchive[] = []
afterEach(async () => {
  for (const archive of opened.splice(0)) await archive.close()
})

/** Chance that gives the same again from each place on that is named. */
function dice() {
  let seed = ''
  let count = 0
  return {
    from(place: string) {
      seed = place
      count = 0
    },
    random(size: number): Buffer {
      const parts: Buffer[] = []
      for (let at = 0; at * 32 < size; at += 1)
        parts.push(
          createHash('sha256')
            .update(`${seed} ${(count += 1)}`)
            .digest(),
        )
      return Buffer.concat(parts).subarray(0, size)
    },
  }
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const read = await Promise.all(
    files.toSorted().map(async (file) => [path.relative(folder, file), await readFile(file, 'base64')] as const),
  )
  return Object.fromEntries(read)
}

/** A whole life of somebody whom nobody may know of: told, marked, answered, given out, called back. */
async function somebody(client: ArchiveClient, folder: string, existence: 'notCounted' | 'countedOnly'): Promise<void> {
  const ready = await readyStory(client, anothers)
  const { testimony } = ready
  const { narrator } = (await client.story.read({ testimony })).story
  await ready.answer('yes')
  await ready.signOff()
  await ready.giveOut(folder, 'of somebody else')
  await ready.answer('withdrawn')
  const [row] = (await client.recall.list({})).recalls
  await client.recall.begin({ disclosure: row?.disclosure ?? '' })
  if (existence === 'notCounted') return
  await client.herSession.handOver({ narrator: narrator.id, passphrase: null })
  await client.story.changeNarrator({
    narrator: narrator.id,
    name: 'Oyelaran',
    names: {},
    existence,
    refusedWords: [],
  })
  await client.herSession.leave({ passphrase })
}

/** Everything that leaves for others, and everything that is shown in another narrator's own session. */
async function everything(other: 'nobody' | 'notCounted' | 'countedOnly') {
  const chance = dice()
  chance.from('the archive')
  const archive = await makeArchive({ now: () => new Date('2026-03-01T10:00:00Z'), random: chance.random })
  opened.push(archive)
  const { client, dataFolder } = archive
  // NOTE: the archive's own key for recalls is made when pages first are; it must come from the same dice.
  const first = await readyStory(client, 'Mina: I sold oranges at the old market.\n')
  await first.answer('yes')
  await first.signOff()
  chance.from('somebody else')
  if (other !== 'nobody') await somebody(client, dataFolder, other)

  chance.from('she comes')
  const ready = await readyStory(client, hers)
  const { testimony } = ready
  const { narrator } = (await client.story.read({ testimony })).story
  const hall = (await client.excerpts.recipients({})).recipients.at(-1)?.id ?? ''
  await ready.answer('yes')
  await ready.signOff()
  const readingRoom = await filesIn(await ready.giveOut(dataFolder, 'room'))
  await client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'passages', passages: [ready.passages[2] ?? ''] },
    use: 'readingRoom',
    answer: 'withdrawn',
    cardLanguage: 'en',
    cardVersion: 1,
    conditions: { ...plainConditions, recipients: [] },
  })
  const disclosure = (await client.givenOut.list({})).disclosures.find((row) => row.testimony === testimony)?.id ?? ''
  const { folder: papers } = await client.recall.save({
    disclosure,
    from: '',
    why: '',
    parts: ['letter', 'file', 'replacement'],
    parentFolder: dataFolder,
    folderName: 'papers',
  })
  const list = async (reach: 'readers' | 'anyone') => {
    const where = { parentFolder: dataFolder, folderName: `list ${reach}` }
    return filesIn((await client.catalogue.save({ reach, language: 'en', ...where })).folder)
  }
  const leaving = {
    readingRoom,
    papers: await filesIn(papers),
    listForReaders: await list('readers'),
    listForAnyone: await list('anyone'),
  }

  chance.from('her session')
  await client.herSession.handOver({ narrator: narrator.id, passphrase: null })
  const wanted = { narrator: narrator.id, language: 'en', contact: '' }
  const receipt = await client.receipt.save({ ...wanted, parentFolder: dataFolder, folderName: 'receipt' })
  let takenHome = ''
  for await (const step of client.takeHome.openFormats({ narrator: narrator.id, parent: dataFolder, name: 'home' }))
    if (step.kind === 'done') takenHome = step.folder
  const refusal = (asked: Promise<unknown>) =>
    asked.then(
      () => 'answered',
      (failure: Error) => failure.message,
    )
  const unknown = '0123456789abcdefghjkmnpqrs'
  return {
    leaving: { ...leaving, receipt: await filesIn(receipt.folder), takenHome: await filesIn(takenHome) },
    shown: {
      shelf: await client.shelf.list({
        words: '',
        language: '',
        label: '',
        state: 'all',
        order: 'newest',
        from: 0,
        count: 100,
      }),
      byWords: await client.shelf.list({
        words: 'bees',
        language: '',
        label: '',
        state: 'all',
        order: 'title',
        from: 0,
        count: 100,
      }),
      choices: await client.shelf.choices({}),
      found: await client.shelf.find({ words: 'packing', language: '', role: 'anyone', count: 100 }),
      notFound: await client.shelf.find({ words: 'bees', language: '', role: 'anyone', count: 100 }),
      story: await client.story.read({ testimony }),
      consent: await client.consent.read({ testimony }),
      recipients: await client.excerpts.recipients({}),
      recalls: await client.recall.list({}),
      recall: await client.recall.read({ disclosure }),
      receipt: (await client.receipt.read(wanted)).before,
      about: await client.herSession.about({}),
      uses: await client.consent.uses({ language: 'en' }),
      refused: await refusal(client.story.read({ testimony: unknown })),
      refusedReceipt: await refusal(client.receipt.read({ ...wanted, narrator: unknown })),
    },
    hall,
  }
}

test('with and without her, everything that leaves for others is the same, byte for byte', async () => {
  const without = await everything('nobody')
  const withHer = await everything('notCounted')
  expect(Object.keys(without.leaving.readingRoom).length).toBeGreaterThan(5)
  expect(withHer.leaving).toEqual(without.leaving)
}, 120_000)

test('with and without her, another narrator is shown the same in her own session: lists, totals, ids, failures', async () => {
  const without = await everything('nobody')
  const withHer = await everything('notCounted')
  expect(without.shown.found.total).toBeGreaterThan(0)
  expect(withHer.shown).toEqual(without.shown)
}, 120_000)

test('a narrator who is counted makes a difference where there is a number, and nowhere else', async () => {
  const without = await everything('nobody')
  const counted = await everything('countedOnly')
  const { listForReaders, listForAnyone, ...rest } = counted.leaving
  expect(listForReaders).not.toEqual(without.leaving.listForReaders)
  expect(listForAnyone).not.toEqual(without.leaving.listForAnyone)
  expect({ ...rest, listForReaders: {}, listForAnyone: {} }).toEqual({
    ...without.leaving,
    listForReaders: {},
    listForAnyone: {},
  })
}, 120_000)
