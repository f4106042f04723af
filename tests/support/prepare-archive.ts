// Makes an archive with the real archive process, where the first run in a browser would: `prepare-archive.ts <data folder> <passphrase>`.
// NOTE: Argon2 works at its floor here, so that no test waits for the second that an opening takes by design.
import path from 'node:path'
import { startProcess } from './archive.ts'

/** Before any time that a test says it is: an archive takes no earlier one for now. */
const longAgo = new Date('2020-01-01T00:00:00.000Z')

const [dataFolder = '', passphrase = ''] = process.argv.slice(2)
const { client, broken, close } = await startProcess(path.join(dataFolder, 'firsthand'), { now: () => longAgo })
const { folder } = await client.door.state({})
const { paperKey, check } = await client.door.create({ folder, passphrase, archivist: 'Ana', language: 'en' })
const { right } = await client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
await close()
if (!right || broken.length > 0) throw new Error('the archive for the tests was not made')
