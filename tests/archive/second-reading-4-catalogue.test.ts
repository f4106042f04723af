// A list of what is here says no name of hers that she has not given for those who read it, in a title neither.
import { expect, test } from 'vitest'
import { bringIn, makeArchive, passphrase } from '../support/archive.ts'
import { answerReadingRoom, evidence } from '../support/ready-story.ts'
import { waiveCoolingOff } from '../support/waive.ts'

test('a title that says the name the archive works with is left out where she is listed by another', async () => {
  const archive = await makeArchive()
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode('Mina: I kept bees.\n') }])
  const testimony = line?.testimony ?? ''
  const { narrator } = (await client.story.read({ testimony })).story
  await client.story.retitle({ testimony, title: 'Mina’s bees', titleBy: 'narrator' })
  await answerReadingRoom(client, testimony)
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  await client.herSession.handOver({ narrator: narrator.id, passphrase: null })
  const listedAs = async (name: string) => {
    await client.story.changeNarrator({
      narrator: narrator.id,
      name: 'Mina',
      names: { readers: name },
      existence: 'byPseudonym',
      refusedWords: [],
    })
    await client.herSession.leave({ passphrase })
    const list = JSON.stringify(await client.catalogue.preview({ reach: 'readers', language: 'en' }))
    await client.herSession.handOver({ narrator: narrator.id, passphrase: null })
    return list
  }
  const other = await listedAs('Bea')
  expect(other).toContain('Bea')
  expect(other).not.toContain('Mina')
  expect(await listedAs('Mina R.')).toContain('Mina’s bees')
  await archive.close()
})
