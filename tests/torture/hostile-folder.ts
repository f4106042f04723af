// Archive folders that somebody made to do harm, opened with what opens them: nothing outside them may change,
// nothing in them may run, and what is refused stays as it was.
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { attacks, strangeId } from './hostile-attacks.ts'
import type { Begin } from './hostile-child.ts'
import { bringStoryIn, makeHere } from './journey.ts'

/** Every entry under a folder, what it is, and the bytes of its files. */
export function entriesUnder(folder: string): string {
  if (!existsSync(folder)) return 'nothing is there'
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((entry) => {
      const at = path.join(entry.parentPath, entry.name)
      const kind = entry.isFile() ? readFileSync(at).toString('base64') : String(lstatSync(at).mode)
      return `${path.relative(folder, at)} ${kind}`
    })
    .toSorted()
    .join('\n')
}

/** A folder of somebody's own beside the archive. */
export function layOutside(outside: string): void {
  rmSync(outside, { recursive: true, force: true })
  mkdirSync(path.join(outside, 'media'), { recursive: true })
  for (const name of ['letters.txt', 'keyring', `media/${strangeId}`, `media/${strangeId}.take`])
    writeFileSync(path.join(outside, name), `mine: ${name}`)
}

const allowed: ReadonlySet<string> = new Set(
  'linkInside notAnArchive noArchiveHere keyringMissing keyringDamaged keyringRefused newerVersion pageDamaged settingRefused mediaMissing mediaDamaged notFound'.split(
    ' ',
  ),
)

export const begin: Begin = async (scratch, fault) => {
  const base = path.join(scratch, 'base')
  const outside = path.join(scratch, 'outside')
  const made = await startProcess(path.join(scratch, 'made'))
  const { paperKey } = await makeHere(made.client, base)
  const testimony = await bringStoryIn(made.client)
  await made.close()
  const { key } = await openWithPassphrase(base, normalisePassphrase(passphrase))

  return {
    async take(at) {
      const attack = attacks[at % attacks.length]
      if (attack === undefined) throw new Error('there are no attacks')
      const { name, lay, isNonsense = false } = attack
      const folder = path.join(scratch, 'archive')
      rmSync(folder, { recursive: true, force: true })
      cpSync(base, folder, { recursive: true })
      layOutside(outside)
      lay({ folder, outside, key })
      const before = entriesUnder(outside)
      const there = readdirSync(scratch).join()
      const wrong: string[] = []
      const tell = (error: unknown): void => {
        const code = error instanceof Failure ? error.code : String(error)
        if (!allowed.has(code) && !(isNonsense && ['broken', 'badOutput'].includes(code)))
          wrong.push(`it ended with ${code}`)
      }
      const { client, broken, close } = await startProcess(path.join(scratch, 'made'))
      let opened = false
      try {
        await client.door.folders({ path: folder })
        await client.door.openWithPaperKey({ folder, words: paperKey.join(' ') })
        opened = true
        const asked = { words: '', language: '', label: '', state: 'all', order: 'title', from: 0, count: 100 } as const
        await client.shelf.list(asked)
        const { story } = await client.story.read({ testimony })
        for (const { id } of story.recordings)
          await client.sound.plan({ kind: 'story', recording: id, reach: 'anyone' }).catch(tell)
        for await (const _ of client.backup.repair({})) if (fault === 'stray') break
      } catch (error) {
        tell(error)
      }
      await close()
      if (fault === 'stray') rmSync(path.join(outside, 'letters.txt'))
      if (entriesUnder(outside) !== before) wrong.push('something outside is another')
      if (readdirSync(scratch).join() !== there) wrong.push('something else lies beside it')
      if (broken.length > 0 && !isNonsense) wrong.push(`an unforeseen error: ${String(broken[0])}`)
      return { name, wrong, kept: opened }
    },
    end: () => Promise.resolve([]),
  }
}
