// A process that has had secrets, has zeroed them, and stays until there is a line of input: half of them lay where secrets
// lie, half in ordinary small Buffers. Garbage is collected while they are there. Needs --expose-gc.
import { once } from 'node:events'
import { secretBytes } from '../../electron/archive/vault/secret-bytes.ts'

const collect = (globalThis as { gc?: (how: object) => void }).gc
const held = Array.from({ length: 200 }, (_, at) => {
  const isSecret = at % 2 === 0
  const bytes = isSecret ? secretBytes(new Uint8Array(32)) : Buffer.alloc(32)
  for (let place = 0; place < 32; place += 1) bytes[place] = (place * 37 + (isSecret ? 11 : 101)) & 255
  return bytes
})
for (let times = 0; times < 4; times += 1) collect?.({ type: 'minor' })
for (const bytes of held) bytes.fill(0)
process.stdout.write('zeroed\n')
await once(process.stdin, 'data')
process.exit(0)
