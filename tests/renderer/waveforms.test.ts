// Waveforms: each worked out once and kept; what is looked at comes before what is worked out in the background; and what
// somebody else would hear is drawn from what was rendered for them, never from the recording.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { waveformsOf } from '../../renderer/app/sound/waveforms.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { peaksAsBytes } from '../../shared/domain/sound/peaks.ts'

const drawn = peaksAsBytes({ columnMs: 20, columns: Uint8Array.of(10, 255, 3) })

let workers: StandIn[]
class StandIn extends EventTarget {
  address = ''
  isGentle = false
  isEnded = false
  constructor() {
    super()
    workers.push(this)
  }
  postMessage(message: { kind: string; address?: string; isGentle?: boolean }): void {
    if (message.kind === 'next') return this.say({ kind: 'done' })
    this.address = message.address ?? ''
    this.isGentle = message.isGentle ?? false
  }
  terminate(): void {
    this.isEnded = true
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  finish(): void {
    this.say({ kind: 'piece', bytes: drawn })
  }
}

beforeEach(() => {
  workers = []
  vi.stubGlobal('Worker', StandIn)
  vi.stubGlobal('location', { href: 'http://127.0.0.1/' })
})
afterEach(() => vi.unstubAllGlobals())

/** An archive with these recordings, without waveforms; `asked` is what was asked of it. */
function archiveOf(...names: readonly string[]) {
  const kept = new Map<string, Uint8Array>()
  const asked: string[] = []
  const story = {
    peaks: async ({ recording }: { recording: string }) => {
      asked.push(`peaks ${recording}`)
      return { peaks: kept.get(recording) ?? new Uint8Array(0) }
    },
    keepPeaks: async ({ recording, peaks }: { recording: string; peaks: Uint8Array }) => {
      asked.push(`keep ${recording}`)
      kept.set(recording, peaks)
      return {}
    },
    withoutPeaks: async () => ({
      recordings: names.filter((one) => !kept.has(one)).map((recording) => ({ recording, media: `of-${recording}` })),
    }),
  }
  return { archive: { story } as unknown as ArchiveClient, kept, asked }
}
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))
const going = (): StandIn[] => workers.filter(({ isEnded }) => !isEnded)
const { signal } = new AbortController()

test('in the background they come gently, one after another; what cannot be decoded is passed over', async () => {
  const { archive, kept } = archiveOf('a', 'b', 'c')
  const all = waveformsOf(archive).inBackground(signal)
  await soon()
  expect(workers.map(({ address, isGentle }) => [address, isGentle])).toEqual([['http://127.0.0.1/media/of-a', true]])
  workers[0]?.finish()
  await soon()
  expect(going()).toHaveLength(1)
  workers[1]?.say({ kind: 'failed' })
  await soon()
  workers[2]?.finish()
  await all
  expect([...kept.keys()]).toEqual(['a', 'c'])
  expect(workers).toHaveLength(3)
})

test('what is looked at comes first, at full speed, and is kept; the other is begun again after it', async () => {
  const { archive, kept } = archiveOf('a', 'b')
  const waveforms = waveformsOf(archive)
  const ending = new AbortController()
  void waveforms.inBackground(ending.signal).catch(() => undefined)
  await soon()
  const looked = waveforms.of({ recording: 'b', media: 'of-b' }, signal)
  await soon()
  expect(workers[0]?.isEnded, 'the one in the background is ended').toBe(true)
  expect(going().map(({ address, isGentle }) => [address, isGentle])).toEqual([['http://127.0.0.1/media/of-b', false]])
  going()[0]?.finish()
  expect((await looked).durationMs).toBe(60)
  expect([...kept.keys()]).toEqual(['b'])
  await vi.waitFor(() => expect(going()).toHaveLength(1), 2_000)
  expect(going()[0]?.address).toBe('http://127.0.0.1/media/of-a')
  ending.abort()
  await soon()
  expect(going(), 'nothing goes on when the archive is locked').toEqual([])
})

test('what is kept is not worked out again', async () => {
  const { archive, kept } = archiveOf('a')
  kept.set('a', drawn)
  expect((await waveformsOf(archive).of({ recording: 'a', media: 'of-a' }, signal)).durationMs).toBe(60)
  expect(workers).toEqual([])
})

test('of what was rendered for somebody, from that sound alone; and the archive keeps nothing of it', async () => {
  const { archive, asked } = archiveOf('a')
  const waveforms = waveformsOf(archive)
  const first = waveforms.ofRendition('/rendition/r1', signal)
  await soon()
  expect(workers.map(({ address }) => address)).toEqual(['http://127.0.0.1/rendition/r1'])
  workers[0]?.finish()
  const levels = await first
  expect(await waveforms.ofRendition('/rendition/r1', signal)).toBe(levels)
  expect(workers).toHaveLength(1)
  expect(asked).toEqual([])
})
