// A folder that electron-builder takes for Electron's runtime: enough of its files, and a fuse wire to be set.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** `states`: nine characters, `0` for off and `1` for on, in the wire's order. */
export function makeStandInRuntime(folder: string, version: string, states: string): void {
  for (const below of ['locales', 'resources']) mkdirSync(join(folder, below), { recursive: true })
  const wire = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, states.length]), Buffer.from(states)])
  const executable = Buffer.concat([Buffer.from('#!/bin/false\n'), Buffer.alloc(512), wire, Buffer.alloc(512)])
  writeFileSync(join(folder, 'electron'), executable, { mode: 0o755 })
  writeFileSync(join(folder, 'chrome-sandbox'), '', { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'stand-in\n')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'stand-in\n')
}
