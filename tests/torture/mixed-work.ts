// Kinds of work, each with a value that says what it came to: read before it, foretold, and read again after a death.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { bringIn, type TestArchive } from '../support/archive.ts'
import { backUp } from '../support/backup.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { beginTake, finish, openWindow, second } from '../support/recorder.ts'
import { transcribe } from '../support/transcribing.ts'
import { wrongWith } from './backup-faults.ts'
import { noise } from './journey.ts'
import { listGenerations } from '../../electron/archive/files/backup/medium.ts'
import { packFile, packs, writeFirst, type MixedIds } from './mixed-world.ts'

export interface AtWork {
  readonly archive: TestArchive
  readonly dataFolder: string
  readonly ids: MixedIds
}

interface Kind {
  /** What stands in the archive. */
  read(at: AtWork): Promise<string>
  /** What will stand there when it is done once more; null where it cannot be done. */
  next(now: string, count: number): string | null
  run(at: AtWork, next: string): Promise<void>
}

const evidence = { kind: 'inPerson', note: '' } as const
const storyOf = ({ archive, ids }: AtWork) => archive.client.story.read({ testimony: ids.story })
/** The last word that counts in a first passage; 0 where there is none. */
const counted = (text: string | undefined): string => /(?:change|home)(\d+)x/.exec(text ?? '')?.[1] ?? '0'
const oneMore = (now: string): string => String(Number(now) + 1)
/** One more at the end of a list, or, where it is long, one less at its beginning. */
const rolling = (now: string, count: number): string => {
  const list = now.split(',').filter((one) => one !== '')
  return (list.length < 4 ? [...list, `m${count}`] : list.slice(1)).join(',')
}
const spanOf = (text: string, passage: string) => ({
  passage,
  start: 0,
  end: Math.min(8, text.length),
  startMs: null,
  endMs: null,
})
const outOf = ({ dataFolder }: AtWork): string => path.join(dataFolder, 'out')
const stickOf = ({ dataFolder }: AtWork): string => path.join(dataFolder, 'stick')

async function addOrRemove(
  at: AtWork,
  next: string,
  marks: readonly { readonly id: string; readonly words: string }[],
  add: (words: string, span: ReturnType<typeof spanOf>) => Promise<unknown>,
  remove: (id: string) => Promise<unknown>,
): Promise<void> {
  const wanted = next.split(',')
  const gone = marks.find(({ words }) => !wanted.includes(words))
  if (gone !== undefined) return void (await remove(gone.id))
  const { story } = await storyOf(at)
  const passage = story.passages[1]
  await add(wanted.at(-1) ?? '', spanOf(passage?.text ?? '', passage?.id ?? ''))
}

/** Takes with sound in them: one that was killed before its first second is there too, and there is nothing to finish. */
const takings = async ({ archive, ids }: AtWork) =>
  (await archive.client.recording.takes({})).takes.filter(
    ({ testimony, keptMs }) => testimony === ids.story && keptMs > 0,
  )
const draftsOf = ({ archive, ids }: AtWork) => archive.client.transcribing.state({ testimony: ids.silent })

export const kinds = {
  write: {
    read: async (at) => counted((await storyOf(at)).story.passages[0]?.text),
    next: oneMore,
    run: ({ archive, ids }, next) => writeFirst(archive.client, ids.story, `I wrote change${next}x of it.`),
  },
  label: {
    read: async (at) => (await storyOf(at)).marks.labels.map(({ words }) => words).join(','),
    next: rolling,
    run: async (at, next) => {
      const { client } = at.archive
      const testimony = at.ids.story
      const look = { language: 'en', meaning: '', assertedBy: 'narrator', stance: 'mine', colour: 1 } as const
      await addOrRemove(
        at,
        next,
        (await storyOf(at)).marks.labels,
        (words, span) => client.marks.label({ testimony, words, spans: [span], ...look }),
        (label) => client.marks.removeLabel({ testimony, label }),
      )
    },
  },
  takeOut: {
    read: async (at) => (await storyOf(at)).marks.redactions.map(({ why }) => why).join(','),
    next: rolling,
    run: async (at, next) => {
      const { client } = at.archive
      const testimony = at.ids.story
      const how = { thing: 'name', reach: 'readers', way: 'removed', replacement: '' } as const
      await addOrRemove(
        at,
        next,
        (await storyOf(at)).marks.redactions.map(({ id, why }) => ({ id, words: why })),
        (why, span) => client.marks.takeOut({ testimony, why, spans: [span], ...how }),
        (redaction) => client.marks.putBack({ testimony, redaction }),
      )
    },
  },
  answer: {
    read: async ({ archive, ids }) =>
      String(
        (await archive.client.consent.read({ testimony: ids.story })).entries.filter(({ kind }) => kind === 'consent')
          .length,
      ),
    next: oneMore,
    run: async ({ archive, ids }, next) => {
      await archive.client.consent.answer({
        testimony: ids.story,
        evidence,
        scope: { kind: 'testimony' },
        use: 'listenHere',
        answer: Number(next) % 2 === 0 ? 'yes' : 'no',
        conditions: plainConditions,
        cardLanguage: 'en',
        cardVersion: 1,
      })
    },
  },
  title: {
    read: async (at) => (await storyOf(at)).story.testimony.title,
    next: (_now, count) => `Title ${count}`,
    run: async ({ archive, ids }, next) => {
      await archive.client.story.retitle({ testimony: ids.story, title: next, titleBy: 'archivist' })
    },
  },
  bringIn: {
    read: async ({ archive }) => String((await archive.client.shelf.choices({})).all),
    next: oneMore,
    run: async ({ archive }, next) => {
      const bytes = new TextEncoder().encode(`Marisol: This is number ${next}.\n\nMarisol: It rained for days.\n`)
      const [line] = await bringIn(archive.client, [{ name: `brought-${next}.txt`, bytes }])
      // The lines say what became of each file; one that was refused has no story.
      if (line?.testimony == null) throw Object.assign(new Error('not kept'), { code: line?.failure ?? 'notKept' })
    },
  },
  giveOut: {
    read: async ({ archive }) => String((await archive.client.givenOut.list({})).disclosures.length),
    next: oneMore,
    run: async (at, next) => {
      const { client } = at.archive
      const { excerpt } = at.ids
      const { contentHash } = await client.excerpts.prepare({ excerpt })
      await client.excerpts.signOff({ excerpt, contentHash, evidence })
      const giving = { excerpt, parentFolder: outOf(at), folderName: `Hall ${next}` }
      for await (const step of client.excerpts.giveOut(giving)) void step
    },
  },
  backUp: {
    read: async (at) => (await latestBackup(at)) ?? '',
    next: () => 'another',
    run: async (at) => void (await backUp(at.archive.client, stickOf(at))),
  },
  bringHome: {
    read: async ({ archive, ids }) =>
      counted((await archive.client.story.read({ testimony: ids.home })).story.passages[0]?.text),
    next: (now) => (Number(now) < packs ? oneMore(now) : null),
    run: async ({ archive, ids }, next) => {
      const { takeHome } = archive.client
      const { file } = await takeHome.beginDecisions({})
      const bytes = await readFile(packFile(ids.packs, Number(next)))
      await takeHome.appendDecisions({ file, bytes: new Uint8Array(bytes) })
      const { pack } = await takeHome.readDecisions({ file })
      await takeHome.takeDecisions({ pack, keepHere: [] })
    },
  },
  draft: {
    read: async (at) => String((await draftsOf(at)).drafts.length),
    next: (now) => (now === '0' ? '1' : '0'),
    run: async (at, next) => {
      const { client } = at.archive
      const { drafts } = await draftsOf(at)
      if (next === '0') return void (await client.transcribing.throwAway({ draft: drafts[0]?.id ?? '' }))
      // Quiet, a second of noise, quiet: what goes on all the time nobody says.
      const samples = new Int16Array(32_000)
      samples.set(new Int16Array(new Uint8Array(noise.subarray(0, 32_000)).buffer), 8_000)
      const { silent: testimony, recording } = at.ids
      await transcribe({ client, testimony, recording, samples })
    },
  },
  record: {
    // A take that nobody finished is there as much as a recording.
    read: async (at) => String((await storyOf(at)).story.recordings.length + (await takings(at)).length),
    next: oneMore,
    run: async (at) => {
      const { client, process } = at.archive
      for (const { take } of await takings(at)) await finish(client, take)
      const window = await openWindow(process)
      try {
        const { take } = await beginTake(client, { testimony: at.ids.story })
        for (let number = 0; number < 2; number += 1) await window.send(take, second(number))
        await window.recorder.stop({ take, offRecord: 'destroy' })
        await finish(client, take)
      } finally {
        window.close()
      }
    },
  },
} satisfies Record<string, Kind>

export type WorkName = keyof typeof kinds
export const workNames = Object.keys(kinds) as readonly WorkName[]
export const kindOf = (name: WorkName): Kind => kinds[name]

const backupsOf = (at: AtWork) => listGenerations(path.join(stickOf(at), 'Backup')).catch(() => [])
async function latestBackup(at: AtWork): Promise<string | null> {
  const [newest] = await backupsOf(at)
  return newest?.id ?? null
}

/** Everything that stands in the archive, by kind of work. */
export async function lookAll(at: AtWork): Promise<Record<WorkName, string>> {
  const found: Partial<Record<WorkName, string>> = {}
  for (const name of workNames) found[name] = await kindOf(name).read(at)
  return found as Record<WorkName, string>
}

/** What is wrong with the archive, what was given out and the backups, whatever was said of them. */
export async function wrongInside(at: AtWork): Promise<string[]> {
  const { client } = at.archive
  const wrong: string[] = []
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') wrong.push(...step.findings.map(({ rule, count }) => `${count} ${rule}`))
  const { disclosures } = await client.givenOut.list({})
  const there = await readdir(outOf(at))
  if (there.length !== disclosures.length) wrong.push(`${disclosures.length} rows, and on the disk ${there.join(', ')}`)
  for (const { folderName, files } of disclosures)
    for (const file of files) {
      const bytes = await readFile(path.join(outOf(at), folderName, file.path)).catch(() => Buffer.alloc(0))
      if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) wrong.push(`${folderName}: ${file.path}`)
    }
  wrong.push(...(await wrongWith(path.join(stickOf(at), 'Backup'), []).catch(() => [])))
  const { story } = await storyOf(at)
  for (const recording of story.recordings)
    for await (const piece of (await at.archive.process.media.find('media', recording.media, '')).read(0, 44))
      void piece
  return wrong
}
