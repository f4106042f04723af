// The making of an archive, killed: afterwards the folder opens with the passphrase and the paper key, or it can be made anew.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { passphrase, startProcess } from '../support/archive.ts'
import { driveToEnd } from './drive.ts'
import { makeHere } from './journey.ts'

const opened = (opening: Promise<object>): Promise<boolean> =>
  opening.then(
    () => true,
    () => false,
  )

export interface MakingKilled {
  readonly opens: boolean
  readonly wrong: readonly string[]
}

/** Dies at a point of `confirmPaperKey` (0: never) and looks. `points` is how many there were when it did not die. */
export async function killMaking(point: number): Promise<MakingKilled & { readonly points: number }> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-make-'))
  const folder = path.join(dataFolder, 'archive')
  const said = await driveToEnd({ do: 'make', dataFolder, folder, dieAt: point })
  const words = said.find(({ paperKey }) => paperKey !== undefined)?.paperKey?.join(' ') ?? ''
  const ended = said.find(({ done }) => done)
  const wrong = point > 0 === (ended === undefined) ? [] : ['it did not die, or died by itself']
  const archive = await startProcess(dataFolder)
  const { door } = archive.client
  const opens = await opened(door.open({ folder, passphrase }))
  if (opens) {
    if ((await door.state({})).usedPreviousKeyring) wrong.push('the keyring has only one generation')
    await door.lock({})
    if (!(await opened(door.openWithPaperKey({ folder, words })))) wrong.push('the paper key does not open it')
  } else {
    await makeHere(archive.client, folder).catch((error: unknown) =>
      wrong.push(`it neither opens nor can be made: ${String(error)}`),
    )
  }
  await archive.close()
  const left = (await readdir(folder)).filter(
    (name) => !['archive.db', 'keyring', 'keyring.previous', 'media'].includes(name),
  )
  if (left.length > 0) wrong.push(`left behind: ${left.join(', ')}`)
  wrong.push(...archive.broken.map(String))
  await rm(dataFolder, { recursive: true })
  return { opens, wrong, points: ended?.points ?? 0 }
}
