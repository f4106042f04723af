// The sound of what she sealed, in a copy of hers: it goes along as it is sealed, opens there, and stays at home as it was until
// she says so there too; nobody is left to think otherwise.
import { expect, test } from 'vitest'
import { makeHome, openCopy, pack, readPack, takeCopy, withHer, drain } from './take-home-world.ts'
import { soundOf } from '../support/recorder.ts'

test('it opens in her copy; at home it stays closed, or open, until she is at the window there', async () => {
  const world = await makeHome()
  const { home, testimony, narrator } = world
  const { client } = home
  try {
    const { story } = await client.story.read({ testimony })
    const [first = '', second = ''] = story.passages.map(({ id }) => id)
    const before = await soundOf(home, 'media', story.recordings[0]?.media ?? '')
    const sealed = await withHer(world, async () => {
      await drain(client.herSession.sealWithSound({ testimony, passages: [first] }))
      return soundOf(home, 'offRecord', first)
    })
    const copy = await openCopy(await takeCopy(world))
    let back: Uint8Array
    try {
      expect(await copy.client.herSession.sealedSound({ testimony, passage: first })).toMatchObject({ canHear: true })
      expect((await soundOf(copy, 'offRecord', first)).equals(sealed)).toBe(true)
      await copy.client.herSession.unseal({ testimony, passages: [first] })
      const { story: there } = await copy.client.story.read({ testimony })
      expect((await soundOf(copy, 'media', there.recordings[0]?.media ?? '')).equals(before)).toBe(true)
      await drain(copy.client.herSession.sealWithSound({ testimony, passages: [second] }))
      back = await pack(copy, narrator)
    } finally {
      await copy.close()
    }
    const read = await readPack(client, back)
    const taken = await client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
    expect(taken).toEqual({ testimonies: [testimony], soundOpen: 1 })
    await withHer(world, async () => {
      const { herSession } = client
      expect(await herSession.sealedSound({ testimony, passage: first })).toMatchObject({ sound: 'sealed' })
      expect(await herSession.sealedSound({ testimony, passage: second })).toMatchObject({ sound: 'open' })
      // The words of the one are open already, of the other sealed: what is left is their sound.
      await herSession.unseal({ testimony, passages: [first] })
      await drain(herSession.sealWithSound({ testimony, passages: [second] }))
      expect(await herSession.sealedSound({ testimony, passage: first })).toMatchObject({ sound: 'open' })
      expect(await herSession.sealedSound({ testimony, passage: second })).toMatchObject({ sound: 'sealed' })
      await herSession.unseal({ testimony, passages: [second] })
    })
    const { story: now } = await client.story.read({ testimony })
    expect((await soundOf(home, 'media', now.recordings[0]?.media ?? '')).equals(before)).toBe(true)
  } finally {
    await home.close()
  }
})
