// The archive is silent: watched by strace in an empty network namespace, it opens no socket but local ones through its
// whole journey, and the host for browsers opens exactly one, on 127.0.0.1. What does speak is noticed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { driveToEnd } from '../torture/drive.ts'
import { builtProgram } from '../support/built.ts'
import { alone, canWatchWith, tryToSpeak } from '../support/empty-network.ts'
import { temporaryFolder } from './temporary-folder.ts'

// -D: the tracer stands aside, so that a signal to what was started reaches it.
const watched = (report: string): string[] => ['strace', '-D', '-f', '-qq', '-e', 'trace=network', '-o', report]
const canWatch = canWatchWith(watched('/dev/null'))

/** The calls that open a way out or use one, but for local (AF_UNIX) ones. */
function spoken(report: string): string[] {
  return readFileSync(report, 'utf8')
    .split('\n')
    .filter((line) => /\b(?:socket|socketpair|connect|bind|sendto|sendmsg|sendmmsg|recvfrom)\(/.test(line))
    .filter((line) => /AF_(?!UNIX|LOCAL)[A-Z0-9]+/.test(line))
    .map((line) => line.replace(/^\d+\s+/, ''))
}

describe.skipIf(!canWatch)('silence (skipped where strace or network namespaces are missing)', () => {
  test('the archive process opens no socket through its whole journey', { timeout: 60_000 }, async () => {
    const dataFolder = temporaryFolder()
    const report = path.join(dataFolder, 'calls')
    const said = await driveToEnd(
      { do: 'journey', dataFolder, folder: path.join(dataFolder, 'archive'), out: dataFolder },
      { through: [...alone, ...watched(report)] },
    )
    expect(said.at(-1)).toMatchObject({ done: true })
    expect(spoken(report)).toEqual([])
    // The report is of this process: its pipes are local sockets.
    expect(readFileSync(report, 'utf8')).toContain('AF_UNIX')
  })

  test('the host for browsers listens on 127.0.0.1, once, and asks nobody', { timeout: 60_000 }, () => {
    const dataFolder = temporaryFolder()
    const report = path.join(dataFolder, 'calls')
    const visit = path.join(import.meta.dirname, '..', 'torture', 'host-visit.ts')
    const host = path.join(builtProgram(), 'main', 'browser.js')
    const [program, ...args] = [...alone, process.execPath, visit, ...watched(report), process.execPath, host]
    const { stdout, status } = spawnSync(program, args, {
      env: { ...process.env, XDG_DATA_HOME: dataFolder, FIRSTHAND_NO_BROWSER: '1' },
      encoding: 'utf8',
      timeout: 30_000,
      killSignal: 'SIGKILL',
    })
    expect([stdout, status]).toEqual(['visited open\n', 0])
    const calls = spoken(report)
    expect(calls.filter((call) => call.startsWith('socket('))).toHaveLength(1)
    expect(calls.filter((call) => call.startsWith('bind('))).toMatchObject([
      expect.stringContaining('inet_addr("127.0.0.1")'),
    ])
    expect(calls.filter((call) => !/^(?:socket\(AF_INET, SOCK_STREAM|bind\()/.test(call))).toEqual([])
  })

  test.each([
    ['a connection', "require('node:net').connect(80, '192.0.2.1').on('error', () => {})"],
    ['a question for a name', "require('node:dns').resolve('example.org', () => {})"],
    [
      'a datagram',
      "require('node:dgram').createSocket('udp4').send('x', 9, '127.0.0.1', function () { this.close() })",
    ],
  ])('%s is noticed', (_, script) => {
    const report = path.join(temporaryFolder(), 'calls')
    tryToSpeak(watched(report), script)
    expect(spoken(report).length).toBeGreaterThan(0)
  })
})
