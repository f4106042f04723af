// What she answers in her copy always comes home, whatever she names as evidence there.
import { expect, test } from 'vitest'
import { evidence, makeHome, openCopy, pack, readPack, takeCopy, herPassphrase } from './take-home-world.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const yes = {
  scope: { kind: 'testimony' },
  use: 'website',
  answer: 'yes',
  cardLanguage: 'en',
  cardVersion: 1,
} as const

test(
  'an answer in her copy that names a clip or a file as evidence does not keep the rest from coming home',
  { timeout: 60_000 },
  async () => {
    const world = await makeHome()
    const { client } = world.home
    const { testimony } = world
    const { file } = await client.evidence.begin({ testimony, type: 'application/pdf' })
    await client.evidence.append({ testimony, file, bytes: new TextEncoder().encode('%PDF-1.7 hers') })
    const paper = await client.evidence.finish({ testimony, file })
    await client.consent.answer({
      ...yes,
      testimony,
      use: 'teaching',
      conditions: { ...plainConditions, recipients: [] },
      evidence: { kind: 'signedPaper', note: '', files: [paper] },
    })
    const copy = await openCopy(await takeCopy(world))
    await copy.client.herSession.openKey({ passphrase: herPassphrase }).catch(() => undefined)
    const { story } = await copy.client.story.read({ testimony })
    const recording = story.recordings[0]?.id ?? ''
    const conditions = { ...plainConditions, recipients: [], untilEvent: 'The trial is over' }
    const clip = { recording, startMs: 0, endMs: 500 }
    await copy.client.consent.answer({
      ...yes,
      testimony,
      conditions,
      evidence: { ...evidence, clip },
      reviewAt: '2027-01-01T00:00:00.000Z',
    })
    await copy.client.consent.answer({
      ...yes,
      testimony,
      conditions,
      use: 'press',
      evidence: { ...evidence, files: [paper] },
    })
    await copy.client.consent.answer({
      ...yes,
      testimony,
      conditions,
      use: 'research',
      evidence,
      teachBack: { said: 'On paper.', file: paper },
    })
    const back = await pack(copy, world.narrator)
    await copy.close()
    const read = await readPack(client, back)
    expect(read.entries).toBe(3)
    await client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
    const { entries } = await client.consent.read({ testimony })
    expect(entries.slice(-3)).toMatchObject([
      {
        use: 'website',
        certainty: 'signed',
        signature: 'holds',
        conditions: { untilEvent: 'The trial is over' },
        reviewAt: '2027-01-01T00:00:00.000Z',
      },
      { use: 'press', signature: 'holds' },
      { use: 'research', signature: 'holds', teachBack: { said: 'On paper.' } },
    ])
    await world.home.close()
  },
)

test('a line that she drew at home since the copy was taken is not lowered by one from the copy', async () => {
  const world = await makeHome()
  const { client } = world.home
  const { testimony } = world
  const copy = await openCopy(await takeCopy(world))
  await copy.client.herSession.openKey({ passphrase: herPassphrase }).catch(() => undefined)
  await copy.client.consent.mirror({ testimony, threshold: 20, toReader: true, evidence })
  const back = await pack(copy, world.narrator)
  await copy.close()
  await client.consent.mirror({ testimony, threshold: 60, toReader: false, evidence })
  const read = await readPack(client, back)
  await client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
  expect((await client.consent.read({ testimony })).herLine).toEqual({ threshold: 60, toReader: false })
  await world.home.close()
})

test('a line from the copy counts where nothing was said of it at home', async () => {
  const world = await makeHome()
  const { client } = world.home
  const { testimony } = world
  await client.consent.mirror({ testimony, threshold: 60, toReader: false, evidence })
  const copy = await openCopy(await takeCopy(world))
  await copy.client.herSession.openKey({ passphrase: herPassphrase }).catch(() => undefined)
  await copy.client.consent.mirror({ testimony, threshold: 20, toReader: true, evidence })
  const read = await readPack(client, await pack(copy, world.narrator))
  await copy.close()
  await client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
  expect((await client.consent.read({ testimony })).herLine).toEqual({ threshold: 20, toReader: true })
  await world.home.close()
})
