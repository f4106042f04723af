// Groups about what stays behind and what gets out: memory after a lock, the disk, the network, and the page itself. The first
// three look at one walk through everything in a real browser.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { filesIn, found } from '../support/disk-search.ts'
import { tryToSpeak } from '../support/empty-network.ts'
import { callsOf, leaves, networkCalls, placesWritten, type Call } from './calls.ts'
import { leftWhileSorting } from './temporary-files.ts'
import { told, type Tortured } from './told.ts'
import type { Remains } from './walk.ts'
import { walked, watched, type Walked } from './walked.ts'
import { tryWaysOut } from './ways-out.ts'

const noBrowser = 'there is no Chromium here'
const count = (remains: readonly Remains[]): number => remains.reduce((sum, { found: all }) => sum + all.length, 0)

async function tortureDump(): Promise<Tortured> {
  const walk = process.platform === 'linux' ? await walked() : null
  if (walk === null)
    return told('locked.dump', [], [process.platform === 'linux' ? noBrowser : 'only Linux shows memory'])
  const { open, locked } = walk
  const tries = locked.secrets.map((name) => ({
    name,
    wrong: locked.ours.filter((one) => one.found.some((held) => held.name === name)).map((one) => `in ${one.process}`),
  }))
  const browser = locked.browsers.filter((one) => one.found.length > 0)
  process.stderr.write(
    `locked.dump: ${locked.ours.length} processes of ours held ${count(open.ours)} of ${locked.secrets.length} while open and ${count(locked.ours)} five seconds after the lock; the browser's own held ${count(open.browsers)} and then ${count(browser)}, in ${browser.map((one) => one.process).join(', ')}\n`,
  )
  // Its control: while it is open, the key and her words are there to be found. The passphrase may be gone by then.
  const held = new Set(open.ours.flatMap((one) => one.found.map(({ name }) => name)))
  const missed = ['archive key', 'story in UTF-8', 'narrator in UTF-8'].filter((name) => !held.has(name))
  return told('locked.dump', tries, missed)
}

/** Which of the folders of the walk the program itself may write in. */
const ownFolders = ['data', 'stick', 'out']

function writtenElsewhere({ place, calls, open, locked }: Walked): string[] {
  const ours = new Set([...open.ours, ...locked.ours].map(({ pid }) => pid))
  const own = (calls ?? []).filter(({ pid }) => ours.has(pid))
  return placesWritten(own).filter(
    (one) =>
      !/^\/(?:dev|proc)\//.test(one) &&
      !ownFolders.some((folder) => one.startsWith(path.join(place, folder) + path.sep)),
  )
}

async function tortureCanary(): Promise<Tortured> {
  const walk = await walked()
  if (walk === null) return told('canary.plaintext', [], [noBrowser])
  const { open, locked, closed, needles, place, calls } = walk
  // What was written outside of the folders that are known is searched by its name.
  const elsewhere = placesWritten(calls ?? []).filter(
    (one) => path.isAbsolute(one) && !one.startsWith(place) && !/^\/(?:dev|proc|sys)\//.test(one),
  )
  const hits = [...open.disk, ...locked.disk, ...closed.disk, ...found(elsewhere, needles)]
  const tries = needles.map(({ name }) => ({ name, wrong: hits.filter((hit) => hit.endsWith(`: ${name}`)) }))
  tries.push({ name: 'a log, or anything else beside the archive', wrong: writtenElsewhere(walk) })
  const missed: string[] = []
  const folder = mkdtempSync(path.join(tmpdir(), 'firsthand-canary-'))
  try {
    // Its controls: everything is found where it lies bare, what was given out is read, and a sort without its pragma is seen.
    writeFileSync(path.join(folder, 'bare'), Buffer.concat(needles.flatMap(({ bytes }) => [bytes, Buffer.alloc(4)])))
    const bare = found(filesIn([folder]), needles)
    missed.push(...needles.filter(({ name }) => !bare.includes(`bare: ${name}`)).map(({ name }) => name))
    if (found(filesIn([path.join(place, 'out')]), needles).length === 0) missed.push('what was given out')
    if (process.platform === 'linux') {
      if (leftWhileSorting(folder, 'kittiwakeholm', 0).length === 0) missed.push('temp_store left out')
      tries.push({ name: 'a sort in memory', wrong: leftWhileSorting(folder, 'kittiwakeholm', 2) })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (calls === null) process.stderr.write('canary.plaintext: without strace only the known folders were searched\n')
  return told('canary.plaintext', tries, missed)
}

/** Chromium asks its system whether there is a way to this address, and sends nothing there. */
const ofChromium = (call: Call): boolean => call.name === 'connect' && call.said.includes('"2001:4860:4860::8888"')

async function tortureSilence(): Promise<Tortured> {
  const walk = await walked()
  if (walk === null) return told('silence', [], [noBrowser])
  if (walk.calls === null) return told('silence', [], ['strace or network namespaces are missing here'])
  const nameOf = new Map(
    [...walk.open.ours, ...walk.open.browsers, ...walk.locked.ours].map((one) => [one.pid, one.process]),
  )
  const pids = [...new Set(walk.calls.map(({ pid }) => pid))]
  const network = networkCalls(walk.calls)
  const tries = pids.map((pid) => {
    const name = nameOf.get(pid) ?? 'a process'
    const own = network.filter((call) => call.pid === pid && !ofChromium(call) && !call.said.includes('AF_NETLINK'))
    // Whatever draws or decides asks for no network at all; the browser's part that fetches goes to this machine alone.
    const wrong = /renderer|gpu-process|storage|audio/.test(name) ? own : own.filter(leaves)
    return { name: `${name} (${pid})`, wrong: wrong.map((call) => `${call.name}(${call.said.slice(0, 160)}`) }
  })
  const listening = network.filter(({ name }) => name === 'bind').length
  process.stderr.write(`silence: ${pids.length} processes, ${walk.calls.length} calls looked at, ${listening} bound\n`)
  const missed: string[] = []
  if (!walk.open.browsers.some((one) => one.process.includes('renderer'))) missed.push('no renderer was looked at')
  for (const [name, script] of speaking) if (!isSeen(script)) missed.push(name)
  return told('silence', tries, missed)
}

/** Its controls: what does speak is seen. */
const speaking = [
  ['a fetch', `fetch('http://192.0.2.1/').catch(() => 0)`],
  ['a question for a name', `require('node:dns').resolve('example.org', () => {})`],
  ['a datagram', `require('node:dgram').createSocket('udp4').send('x', 9, '192.0.2.1', function () { this.close() })`],
] as const

function isSeen(script: string): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'firsthand-speaking-'))
  const report = path.join(folder, 'calls')
  tryToSpeak(watched(report), script)
  const seen = networkCalls(callsOf(readFileSync(report, 'utf8'))).some(leaves)
  rmSync(folder, { recursive: true, force: true })
  return seen
}

/** Some do not arrive from any page, because a browser without a window on a screen does not follow them. */
const mostMustArrive = 0.9

async function tortureWaysOut(): Promise<Tortured> {
  const tried = await tryWaysOut()
  if (tried === null) return told('ways.out', [], [noBrowser])
  const { names, out, outOfPlain } = tried
  const tries = names.map((name) => ({ name, wrong: out.includes(name) ? ['it arrived'] : [] }))
  // Whatever came that has no name of ours came as well.
  for (const name of out.filter((one) => !names.includes(one))) tries.push({ name, wrong: ['it arrived'] })
  const arrived = names.filter((name) => outOfPlain.includes(name)).length
  process.stderr.write(`ways.out: of a plain page ${arrived} of ${names.length} arrive\n`)
  return told(
    'ways.out',
    tries,
    arrived >= names.length * mostMustArrive ? [] : [`only ${arrived} arrive from a plain page`],
  )
}

export const sealedGroups = {
  'locked.dump': tortureDump,
  'canary.plaintext': tortureCanary,
  silence: tortureSilence,
  'ways.out': tortureWaysOut,
}
