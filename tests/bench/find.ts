// Finding words in the archive process, against ripgrep (grep where it is not installed) over the same texts as plain files.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringInHandlers } from '../../electron/archive/features/bring-in/index.ts'
import { shelfHandlers } from '../../electron/archive/features/shelf.ts'
import { makeSession } from '../support/session.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { testimonyFiles, type TestimonyFile } from './testimonies.ts'

const turns = 15
const { signal } = new AbortController()

/** Words of the texts by how many of the stories hold them: in 1 to 3, in about a tenth, in more than four fifths. */
function wordsByFrequency(files: readonly TestimonyFile[]): { rare: string[]; middling: string[]; common: string[] } {
  const stories = new Map<string, number>()
  for (const { text } of files) {
    for (const word of new Set(text.toLowerCase().match(/\p{L}{4,}/gu))) stories.set(word, (stories.get(word) ?? 0) + 1)
  }
  const between = (least: number, most: number) =>
    [...stories]
      .filter(([, count]) => count >= least && count <= most)
      .map(([word]) => word)
      .sort()
  const spread = (words: readonly string[]) =>
    Array.from({ length: 10 }, (_, at) => words[Math.floor((at * words.length) / 10)] ?? '')
  return {
    rare: spread(between(1, 3)),
    middling: spread(between(Math.round(files.length * 0.08), Math.round(files.length * 0.12))),
    common: spread(between(Math.round(files.length * 0.6), files.length)),
  }
}

function grep(folder: string, word: string): number {
  const started = performance.now()
  const ripgrep = spawnSync('rg', ['--ignore-case', '--word-regexp', '--fixed-strings', '--no-heading', word, folder], {
    maxBuffer: 1 << 30,
  })
  if (ripgrep.error !== undefined) {
    const again = performance.now()
    spawnSync('grep', ['-r', '-i', '-w', '-F', word, folder], { maxBuffer: 1 << 30 })
    return performance.now() - again
  }
  return performance.now() - started
}

async function keepAll(bringIn: ReturnType<typeof bringInHandlers>, files: readonly TestimonyFile[]): Promise<void> {
  const { batch } = await bringIn.begin({}, signal)
  for (const { name, text } of files) {
    const { file } = await bringIn.openFile({ batch, name, size: text.length }, signal)
    await bringIn.append({ batch, file, bytes: new TextEncoder().encode(text) }, signal)
    await bringIn.closeFile({ batch, file }, signal)
  }
  for await (const line of bringIn.keep({ batch }, signal))
    if (line.result !== 'kept') throw new Error(`${line.name} was not kept`)
}

export async function benchFind(): Promise<Figure[]> {
  const files = testimonyFiles()
  if (files === null) return []
  const plain = await mkdtemp(path.join(tmpdir(), 'firsthand-bench-'))
  const archive = await makeSession()
  try {
    await mkdir(plain, { recursive: true })
    for (const { name, text } of files) await writeFile(path.join(plain, name), text)
    await keepAll(bringInHandlers(archive.open), files)
    const { find } = shelfHandlers(archive.open)
    const figures: Figure[] = []
    for (const [name, words] of Object.entries(wordsByFrequency(files))) {
      const ours: number[] = []
      const peer: number[] = []
      const search = async (word: string): Promise<number> => {
        const started = performance.now()
        const { total } = await find({ words: word, language: '', role: 'anyone', count: 50 }, signal)
        if (total === 0) throw new Error(`${name}: a word that is there was not found`)
        return performance.now() - started
      }
      for (let turn = 0; turn < turns; turn += 1) {
        // NOTE: by turns of ten words, each begun by one that is not counted: starting a program shares this one's
        // memory with it for a moment, and the first search after it pays for that.
        await search(words[0] ?? '')
        for (const word of words) ours.push(await search(word))
        grep(plain, words[0] ?? '')
        for (const word of words) peer.push(grep(plain, word))
      }
      figures.push(figure(`find.${name}.p95`, percentile(ours, 0.95), percentile(peer, 0.95), 'ms'))
    }
    return figures
  } finally {
    await archive.close()
    await rm(plain, { recursive: true })
  }
}
