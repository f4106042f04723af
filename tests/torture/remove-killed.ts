// The taking away of an archivist's passphrase, killed at its points: a new archive key is made, and the archive opens with
// the old people or with the new ones, whole, and nothing half made is left.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringIn, passphrase, startProcess } from '../support/archive.ts'
import { opensWith } from '../support/backup.ts'
import { makeHere } from './journey.ts'
import type { Try } from './told.ts'

const remover = path.join(import.meta.dirname, 'remove-member.ts')
const goes = 'thunder copper willow basket planet anchor'
const stays = 'meadow rocket timber velvet puzzle harbor'

async function remove(work: object): Promise<string> {
  const child = spawn(process.execPath, [remover, JSON.stringify(work)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child, 'exit')
  return said
}

const opened = (opening: Promise<object>): Promise<boolean> =>
  opening.then(
    () => true,
    () => false,
  )

export interface RemovedKilled {
  readonly tries: readonly Try[]
  readonly isOld: number
  readonly isNew: number
}

/** Dies at every `step`-th point, and at each of the `last` ones, where hands change. */
export async function removeKilled(step: number, last: number): Promise<RemovedKilled> {
  const base = await mkdtemp(path.join(tmpdir(), 'firsthand-remove-'))
  try {
    const first = path.join(base, 'first')
    const archive = await startProcess(first)
    const { client } = archive
    await makeHere(client, archive.folder)
    await client.members.add({ opensWith, name: 'Berta', passphrase: goes })
    await client.members.add({ opensWith, name: 'Carla', passphrase: stays })
    const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode('I sold oranges there.') }])
    const testimony = line?.testimony ?? ''
    const { story } = await client.story.read({ testimony })
    const member = (await client.members.list({})).members.find(({ name }) => name === 'Berta')?.id ?? ''
    await archive.close()
    const dataFolder = path.join(base, 'killed')
    const removeAt = async (dieAt: number): Promise<string> => {
      await rm(dataFolder, { recursive: true, force: true })
      await cp(first, dataFolder, { recursive: true })
      return remove({ dataFolder, folder: path.join(dataFolder, 'archive'), member, dieAt })
    }
    const points = Number(await removeAt(0))
    const tries: Try[] = []
    let [isOld, isNew] = [0, 0]
    for (let point = 1; point <= points; point += 1) {
      if (point % step !== 0 && point <= points - last) continue
      const wrong = (await removeAt(point)) === '' ? [] : ['it did not die']
      const again = await startProcess(dataFolder)
      const { door, members, story: stories } = again.client
      const { folder } = again
      // She who stays first: nobody else has opened it since.
      if (await opened(door.open({ folder, passphrase: stays }))) {
        if (JSON.stringify((await stories.read({ testimony })).story) !== JSON.stringify(story)) wrong.push('the story')
        const isListed = (await members.list({})).members.some(({ name }) => name === 'Berta')
        await door.lock({})
        if ((await opened(door.open({ folder, passphrase: goes }))) !== isListed)
          wrong.push(isListed ? 'she is listed, and it does not open' : 'she is gone, and it opens')
        await door.lock({})
        if (!(await opened(door.open({ folder, passphrase })))) wrong.push('it does not open with the first passphrase')
        isOld += isListed ? 1 : 0
        isNew += isListed ? 0 : 1
      } else wrong.push('it does not open')
      await again.close()
      const left = (await readdir(folder)).filter(
        (name) => !['archive.db', 'keyring', 'keyring.previous', 'media'].includes(name),
      )
      if (left.length > 0) wrong.push(`left behind: ${left.join(', ')}`)
      wrong.push(...again.broken.map(String))
      tries.push({ name: `point ${point} of ${points}`, wrong })
    }
    return { tries, isOld, isNew }
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}
