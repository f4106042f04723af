// Bringing in: what is kept is whole, what is not leaves nothing, and no name that somebody chose ever reaches the disk.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bringIn, handOver, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

const text = (words: string) => new TextEncoder().encode(words)
const mediaFiles = () =>
  existsSync(path.join(archive.folder, 'media')) ? readdirSync(path.join(archive.folder, 'media')) : []
const everyName = () => readdirSync(archive.dataFolder, { recursive: true }).map(String)

async function findings(): Promise<readonly string[]> {
  for await (const step of archive.client.care.check({}))
    if (step.kind === 'checked') return step.findings.map(({ rule }) => rule)
  return ['no answer']
}

/** The lines of a story whose wholeness can be told from its own words; each with a word of so many letters at its end. */
const linesOf = (at: string | number, lines: number, letters: number) =>
  Array.from({ length: lines }, (_, line) =>
    `Story ${at} has five lines and this is line ${line + 1}. ${'o'.repeat(letters)}`.trim(),
  )
const numbered = (at: number, lines = 5, letters = 0) => ({
  name: `story-${at}.txt`,
  bytes: text(linesOf(at, lines, letters).join('\n\n')),
})

/** The stories that are there, each with all of its lines; throws for one that is not whole. */
async function wholeStories(lines = 5, letters = 0): Promise<number> {
  const { client } = archive
  const { total, cards } = await client.shelf.list({
    words: '',
    language: '',
    label: '',
    state: 'all',
    order: 'title',
    from: 0,
    count: 500,
  })
  for (const { id } of cards) {
    const { story } = await client.story.read({ testimony: id })
    const [, number] = /^Story (\d+) /.exec(story.passages[0]?.text ?? '') ?? []
    expect(story.passages.map((passage) => passage.text)).toEqual(linesOf(number ?? '', lines, letters))
  }
  return total
}

describe('keeping', () => {
  test('that is cancelled in the middle keeps whole stories and no others, and can go on', async () => {
    const { client } = archive
    const { batch } = await client.bringIn.begin({})
    // Enough of them that they do not fit into one transaction.
    const [count, long] = [60, [300, 1_100]] as const
    for (let at = 0; at < count; at += 1) await handOver(client, batch, numbered(at).name, numbered(at, ...long).bytes)
    const stop = new AbortController()
    let lines = 0
    try {
      for await (const { result } of client.bringIn.keep({ batch }, stop.signal)) {
        expect(result).toBe('kept')
        lines += 1
        if (lines === 20) stop.abort()
      }
    } catch (error) {
      expect(error).toMatchObject({ code: 'cancelled' })
    }
    const kept = await wholeStories(...long)
    expect(kept).toBeGreaterThanOrEqual(lines)
    expect(kept).toBeLessThan(count)
    expect(await findings()).toEqual([])
    // What was kept has left the batch; the rest is still there and nothing is kept twice.
    const { items } = await client.bringIn.preview({ batch })
    expect(items).toHaveLength(count - kept)
    expect(items.some(({ alreadyHere }) => alreadyHere)).toBe(false)
    const rest = []
    for await (const line of client.bringIn.keep({ batch })) rest.push(line.result)
    expect(rest).toEqual(Array.from({ length: count - kept }, () => 'kept'))
    expect(await wholeStories(...long)).toBe(count)
  })

  test('a file that was kept before is told, and not kept again unless it is wanted', async () => {
    const { client } = archive
    const sound = { name: 'sound.wav', bytes: toneWav(1, 8_000, 440) }
    expect((await bringIn(client, [numbered(1), sound])).map(({ result }) => result)).toEqual(['kept', 'kept'])
    const { batch } = await client.bringIn.begin({})
    await handOver(client, batch, 'another-name.txt', numbered(1).bytes)
    const { items } = await client.bringIn.preview({ batch })
    expect(items.map(({ alreadyHere, keep }) => [alreadyHere, keep])).toEqual([[true, false]])
    const again = []
    for await (const line of client.bringIn.keep({ batch })) again.push(line.result)
    expect(again).toEqual(['leftOut'])
    expect((await client.shelf.choices({})).all).toBe(2)
  })

  test('a bad file among good ones has a line of its own and takes nothing with it', async () => {
    const bad = [
      { name: 'empty.txt', bytes: new Uint8Array(0), failure: 'fileEmpty' },
      { name: 'broken.vtt', bytes: text('not captions at all'), failure: 'captionsBroken' },
      { name: 'broken.wav', bytes: text('RIFF....WAVE but no sound'), failure: 'soundUnreadable' },
      { name: 'picture.png', bytes: Buffer.from('89504e470d0a1a0a0000000d', 'hex'), failure: 'formatUnknown' },
      { name: 'spaces.txt', bytes: text('  \n \n'), failure: 'nothingInside' },
    ]
    const files = bad.flatMap((file, at) => [numbered(at), file])
    const lines = await bringIn(archive.client, files)
    expect(lines.map(({ name, result, failure }) => ({ name, result, failure }))).toEqual(
      expect.arrayContaining([
        ...bad.map(({ name, failure }) => ({ name, result: 'failed', failure })),
        ...bad.map((_, at) => ({ name: numbered(at).name, result: 'kept', failure: null })),
      ]),
    )
    expect(lines).toHaveLength(10)
    expect(lines.at(-1)).toMatchObject({ done: 10, total: 10 })
    expect(await wholeStories()).toBe(5)
    expect(mediaFiles()).toEqual([])
  })
})

describe('files', () => {
  test('are put together by name, and words can be pasted', async () => {
    const { client } = archive
    const { batch } = await client.bringIn.begin({})
    await handOver(client, batch, 'Marisol 2019.wav', toneWav(4, 8_000, 440))
    await handOver(client, batch, 'marisol_2019.srt', text('1\n00:00:00,000 --> 00:00:02,000\nI sold oranges.\n'))
    await handOver(client, batch, 'other.txt', text('Another story.'))
    await client.bringIn.paste({ batch, text: 'Q: Where?\n\nA: At the market, when it rained.' })
    const { items } = await client.bringIn.preview({ batch })
    const pairs = items.map(({ transcriptName, soundName, durationMs }) => [transcriptName, soundName, durationMs])
    expect(pairs).toHaveLength(3)
    expect(pairs).toContainEqual(['marisol_2019.srt', 'Marisol 2019.wav', 4_000])
    expect(pairs).toContainEqual(['other.txt', null, null])
    expect(items.find(({ transcriptName }) => transcriptName === '')).toMatchObject({ failure: null, keep: true })
    const lines = []
    for await (const line of client.bringIn.keep({ batch })) lines.push(line)
    expect(lines.map(({ result }) => result)).toEqual(['kept', 'kept', 'kept'])
    const found = await client.shelf.find({ words: 'rained', language: '', role: 'narrator', count: 5 })
    expect(found.total).toBe(1)
    expect(mediaFiles()).toHaveLength(1)
  })

  test('with names that mean harm are kept under names of our own', async () => {
    const hostile = [
      '../../escaped',
      '/etc/passwd',
      'con',
      'aux.',
      '\u202egpj.exe',
      'x'.repeat(300),
      'a\0b',
      '..\\..\\up',
      '.',
      '',
      '$(touch x)',
      '<script>',
    ]
    const before = everyName()
    const files = hostile.flatMap((name, at) => [
      { name: `${name}.txt`, bytes: numbered(at).bytes },
      { name: `${name}${at}.wav`, bytes: toneWav(1, 8_000, 200 + at * 10) },
    ])
    const lines = await bringIn(archive.client, files)
    expect(lines.every(({ result }) => result === 'kept')).toBe(true)
    expect(mediaFiles()).toHaveLength(hostile.length)
    expect(mediaFiles().filter((name) => !/^[0-9a-hjkmnp-tv-z]{26}$/.test(name))).toEqual([])
    const fresh = everyName().filter((name) => !before.includes(name) && !name.includes(`media${path.sep}`))
    expect(fresh).toEqual(['archive/media'.replace('/', path.sep)])
    expect(await findings()).toEqual([])
  })

  test('that are forgotten leave nothing on the disk, half handed over or whole', async () => {
    const { client } = archive
    const { batch } = await client.bringIn.begin({})
    await handOver(client, batch, 'whole.wav', toneWav(3, 8_000, 440))
    const { file } = await client.bringIn.openFile({ batch, name: 'half.wav', size: 100_000 })
    await client.bringIn.append({ batch, file, bytes: toneWav(3, 8_000, 880) })
    expect(mediaFiles()).toHaveLength(2)
    await client.bringIn.forget({ batch })
    expect(mediaFiles()).toEqual([])
    await expect(client.bringIn.preview({ batch })).rejects.toMatchObject({ code: 'notFound' })
    // Locking forgets as well.
    const other = await client.bringIn.begin({})
    await handOver(client, other.batch, 'whole.wav', toneWav(3, 8_000, 440))
    await client.door.lock({})
    expect(mediaFiles()).toEqual([])
    await client.door.open({ folder: archive.folder, passphrase })
    expect((await client.shelf.choices({})).all).toBe(0)
  })

  test('handed over without waiting for each piece arrive whole', async () => {
    const { client } = archive
    const { batch } = await client.bringIn.begin({})
    const bytes = toneWav(60, 8_000, 440)
    const { file } = await client.bringIn.openFile({ batch, name: 'long.wav', size: bytes.length })
    const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) =>
      bytes.slice(at * 65_536, (at + 1) * 65_536),
    )
    await Promise.all([
      ...pieces.map((piece) => client.bringIn.append({ batch, file, bytes: piece })),
      client.bringIn.closeFile({ batch, file }),
    ])
    const { items } = await client.bringIn.preview({ batch })
    expect(items).toMatchObject([{ failure: null, durationMs: 60_000 }])
    for await (const { result } of client.bringIn.keep({ batch })) expect(result).toBe('kept')
    expect(mediaFiles()).toHaveLength(1)
    const [media = ''] = mediaFiles()
    const found = await archive.process.media.find('media', media, '')
    expect(found.size).toBe(bytes.length)
    const read: Uint8Array[] = []
    for await (const piece of found.read(0, found.size)) read.push(piece)
    expect(Buffer.concat(read).equals(bytes)).toBe(true)
  })
})
