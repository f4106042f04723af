// Calls of chance against a real archive process over its real port, a hundred at a time: as an archivist, as a narrator,
// and while it is locked. None may end it or hold it up; what is refused changes nothing and says nothing of the inside.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { contract } from '../../shared/contract/index.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import { roleTable, type Expectation, type Makings } from '../contract/role-table.ts'
import { addPerson, herPassphrase } from '../contract/role-world.ts'
import { startProcess, type TestArchive } from '../support/archive.ts'
import { diceFrom, type Dice } from '../support/dice.ts'
import type { Begin } from './hostile-child.ts'
import { bent, strangeValue } from './hostile-inputs.ts'
import { makeHere } from './journey.ts'

export const callsEach = 100
/** A call that is answered by nothing for so long is left; streams are left after their first few items. */
const leftAfterMs = { call: 5_000, stream: 1_000, endless: 20 }
const endless: ReadonlySet<string> = new Set(
  'care.changes members.progress recorder.state recorder.attend recording.tryMicrophone'.split(' '),
)

const streams: ReadonlySet<string> = new Set(
  Object.entries(contract).flatMap(([concept, methods]) =>
    Object.entries(methods).flatMap(([method, { kind }]) => (kind === 'stream' ? [`${concept}.${method}`] : [])),
  ),
)

const names = Object.entries(contract).flatMap(([concept, methods]) =>
  Object.keys(methods).map((method) => ({ concept, method })),
)

/** Those that take a second of work or end the world that the others need. */
const seldom: ReadonlySet<string> = new Set(
  'door.create door.beginNewPaperKey door.estimatePassphrase door.open door.openWithShares members.add members.beginShares herSession.leave herSession.handOver herSession.openKey takeHome.makeCopy backup.restore backup.check'.split(
    ' ',
  ),
)

/** They would take from the others what they open the archive with; so they are asked for with nothing right. */
const neverRight: ReadonlySet<string> = new Set(
  'door.changePassphrase door.confirmNewPaperKey members.remove herSession.setPassphrase herSession.changePassphrase herSession.forgetPassphrase'.split(
    ' ',
  ),
)

/** What they leave behind where they are refused is put away again by themselves, in transactions of their own. */
const cleansUp: ReadonlySet<string> = new Set(
  'excerpts.prepare excerpts.giveOut recall.save receipt.save catalogue.save takeHome.openFormats'.split(' '),
)

export interface Answered {
  readonly said: string
  readonly whole: string
}

type Ask = (concept: unknown, method: unknown, input: unknown, name: string) => Promise<Answered>

/** Past the client, which would refuse by itself. */
function askerOver(channel: Channel): Ask {
  const waiting = new Map<number, (message: readonly unknown[]) => void>()
  let last = 0
  channel.onMessage((message) => {
    const [, id] = message as [string, number]
    waiting.get(id)?.(message as readonly unknown[])
  })
  return (concept, method, input, name) =>
    new Promise((resolve) => {
      const id = (last += 1)
      let items = 0
      const leave = (answered: Answered): void => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(answered)
      }
      const kind = endless.has(name) ? 'endless' : streams.has(name) ? 'stream' : 'call'
      const timer = setTimeout(() => {
        channel.send(['cancel', id])
        leave({ said: 'left', whole: '' })
      }, leftAfterMs[kind])
      waiting.set(id, ([kind, , first, second]) => {
        if (kind === 'item') {
          items += 1
          channel.send(['more', id, 1])
          if (items < 4) return
          channel.send(['cancel', id])
          return leave({ said: 'answered', whole: '' })
        }
        if (kind === 'failed') return leave({ said: String(first), whole: JSON.stringify([first, second]) })
        leave({ said: 'answered', whole: '' })
      })
      try {
        channel.send(['call', id, concept, method, input])
      } catch {
        leave({ said: 'cannot be sent', whole: '' })
      }
    })
}

/** Where a program's inside shows: a place in a file, a line of a stack, words of the database. */
const inside = /\n\s+at |node:|file:|\.ts\b|\/tmp\/|\/home\/|\/root\/|SQLITE_ERROR|no such |TypeError|RangeError|Error:/

/** Of the log, with its head. */
const page = 4_096 + 24 + 32

type Role = 'archivist' | 'narrator' | 'locked'

export const begin: Begin = async (scratch, fault) => {
  const archive: TestArchive = await startProcess(path.join(scratch, 'data'))
  const { client, broken } = archive
  const folder = path.join(scratch, 'archive')
  const { paperKey } = await makeHere(client, folder)
  const [her, other] = [await addPerson(client, 'Amaranta'), await addPerson(client, 'Zuleika')]
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Union hall', language: 'en' })
  const out = path.join(scratch, 'out')
  mkdirSync(out)
  const right = new Map<string, unknown>()
  for (const { concept, method } of names) {
    const row = (roleTable as unknown as Readonly<Record<string, Expectation<never>>>)[`${concept}.${method}`]
    const makings: Makings = { person: her, client, folder, out, recipient, fresh: `fresh${right.size}` }
    const made: unknown = await Promise.resolve(row?.input(makings)).catch(() => ({}))
    right.set(`${concept}.${method}`, made ?? {})
  }
  const others = [other.testimony, other.narrator, other.recording.id, other.answer, other.rendition, other.disclosure]
  const { port1, port2 } = new MessageChannel()
  archive.process.attach(workerPortChannel(port1))
  const ask = askerOver(workerPortChannel(port2))

  async function be(role: Role): Promise<void> {
    await client.door.lock({})
    if (role === 'locked') return
    await client.door.openWithPaperKey({ folder, words: paperKey.join(' ') })
    if (role === 'narrator') await client.herSession.handOver({ narrator: her.narrator, passphrase: herPassphrase })
  }
  const sizes = (): readonly number[] =>
    ['archive.db-wal', 'archive.db', 'keyring'].map(
      (name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0,
    )
  /**
   * NOTE: a transaction in which nothing was to be done keeps the moment, which is one page of the log; and emptying the log
   * moves into the database what was kept before.
   */
  const hasKept = ([log = 0, ...rest]: readonly number[], [logNow = 0, ...now]: readonly number[]): boolean =>
    logNow > log + page || (logNow >= log && now.some((size, at) => size !== rest[at]))

  function oneOf(dice: Dice): { concept: unknown; method: unknown; input: unknown; name: string } {
    const { concept, method } = names[dice(names.length)] ?? { concept: '', method: '' }
    const name = `${concept}.${method}`
    if (seldom.has(name) && dice(20) > 0) return oneOf(dice)
    if (dice(25) === 0) {
      const strange = [strangeValue(dice, out), concept, method, '__proto__', 'constructor', 'then', `${name}.x`]
      return { concept: strange[dice(7)], method: strange[dice(7)], input: right.get(name), name: 'a strange name' }
    }
    const input = neverRight.has(name) ? strangeValue(dice, out) : bent(right.get(name), dice, out, others)
    return { concept, method, input, name }
  }

  return {
    async take(at, faultNow = fault) {
      const dice = diceFrom(at + 1)
      const role = (['archivist', 'narrator', 'locked', 'archivist'] as const)[at % 4] ?? 'locked'
      const wrong: string[] = []
      let answered = 0
      await be(role)
      for (let count = 0; count < callsEach; count += 1) {
        const { concept, method, input, name } = oneOf(dice)
        const before = sizes()
        let { said, whole } = await ask(concept, method, input, name)
        if (faultNow === 'stray' && count === 0) {
          ;({ said, whole } = { said: 'badInput', whole: '["badInput","TypeError: x at node:internal"]' })
          writeFileSync(path.join(folder, 'archive.db-wal.x'), '')
        }
        if (said === 'answered') answered += 1
        if (said === 'broken') wrong.push(`${name} is broken by ${told(input)}`)
        if (inside.test(whole)) wrong.push(`${name} says ${whole.slice(0, 200)}`)
        const isRefused = said !== 'answered' && said !== 'left'
        if (isRefused && !cleansUp.has(name) && hasKept(before, sizes()))
          wrong.push(`${name} was refused (${said}) and changed something, by ${told(input)}`)
        if (broken.length > 0) wrong.push(`${name}: an unforeseen error: ${String(broken.splice(0)[0]).slice(0, 300)}`)
      }
      for (const name of readdirSync(out)) rmSync(path.join(out, name), { recursive: true, force: true })
      return { name: role, wrong, kept: answered > 0 }
    },
    async end() {
      await be('archivist')
      const asked = { words: '', language: '', label: '', state: 'all', order: 'title', from: 0, count: 100 } as const
      const { total } = await client.shelf.list(asked)
      const wrong: string[] = []
      for await (const step of client.care.check({}))
        if (step.kind === 'checked')
          for (const { rule, count } of step.findings) if (count > 0) wrong.push(`${count} ${rule}`)
      port2.close()
      await archive.close()
      return total > 0 ? wrong : [...wrong, 'nothing is on the shelf']
    },
  }
}

function told(input: unknown): string {
  try {
    return JSON.stringify(input, (_, value: unknown) =>
      typeof value === 'string' && value.length > 60 ? `${value.slice(0, 40)}… (${value.length})` : value,
    ).slice(0, 300)
  } catch {
    return typeof input
  }
}
