// Writes a golden archive of every version that has none. One that is there is never touched.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createMediaKey, MediaWriter } from '../../electron/archive/files/media.ts'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { migrate } from '../../electron/archive/store/migrate.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { createKeyring } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { passphrase } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import { at, goldenContent } from './golden-content.ts'
import { goldenFile, goldenFolder, goldenKey, goldenWorld } from './golden.ts'
import { packPages } from './golden-pages.ts'

async function beginWorld(): Promise<void> {
  mkdirSync(goldenFolder, { recursive: true })
  const random = systemRandom
  const made = { folder: goldenFolder, passphrase: normalisePassphrase(passphrase), parameters: argonFloor, random }
  const { archiveId } = await createKeyring(made)
  const { recipient, identity } = await createMediaKey()
  const writer = await MediaWriter.begin(goldenFolder, recipient, random)
  await writer.append(toneWav(1, 8_000, 440))
  const { name, header, size, sha256 } = await writer.finish()
  const media = { name, header: Buffer.from(header).toString('hex'), size, sha256 }
  const world = { archiveId, mediaRecipient: recipient, mediaIdentity: identity, media }
  writeFileSync(path.join(goldenFolder, 'world.json'), `${JSON.stringify(world, null, 2)}\n`)
}

if (!existsSync(path.join(goldenFolder, 'world.json'))) await beginWorld()
const key = await goldenKey()
const folder = mkdtempSync(path.join(tmpdir(), 'firsthand-golden-'))
const file = path.join(folder, 'archive.db')
let database = openDatabase(file, key, 'create')
for (const [index, migration] of migrations.entries()) {
  migrate(database, migrations.slice(0, index + 1), at)
  const [, name = ''] = /^\d+-(.+)$/.exec(migration.name) ?? []
  goldenContent[name]?.(database, goldenWorld())
  if (existsSync(goldenFile(migration))) continue
  database.close()
  const packed = `${goldenFile(migration)}.new`
  writeFileSync(packed, packPages(readFileSync(file), key))
  renameSync(packed, goldenFile(migration))
  process.stdout.write(`${migration.name}\n`)
  database = openDatabase(file, key, 'open')
}
database.close()
rmSync(folder, { recursive: true })
