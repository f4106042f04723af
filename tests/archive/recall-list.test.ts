// An import refuses what is on a recall list: the files themselves, and the words in whatever layout, of ours and of others.
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { handOver, makeArchive, type TestArchive } from '../support/archive.ts'
import { evidence, readyStory, type ReadyStory } from '../support/ready-story.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const story = `Rosalinda: In the winter of that year we walked eleven kilometres every night to the packing house, and nobody counted the hours but us.

Ana: Who paid you?

Rosalinda: A man called Teodoro paid us on Fridays in the yard behind the packing house, in coins, and he kept back what he liked. We didn't say a word – not then – because he'd known our well-being was nothing to anybody.

Ana: And after?

Rosalinda: After that we made a list of what was missing, and six of us took it to the town hall together on a Monday morning.

Ana: All of you?

Rosalinda: We were never that many before. Six of us took it along. We counted all of it again. Nobody had seen a list so long.
`
const [winter = '', paid = '', list = ''] = story
  .split('\n\n')
  .filter((part) => part.startsWith('Rosalinda'))
  .map((part) => part.replace('Rosalinda: ', '').trim())

const archives: TestArchive[] = []
afterEach(async () => {
  for (const archive of archives.splice(0)) await archive.close()
})

async function made(): Promise<TestArchive> {
  const archive = await makeArchive()
  archives.push(archive)
  return archive
}

async function given(text = story): Promise<ReadyStory & { archive: TestArchive; disclosure: string; folder: string }> {
  const archive = await made()
  const { client } = archive
  const ready = await readyStory(client, text)
  await ready.answer('yes')
  await ready.signOff()
  const folder = await ready.giveOut(archive.dataFolder, 'out')
  const { disclosures } = await client.givenOut.list({})
  return { ...ready, archive, folder, disclosure: disclosures[0]?.id ?? '' }
}

/** The bytes of its recall file. */
async function recalled(of: Awaited<ReturnType<typeof given>>): Promise<{ name: string; bytes: Uint8Array }> {
  const { client, dataFolder } = of.archive
  const { disclosure, excerpt } = of
  const saved = await client.recall.save({
    disclosure,
    from: '',
    why: '',
    parts: ['file'],
    parentFolder: dataFolder,
    folderName: 'recall',
  })
  const name = `${excerpt}.firsthand-recall`
  return { name, bytes: await readFile(path.join(saved.folder, name)) }
}

/** Hands a file over; gives why it cannot be kept, what the keeping says, and the batch's recalls. */
async function tried({ client }: TestArchive, name: string, content: string | Uint8Array) {
  const { batch } = await client.bringIn.begin({})
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  await handOver(client, batch, name, bytes)
  const { items, recalls } = await client.bringIn.preview({ batch })
  for (const item of items.filter(({ failure }) => failure === 'calledBack'))
    await client.bringIn.correct({
      batch,
      ...item,
      keep: true,
      speakers: item.speakers.map(({ name: who, role }) => ({ name: who, role })),
    })
  const lines = []
  for await (const line of client.bringIn.keep({ batch })) lines.push(line)
  return { failures: items.map(({ failure }) => failure), items, recalls, kept: lines.map(({ result }) => result) }
}

const sayings = ['We counted all of it again.', 'Six of us took it along.']
const interrupted = (text: string) => `ROSA: ${text.replaceAll(/([.?!]) /g, '$1\n\nINTERVIEWER: Yes?\n\nROSA: ')}`

const foreign = (from: number) => Array.from({ length: 400 }, (_, at) => `orange${from}${at}`).join(' ')

const cues = (text: string, size: number) => {
  const words = text.split(/\s+/)
  const stamp = (seconds: number) =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`
  return Array.from({ length: Math.ceil(words.length / size) }, (_, at) =>
    [`${stamp(at * 2)} --> ${stamp(at * 2 + 2)}`, words.slice(at * size, (at + 1) * size).join(' ')].join('\n'),
  ).join('\n\n')
}

const layouts: Readonly<Record<string, [name: string, text: string]>> = {
  'as it was': ['a.txt', story],
  'one long line': ['a.txt', story.replaceAll(/\s+/g, ' ')],
  'without who speaks': ['a.txt', [winter, paid, list].join(' ')],
  'in captions cut otherwise': ['a.vtt', `WEBVTT\n\n${cues([winter, paid, list].join(' '), 5)}\n`],
  'in subtitles': [
    'a.srt',
    cues([winter, paid, list].join(' '), 7)
      .split('\n\n')
      .map((cue, at) => `${at + 1}\n${cue.replaceAll('.000', ',000')}`)
      .join('\n\n'),
  ],
  'in capital letters': ['a.txt', story.toUpperCase()],
  'with other punctuation': ['a.txt', story.replaceAll(/[.,–?]/g, ' ;').replaceAll("'", '’')],
  'with lines that are broken by hyphens': [
    'a.txt',
    story.replace('kilometres', 'kilo-\nmetres').replace('packing', 'pack-\ning'),
  ],
  'with a word changed here and there': ['a.txt', story.replace('eleven', 'twelve').replace('coins', 'notes')],
  'one passage of it': ['a.txt', `${list}\n`],
  'with somebody else speaking after every sentence': ['a.txt', interrupted([winter, paid, list].join(' '))],
  'with somebody else speaking within a sentence': [
    'a.txt',
    winter.replace(' to the packing', '\n\nINTERVIEWER: Yes?\n\nROSA: to the packing'),
  ],
  'sentences of it in another order': ['a.txt', `${sayings[1]} ${sayings[0]}`],
  'one passage of it inside a long foreign text': ['a.txt', `${foreign(1)} ${list}\n\nBea: ${foreign(2)}`],
}

describe('an import refuses what is on a recall list', () => {
  test.each(Object.keys(layouts))('our own recalls count, the words %s', async (layout) => {
    const ready = await given()
    const [name, text] = layouts[layout] ?? ['', '']
    // The control: while her yes stands, nothing speaks against it.
    expect((await tried(ready.archive, name, text)).failures).toEqual([null])
    await ready.answer('withdrawn')
    const refused = await tried(ready.archive, name, text)
    expect(refused).toMatchObject({ failures: ['calledBack'], kept: ['failed'] })
    expect(refused.items[0]?.recalledBy).toEqual({ kind: 'own', id: ready.disclosure, reference: ready.excerpt })
  })

  test('in another archive, once its file is taken in, and not before', async () => {
    const ready = await given()
    await ready.answer('withdrawn')
    const file = await recalled(ready)
    const other = await made()
    const transcript = await readFile(path.join(ready.folder, 'transcript.txt'))
    expect((await tried(other, 'transcript.txt', transcript)).failures).toEqual([null])
    const { recalls, failures } = await tried(other, file.name, file.bytes)
    expect(failures).toEqual([])
    expect(recalls).toMatchObject([
      { reference: ready.excerpt, calledBack: [1, 2, 3, 4, 5, 6, 7], ours: false, lifted: false },
    ])
    expect((await tried(other, 'transcript.txt', transcript)).failures).toEqual(['calledBack'])
    for (const [name, text] of Object.values(layouts))
      expect((await tried(other, name, text)).failures, name).toEqual(['calledBack'])
    // Dropped twice it is there once; by another name it is known by what it says.
    await tried(other, 'recall.json', file.bytes)
    expect((await other.client.recall.listed({})).listed).toHaveLength(1)
  })

  test('taking in a recall file says which stories here hold its words already', async () => {
    const ready = await given()
    await ready.answer('withdrawn')
    const file = await recalled(ready)
    const other = await made()
    const { client } = other
    await tried(other, 'oranges.txt', `Bea: ${foreign(3)}`)
    await tried(other, 'copied.txt', `Bea: ${foreign(4)}\n\nBea: ${list}`)
    const { recalls } = await tried(other, file.name, file.bytes)
    const lines = []
    for await (const line of client.recall.lookHere({ listed: recalls[0]?.id ?? '' })) lines.push(line)
    expect(lines.map(({ done, total, found }) => [done, total, found?.title])).toEqual([
      [1, 2, undefined],
      [2, 2, 'copied'],
    ])
    const { found } = lines[1] ?? {}
    const { story: read } = await client.story.read({ testimony: found?.testimony ?? '' })
    expect(read.passages.find(({ id }) => id === found?.passage)?.text).toContain(list)
  })

  test('a recall file of which a byte was changed is not taken in', async () => {
    const ready = await given()
    await ready.answer('withdrawn')
    const { name, bytes } = await recalled(ready)
    const changed = Uint8Array.from(bytes)
    const at = Buffer.from(bytes).indexOf('"runs"') + 20
    changed[at] = changed[at] === 0x61 ? 0x62 : 0x61
    const other = await made()
    expect((await tried(other, name, changed)).failures).toEqual(['recallFileBroken'])
    expect((await other.client.recall.listed({})).listed).toEqual([])
  })

  test('it is lifted with a note, and counts again; her own new yes lifts ours', async () => {
    const ready = await given()
    const { client } = ready.archive
    await ready.answer('withdrawn')
    const again = async () => (await tried(ready.archive, 'a.txt', `${story}\nAna: ${Math.random()}\n`)).failures[0]
    expect(await again()).toBe('calledBack')
    await client.recall.lift({ what: ready.disclosure, lifted: true, note: 'She wants it here again.' })
    expect(await again()).toBe(null)
    await client.recall.lift({ what: ready.disclosure, lifted: false, note: 'A mistake.' })
    expect(await again()).toBe('calledBack')
    await ready.answer('yes')
    expect(await again()).toBe(null)
  })

  test('what was lifted, by whom, when and why is for her to read, at her window and in her receipt', async () => {
    const ready = await given()
    const { client } = ready.archive
    await ready.answer('withdrawn')
    const file = await recalled(ready)
    const taken = await tried(ready.archive, file.name, file.bytes)
    const [listed] = taken.recalls
    expect(listed?.ours).toBe(true)
    const why = 'So short that it is found in anybody’s words.'
    await client.recall.lift({ what: ready.disclosure, lifted: true, note: why })
    await client.recall.lift({ what: listed?.id ?? '', lifted: true, note: 'The file as well.' })
    await client.recall.lift({ what: ready.disclosure, lifted: false, note: 'A mistake.' })
    const { story: read } = await client.story.read({ testimony: ready.testimony })
    const narrator = read.narrator.id
    await client.herSession.handOver({ narrator, passphrase: null })
    const { lifts, lifted } = await client.recall.read({ disclosure: ready.disclosure })
    expect(lifted).toBe(false)
    const by = 'Ana'
    const at = expect.stringMatching(/^\d{4}-/) as string
    expect(lifts).toEqual([
      { of: 'own', lifted: true, note: why, by, at },
      { of: 'listed', lifted: true, note: 'The file as well.', by, at },
      { of: 'own', lifted: false, note: 'A mistake.', by, at },
    ])
    for (const [language, said] of [
      [
        'en',
        /may be brought in here again\. Why: .*anybody’s words.*is not brought in here after all\. Why: .*A mistake/,
      ],
      ['es', /puede volver a entrar aquí\. Por qué: .*anybody’s words.*no entra aquí\. Por qué: .*A mistake/],
    ] as const)
      expect(JSON.stringify((await client.receipt.read({ narrator, language, contact: '' })).paper)).toMatch(said)
  })

  test('only the passages that are called back count', async () => {
    const ready = await given()
    await ready.archive.client.consent.answer({
      testimony: ready.testimony,
      evidence,
      scope: { kind: 'passages', passages: [ready.passages[4] ?? ''] },
      use: 'readingRoom',
      answer: 'no',
      cardLanguage: 'en',
      cardVersion: 1,
      conditions: plainConditions,
    })
    expect((await tried(ready.archive, 'a.txt', `${winter} ${paid}`)).failures).toEqual([null])
    expect((await tried(ready.archive, 'a.txt', list)).failures).toEqual(['calledBack'])
  })

  test('words that were written into the preview count as well', async () => {
    const ready = await given()
    const { client } = ready.archive
    await ready.answer('withdrawn')
    const { batch } = await client.bringIn.begin({})
    await client.bringIn.paste({ batch, text: 'Bea: I sold oranges at the gate.\n' })
    const [item] = (await client.bringIn.preview({ batch })).items
    const corrected = await client.bringIn.correctPassage({
      batch,
      item: item?.item ?? '',
      turn: 0,
      passage: 0,
      change: { kind: 'text', text: list },
    })
    expect(corrected.failure).toBe('calledBack')
    const lines = []
    for await (const line of client.bringIn.keep({ batch })) lines.push(line)
    expect(lines).toMatchObject([{ result: 'failed', failure: 'calledBack' }])
  })

  test('in a script without spaces, cut anywhere', async () => {
    const chinese =
      '那年冬天我们每天晚上都要走十一公里的路去包装厂，除了我们自己没有人数过那些时间，后来我们六个人一起去了市政厅。'
    const ready = await given(`小红：${chinese}\n\n安：后来呢？\n\n小红：后来我们回家了。\n`)
    await ready.answer('withdrawn')
    const cut = `WEBVTT\n\n00:00.000 --> 00:02.000\n${chinese.slice(0, 13)}\n\n00:02.000 --> 00:04.000\n${chinese.slice(13, 30)}\n\n00:04.000 --> 00:09.000\n${chinese.slice(30)}\n`
    expect((await tried(ready.archive, 'a.vtt', cut)).failures).toEqual(['calledBack'])
    expect(
      (await tried(ready.archive, 'b.txt', '小红：我喜欢冬天，我们每天都去市场卖橙子，晚上回家做饭。')).failures,
    ).toEqual([null])
  })
})

test('comparing lets other calls in, and stops when it is cancelled', { timeout: 60_000 }, async () => {
  const ready = await given()
  const { client } = ready.archive
  await ready.answer('withdrawn')
  const { batch } = await client.bringIn.begin({})
  const long = Array.from({ length: 150_000 }, (_, at) => `orange${at}`).join(' ')
  await handOver(client, batch, 'long.txt', new TextEncoder().encode(`Bea: ${long}`))
  let others = 0
  const leaving = new AbortController()
  const previewing = client.bringIn.preview({ batch }, leaving.signal)
  const isOver = previewing.then(
    () => 'previewed',
    (error: unknown) => (error as { code: string }).code,
  )
  while (others < 3) {
    const first = await Promise.race([isOver, client.recall.listed({}).then(() => 'answered' as const)])
    expect(first).toBe('answered')
    others += 1
  }
  leaving.abort()
  expect(await isOver).toBe('cancelled')
  expect((await client.bringIn.preview({ batch })).items).toMatchObject([{ failure: null, keep: true }])
})

const folder = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'testimonies')

test.skipIf(!existsSync(folder))(
  'no false alarm on other stories: a whole real narrative is called back, and real others come in (needs ../shared/data)',
  { timeout: 120_000 },
  async () => {
    const sources = ['wpa-oklahoma', 'wpa-mississippi', 'coser-es']
    const texts = sources.flatMap((source) =>
      readFileSync(path.join(folder, `${source}.jsonl`), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { id: string; text: string })
        .slice(0, 40),
    )
    const [own, ...others] = texts
    const ready = await given(own?.text ?? '')
    await ready.answer('withdrawn')
    const { client } = ready.archive
    const { batch } = await client.bringIn.begin({})
    for (const { id, text } of others) await handOver(client, batch, `${id}.txt`, new TextEncoder().encode(text))
    const half = own?.text.slice(0, Math.floor((own?.text.length ?? 0) / 2)) ?? ''
    await handOver(client, batch, 'half.txt', new TextEncoder().encode(half.replaceAll(/\s+/g, ' ')))
    const { items } = await client.bringIn.preview({ batch })
    const alarms = items.filter(({ failure }) => failure === 'calledBack').map(({ transcriptName }) => transcriptName)
    expect(alarms).toEqual(['half.txt'])
    expect(await readdir(ready.archive.dataFolder)).toContain('out')
  },
)
