// The app as it is served to a browser, from its sources, with a clock that whoever started it sets: a line with a moment
// (ISO 8601) on its standard input is what time it is from then on. `clock-host.ts <data folder> <pages> <moment>`.
import { createInterface } from 'node:readline'
import { openArchiveProcess } from '../../electron/archive/open-process.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { startListeningHost } from './listening-host.ts'

const [dataFolder = '', rendererFolder = '', from = ''] = process.argv.slice(2)
/** When it was said to be that time: from there it goes on as time does. */
let said = { moment: Date.parse(from), at: Date.now() }
const archive = openArchiveProcess(
  { dataFolder, host: 'browser' },
  { argon: argonFloor, now: () => new Date(said.moment + Date.now() - said.at) },
)
const host = await startListeningHost({ archive, rendererFolder, lingerMs: 60_000 })
createInterface({ input: process.stdin }).on('line', (moment) => {
  said = { moment: Date.parse(moment), at: Date.now() }
  process.stdout.write(`it is ${moment}\n`)
})
process.on('SIGTERM', () => {
  void host
    .close()
    .then(() => archive.close())
    .finally(() => process.exit(0))
})
process.stdout.write(`Firsthand is open at ${host.address}\n`)
