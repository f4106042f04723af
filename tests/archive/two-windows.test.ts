// Two windows at one archive, a program that was killed while it had one, and a clock that is a year off: nothing that was
// said to be kept is lost.
import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { connect } from '../../shared/rpc/client.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import { contract, type ArchiveClient } from '../../shared/contract/index.ts'
import { bringIn, makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { drive } from '../torture/drive.ts'
import { makeHere } from '../torture/journey.ts'
import { writeFirst } from '../torture/mixed-world.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

const evidence = { kind: 'inPerson', note: '' } as const

async function storyIn({ client }: TestArchive): Promise<string> {
  const bytes = new TextEncoder().encode('I sold oranges there.\n\nIt rained.\n')
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes }])
  return line?.testimony ?? ''
}

async function findings(client: ArchiveClient): Promise<readonly object[]> {
  for await (const step of client.care.check({})) if (step.kind === 'checked') return step.findings
  return [{ rule: 'not checked' }]
}

test('of two windows that write in one story, each keeps what it was told is kept', async () => {
  const archive = await makeArchive()
  const testimony = await storyIn(archive)
  const { port1, port2 } = new MessageChannel()
  archive.process.attach(workerPortChannel(port1))
  const windows = [archive.client, connect(contract, workerPortChannel(port2))]
  const kept: string[] = []
  const codes = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      const window = windows[at % 2] ?? archive.client
      const words = `Written by ${at % 2}, number ${at}.`
      const code = await codeOf(async () => {
        if (at % 4 < 2) await writeFirst(window, testimony, words)
        else await window.story.retitle({ testimony, title: words, titleBy: 'archivist' })
        kept.push(words)
      })
      return code
    }),
  )
  for (const code of codes) expect(['none', 'changedMeanwhile']).toContain(code)
  const [first, second] = await Promise.all(windows.map((window) => window.story.read({ testimony })))
  expect(first).toEqual(second)
  const written = kept.filter((words) => Number(/(\d+)\.$/.exec(words)?.[1]) % 4 < 2)
  expect(first?.story.passages[0]?.text).toBe(written.at(-1))
  expect(first?.story.testimony.title).toBe(kept.filter((words) => !written.includes(words)).at(-1))
  // One that locks locks for both.
  await windows[1]?.door.lock({})
  expect(await codeOf(archive.client.story.read({ testimony }))).toBe('locked')
  await archive.client.door.open({ folder: archive.folder, passphrase })
  expect(await windows[1]?.story.read({ testimony })).toEqual(first)
  expect(await findings(archive.client)).toEqual([])
  port2.close()
  await archive.close()
})

test('a program that was killed while it had the archive open keeps nobody out', async () => {
  const dataFolder = temporaryFolder()
  const archive = await startProcess(dataFolder)
  await makeHere(archive.client, archive.folder)
  const testimony = await storyIn(archive)
  await archive.client.door.lock({})
  const other = drive({ do: 'open', dataFolder, folder: archive.folder, stopAtSteps: true })
  for await (const { step } of other.lines) {
    if (step !== 'open') continue
    expect(await codeOf(archive.client.door.open({ folder: archive.folder, passphrase }))).toBe('alreadyOpenElsewhere')
    await other.kill()
  }
  await archive.client.door.open({ folder: archive.folder, passphrase })
  expect((await archive.client.story.read({ testimony })).story.passages).toHaveLength(2)
  await archive.close()
  expect(archive.broken).toEqual([])
})

test('a clock that was a year ahead, and is a year behind after, loses nothing and turns nothing round', async () => {
  const dataFolder = temporaryFolder()
  let testimony = ''
  const answer = (client: ArchiveClient, said: 'yes' | 'no') =>
    client.consent.answer({
      testimony,
      evidence,
      scope: { kind: 'testimony' },
      use: 'listenHere',
      answer: said,
      conditions: plainConditions,
      cardLanguage: 'en',
      cardVersion: 1,
    })
  for (const [at, year] of ['2026', '2027', '2025'].entries()) {
    const archive = await startProcess(dataFolder, { now: () => new Date(`${year}-06-01T00:00:00.000Z`) })
    const { client, folder } = archive
    if (at === 0) {
      await makeHere(client, folder)
      testimony = await storyIn(archive)
    } else await client.door.open({ folder, passphrase })
    await writeFirst(client, testimony, `Written in ${year}.`)
    const { entries, wholeStory } = await answer(client, at % 2 === 0 ? 'yes' : 'no')
    expect(entries.map((entry) => entry.answer)).toEqual(['yes', 'no', 'yes'].slice(0, at + 1))
    expect(wholeStory.find(({ use }) => use === 'listenHere')?.open).toBe(at % 2 === 0)
    const days = entries.map((entry) => entry.at)
    expect(days).toEqual(days.toSorted())
    expect((await client.story.read({ testimony })).story.passages[0]?.text).toBe(`Written in ${year}.`)
    expect(await findings(client)).toEqual([])
    await archive.close()
    expect(archive.broken).toEqual([])
  }
})
