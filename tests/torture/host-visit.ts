// Starts the built host with the command given, visits it as a browser would (page, cookie, WebSocket), makes an archive, and ends it.
// Run inside a network namespace, so that host and visitor share one; prints `visited` and how the door is then.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { contract } from '../../shared/contract/index.ts'
import { connect } from '../../shared/rpc/client.ts'
import { webSocketChannel } from '../../shared/rpc/web-socket.ts'

const [program = '', ...args] = process.argv.slice(2)
const host = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
const gone = once(host, 'exit')
let printed = ''
const address = await new Promise<string>((resolve, reject) => {
  host.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(printed)
    if (found !== null) resolve(found[0])
  })
  void gone.then(() => reject(new Error(`the host ended before it was open: ${printed}`)))
})
const { origin } = new URL(address)
const entered = await fetch(address, { redirect: 'manual' })
const cookie = entered.headers
  .getSetCookie()
  .map((set) => set.split(';')[0])
  .join('; ')
await (await fetch(`${origin}/`, { headers: { Cookie: cookie } })).text()
const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { Origin: origin, Cookie: cookie } })
const client = connect(contract, webSocketChannel(socket))
await once(socket, 'open')
// Made over the socket, so that the database is opened while somebody is connected.
const { folder } = await client.door.state({})
const { paperKey, check } = await client.door.create({
  folder,
  passphrase: 'lantern orbit velvet canyon mirror pepper',
  archivist: 'Ana',
  language: 'en',
})
await client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
const { state } = await client.door.state({})
process.stdout.write(`visited ${state}\n`)
socket.terminate()
host.kill('SIGTERM')
await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5_000))])
host.kill('SIGKILL')
process.exit(0)
