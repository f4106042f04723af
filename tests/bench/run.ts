// `npm run bench`: one JSON line a figure; `-- --only NAME` runs the group or the figure of that name.
import { benchDoor } from './door.ts'
import { benchEditor } from './editor.ts'
import type { Figure } from './figure.ts'
import { benchFind } from './find.ts'
import { benchFirstSound } from './first-sound.ts'
import { benchImport } from './import.ts'
import { benchLedger } from './ledger.ts'
import { benchMedia } from './media.ts'
import { benchOpen } from './open.ts'
import { benchRpc } from './rpc.ts'
import { benchSound } from './sound.ts'

const groups: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  import: benchImport,
  find: benchFind,
  media: benchMedia,
  door: benchDoor,
  'archive.open': benchOpen,
  rpc: benchRpc,
  editor: benchEditor,
  ledger: benchLedger,
  'sound.redact': benchSound,
  'sound.first': benchFirstSound,
}

const at = process.argv.indexOf('--only')
const only = at === -1 ? null : (process.argv[at + 1] ?? '')
/** Whether one of two names is the other, or a part of what it stands for. */
const isOf = (one: string, other: string): boolean => one === other || one.startsWith(`${other}.`)
const chosen = Object.entries(groups).filter(([name]) => only === null || isOf(only, name) || isOf(name, only))
if (chosen.length === 0) {
  process.stderr.write(`There is no figure named ${only}. Groups: ${Object.keys(groups).join(', ')}.\n`)
  process.exitCode = 1
}
for (const [name, bench] of chosen) {
  const figures = await bench()
  if (figures.length === 0) process.stderr.write(`${name}: left out, what it needs is not there\n`)
  for (const one of figures)
    if (only === null || isOf(name, only) || isOf(one.name, only)) process.stdout.write(`${JSON.stringify(one)}\n`)
}
